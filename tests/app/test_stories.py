"""The main job, from one end to the other: the program in a real terminal, by keys alone, on the bundled articles."""

import re
import sys
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal
from tui.library.build import refresh
from tui.library.library import Library
from tui.paths import bundled

COMMAND = [sys.executable, "-m", "tui"]


@pytest.fixture(scope="module")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the bundled articles, so that a start reads nothing."""
    folder = tmp_path_factory.mktemp("seeds")
    library = Library.open([bundled("seeds")], folder=folder)
    refresh(library)
    library.close()
    return folder


def opened(kept: Path, size: tuple[int, int], **how: object) -> Terminal:
    terminal = Terminal([*COMMAND, "--library", str(kept)], size=size, **how)  # type: ignore[arg-type]
    terminal.until("? keys")
    return terminal


def ryabkov_is_lit(terminal: Terminal) -> bool:
    """Whether `visible shifts` stands on the screen, drawn otherwise than the words around it."""
    for y, line in enumerate(terminal.text.split("\n")):
        x = line.find("visible shifts")
        if x > 0:
            cells = terminal.screen.cells()[y]
            return cells[x].fg != cells[x - 2].fg or cells[x].underscore or cells[x].reverse
    return False


def standing(terminal: Terminal) -> tuple[int, int] | None:
    """On which of how many mentions the reader stands, as the status line tells."""
    found = re.search(r" (\d+) of (\d+)$", terminal.line(terminal.screen.lines - 2))
    return (int(found[1]), int(found[2])) if found else None


def test_two_articles_beside_each_other_at_120_columns(read_before: Path) -> None:
    with opened(read_before, (120, 40)) as terminal:
        terminal.press("j", "enter")
        terminal.until("▸001")
        terminal.press("1", "j", "v")
        terminal.until("▸002")
        assert "Washington and Moscow" in terminal.text
        assert terminal.line(1).count("│") == 2
        assert terminal.leave("q", "q") == 0
        assert terminal.restored


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
def test_a_mistyped_phrase_lands_on_the_quotation(read_before: Path, size: tuple[int, int]) -> None:
    with opened(read_before, size) as terminal:
        terminal.type("/")
        terminal.until("esc back")
        terminal.type("visble shfits")
        terminal.until("1 of ")
        terminal.press("enter")
        terminal.until("▸001")
        terminal.until(lambda: ryabkov_is_lit(terminal))
        terminal.press("n")
        terminal.until("“visble shfits”")
        assert terminal.leave("ctrl+q") == 0, terminal.text
        assert terminal.restored


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
def test_an_actors_mentions_are_walked(read_before: Path, size: tuple[int, int]) -> None:
    with opened(read_before, size) as terminal:
        terminal.press("j", "enter")
        terminal.until("▸001")
        terminal.press("a")
        terminal.until("▸Actors · 001")
        terminal.press("enter")
        terminal.until(lambda: standing(terminal) is not None)
        first, count = standing(terminal) or (0, 0)
        assert any(cell.reverse for cells in terminal.screen.cells() for cell in cells)
        for step in range(1, count):
            terminal.press("n")
            terminal.until(lambda: standing(terminal) == ((first + step - 1) % count + 1, count))  # noqa: B023
        terminal.press("n")
        terminal.until(lambda: standing(terminal) == (first, count))
        terminal.until("▸001")
        assert terminal.leave("ctrl+q") == 0, terminal.text


def test_theme_help_and_quit(read_before: Path) -> None:
    with opened(read_before, (80, 24)) as terminal:
        before = terminal.screen.cells()[3][10].bg
        terminal.press("t")
        terminal.until("Theme ")
        terminal.press("t", "t")
        terminal.until(lambda: terminal.screen.cells()[3][10].bg != before)
        terminal.press("?")
        terminal.until("Go to the next row or passage.")
        terminal.press("escape")
        terminal.until("▸Articles")
        assert terminal.leave("q") == 0
        assert terminal.restored


def test_keys_that_are_typed_faster_than_screens_open_are_not_lost(read_before: Path) -> None:
    with opened(read_before, (80, 24)) as terminal:
        terminal.type("/dictator")
        terminal.until("/ dictator")
        terminal.until(lambda: "1 of " in terminal.line(0))
        terminal.type("\rjj")
        terminal.until("▸001")
        terminal.type("qfmoscow\rj")
        terminal.until("2 kept by the filter")


def test_the_screen_is_legible_without_colours(read_before: Path) -> None:
    with opened(read_before, (80, 24), environment={"NO_COLOR": "1"}) as terminal:
        cells = [cell for row in terminal.screen.cells() for cell in row]
        assert {cell.fg for cell in cells} == {"default"}
        assert {cell.bg for cell in cells} == {"default"}
        selected = [row for row in terminal.screen.cells() if row[40].reverse]
        assert len(selected) == 1
        terminal.type("/dictator")
        terminal.until(lambda: "1 of " in terminal.line(0))
        terminal.press("enter")
        terminal.until("▸001")
        assert any(
            cell.reverse or cell.underscore
            for row in terminal.screen.cells()
            for cell in row
            if cell.data == "d"
        )
        terminal.leave("ctrl+q")
