"""A newcomer does what the page says, in a real terminal, and ends with a cited quotation in a report."""

import base64
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.terminal.screen import Terminal
from tui.app.steps import Step, read_steps
from tui.paths import bundled

PAGE = Path(__file__).parents[2] / "docs" / "getting-started.md"
BOX = re.compile(r"^```(keys|sh)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROGRAM = [sys.executable, "-m", "tui"]


def boxes(kind: str) -> Iterator[str]:
    return (text for found, text in BOX.findall(PAGE.read_text(encoding="utf-8")) if found == kind)


def do(terminal: Terminal, step: Step) -> None:
    """Do what a line of the page says, as somebody at the keyboard does."""
    if step.kind == "key":
        terminal.press(*step.keys)
    elif step.kind == "type":
        terminal.type(step.words)
    elif step.kind == "until":
        terminal.until(step.words)


def test_a_newcomer_gets_from_nothing_to_a_cited_quotation_in_a_report(tmp_path: Path) -> None:
    seeds = shutil.copytree(bundled("seeds"), tmp_path / "seeds")
    (tmp_path / "keys").write_text("".join(boxes("keys")), encoding="utf-8")
    with Terminal([*PROGRAM, str(seeds)], folder=tmp_path) as terminal:
        for step in read_steps(tmp_path / "keys"):
            do(terminal, step)
        assert terminal.wait() == 0
        assert terminal.restored
        sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", bytes(terminal.raw))
    citation = base64.b64decode(sent[-1]).decode("utf-8")
    assert "visible shifts for the better" in citation
    assert "para. 5" in citation
    for line in "".join(boxes("sh")).splitlines():
        done = subprocess.run(
            [*PROGRAM, *shlex.split(line)[1:]], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        if "cite" in line:
            assert "visible shifts for the better" in done.stdout
    for name in ("report.html", "report.md"):
        report = (tmp_path / name).read_text(encoding="utf-8")
        assert "“visible shifts for the better”" in report
        assert "the condition for talks" in report
