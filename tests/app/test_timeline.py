"""When things happened: events in lanes, ranked by level, and as bars over time; nothing is guessed into a day."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.events import EventsScreen
from tui.app.text import width
from tui.app.timeline import (
    ASCII_BLOCKS,
    BLOCKS,
    UNDATED,
    UNNAMED,
    UNRANKED,
    Lane,
    axis,
    bars,
    began,
    by_actor,
    by_article,
    by_date,
    by_level,
    chart,
    short_date,
)
from tui.findings.events.event import Event, EventMention, Level
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings


def event(
    title: str,
    date: str | None = None,
    *,
    level: Level | None = None,
    who: tuple[str, ...] = (),
    told_in: tuple[str, ...] = ("001",),
) -> Event:
    mentions = tuple(EventMention(article, 0, 4, "they", "held", date) for article in told_in)
    return Event(title, "meeting", date, date, None, level, who, "held", mentions, "test", 1.0)


def titles(lanes: list[Lane]) -> dict[str, list[str]]:
    return {lane.name: [told.event.title for told in lane.events] for lane in lanes}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-04", (2024, 3, 4)),
        ("2024-03", (2024, 3, 0)),
        ("2024", (2024, 0, 0)),
        ("2024-03-04/2024-03-09", (2024, 3, 4)),
        ("2024-22", (2024, 0, 0)),
        ("2024-03~", (2024, 3, 0)),
        ("P2W", None),
        ("199X", None),
        ("../2024", None),
        (None, None),
    ],
)
def test_a_day_is_taken_as_far_as_it_is_told(date: str | None, expected: tuple[int, int, int] | None) -> None:
    assert began(date) == expected


def test_an_interval_is_told_shortly() -> None:
    assert short_date("2025-02-10/2025-02-16") == "2025-02-10/16"
    assert short_date("2025-02-28/2025-03-02") == "2025-02-28/03-02"
    assert short_date("2024-12-30/2025-01-02") == "2024-12-30/2025-01-02"
    assert short_date("2025") == "2025"


def test_events_stand_under_their_years_and_the_undated_ones_last() -> None:
    lanes = by_date(
        [
            event("later", "2025-01"),
            event("some day"),
            event("early", "2024-02-01"),
            event("two weeks", "P2W"),
        ]
    )
    assert titles(lanes) == {"2024": ["early"], "2025": ["later"], UNDATED: ["some day", "two weeks"]}
    assert list(titles(lanes)) == ["2024", "2025", UNDATED]


def test_meetings_are_ranked_by_level_then_by_day() -> None:
    lanes = by_level(
        [
            event("envoys", "2023-01", level="diplomats"),
            event("a vote", "2022"),
            event("second summit", "2024-05", level="heads of state"),
            event("undated summit", level="heads of state"),
            event("first summit", "2024-04", level="heads of state"),
            event("ministers", level="ministers"),
        ]
    )
    assert list(titles(lanes).items()) == [
        ("heads of state", ["first summit", "second summit", "undated summit"]),
        ("ministers", ["ministers"]),
        ("diplomats", ["envoys"]),
        (UNRANKED, ["a vote"]),
    ]


def test_an_event_of_two_articles_is_in_both_lanes_with_the_lanes_own_mention_first() -> None:
    talks, vote = (
        event("talks", "2024-05", told_in=("001", "002")),
        event("vote", "2024-04", told_in=("002",)),
    )
    lanes = by_article([talks, vote, event("some day", told_in=("001",))], ["002", "001"])
    assert list(titles(lanes).items()) == [
        ("002", ["vote", "talks"]),
        ("001", ["talks"]),
        (UNDATED, ["some day"]),
    ]
    assert lanes[0].events[1].mentions[0].article == "002"
    assert lanes[1].events[0].mentions[0].article == "001"


def test_who_took_part_in_most_comes_first_and_nobody_last() -> None:
    lanes = by_actor(
        [
            event("storm", "2020"),
            event("call", "2024-05", who=("Lund",)),
            event("talks", "2024-04", who=("Lund", "Haddad")),
            event("plan", who=("Haddad",)),
        ]
    )
    assert list(titles(lanes).items()) == [
        ("Lund", ["talks", "call"]),
        ("Haddad", ["talks"]),
        (UNNAMED, ["storm"]),
        (UNDATED, ["plan"]),
    ]


def test_a_chart_counts_months_where_they_fit_and_says_what_has_none() -> None:
    made = chart(
        [event("a", "2024-11"), event("b", "2025-02-03", told_in=("1", "2")), event("c", "2025")], 12
    )
    assert made is not None
    assert (made.unit, made.events, made.mentions, made.left_out) == ("month", (1, 0, 0, 1), (1, 0, 0, 2), 1)
    assert [made.label(at) for at in range(4)] == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert made.stretch("2025-02-28") == 3
    assert made.stretch("2025") is None


def test_a_chart_counts_years_or_more_of_them_where_months_do_not_fit() -> None:
    war = [event("a", "1914-07-28"), event("b", "1918-11-11"), event("c", "1945-05-08")]
    by_year, coarse = chart(war, 40), chart(war, 8)
    assert by_year is not None
    assert coarse is not None
    assert (by_year.unit, len(by_year.events), sum(by_year.events)) == ("year", 32, 3)
    assert (coarse.unit, coarse.label(0), coarse.events) == ("5 years", "1910", (1, 1, 0, 0, 0, 0, 0, 1))


def test_one_dated_event_makes_no_chart() -> None:
    assert chart([event("a", "2024"), event("b"), event("c", "P2W")], 60) is None


def test_the_axis_names_both_ends_and_each_january() -> None:
    made = chart([event("a", "2023-06"), event("b", "2025-02")], 40)
    assert made is not None
    assert axis(made, 2) == "2023-06       2024-01   2024-06    2025-02"


def test_bars_stand_on_each_other() -> None:
    assert bars([0, 1, 8, 16], 2) == ["   █", " ▁██"]
    assert bars([1, 4, 8], 1, ASCII_BLOCKS) == ["_:#"]
    assert bars([0, 0], 1) == ["  "]


years = st.integers(1000, 2999)
dates = st.one_of(
    st.none(),
    years.map(str),
    st.builds(lambda year, month: f"{year}-{month:02}", years, st.integers(1, 12)),
)


@given(st.lists(dates, max_size=30), st.integers(1, 80), st.integers(1, 8))
def test_a_chart_holds_every_dated_event_once_and_fits(told: list[str | None], most: int, bar: int) -> None:
    made = chart([event("some", date) for date in told], most)
    dated = [date for date in told if date]
    assert (made is None) == (len(dated) < 2)
    if made is None:
        return
    assert len(made.events) <= most
    assert sum(made.events) + made.left_out == len(dated)
    assert sum(made.stretch(date) is not None for date in dated) == sum(made.events)
    assert axis(made, bar).startswith(made.label(0))
    assert width(axis(made, bar)) <= max(len(made.events) * bar, len(made.label(0)))


@given(st.lists(st.integers(0, 10_000), max_size=40), st.integers(1, 3))
def test_bars_are_as_high_as_their_counts(counts: list[int], rows: int) -> None:
    drawn = bars(counts, rows)
    assert all(len(row) == len(counts) for row in drawn)
    heights = [sum(BLOCKS.find(row[at]) + 1 for row in drawn) for at in range(len(counts))]
    assert all((count > 0) == (height > 0) for count, height in zip(counts, heights, strict=True))
    order = sorted(range(len(counts)), key=lambda at: counts[at])
    assert [heights[at] for at in order] == sorted(heights)


SUMMIT = """---
title: Leaders Meet in Lisbon
date: 2024-05-14
---
President Ana Duarte met President Karl Winter in Lisbon on May 12, 2024.

