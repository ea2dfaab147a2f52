"""What stands around the panes: the corpus and its counts on top; where, what and how much below; six keys."""

from typing import Self

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.app.look import Look
from tui.app.rows import Segments, filled, top_bar
from tui.app.text import cut, width
from tui.settings.keymap import BY_ID, FOOTERS, key_name
from tui.settings.places import Place


class Bar(Widget):
    """A row across the screen that tells something."""

    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        self._drawn: list[Strip] = []
        super().__init__(id=id)
        self.look = look

    def segments(self, y: int, cells: int) -> Segments:
        """What stands on row `y`."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what has changed since: whole rows, of styles that are told, over which Textual lays nothing."""
        width, height = self.size
        if [strip.cell_length for strip in self._drawn] != [width] * height:
            self._drawn = [self.render_line(y) for y in range(height)]
        drawn = self._drawn[crop.y : crop.bottom]
        whole = crop.x == 0 and crop.width == width
        return drawn if whole else [strip.crop(crop.x, crop.right) for strip in drawn]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw it again."""
        if repaint:
            self._drawn = []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Draw a row of the bar."""
        cells = self.size.width
        told = self.segments(y, cells)
        if self.look.ascii:
            told = [Segment(self.look.signs(text), style) for text, style, _ in told]
        return Strip(filled(told, cells, self.look.inks.page.text), cells)


class TopBar(Bar):
    """The program, the corpus, and how much there is in it."""

    def __init__(self, look: Look, corpus: str) -> None:
        super().__init__(look, id="top")
        self.corpus = corpus
        self.counts = ""

    def tell(self, counts: str) -> None:
        """Tell how much there is."""
        if counts != self.counts:
            self.counts = counts
            self.refresh()

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """Name, corpus, counts."""
        return top_bar(self.look, self.corpus, self.counts, cells)


class StatusLine(Bar):
    """Where the reader is and what is under the cursor; a notice stands in its place until the next key.

    `work` is what goes on in the background, at the right end.
    """

    DEFAULT_CSS = "StatusLine { height: 2; }"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="status")
        self.where = ""
        self.notice = ""
        self.work = ""
        self.warning = False

    def tell(self, where: str) -> None:
        """Tell where the reader is."""
        if where != self.where:
            self.where = where
            self.refresh()

    def say(self, notice: str, *, warning: bool = False) -> None:
        """Tell something until the next key is pressed."""
        self.notice, self.warning = notice, warning
        self.refresh()

    def quiet_down(self) -> None:
        """Take the notice back."""
        if self.notice:
            self.notice = ""
            self.refresh()

    def tell_work(self, work: str) -> None:
        """Tell what goes on in the background; an empty text says that nothing does."""
        if work != self.work:
            self.work = work
            self.refresh()

    def segments(self, y: int, cells: int) -> Segments:
        """A thin line, then the status; the line goes where rows are dear."""
        paint = self.look.inks.page
        if y == 0 and self.size.height > 1:
            return [Segment(self.look.glyphs.rule * cells, paint.quiet)]
        work = cut(self.work, cells // 2)
        room = cells - 2 - (width(work) + 2 if work else 0)
        told = cut(self.notice or self.where, room)
        style = (paint.warn if self.warning else paint.accent) if self.notice else paint.text
        gap = " " * (cells - 2 - width(told) - width(work))
        return [
            Segment(" ", paint.text),
            Segment(told, style),
            Segment(gap, paint.text),
            Segment(work, paint.accent),
        ]


class Footer(Bar):
    """The keys that matter in this place, the most wanted first, as many as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="keys")
        self.place: Place = "list"
        self.keys: dict[str, str] = {}

    def show(self, place: Place, keys: dict[str, str]) -> None:
        """Show the keys of a place; `keys` are the key of each command by its id."""
        if (place, keys) != (self.place, self.keys):
            self.place, self.keys = place, keys
            self.refresh()

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """As many keys as there is room for."""
        return footer(self.look, self.place, self.keys, cells)


def footer(look: Look, place: Place, keys: dict[str, str], cells: int) -> Segments:
    """`key word`, two blanks between; the last (how to go back, or where all keys are) is always there."""
    paint = look.inks.page
    wanted = [name for name in FOOTERS.get(place, ()) if name in keys]
    told = [(key_name(keys[name]), BY_ID[name].label) for name in wanted]
    costs = [width(key) + len(label) + 4 for key, label in told]
    while len(told) > 1 and sum(costs) > cells - 1:
        del told[-2], costs[-2]
    row = [Segment(" ", paint.text)]
    for key, label in told:
        row += [Segment(key, paint.strong), Segment(f" {label}   ", paint.quiet)]
    return row
