"""The reader tells what a text does not: of which date it is, who said a quotation, which articles mean another."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import seen, until
from tests.app.test_corrections import correct, home, on_actor, shown_actors
from tui.app.app import CorpusApp
from tui.app.screens.correcting import CorrectingScreen
from tui.app.screens.correcting_quotes import QuoteCorrectingScreen
from tui.app.screens.ledger import LedgerScreen
from tui.cli.running import run
from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook.book import Book
from tui.settings.settings import Settings

UNDATED = """A bridge

Presidents Ana Ruiz and Paul Reyes met in Lisbon last Friday to talk about the bridge.
"""


@pytest.fixture
def undated(tmp_path: Path) -> CorpusApp:
    """The app on one article without a date."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "000.txt").write_text(UNDATED, encoding="utf-8")
    library = Library.open([tmp_path / "news"], folder=tmp_path / "library")
    refresh(library)
    return CorpusApp(library, Settings(watch=False), corpus_name="news", fresh=True)


async def answer(pilot: Pilot[int], text: str) -> None:
    """Type an answer in place of what stands there."""
    await until(pilot, lambda: home(pilot).app.screen.prompting)  # type: ignore[attr-defined]
    await pilot.press("ctrl+u", *("space" if letter == " " else letter for letter in text), "enter")


async def test_an_undated_article_gets_its_date_and_its_relative_dates_with_it(undated: CorpusApp) -> None:
    async with undated.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "last Friday")
        assert "needs the date of 000" in seen(pilot)
        await pilot.press("D")
        await until(pilot, "When is 000 of? Type a year, a month or a day")
        await answer(pilot, "6 May")
        await until(pilot, "“6 May” is no date. Type a year, a month or a day: 2024, 2024-05 or 2024-05-17.")
        await answer(pilot, "2024-05-06")
        await until(pilot, "Kept: 000 is of 2024-05-06, told by you. z takes it back.")
        await until(pilot, "2024-05-03")
        await pilot.press("q")
        await until(pilot, "date told by you: 2024-05-06")
        await pilot.press("enter")
        await until(pilot, "2024-05-06 (told by you)")
        await pilot.press("1", "f", *"date:2024-05", "enter")
        await until(pilot, "“date:2024-05”")
        assert "No article has" not in seen(pilot)
        await pilot.press("escape")
        await pilot.press("z")
        await until(pilot, "Taken back: 000 is of 2024-05-06.")
        await until(pilot, "undated")
        assert Book().corrections == {}


async def test_a_month_leaves_relative_dates_open_and_an_empty_answer_takes_it_back(
    undated: CorpusApp,
) -> None:
    async with undated.run_test(size=(120, 40)) as pilot:
        await pilot.press("D")
        await answer(pilot, "2024-05")
        await until(pilot, "Without a day relative dates stay unresolved.")
        await pilot.press("D")
        await until(pilot, "Empty takes your date back.")
        await answer(pilot, "")
        await until(pilot, "Taken back: the date that you told of 000.")
        assert Book().corrections == {}


async def on_quote(pilot: Pilot[int], words: str) -> None:
    """Put the cursor on a quotation of the sidebar."""
    await pilot.press("u")
    await until(pilot, lambda: any(words in one.text for one in quotations(pilot)))
    while (item := home(pilot).quotes.item) is None or words not in item.text:
        await pilot.press("j")


def quotations(pilot: Pilot[int]) -> list:  # type: ignore[type-arg]
    return [item for item in home(pilot).quotes.items if hasattr(item, "text") and hasattr(item, "quote")]


def speaker(pilot: Pilot[int], words: str) -> str | None:
    found: list[str | None] = [one.actor for one in quotations(pilot) if words in one.text]
    return found[0] if found else "gone"


async def test_a_quotation_gets_another_speaker_everywhere_and_its_own_by_undo(
    app: CorpusApp, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_quote(pilot, "paid twice")
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, QuoteCorrectingScreen))
        await pilot.press("enter")
        await until(pilot, "Who said it?")
        await pilot.press(*"moreau", "enter")
        await until(pilot, "was said by Ines Moreau. z takes it back.")
        await until(pilot, lambda: speaker(pilot, "paid twice") == "Ines Moreau")
        await pilot.press("z")
        await until(pilot, lambda: speaker(pilot, "paid twice") == "Greta Lund")
        await pilot.press("Z")
        await until(pilot, lambda: speaker(pilot, "paid twice") == "Ines Moreau")
    assert run(["quotes", str(folder), "--format", "jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["actor"] for one in told if "paid twice" in one["text"]] == ["Ines Moreau"]


async def test_from_the_ledger_a_quotation_is_none(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "9 quotes")
        await pilot.press("U")
        await until(pilot, "The stones were older")
        screen = pilot.app.screen
        assert isinstance(screen, LedgerScreen)
        while screen.list.item is None or "stones" not in screen.list.item.words:
            await pilot.press("j")
        await pilot.press("r")
        await until(pilot, "No quotation")
        await pilot.press("j", "j", "enter")
        await until(pilot, "is no quotation. z takes it back.")
        await until(pilot, lambda: "The stones were older" not in seen(pilot).rsplit("Kept", 1)[0])
        await pilot.press("q")
        await until(pilot, "8 quotes")


async def test_in_a_text_a_quotation_of_the_passage_is_offered_and_loses_its_speaker(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "001 block 1")
        while not home(pilot).reader.quotes_here:  # type: ignore[union-attr]
            await pilot.press("j")
        await pilot.press("r")
        await until(pilot, "Correct what?")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, QuoteCorrectingScreen))
        await pilot.press("j", "enter")
        await until(pilot, "” has no speaker.")
        await pilot.press("j", "k")
        await until(pilot, "no speaker told, as you told")


async def test_one_actor_becomes_two_by_their_articles(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_actor(pilot, "Greta Lund")
        await correct(pilot, "Two actors")
        await until(pilot, "Which articles mean another than Greta Lund?")
        screen = pilot.app.screen
        assert isinstance(screen, CorrectingScreen)
        await pilot.press("j", "enter")
        await until(pilot, "[x] 002 Greta Lund")
        await pilot.press("j", "enter")
        await answer(pilot, "Gerda Lund")
        await until(pilot, "Kept: Gerda Lund is another than Greta Lund.")
        await until(pilot, lambda: {"Gerda Lund", "Greta Lund"} <= set(shown_actors(pilot)))
        await pilot.press("z")
        await until(pilot, lambda: "Gerda Lund" not in shown_actors(pilot))


async def test_capitals_stand_for_states_until_that_is_switched_off(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    text = "The talks\n\n“We are ready,” Moscow said. Talks with Moscow stalled.\n"
    (tmp_path / "news" / "000.txt").write_text(text, encoding="utf-8")
    library = Library.open([tmp_path / "news"], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news", fresh=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_actor(pilot, "Russia")
        await pilot.press("enter")
        await pilot.press("W")
        await until(pilot, "for the state")
        await pilot.press("q", "C")
        await until(pilot, "A capital is the city alone.")
        await until(pilot, lambda: shown_actors(pilot) == ["Moscow"])
        await pilot.press("C")
        await until(pilot, lambda: shown_actors(pilot) == ["Russia"])