Foreign Minister Rui Costa will meet Foreign Minister Eva Brandt in Vienna in July 2024.

Norway and France held talks in Oslo.
"""

ENVOYS = """---
title: A Quiet Month for Envoys
date: 2024-06-01
---
President Ana Duarte met President Karl Winter in Lisbon on May 12, 2024.

Deputy Foreign Minister Lars Holt met Deputy Foreign Minister Nora Dahl in Geneva on March 3, 2024.
"""


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder, kept = tmp_path_factory.mktemp("meetings"), tmp_path_factory.mktemp("library")
    (folder / "001_summit.md").write_text(SUMMIT, encoding="utf-8")
    (folder / "002_envoys.md").write_text(ENVOYS, encoding="utf-8")
    library = Library.open([folder], folder=kept)
    refresh(library)
    library.close()
    return folder, kept


def on(meetings: tuple[Path, Path], **settings: bool) -> CorpusApp:
    library = Library.open([meetings[0]], folder=meetings[1])
    return CorpusApp(library, Settings(watch=False, **settings), corpus_name="meetings")  # type: ignore[arg-type]


async def test_the_timeline_is_read_by_date_level_article_and_actor(meetings: tuple[Path, Path]) -> None:
    app = on(meetings)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await until(pilot, "by date")
        told = seen(pilot)
        assert told.index("March 3, 2024") < told.index("May 12, 2024") < told.index(UNDATED)
        assert row(pilot, "May 12, 2024").rstrip().endswith("001:1 +1")
        assert "planned" in row(pilot, "July 2024")
        assert row(pilot, "July 2024").startswith(" > ")
        assert "2024-03" in row(pilot, "by month")
        await pilot.press("s")
        await until(pilot, "by level")
        told = seen(pilot)
        assert told.index("heads of state") < told.index("ministers") < told.index("deputies")
        await pilot.press("s")
        await until(pilot, "by article")
        assert "▁" in row(pilot, "002 A Quiet Month") or "█" in row(pilot, "002 A Quiet Month")
        await pilot.press("s")
        await until(pilot, "by actor")
        assert seen(pilot).index("Ana Duarte") < seen(pilot).index(UNDATED)
        await pilot.press("O")
        await until(pilot, "only in one article")
        assert "May 12, 2024" not in seen(pilot)
        await pilot.press("O", "f", *"lisbon", "enter", "enter")
        await until(pilot, "▸001")
        assert app.reading_screen.light.spots


async def test_the_chart_is_drawn_where_there_is_room_in_ascii_too(meetings: tuple[Path, Path]) -> None:
    app = on(meetings, ascii=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await until(pilot, "by month")
        assert not set(BLOCKS) & set(seen(pilot))
        assert "#" in row(pilot, "events  ")
        await pilot.resize_terminal(80, 14)
        await until(pilot, lambda: "by month" not in seen(pilot))
        assert isinstance(pilot.app.screen, EventsScreen)
        assert "May 12, 2024" in seen(pilot)


async def test_what_has_no_month_is_told_in_as_many_words_as_there_is_room_for(tmp_path: Path) -> None:
    text = (
        "Leaders meet\n\nAna Duarte met Karl Winter in Lisbon on May 12, 2024. Rui Costa met Eva Brandt in Vienna in "
        "July 2024. Lars Holt met Nora Dahl in Geneva in 2019.\n"
    )
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "001.txt").write_text(text, encoding="utf-8")
    library = Library.open([tmp_path / "news"], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news", fresh=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await until(pilot, "1 more with no month told")
        await pilot.resize_terminal(60, 24)
        await until(pilot, "2024-07   1 with no month")
        assert width(row(pilot, "by month").rstrip()) <= 60
