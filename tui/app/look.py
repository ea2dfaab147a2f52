"""How everything is drawn just now: inks, signs, and how wide and dense prose is. Widgets share one and read it."""

from dataclasses import dataclass

from tui.app.glyphs import ASCII, UNICODE, Glyphs
from tui.app.inks import Inks, inks
from tui.settings.settings import Settings
from tui.settings.themes import Theme

_ASCII_SIGNS = str.maketrans(
    {"…": "~", "·": "-", "–": "-", "“": '"', "”": '"', "↓": "v", "↑": "^", "←": "<", "→": ">"}
)


@dataclass(slots=True)
class Look:
    """`prose_width` in cells at most, `spacing` in rows a line. Changed by the theme command alone."""

    theme: Theme
    inks: Inks
    glyphs: Glyphs
    prose_width: int
    spacing: int
    ascii: bool = False

    @classmethod
    def of(cls, theme: Theme, settings: Settings) -> "Look":
        """The look that the reader's settings ask for."""
        glyphs = ASCII if settings.ascii else UNICODE
        return cls(theme, inks(theme), glyphs, settings.prose_width, settings.line_spacing, settings.ascii)

    def signs(self, text: str) -> str:
        """Text of the program's own with its signs as ASCII, where that is wanted. Never for the text of an article."""
        return text.translate(_ASCII_SIGNS) if self.ascii else text

    def wear(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme, self.inks = theme, inks(theme)
