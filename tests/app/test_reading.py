"""A reader browses, opens articles beside each other and walks about in them, by keys alone."""

import pytest
from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.reading import ReadingScreen


def screen(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen
    assert isinstance(found, ReadingScreen)
    return found


async def test_the_list_tells_title_source_date_length_and_quotes(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = row(pilot, "Harbour Talks")
        for told in ("001", "The Coast Courier", "2024-03-04", "•"):
            assert told in line
        assert "4 articles" in seen(pilot)
        assert row(pilot, "Dockers Say").rstrip().endswith(str(screen(pilot).articles.rows[1].quotes))


async def test_s_sorts_and_f_keeps_the_rows_that_are_wanted(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        await until(pilot, "by title")
        titles = [screen(pilot).articles.rows[at].title.casefold() for at in range(4)]
        assert titles == sorted(titles)
        await pilot.press("f", *"ledger")
        await until(pilot, lambda: screen(pilot).articles.count() == 1)
        assert "Dockers Say" in seen(pilot)
        await pilot.press("enter", "escape")
        await until(pilot, lambda: screen(pilot).articles.count() == 4)


async def test_a_filter_that_keeps_nothing_says_so_and_what_helps(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", *"zebra")
        await until(pilot, "No article has “zebra”")
        await pilot.press("escape")
        await until(pilot, "Harbour Talks")


async def test_two_articles_are_read_beside_each_other(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "The talks between")
        await pilot.press("1", "j", "v")
        await until(pilot, "may stop work on Friday")
        assert "The talks between" in seen(pilot)
        assert "▸002" in seen(pilot)
        await pilot.press("shift+tab")
        await until(pilot, "▸001")
        await pilot.press("x")
        await until(pilot, lambda: "The talks between" not in seen(pilot))
        assert screen(pilot).desk.texts == [screen(pilot).articles.rows[1].id]


async def test_below_a_hundred_columns_one_pane_fills_the_screen(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "The talks between")
        assert "Dockers Say" not in seen(pilot)
        await pilot.press("q")
        await until(pilot, "Dockers Say")


async def test_the_next_article_opens_without_leaving_the_text(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "J")
        await until(pilot, "may stop work on Friday")
        await pilot.press("K", "K")
        await until(pilot, "This is the first article")


async def test_the_cursor_walks_from_passage_to_passage(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "j")
        await until(pilot, "block 3 of")
        assert row(pilot, "Deputy Mayor Greta Lund said").split("│")[-1].strip().startswith("3 ▌")
        await pilot.press("G")
        await until(pilot, "belongs to the page")
        await pilot.press("g", "k")
        await until(pilot, "block 1 of")


@pytest.mark.parametrize(
    "sizes", [[(120, 40), (60, 20), (200, 50), (120, 40)], [(80, 24), (40, 10), (80, 24)]]
)
async def test_resizing_loses_nothing(app: CorpusApp, sizes: list[tuple[int, int]]) -> None:
    async with app.run_test(size=sizes[0]) as pilot:
        await pilot.press("enter", "j", "j", "j")
        await until(pilot, "block 4 of")
        for size in sizes[1:]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "block 4 of" in seen(pilot)
            assert "▌" in seen(pilot)
            assert screen(pilot).desk.front == 0


async def test_a_window_that_is_too_small_says_how_large_it_must_be(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j")
        await pilot.resize_terminal(24, 6)
        await until(pilot, "Too small")
        await pilot.resize_terminal(80, 24)
        await until(pilot, "block 2 of")


async def test_esc_never_quits_and_q_goes_back_until_it_does(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "a", "escape", "escape", "escape", "escape")
        await pilot.pause()
        assert app.is_running
        await pilot.press("a", "q", "q", "q")
        await pilot.pause()
        assert app.return_code == 0
        assert not app.is_running


async def test_an_actor_lights_up_and_its_mentions_are_walked(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "a")
        await until(pilot, "Actors · 001")
        names = [getattr(item, "text", None) or item[0].name for item in screen(pilot).actors.items]  # type: ignore[index]
        assert "Greta Lund" in names
        while screen(pilot).actors.item is None or screen(pilot).actors.item.name != "Greta Lund":
            await pilot.press("j")
        await pilot.press("enter")
        await until(pilot, "Greta Lund 1 of")
        light = screen(pilot).light
        assert {light.spots[0].article} == {screen(pilot).desk.reading}
        for step in range(2, len(light.stops) + 1):
            await pilot.press("n")
            await until(pilot, f"Greta Lund {step} of {len(light.stops)}")
        assert screen(pilot).desk.reading == light.stops[-1].article
        await pilot.press("N", "escape")
        await until(pilot, lambda: not screen(pilot).light.spots)


async def test_nothing_lit_is_told_with_what_would_light(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, "Nothing is lit")


async def test_a_quotation_is_gone_to_and_told(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "u")
        await until(pilot, "Quotes · 001")
        assert "“ We have paid" in seen(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).desk.front == 0)
        assert screen(pilot).light.spots
        await pilot.press("x", "1", "enter", ")")
        await until(pilot, "Greta Lund (said)")


async def test_findings_of_all_articles_or_of_this_one(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u")
        await until(pilot, "Quotes · all articles")
        assert "Ines Moreau" in seen(pilot)
        await pilot.press("q", "enter", "u")
        await until(pilot, "Quotes · 001")
        assert "Ines Moreau" not in seen(pilot)
        await pilot.press("A")
        await until(pilot, "Ines Moreau")


async def test_the_outline_leads_to_a_heading(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "o")
        await until(pilot, "Outline · 001")
        await pilot.press("G", "enter")
        await until(pilot, lambda: screen(pilot).desk.front == 0)
        reader = screen(pilot).readers[0]
        assert reader.article is not None
        assert reader.block is not None
        assert "What follows" in reader.article.text[reader.block.start : reader.block.end]


async def test_hostile_titles_and_texts_are_only_text(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G")
        await until(pilot, "[/b] [@click=app.quit]Do not press")
        await pilot.press("enter")
        await until(pilot, "[bold]markup[/bold]")
        told = seen(pilot)
        assert "␛[31mred" in told
        assert not {"\x1b", "\u202e", "\u202c"} & set(told)
        assert told.count("\u0301") == 3


async def test_forty_columns_and_ten_rows_are_enough_to_read(app: CorpusApp) -> None:
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("enter")
        await until(pilot, "The talks between")
        await pilot.press("a")
        await until(pilot, "Actors · 001")
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).desk.front == 0)


async def test_the_theme_changes_while_reading(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.look.theme.name
        await pilot.press("t")
        await until(pilot, "Theme ")
        assert app.look.theme.name != before
        assert app.look.theme.name in seen(pilot)
