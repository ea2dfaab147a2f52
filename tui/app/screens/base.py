"""What all screens share: bars around the panes, keys that become commands, a line to type in, where it all stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import DockArrangeResult, WidgetPlacement
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.app import commands
from tui.app.keys import SECONDS
from tui.app.layout import LEAST
from tui.app.widgets.chrome import Footer, StatusLine, TopBar
from tui.app.widgets.line_list import LineList
from tui.app.widgets.prompt import Prompt
from tui.app.widgets.reader import Reader
from tui.app.widgets.too_small import TooSmall
from tui.settings.keymap import key_name
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

Pane = LineList | Reader

PATIENCE = 5
"""Refreshes that keys wait for, at most, until the pane that they go to has a place on the screen."""


class CorpusScreen(Screen[None]):
    """A screen of the program. Its panes have no focus of Textual's: `front` says which of them the keys go to."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = "CorpusScreen { overflow: hidden; }"

    def __init__(self, app: CorpusApp) -> None:
        super().__init__()
        self.corpus_app = app
        self.look = app.look
        self.top = TopBar(app.look, app.corpus_name)
        self.status = StatusLine(app.look)
        self.footer = Footer(app.look)
        self.prompt = Prompt(app.look)
        self.too_small = TooSmall(app.look)
        self.prompting = False
        self._answered: Callable[[str], None] | None = None
        self._chord: Timer | None = None
        self._early: list[Key] = []

    # What a kind of screen tells.

    @property
    def place(self) -> Place:
        """Where keys are pressed."""
        raise NotImplementedError

    @property
    def front(self) -> Pane:
        """The pane that the keys go to."""
        raise NotImplementedError

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """Which panes stand where in `region`."""
        raise NotImplementedError

    def where(self) -> str:
        """What the status line tells, safe to draw."""
        return ""

    # The frame.

    def arrange(self, size: Size, _optimal: bool = False) -> DockArrangeResult:
        """Put each widget where `places` says, and leave out those that it does not name."""
        placements = [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget)
            for widget, region in self.places(size)
            if widget.parent is self
        ]
        return DockArrangeResult(placements, {placement.widget for placement in placements}, NULL_SPACING)

    def compose(self) -> ComposeResult:
        """The bars; panes are added by each kind of screen."""
        yield self.top
        yield self.status
        yield self.footer
        yield self.prompt
        yield self.too_small

    def places(self, size: Size) -> Iterable[tuple[Widget, Region]]:
        """Where each widget stands on a screen of this size; bars give way to panes where rows are dear."""
        width, height = size
        if width < LEAST[0] or height < LEAST[1]:
            yield self.too_small, Region(0, 0, width, height)
            return
        above = 1 if height >= 16 else 0
        line = 2 if height >= 16 else 1
        below = line + 1
        if above:
            yield self.top, Region(0, 0, width, 1)
        yield from self.panes(Region(0, above, width, height - above - below))
        yield self.status, Region(0, height - below, width, line)
        yield (self.prompt if self.prompting else self.footer), Region(0, height - 1, width, 1)

    def rearrange(self) -> None:
        """Lay the panes out again: what is open has changed."""
        self.refresh(layout=True)

    def draw_at_once(self) -> None:
        """Draw all that has changed, in one go: Textual draws each widget when it hears of it, one after the other."""
        placed = self._compositor.visible_widgets
        changed = [widget for widget in placed if widget._repaint_required or widget._repaint_regions]
        for widget in changed:
            widget._repaint_required = False
        if self._layout_required or self in changed or not self.corpus_app.takes_rows:
            self._dirty_widgets.update(changed)
            self._on_timer_update()
            return
        self.corpus_app.draw_rows(
            (placed[widget][0].y + y, placed[widget][0].x, strip)
            for widget in changed
            for y, strip in _redrawn(widget, placed[widget][0].size)
        )

    # Keys.

    def on_key(self, event: Key) -> None:
        """Do the command that the key means here.

        Keys that were typed faster than a screen or the line to type in could open are handed on to it; those that
        were typed after the one that quits mean nothing any more.
        """
        if not self.is_attached:
            return
        current = self.app.screen
        if current is not self and isinstance(current, CorpusScreen):
            event.stop()
            event.prevent_default()
            current.post_message(Key(event.key, event.character))
            return
        if self.prompting and event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self.prompt.replace(event.character, *sorted(self.prompt.selection))
            return
        if not self.prompting and (self._early or self._unplaced):
            event.stop()
            event.prevent_default()
            self._early.append(event)
            if len(self._early) == 1:
                self.call_after_refresh(self._catch_up, PATIENCE)
            return
        self._press(event)

    @property
    def _unplaced(self) -> bool:
        """Whether the pane in front has no place on the screen yet: it was opened just now."""
        width, height = self.size
        return not self.front.size and width >= LEAST[0] and height >= LEAST[1]

    def _catch_up(self, refreshes: int) -> None:
        """Do what the keys mean that were typed before the pane in front had a place; wait for so many refreshes."""
        if self._unplaced and refreshes:
            self.call_after_refresh(self._catch_up, refreshes - 1)
            return
        early, self._early = self._early, []
        self._press(early[0])
        for event in early[1:]:
            self.on_key(event)

    def _press(self, event: Key) -> None:
        place = "search" if self.prompting else self.place
        keys = self.corpus_app.keys
        begun = keys.pending
        command = keys.press(place, event.key, event.character)
        if command is None and self.prompting and not begun and not keys.pending:
            return
        event.stop()
        event.prevent_default()
        self.status.quiet_down()
        if keys.pending:
            self._wait_for_chord(place)
        elif command is None and begun and event.key != "escape":
            self.say(f"{key_name(f'{begun} {event.character or event.key}')} does nothing here.")
        elif command is not None:
            self.corpus_app.profiles.begin()
            commands.perform(self, command)
            self.tell()
        elif event.key == "ctrl+c":
            self.say(self.keyed("{quit} quits."))

    def _wait_for_chord(self, place: Place) -> None:
        """Show what has been pressed of a chord, until the next key, and for a while only."""
        keys = self.corpus_app.keys
        self.say(keys.half_typed(place))
        if self._chord is not None:
            self._chord.stop()

        def drop() -> None:
            if keys.pending:
                keys.drop()
                self.status.quiet_down()

        self._chord = self.set_timer(SECONDS, drop)

    def tell(self) -> None:
        """Bring status line and footer up to date."""
        self.status.tell(self.where())
        self.footer.show(self.place, self.corpus_app.keys.shown(self.place))

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Tell the reader something, until the next key."""
        self.status.say(sentence, warning=warning)

    def keyed(self, sentence: str, **told: str) -> str:
        """A sentence with the reader's keys for the commands that it names: `{back} goes back.`."""
        return self.corpus_app.keys.spelled("search" if self.prompting else self.place, sentence, **told)

    # Typing.

    def ask(
        self,
        label: str,
        text: str,
        typed: Callable[[str], None] = lambda _: None,
        answered: Callable[[str], None] | None = None,
    ) -> None:
        """Let the reader type in place of `text` (`label`, which may name commands, shows while there is none).

        `typed` is told each change, `answered` what stands there when enter ends it.
        """
        self.prompting = True
        self._answered = answered
        self.prompt.begin(self.corpus_app.look.signs(self.keyed(label)), text, typed)
        self.rearrange()
        self.set_focus(self.prompt, scroll_visible=False)

    @property
    def answering(self) -> bool:
        """Whether what is typed answers a question, and is no filter or query."""
        return self.prompting and self._answered is not None

    def end_prompt(self, *, kept: bool) -> None:
        """Typing has ended; unless what was typed is kept, it is as it was before."""
        self.prompting = False
        self.set_focus(None)
        self.prompt.finish(kept=kept)
        self.rearrange()
        self.tell()
        answered, self._answered = self._answered, None
        if kept and answered is not None:
            answered(self.prompt.value)

    def came_in(self) -> None:
        """What is new in the corpus has been read."""

    def repaint(self) -> None:
        """Draw everything anew: the theme is another."""
        for widget in self.walk_children(Widget):
            widget.refresh()


def _redrawn(widget: Widget, size: Size) -> Iterable[tuple[int, Strip]]:
    """The rows of a widget that are to be drawn again, whole, by their number."""
    rows = {y for region in widget._exchange_repaint_regions() for y in region.line_range}
    strips = widget.render_lines(size.region)
    return [(y, strips[y]) for y in sorted(rows) if 0 <= y < len(strips)]
