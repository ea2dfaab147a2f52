"""What stands on the screen before the app is there is what the app shows, to the cell; and nothing else is shown."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Indexed, Open, read_before, write_news
from tests.terminal.memory import Seen, seen
from tests.terminal.screen import Feed, Screen, Terminal
from tui.app.first_list import first_rows
from tui.app.inks import ink_names
from tui.app.look import Look
from tui.app.terminal.capabilities import TRUECOLOUR, Capabilities
from tui.app.terminal.cells import Cells
from tui.app.terminal.pens import Pens
from tui.app.terminal.session import KeptPlace, Session, SessionFile
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings
from tui.settings.themes import load_theme

TRUE = {"COLORTERM": "truecolor"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The small corpus and forty articles more, read before."""
    news = write_news(tmp_path_factory.mktemp("many") / "news")
    for number in range(4, 44):
        (news / f"{number:03}_more.txt").write_text(f"“Story” {number} of Zürich\n\nNothing happened.\n")
    return read_before(news, tmp_path_factory.mktemp("library"))


def look(theme: str = "dark") -> Look:
    return Look(load_theme(theme), Settings(theme=theme))


def known_at_once(screen: Screen) -> list[list[Seen]]:
    """All but the bars at the foot, and the signs of what is found by comparing the articles."""
    return [[*row[:2], *row[5:]] for row in seen(screen)[:-3]]


@pytest.mark.parametrize(
    ("size", "theme", "selected"),
    [
        ((80, 24), "dark", None),
        ((120, 40), "light", "007_more"),
        ((50, 19), "dark", "003_clerk"),
        ((140, 60), "terminal", None),
    ],
)
def test_the_first_screen_is_that_of_the_app(
    opened: Open, many: Indexed, size: tuple[int, int], theme: str, selected: str | None
) -> None:
    session = Session(selected=selected) if selected else None
    library = Library.open([str(many.news)], folder=many.folder)
    if session:
        SessionFile(library.paths).save(session)
    rows = first_rows(library, look(theme), "news", session, *size)
    library.close()
    assert rows
    capabilities = Capabilities(colours=TRUECOLOUR)
    cells = Cells(*size, Pens(capabilities, ink_names(load_theme(theme))), capabilities)
    for y, row in enumerate(rows):
        cells.draw(y, 0, row)
    first = Screen(*size)
    Feed(first)(b"\x1b[?7l" + cells.flush().encode())
    with opened("--theme", theme, path=many, size=size, environment=TRUE) as terminal:
        terminal.until("? keys")
        terminal.still()
        assert known_at_once(first) == known_at_once(terminal.screen)


@pytest.mark.parametrize(
    "session",
    [
        Session(texts=(KeptPlace("002_ferry", 1),)),
        Session(filter="harbour"),
        Session(sort="-date"),
        Session(theme="sepia"),
        Session(selected="043_more"),
    ],
    ids=["texts", "filter", "sort", "theme", "far down"],
)
def test_where_the_app_begins_otherwise_nothing_is_shown_before(many: Indexed, session: Session) -> None:
    library = Library.open([str(many.news)], folder=many.folder)
    try:
        assert first_rows(library, look(), "news", session, 80, 24) == []
        assert first_rows(library, look(), "news", None, 80, 24)
        assert first_rows(library, look(), "news", None, 80, 12) == []
    finally:
        library.close()


def test_keys_pressed_before_the_app_is_there_are_not_lost(opened: Open, many: Indexed) -> None:
    with opened(size=(100, 30), path=many) as terminal:
        terminal.until("Harbour council")
        terminal.press("down", "down", "enter")
        terminal.until("block 1 of 60")


def test_a_signal_before_the_app_is_there_gives_the_terminal_back(opened: Open, many: Indexed) -> None:
    with opened(size=(100, 30), path=many) as terminal:
        terminal.until("Harbour council")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert terminal.restored


def test_a_corpus_is_opened_without_what_its_first_screen_can_do_without(news: Path, tmp_path: Path) -> None:
    library = Library.open([str(news)])
    refresh(library, jobs=1)
    library.close()
    run = 'exec "$0" -X importtime -m tui "$1" 2>"$2"'
    told = tmp_path / "imports"
    with Terminal(["sh", "-c", run, sys.executable, str(news), str(told)]) as terminal:
        terminal.until("? keys")
        libraries = Path(f"/proc/{terminal.process.pid}/maps")  # Linux alone tells them
        assert not libraries.exists() or "libcrypto" not in libraries.read_text()
        assert terminal.leave("q") == 0
    imported = [line.rpartition("|")[2].strip() for line in told.read_text().splitlines()]
    assert "tui.app.app" in imported
    assert not {"click", "importlib.metadata", "zipfile", "email"} & set(imported)


def test_the_first_screen_needs_neither_textual_nor_what_finds() -> None:
    code = "import sys, tui.app.first_list, tui.app.terminal.first_screen; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tui.app.first_list" in loaded
    assert not {name for name in loaded if name.startswith(("textual", "tui.findings."))}
    assert not {"tantivy", "json", "shutil", "dataclasses", "inspect", "tui.corpus.article"} & loaded


INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have had it ignored
coming = sys.argv.pop(1)
class Interrupt:
    def find_spec(name, *_):
        if name == coming:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt)
from tui.cli.main import main
main()
"""


@pytest.mark.parametrize("coming", ["tui.cli.running", "sqlite3", "rich.segment", "textual.widget"])
def test_an_interrupt_ends_the_start_without_a_word(many: Indexed, coming: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, coming, str(many.news), "--library", str(many.folder)]
    with Terminal(command, size=(100, 30)) as terminal:
        assert terminal.wait() in (-signal.SIGINT, 128 + signal.SIGINT)
        assert terminal.restored
        assert not terminal.text.strip()
