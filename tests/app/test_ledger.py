"""The ledger of quotes: cues, the same statement in two articles, and the doubtful folded away."""

from pathlib import Path

import pytest

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.ledger import LedgerScreen
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings

MINE = """---
title: Council Weighs the Mine
---
“We will open the mine only after the river has been tested twice,” said Councillor Ada Brandt.

Ada Brandt declined to endorse the new road. Tomas Vell said that the road would cost nine million crowns.

Tomas Vell believes the valley is full.
"""

RIVER = """---
title: River Tests Come First
---
“We will open the mine only after the river has been tested once,” said Councillor Ada Brandt on Monday.

The hall was full. “Nobody asked the anglers.”
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with two accounts of one meeting, and its library, read in."""
    folder, place = tmp_path_factory.mktemp("mine"), tmp_path_factory.mktemp("mine-library")
    (folder / "001_mine.md").write_text(MINE, encoding="utf-8")
    (folder / "002_river.md").write_text(RIVER, encoding="utf-8")
    library = Library.open([folder], folder=place)
    refresh(library)
    library.close()
    return folder, place


@pytest.fixture
def mine(kept: tuple[Path, Path]) -> CorpusApp:
    """The app on these two."""
    library = Library.open([kept[0]], folder=kept[1])
    return CorpusApp(library, Settings(watch=False), corpus_name="mine")


async def test_keys_that_come_before_the_quotes_are_found_wait_for_them(mine: CorpusApp) -> None:
    async with mine.run_test(size=(120, 40)) as pilot:
        ledger = LedgerScreen(mine)
        ledger.begin = lambda: None  # type: ignore[method-assign]  # what is looked for takes its time
        await mine.push_screen(ledger)
        await pilot.press("s", "f", "x", "enter")
        await until(pilot, "Looking …")
        LedgerScreen.begin(ledger)
        await until(pilot, "Nothing here has “x”")
        await pilot.press("escape")
        await until(pilot, "by article")


async def test_a_statement_in_two_articles_is_one_row_with_the_words_that_differ(mine: CorpusApp) -> None:
    async with mine.run_test(size=(120, 40)) as pilot:
        await pilot.press("U")
        await until(pilot, "by speaker")
        assert "001:1 +1" in row(pilot, "We will open the mine")
        assert sum("“ We will open" in line for line in seen(pilot).split("\n")) == 1
        await until(pilot, "─ 002:1")
        strips = pilot.app.screen._compositor.render_strips()
        marked = {
            part.text.strip() for strip in strips for part in strip if part.style and part.style.underline
        }
        assert marked == {"twice", "once"}
        await pilot.press("s")
        await until(pilot, "by article")
        assert sum("We will open" in line and "“ " in line for line in seen(pilot).split("\n")) == 2


async def test_reported_words_stand_after_their_cue(mine: CorpusApp) -> None:
    async with mine.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        await until(pilot, "said · the road would cost")
        assert "declined · " in row(pilot, "endorse")


async def test_the_doubtful_are_folded_away_until_they_are_asked_for(mine: CorpusApp) -> None:
    async with mine.run_test(size=(120, 40)) as pilot:
        await pilot.press("U")
        await until(pilot, "doubtful: enter shows them")
        assert "believes" not in seen(pilot)
        await pilot.press("G", "enter")
        await until(pilot, "believes · the valley is full")
        await pilot.press("enter")
        await until(pilot, lambda: "believes" not in seen(pilot))
        await pilot.press("q", "u", "A")
        await until(pilot, "Quotes · all articles")
        await until(pilot, "doubtful: enter")
        before = seen(pilot).count("~")
        await pilot.press("G", "enter")
        await until(pilot, lambda: seen(pilot).count("~") > before)


async def test_what_nobody_is_told_to_have_said_is_a_list_of_its_own(mine: CorpusApp) -> None:
    async with mine.run_test(size=(120, 40)) as pilot:
        await pilot.press("U", "s", "s", "s")
        await until(pilot, lambda: "no speaker told" in seen(pilot).split("\n")[1])
        assert "002:2" in row(pilot, "Nobody asked the anglers")
        assert "We will open" not in seen(pilot)


async def test_a_text_tells_of_a_doubtful_quotation_only_when_a_list_leads_to_it(mine: CorpusApp) -> None:
    async with mine.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "G")
        await until(pilot, "001 block 3 of 3")
        assert "reported speech" not in seen(pilot)
        await pilot.press("u")
        await until(pilot, "1 doubtful")
        await pilot.press("G", "enter", "G")
        await until(pilot, "reported speech of Tomas Vell (believes)")
        await pilot.press("enter")
        await until(pilot, "001 block 3 of 3")
        assert pilot.app.screen.light.spots
