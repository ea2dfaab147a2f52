"""Which article has which actors, events and quotes, and what one article alone has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.lighting import Spot
from tui.app.matrix import MatrixRow, heads, next_article, only_here, page
from tui.app.screens.matrix import MatrixScreen
from tui.corpus.article import Span


def told(name: str, *places: tuple[str, int, int]) -> MatrixRow:
    spots = [Spot(*place) for place in places]
    counts = {spot.article: sum(spot.article == other.article for other in spots) for spot in spots}
    return MatrixRow(
        name,
        "person",
        "mention",
        counts,
        lambda article: [Span(*spot[1:]) for spot in spots if spot.article == article],
    )


def screen(pilot: Pilot[int]) -> MatrixScreen:
    found = pilot.app.screen
    assert isinstance(found, MatrixScreen)
    return found


def test_what_one_article_alone_has_is_known_only_where_there_are_others() -> None:
    lund = told("Lund", ("002", 0, 4), ("002", 9, 13))
    assert lund.total == 2
    assert only_here(lund, 4)
    assert not only_here(lund, 1)
    assert not only_here(told("Haddad", ("001", 0, 6), ("002", 0, 6)), 4)


def test_the_next_article_that_has_it_is_found_round_the_end() -> None:
    lund = told("Lund", ("b", 0, 4), ("d", 0, 4))
    articles = ["a", "b", "c", "d", "e"]
    assert [next_article(lund, articles, at, 1) for at in range(5)] == [1, 3, 3, 1, 1]
    assert [next_article(lund, articles, at, -1) for at in range(5)] == [3, 3, 1, 1, 3]
    assert next_article(told("nobody"), articles, 2, 1) is None


def test_columns_are_named_by_numbers_or_by_places_where_names_are_long() -> None:
    assert heads(["001", "002"], 0, 6) == ["001", "002"]
    assert heads(["001", "a-long-file-name"], 10, 6) == ["11", "12"]


@given(st.integers(0, 12_000), st.integers(1, 12_000), st.integers(-2, 40))
def test_the_cursors_column_is_always_on_its_page(column: int, columns: int, fitting: int) -> None:
    column %= columns
    shown = page(column, columns, fitting)
    assert column in shown
    assert len(shown) <= max(fitting, 1)
    assert shown.stop <= columns


async def test_actors_are_counted_article_by_article(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await until(pilot, "Actors by article")
        assert row(pilot, " all ").split() == ["all", "001", "002", "003", "004"]
        assert row(pilot, "Greta Lund").split()[:4] == ["Greta", "Lund", "person", "4"]
        assert row(pilot, "Paul Reyes").split() == ["◆", "Paul", "Reyes", "person", "1", "·", "·", "◆1", "·"]
        await pilot.press("right", "right")
        await until(pilot, "in 003")
        await pilot.press("s")
        await until(pilot, "Events by article")
        await pilot.press("s")
        await until(pilot, "Quotes by article")
        assert "◆1" in row(pilot, "Ines Moreau")
        await pilot.press("q")
        await until(pilot, "▸Articles")


async def test_a_cell_opens_its_article_with_the_mentions_lit(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M", "f", *"greta", "enter")
        await until(pilot, "Actors by article “greta”")
        await pilot.press("right")
        await until(pilot, "Greta Lund · 1 mention in 002")
        await pilot.press("right", "enter")
        await until(pilot, "Nothing to open here")
        await pilot.press("n", "n")
        await until(pilot, "mention in 002")
        await pilot.press("enter")
        await until(pilot, "▸002")
        light = app.reading_screen.light
        assert light.label == "Greta Lund"
        assert app.article(light.spots[0].article).text[slice(*light.spots[0][1:])] == "Greta Lund"


async def test_only_what_one_article_alone_has_is_kept(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        await until(pilot, "Greta Lund")
        await pilot.press("O")
        await until(pilot, "only in one article")
        assert "Greta Lund" not in seen(pilot)
        assert "Paul Reyes" in seen(pilot)
        await until(pilot, "◆ told only here")
        await pilot.press("f", *"nowhere")
        await until(pilot, "Nothing here has")


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_ten_thousand_columns_are_walked_a_page_at_a_time(
    app: CorpusApp, size: tuple[int, int]
) -> None:
    first = app.library.rows()[0]
    articles = [first._replace(id=f"{at:05}", short=f"{at:05}") for at in range(10_000)]
    async with app.run_test(size=size) as pilot:
        await pilot.press("M")
        await until(pilot, "Greta Lund")
        shown = screen(pilot)
        shown.articles = articles
        shown.counted["actors"] = [
            told("Lund", ("00002", 0, 4), ("09999", 0, 4)),
            told("Holm", ("00500", 0, 4)),
        ]
        shown.show_rows()
        await until(pilot, "00000")
        await pilot.press("n", "n")
        await until(pilot, "09999")
        assert "00000" not in seen(pilot)
        await pilot.press("right")
        assert shown.table.column == 9_999
        await pilot.press("down", "n")
        await until(pilot, "00500")
