"""What lies open on the reader's desk: the texts, the sidebar, and which of them is in front."""

from dataclasses import dataclass, field
from typing import Literal

from tui.app.layout import Open

Side = Literal["actors", "quotes", "outline"]
Front = int | Literal["list", "side"]

MOST_TEXTS = 4


@dataclass(slots=True)
class Desk:
    """`texts` are the ids of the open articles, left to right; `front` is a number of them, the list or the sidebar.

    `last` is the text that was in front last: what opens from a list opens there. `everywhere` says whether the
    sidebar tells of all articles or of the one in front.
    """

    texts: list[str] = field(default_factory=list)
    front: Front = "list"
    side: Side | None = None
    everywhere: bool = True
    last: int = 0

    @property
    def reading(self) -> str | None:
        """The id of the article that is in front, or was last."""
        return self.texts[self.last] if self.texts else None

    @property
    def panes(self) -> list[Front]:
        """All panes that are open, from left to right."""
        return ["list", *range(len(self.texts)), *(("side",) if self.side else ())]

    def told(self) -> Open:
        """What the layout needs to know."""
        return Open(len(self.texts), self.side is not None, self.front, self.last if self.texts else 0)

    def go(self, front: Front) -> None:
        """Bring a pane to the front."""
        self.front = front
        if isinstance(front, int):
            self.last = front

    def cycle(self, direction: int) -> None:
        """Bring the next (1) or previous (-1) pane to the front, around the ends."""
        panes = self.panes
        self.go(panes[(panes.index(self.front) + direction) % len(panes)])

    def open(self, article: str) -> None:
        """Open an article in the text pane that was in front last, and bring it to the front."""
        if not self.texts:
            self.texts.append(article)
            self.everywhere = False
        else:
            self.texts[self.last] = article
        self.go(self.last)

    def open_beside(self, article: str) -> None:
        """Open an article right of the text that was in front last; where there are four, in place of the next one."""
        if not self.texts:
            self.open(article)
            return
        at = self.last + 1
        if len(self.texts) < MOST_TEXTS:
            self.texts.insert(at, article)
        else:
            at %= MOST_TEXTS
            self.texts[at] = article
        self.go(at)

    def close(self, number: int) -> None:
        """Close a text; the one left of it comes to the front, else the next, else the list."""
        del self.texts[number]
        self.last = max(min(self.last - (number <= self.last), len(self.texts) - 1), 0)
        self.front = self.last if self.texts else "list"

    def show_side(self, side: Side) -> None:
        """Open the sidebar on actors, quotes or the outline, and bring it to the front."""
        self.side = side
        self.front = "side"

    def close_side(self) -> None:
        """Close the sidebar; what was read comes to the front."""
        self.side = None
        if self.front == "side":
            self.front = self.last if self.texts else "list"
