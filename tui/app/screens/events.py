"""What happened, when and where, and who took part; each event once, with every place that tells of it."""

import re
from collections.abc import Sequence
from typing import ClassVar

from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.findings.events.event import Event
from tui.settings.keymap import Place

UNDATED = "no day told"

_YEAR = re.compile(r"\d{4}")


class EventsScreen(FindingsScreen):
    """The timeline, then what is undated."""

    name_of_list = "Events"
    nothing = "No event was found in these articles. q goes back."
    orders: ClassVar[tuple[str, ...]] = ("by date", "by place")

    @property
    def place(self) -> Place:
        """The events."""
        return "events"

    def find(self) -> None:
        """All events of the library."""
        self.events = self.corpus_app.library.events()

    def rows(self) -> Sequence[Row]:
        """By year, or by place."""
        groups: dict[str, list[Event]] = {}
        for event in sorted(
            self.events, key=lambda event: (not _YEAR.match(event.date or ""), event.date or "")
        ):
            year = _YEAR.match(event.date or "")
            name = plain(event.place or "no place told") if self.order else year.group() if year else UNDATED
            groups.setdefault(name, []).append(event)
        rows: list[Row] = []
        for heading, group in groups.items():
            rows.append(Heading(heading, str(len(group))))
            rows += [self._row(event) for event in group]
        return rows

    def _row(self, event: Event) -> Finding:
        first = event.mentions[0] if event.mentions else None
        when = plain(event.date or event.date_text or "undated")
        told = [when, plain(event.place or ""), event.level or "", event.status]
        told += [
            ", ".join(plain(name) for name in event.participants),
            counted(len(event.mentions), "mention"),
        ]
        return Finding(
            sign={"held": " ", "planned": ">", "possible": self.look.glyphs.unknown, "denied": "x"}[
                event.status
            ],
            about=when,
            words=f"{event.title}"
            + (f", {event.place}" if event.place and event.place not in event.title else ""),
            place=self.place_of(first.article, first.start) if first else "",
            spots=tuple(Spot(mention.article, mention.start, mention.end) for mention in event.mentions),
            status=f" {self.look.glyphs.dot} ".join(part for part in told if part),
        )
