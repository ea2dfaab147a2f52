"""What happened, when and where, and who took part; each event once, with every place that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app import timeline
from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted
from tui.app.text import cut, plain
from tui.app.timeline import Chart, Lane, Told
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.app.widgets.timeline_chart import TimelineChart
from tui.findings.events.event import Event
from tui.library.repeated import once
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

NOTHING = "No event was found in these articles. {back} goes back."
NOTHING_ALONE = "Every event is told by more than one article. {only_here} shows all."

TIMES = 24
"""Cells of the small chart at the end of a lane's heading, at most."""


class EventsScreen(FindingsScreen):
    """The events in lanes, a chart of them above; what is undated stands in a lane of its own."""

    name_of_list = "Events"
    orders: ClassVar[tuple[str, ...]] = ("by date", "by level", "by article", "by actor")

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.events: list[Event] = []
        self.articles: dict[str, str] = {}
        self.undated: dict[str, str] = {}
        self.chart = TimelineChart(self.look)
        self.alone = False
        self._dates: list[str | None] = []

    @property
    def place(self) -> Place:
        """The events."""
        return "events"

    def compose(self) -> ComposeResult:
        """The chart, the list and the passages."""
        yield self.chart
        yield from super().compose()

    def find(self) -> None:
        """All events of the library, as the reader corrected their actors."""
        app = self.corpus_app
        corrected, rows = app.noted.corrected, [*app.library.rows()]
        copies = app.comparing.copies()
        told = [replace(event, mentions=once(event.mentions, copies)) for event in corrected.events()]
        self.events = timeline.in_time(told)
        self.articles = {row.id: plain(f"{row.short} {row.title}") for row in rows}
        self.undated = {row.id: plain(row.short) for row in rows if not corrected.row(row).date}

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The chart above the list, where there is room and something to show."""
        rows = 4 if region.height >= 28 else 3 if region.height >= 18 else 0
        if rows and self.chart.worth(region.width):
            yield self.chart, Region(region.x, region.y, region.width, rows)
            region = region.shrink((rows, 0, 0, 0))
        yield from super().panes(region)

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the lanes, and the chart of what the filter keeps."""
        self.chart.show([event for event in self.events if self._wanted(event)])
        self.nothing = NOTHING_ALONE if self.alone and self.events else NOTHING
        super().show_rows(keep=keep)
        if self.alone:
            self.list.order = f"only in one article {self.look.glyphs.dot} {self.list.order}"
        self.rearrange()

    def do_only_here(self) -> None:
        """Keep what one article alone tells, or all."""
        self.alone = not self.alone
        self.show_rows()

    def rows(self) -> Sequence[Row]:
        """The lanes, in the order that was chosen."""
        kept = [event for event in self.events if self._wanted(event)]
        rows: list[Row] = []
        self._dates = []
        scale = timeline.chart(kept, TIMES) if self.order >= 2 and self.size.width >= 60 else None
        for lane in self._lanes(kept):
            rows.append(self._heading(lane, scale))
            rows += [partial(self._row, told) for told in lane.events]
            self._dates += [None, *(told.event.date for told in lane.events)]
        return rows

    def _lanes(self, events: list[Event]) -> list[Lane]:
        match self.orders[self.order]:
            case "by level":
                return timeline.by_level(events)
            case "by article":
                return timeline.by_article(events, list(self.articles))
            case "by actor":
                return timeline.by_actor(events)
        return timeline.by_date(events)

    def _heading(self, lane: Lane, scale: Chart | None) -> Heading:
        """A lane's name, and in lanes of articles and actors when its events were, all on one scale."""
        name = self.articles.get(lane.name) if self.orders[self.order] == "by article" else None
        times = self._times(lane, scale) if scale and lane.name != timeline.UNDATED else ""
        room = max(self.size.width - len(times) - 12, 12)
        return Heading(cut(name or plain(lane.name), room), f"{times}{len(lane.events):>4}")

    def _times(self, lane: Lane, scale: Chart) -> str:
        counts = [0] * len(scale.events)
        for told in lane.events:
            at = scale.stretch(told.event.date)
            if at is not None:
                counts[at] += 1
        return timeline.spark(tuple(counts), timeline.ASCII_BLOCKS if self.look.ascii else timeline.BLOCKS)

    def _wanted(self, event: Event) -> bool:
        """Whether the filter keeps it; asked here, since a row is only made when it is seen."""
        words = self.words_of_filter
        if self.alone and len({mention.article for mention in event.mentions}) > 1:
            return False
        if not words:
            return True
        told = (event.title, event.date, event.date_text, event.place, event.level, event.status, event.kind)
        folded = plain(" ".join([*(part or "" for part in told), *event.participants])).casefold()
        return all(word in folded for word in words)

    def _row(self, told: Told) -> Finding:
        event, mentions = told
        when, dot = self._when(event), f" {self.look.glyphs.dot} "
        others = [name for name in event.participants if name not in event.title]
        words = [
            event.title,
            "" if event.status == "held" else event.status,
            event.place if event.place and event.place not in event.title else "",
            ", ".join(others),
        ]
        where = self.place_of(mentions[0].article, mentions[0].start) if mentions else ""
        status = [
            event.date or "",
            event.date_text or ("" if event.date else "undated"),
            self._needed(event),
            event.place or "",
            event.level or "",
            event.status,
            ", ".join(event.participants),
            counted(len(mentions), "mention"),
        ]
        return Finding(
            sign={"held": " ", "planned": ">", "possible": self.look.glyphs.unknown, "denied": "x"}[
                event.status
            ],
            about=when,
            words=dot.join(part for part in words if part),
            place=f"{where} +{len(mentions) - 1}" if len(mentions) > 1 else where,
            spots=tuple(Spot(mention.article, mention.start, mention.end) for mention in mentions),
            status=dot.join(plain(part) for part in dict.fromkeys(status) if part),
        )

    def _needed(self, event: Event) -> str:
        """Whose date is missing where the text dates an event by words alone ("last week")."""
        told = dict.fromkeys(mention.article for mention in event.mentions)
        if event.date or not event.date_text or not all(article in self.undated for article in told):
            return ""
        return f"needs the date of {', '.join(self.undated[article] for article in [*told][:3])}: D"

    def _when(self, event: Event) -> str:
        """The day as the text tells it; its value before it where the words alone do not name the year."""
        told, day = plain(event.date_text or ""), timeline.began(event.date)
        if day is None or str(day.year) in told:
            return told or "undated"
        return f"{timeline.short_date(event.date or '')} {told}".strip()

    def _moved(self) -> None:
        super()._moved()
        at = self.list.cursor
        self.chart.light(self._dates[at] if at < len(self._dates) else None)
