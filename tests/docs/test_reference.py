"""What the docs say of the program is what the program says of itself."""

import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tui.app.steps import read_steps
from tui.cli.commands import COMMANDS
from tui.cli.program import program
from tui.paths import bundled

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = runpy.run_path(str(ROOT / "scripts" / "make_reference.py"))
PAGES = sorted(DOCS.glob("*.md"))
EXAMPLE = re.compile(r"^corpus-tui (?!.*<).*$", re.MULTILINE)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", REFERENCE["PAGES"])
def test_a_page_that_is_made_from_the_program_is_not_stale(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == REFERENCE["PAGES"][name](), "run: make reference"


def test_the_page_of_benchmarks_tells_what_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    history = runpy.run_path(str(ROOT / "benchmarks" / "history.py"))
    assert (DOCS / "benchmarks.md").read_text(encoding="utf-8") == history["page"](), "run: make bench"


def test_the_example_of_a_plug_in_is_the_one_that_is_tested() -> None:
    page = (DOCS / "plugins.md").read_text(encoding="utf-8")
    for file in (ROOT / "tests" / "plugins" / "example").glob("*.*"):
        assert f"\n{file.read_text(encoding='utf-8')}```\n" in page, file.name


def test_every_picture_is_of_a_session_that_can_be_played() -> None:
    sessions = sorted((DOCS / "pictures").glob("*.session"))
    assert {path.stem for path in sessions} == {path.stem for path in (DOCS / "pictures").glob("*.svg")}
    assert all(read_steps(path) for path in sessions)


def test_every_command_is_described() -> None:
    told = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"## corpus-tui {name}\n" not in told] == []


def test_every_page_is_in_the_sites_list_and_the_other_way_round() -> None:
    named = {next(iter(entry.values())) for entry in yaml.safe_load((ROOT / "mkdocs.yml").read_text())["nav"]}
    assert named == {page.name for page in PAGES}


def test_every_link_from_page_to_page_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def examples(page: Path) -> list[str]:
    """What a page tells the reader to type, in its order."""
    return [
        line for block in SHELL.findall(page.read_text(encoding="utf-8")) for line in EXAMPLE.findall(block)
    ]


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.stem)
def test_the_examples_of_a_page_do_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("news", "seeds"):
        shutil.copytree(bundled("seeds"), tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for line in examples(page):
        script, _, target = line.partition(" > ")
        done = CliRunner().invoke(
            program, shlex.split(script.split(" | ")[0], comments=True)[1:], catch_exceptions=False
        )
        assert (line, done.exit_code) == (line, 0), done.output
        assert done.output.strip(), line
        if target:
            (tmp_path / target).write_text(done.stdout, encoding="utf-8")


def test_the_site_builds_without_a_network_and_without_a_warning(tmp_path: Path) -> None:
    built = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(tmp_path / "site"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site" / "index.html").exists()
