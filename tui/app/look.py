"""How everything is drawn just now: inks, signs, and how wide and dense prose is. Widgets share one and read it."""

from tui.app.glyphs import ASCII, UNICODE, Glyphs
from tui.app.inks import Inks, inks
from tui.settings.settings import Settings
from tui.settings.themes import Theme

_ASCII_SIGNS = str.maketrans(
    {"…": "~", "·": "-", "–": "-", "“": '"', "”": '"', "↓": "v", "↑": "^", "←": "<", "→": ">"}
)


class Look:
    """What the reader's settings ask for. Changed by the theme command alone.

    `prose_width` in cells at most, `spacing` in rows a line.
    """

    __slots__ = ("ascii", "glyphs", "inks", "prose_width", "spacing", "theme")

    def __init__(self, theme: Theme, settings: Settings) -> None:
        self.theme: Theme = theme
        self.inks: Inks = inks(theme)
        self.glyphs: Glyphs = ASCII if settings.ascii else UNICODE
        self.prose_width: int = settings.prose_width
        self.spacing: int = settings.line_spacing
        self.ascii: bool = settings.ascii

    def signs(self, text: str) -> str:
        """Text of the program's own with its signs as ASCII, where that is wanted. Never for the text of an article."""
        return text.translate(_ASCII_SIGNS) if self.ascii else text

    def wear(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme, self.inks = theme, inks(theme)
