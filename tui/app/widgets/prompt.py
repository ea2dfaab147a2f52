"""The line to type in, at the foot of the screen: a filter, a query."""

from collections.abc import Callable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from tui.app.look import Look


class Prompt(Input):
    """A line of text after a label. Enter keeps what was typed, esc puts back what was there before."""

    DEFAULT_CSS = """
    Prompt, Prompt:focus {
        height: 1; width: 1fr; border: none; padding: 0 1;
        background: $background; color: $foreground; background-tint: transparent;
        & > .input--cursor { background: $foreground; color: $background; text-style: none; }
        & > .input--placeholder { color: $secondary; }
        & > .input--selection { background: $panel; }
    }
    """

    def __init__(self, look: Look) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.look = look
        self._before = ""
        self._told: str | None = None
        self._inked: tuple[str, Style, Style] | None = None
        self._typed: Callable[[str], None] | None = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002 - see below
        recompose: bool = False,
    ) -> Self:
        """Draw it again. It stands where its screen puts it: a letter more places nothing anew."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw it: as it mostly is, a letter more with the cursor behind it, past all that Textual looks after."""
        width, text = self.outer_size.width, self.value
        at_end = self.cursor_at_end and self.selection.is_empty and self.has_focus
        fits = 0 < len(text) < width - 2 and text.isascii() and text.isprintable()
        if not (at_end and fits and crop == Region(0, 0, width, 1)):
            return super().render_lines(crop)
        line, cursor = self._inks()
        rest = " " * (width - len(text) - 2)
        return [Strip([Segment(f" {text}", line), Segment(" ", cursor), Segment(rest, line)], width)]

    def _inks(self) -> tuple[Style, Style]:
        """The styles of the line and of its cursor, worked out once for each theme."""
        if self._inked is None or self._inked[0] != self.app.theme:
            line = self.rich_style
            self._inked = self.app.theme, line, line + self.get_component_rich_style("input--cursor")
        return self._inked[1:]

    def begin(self, label: str, text: str, typed: Callable[[str], None]) -> None:
        """Begin with `text` as it is; `typed` is told what stands there after each change."""
        self.placeholder = label
        self._before = text
        self._told = None
        self.value = text
        self.cursor_position = len(text)
        self._typed = typed

    def finish(self, *, kept: bool) -> None:
        """End; what was typed is taken back unless it is kept."""
        if self._typed is not None and self.value != self._before:
            self._typed(self.value if kept else self._before)
        self._typed = None

    async def _on_key(self, event: Key) -> None:
        """Type, unless typing has ended meanwhile: then the key means what it means to the screen."""
        if self.typing:
            with self.prevent(Input.Changed):
                await super()._on_key(event)
            self._tell()

    @property
    def typing(self) -> bool:
        """Whether what is typed belongs here."""
        return self._typed is not None and self.app.screen is self.screen

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what was changed by other means than a letter, unless it has been told."""
        event.stop()
        self._tell()

    def _tell(self) -> None:
        if self._typed is not None and self.value != self._told:
            self._told = self.value
            self._typed(self.value)
