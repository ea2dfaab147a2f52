"""Real processes: pipes that close early, interrupts, standard input, and what a terminal gets."""

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import HARBOUR
from tests.terminal.screen import Terminal

COMMAND = [sys.executable, "-m", "tui"]


def test_a_pipe_that_closes_early_ends_the_command_quietly(tmp_path: Path) -> None:
    lines = (
        json.dumps({"id": f"a{n}", "text": f"“Number {n} is read,” said Ann Lee.\n"}) for n in range(600)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "articles", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        assert json.loads(ran.stdout.readline())["id"] == "a0"
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait() == 0


def test_articles_and_queries_can_come_from_standard_input(news: Path) -> None:
    shown = subprocess.run([*COMMAND, "show", "-"], input=HARBOUR.encode(), capture_output=True, check=True)
    assert shown.stdout.decode() == HARBOUR
    article = json.dumps({"id": "piped", "text": "“No,” said Ann Lee."}).encode()
    said = subprocess.run([*COMMAND, "quotes", "-"], input=article, capture_output=True, check=True)
    assert json.loads(said.stdout)["article"] == "piped"
    both = subprocess.run(
        [*COMMAND, "search", "-", "--queries", "-"], input=b"", capture_output=True, check=False
    )
    assert both.returncode == 2


def test_each_query_is_answered_before_the_next_is_asked(news: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "search", str(news), "--queries", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as ran:
        assert ran.stdin is not None
        assert ran.stdout is not None
        for query in ("harbour", "ships", "“"):
            ran.stdin.write(f"{query}\n".encode())
            ran.stdin.flush()
            assert json.loads(ran.stdout.readline())["query"] == query
        ran.stdin.close()
        assert ran.wait() == 0


# These tests may run in the background of a shell, where interrupts are ignored.
HEEDING = (
    "import signal as s; s.signal(s.SIGINT, s.default_int_handler); from tui.cli.main import main; main()"
)


def test_an_interrupt_ends_with_130_and_without_a_traceback(news: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING, "search", str(news), "--queries", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ran:
        assert ran.stdin is not None
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdin.write(b"harbour\n")
        ran.stdin.flush()
        ran.stdout.readline()
        ran.send_signal(signal.SIGINT)
        assert ran.wait(20) == 130
        assert ran.stderr.read().decode().strip() == "interrupted"


def test_a_full_disk_is_told(news: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    with full.open("w") as out:
        ran = subprocess.run(
            [*COMMAND, "articles", str(news)], stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert b"No space left" in ran.stderr


def test_on_a_terminal_findings_are_text_that_fits(news: Path) -> None:
    with Terminal([*COMMAND, "quotes", str(news)], size=(40, 30)) as terminal:
        assert terminal.wait() == 0
        shown = [terminal.line(row) for row in range(30)]
    assert any("“No contract, no ships,”" in " ".join(pair) for pair in itertools.pairwise(shown))


def test_where_the_terminal_can_draw_nothing_the_overview_is_printed(news: Path) -> None:
    with Terminal([*COMMAND, str(news)], size=(80, 40), term="dumb") as terminal:
        assert terminal.wait() == 0
        assert "3 articles" in terminal.line(0)


def test_articles_from_a_pipe_are_read_in_the_app_with_keys_from_the_terminal(news: Path) -> None:
    piped = f"cat {news / '001_harbour.txt'} | {sys.executable} -m tui -"
    with Terminal(["sh", "-c", piped], size=(80, 24)) as terminal:
        terminal.until("Harbour to Open in May")
        terminal.press("enter")
        terminal.until("The new harbour will open in May")
        assert terminal.leave("ctrl+q") == 0


def test_a_path_that_is_not_there_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    with Terminal([*COMMAND, str(tmp_path / "nothing")], size=(200, 10)) as terminal:
        assert terminal.wait() == 1
        assert "nothing: there is no such file or folder" in terminal.text
        assert b"\x1b[?1049h" not in terminal.raw


def test_odd_locales_print_all_the_same(news: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    for locale in ("C", "POSIX"):
        ran = subprocess.run(
            [*COMMAND, "quotes", str(news)],
            env={**environment, "LC_ALL": locale},
            capture_output=True,
            check=True,
        )
        said = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
        assert "No contract, no ships," in [quote["text"] for quote in said]


def test_names_of_files_that_are_no_text_are_read(tmp_path: Path) -> None:
    with contextlib.suppress(OSError):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(HARBOUR, encoding="utf-8")
    ran = subprocess.run([*COMMAND, "articles", str(tmp_path)], capture_output=True, check=False)
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("corpus-tui qu", {"quotes"}),
        ("corpus-tui se", {"search", "serve", "seeds-of-mine"}),
        ("corpus-tui quotes --ki", {"--kind"}),
        ("corpus-tui --theme se", {"sepia"}),
        ("corpus-tui search x --in passages,q", {"passages,quotes"}),
    ],
)
def test_a_shell_gets_what_could_come_next(tmp_path: Path, typed: str, offered: set[str]) -> None:
    (tmp_path / "seeds-of-mine").mkdir()
    asked = {
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
        "_CORPUS_TUI_COMPLETE": "bash_complete",
    }
    main = "from tui.cli.main import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", main],
        env={**os.environ, **asked},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert {line.split(",", 1)[1] for line in ran.stdout.decode().splitlines()} == offered
