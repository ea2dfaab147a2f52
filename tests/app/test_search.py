"""A half-remembered, mistyped phrase leads to the sentence; esc leaves everything as it was."""

from pathlib import Path
from threading import Event

from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.search import SearchScreen
from tui.app.widgets.prompt import Prompt
from tui.findings.actors.corrections import Rename
from tui.library.library import Library
from tui.search.found import Found
from tui.search.search import Cancelled
from tui.settings.settings import Settings


def home(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen_stack[0]
    assert isinstance(found, ReadingScreen)
    return found


async def test_a_mistyped_phrase_leads_to_the_sentence(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"bejond", "space", *"raeson")
        await until(pilot, "1 of ")
        assert "Omar Haddad, called the demand “far beyond" in row(pilot, "▸")
        assert "asked for a mediator" in seen(pilot)
        await pilot.press("enter")
        await until(pilot, "block 4 of")
        light = home(pilot).light
        article = app.article(light.spots[0].article)
        assert {article.text[spot.start : spot.end] for spot in light.spots} >= {"beyond", "reason"}
        await pilot.press("n")
        await until(pilot, "“bejond raeson” ")


async def test_enter_pressed_before_the_results_came_opens_what_was_typed(app: CorpusApp) -> None:
    search, slowly = app.noted.search, Event()

    def found(query: str, *, limit: int, typos: bool = True, cancelled: Cancelled | None = None) -> Found:
        slowly.wait(30)
        return search(query, limit=limit, typos=typos, cancelled=cancelled)

    app.noted.search = found  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mediator", "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        slowly.set()
        await until(pilot, "block 4 of")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_esc_puts_everything_back_as_it_was(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "j")
        await until(pilot, "block 3 of")
        await until(pilot, lambda: len(app.differing) == 2)
        before = seen(pilot)
        await pilot.press("slash", *"strike")
        await until(pilot, "1 of ")
        await pilot.press("down", "down", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: seen(pilot) == before)


async def test_results_come_from_passages_quotes_titles_and_actors(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"haddad")
        await until(pilot, "1 of ")
        assert {match.kind for match in pilot.app.screen.answer.matches} >= {"passage", "actor"}  # type: ignore[attr-defined]
        await pilot.press("escape", "slash", *"bridge")
        await until(pilot, "§ ")
        await pilot.press("escape", "slash", *"paid", "space", *"twice")
        await until(pilot, "“ We have")
        assert "Greta Lund" in row(pilot, "“ We have")


async def test_nothing_found_is_told_with_what_may_help(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"qqqqzzzz")
        await until(pilot, "Nothing has “qqqqzzzz”")
        await pilot.press("ctrl+t")
        await until(pilot, "ctrl+t forgives typos again")


async def test_the_syntax_is_shown_before_and_on_demand(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await until(pilot, "speaker:name")
        await pilot.press(*"lund")
        await until(pilot, "1 of ")
        await pilot.press("f1")
        await until(pilot, "speaker:name")
        await pilot.press("f1")
        await until(pilot, "1 of ")


async def test_a_match_is_kept_open_while_searching_goes_on(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"strike")
        await until(pilot, "1 of ")
        await pilot.press("tab")
        await until(pilot, "opened 002")
        await pilot.press("escape")
        await until(pilot, "Nobody wants a strike")


async def test_the_search_before_comes_back(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"cranes")
        await until(pilot, "1 of ")
        await pilot.press("enter", "slash", "ctrl+r")
        await until(pilot, "/ cranes")
        await until(pilot, "1 of ")


async def test_a_slow_line_is_spared_the_preview(folder: Path, kept: Path) -> None:
    settings = Settings(watch=False, low_bandwidth="always")
    slow = CorpusApp(Library.open([folder], folder=kept), settings, corpus_name="news")
    async with slow.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"mediator")
        await until(pilot, "1 of ")
        assert seen(pilot).count("mediator") == 1 + sum(
            "mediator" in match.text
            for match in pilot.app.screen.answer.matches  # type: ignore[attr-defined]
        )


async def test_speakers_are_found_and_shown_as_the_reader_calls_them(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: not app.reading_in.working)
        assert app.noted.correct(Rename("Greta Lund", "Greta Ohm")) == ""
        await pilot.press("slash", *"speaker:ohm")
        await until(pilot, "1 of ")
        assert "Greta Ohm" in row(pilot, "“ We have")
        assert "Greta Lund" not in row(pilot, "“ We have")


async def test_the_last_search_comes_back_with_its_cursor_at_the_next_start(folder: Path, kept: Path) -> None:
    def opened() -> CorpusApp:
        return CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="news")

    app = opened()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"strike")
        await until(pilot, "1 of ")
        await pilot.press("down", "down")
        await until(pilot, "3 of ")
        under = row(pilot, "▸")
        await pilot.press("ctrl+t")
        await until(pilot, "no typos")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SearchScreen))
        app.exit()
    again = opened()
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await pilot.press("ctrl+r")
        await until(pilot, "3 of ")
        assert row(pilot, "▸") == under
        assert "no typos" in seen(pilot)


async def test_a_query_longer_than_its_box_is_seen_where_the_reader_types(app: CorpusApp) -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *words.replace(" ", "_"))
        await until(pilot, "thirteen_fourteen")
        await pilot.press("home")
        await until(pilot, "one_two")
        await pilot.press("end", "backspace", "X")
        await until(pilot, "thirteen_fourteeX")


def cells(strips: list[Strip]) -> list[tuple[str, object]]:
    """What is seen of each cell: of a blank its ground."""
    return [
        (
            letter,
            (style and style.bgcolor, style and (letter.strip() and style.color), style and style.reverse),
        )
        for strip in strips
        for text, style, _ in strip
        for letter in text
    ]


async def test_what_is_typed_is_drawn_as_textual_would_draw_it(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        for key in ("a", "b", "space", "ö", "backspace", "left", "end", "shift+home"):
            await pilot.press(key)
            prompt = app.screen.focused
            assert isinstance(prompt, Prompt)
            for value in (prompt.value, "many words " * 9):
                with prompt.prevent(Prompt.Changed):
                    before, prompt.value = prompt.value, value
                crop = prompt.outer_size.region
                assert cells(prompt.render_lines(crop)) == cells(Widget.render_lines(prompt, crop)), key
                with prompt.prevent(Prompt.Changed):
                    prompt.value = before
            app.next_theme()
