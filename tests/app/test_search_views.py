"""The same search looked at by article, by date and in context; what is wrong with it; the cursor stays where it is."""

from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.search import SearchScreen
from tui.search.concordance import Line
from tui.search.match import Match


def box(pilot: Pilot[int]) -> SearchScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return screen


async def test_a_wrong_query_says_where_and_finds_what_it_can(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"cranes", "space", *"date:soon")
        await until(pilot, "soon is no date")
        rows = seen(pilot).split("\n")
        begin = rows[0].index("date:soon")
        assert rows[1][begin : begin + 9] == "^" * 9
        assert "type a year" in rows[1]
        assert "new cranes" in row(pilot, "▸")


async def test_matches_stand_under_their_articles_and_under_their_dates(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"the")
        await until(pilot, "1 of ")
        await pilot.press("f3")
        await until(pilot, "001 Harbour Talks Enter a Second Week")
        heading = row(pilot, "001 Harbour Talks Enter")
        under = [
            match
            for match in box(pilot).results.rows
            if isinstance(match, Match) and match.article == "001_harbour"
        ]
        assert heading.rstrip().endswith(str(len(under)))
        assert "█" in heading
        await pilot.press("f4")
        await until(pilot, "2024-03-04")
        articles = [match.article for match in box(pilot).results.rows if isinstance(match, Match)]
        assert articles[-1] == "003_bridge"
        assert "undated" in seen(pilot) or box(pilot).results.count() > box(pilot).results.seen
        await pilot.press("f2")
        await until(pilot, "best first")


async def test_the_concordance_has_the_match_in_one_column(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"'lund", "f5")
        await until(pilot, "sorted by the words after it")
        lines = [line for line in box(pilot).results.rows if isinstance(line, Line)]
        after = [line.right.strip(" .,”").casefold() for line in lines]
        assert len(lines) >= 4
        assert after == sorted(after)
        drawn = seen(pilot).split("\n")[2 : 2 + len(lines)]
        assert len({line.index("Lund") for line in drawn if line.count("Lund") == 1}) == 1
        await pilot.press("f5")
        await until(pilot, "sorted by the words before it")
        await pilot.press("f5")
        await until(pilot, "002 Dockers Say a Strike Is Near")


async def test_the_cursor_stays_on_its_row_while_more_is_typed(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"lun")
        await until(pilot, lambda: box(pilot).answer.query.text == "lun")
        await pilot.press("down", "down")
        chosen = box(pilot).results.item
        await pilot.press("d")
        await until(pilot, lambda: box(pilot).answer.query.text == "lund")
        kept = box(pilot).results.item
        assert kept is not None
        assert chosen is not None
        assert (kept.article, kept.start) == (chosen.article, chosen.start)
        await pilot.press("f5")
        await until(pilot, "in context")
        line = box(pilot).results.item
        assert isinstance(line, Line)
        assert line.article == chosen.article
        assert line.start in range(chosen.start or 0, chosen.end or 0)


async def test_the_first_row_is_the_best_while_the_reader_only_types(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"ha")
        await until(pilot, lambda: box(pilot).answer.query.text == "ha")
        before = box(pilot).results.item
        await pilot.press(*"ddad")
        await until(pilot, lambda: box(pilot).answer.query.text == "haddad")
        assert box(pilot).results.number == 1
        assert box(pilot).results.item != before


async def test_the_search_before_comes_back_with_its_cursor(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"haddad")
        await until(pilot, "1 of ")
        await pilot.press("down", "down", "f3")
        await until(pilot, "by article")
        left = box(pilot).results.item
        await pilot.press("escape", "slash", "ctrl+r")
        await until(pilot, "by article")
        await until(pilot, lambda: box(pilot).results.item == left)


async def test_a_search_is_named_chosen_and_deleted(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"strike", "f3")
        await until(pilot, "by article")
        await pilot.press("f6")
        await until(pilot, "enter keeps the search under this name")
        await pilot.press(*"walkout", "enter")
        await until(pilot, "Saved as “walkout”")
        await pilot.press("escape", "ctrl+u", *"bridge", "f2")
        await until(pilot, "best first")
        await pilot.press("f7")
        await until(pilot, "Searches")
        await pilot.press("enter")
        await until(pilot, "/ strike")
        await until(pilot, "by article")
        await pilot.press("f7")
        await until(pilot, "walkout")
        await pilot.press("x")
        await until(pilot, "Deleted “walkout”")
        assert app.screen.list.item is None or app.screen.list.item.name == ""  # type: ignore[attr-defined]


async def test_n_walks_matches_over_the_borders_of_articles(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"'varnholm")
        await until(pilot, "1 of ")
        await pilot.press("enter")
        home = app.reading_screen
        await until(pilot, lambda: app.screen is home and home.light.here is not None)
        walked = [home.light.here.article]  # type: ignore[union-attr]
        for _ in home.light.stops[1:]:
            await pilot.press("n")
            walked.append(home.light.here.article)  # type: ignore[union-attr]
        assert set(walked) >= {"001_harbour", "002_dockers"}
        there = home.light.here
        await pilot.press("n", "N")
        assert home.light.here == there
