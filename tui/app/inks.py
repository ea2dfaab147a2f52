"""What the seven colours of a theme are on the screen: styles for text on the page and on the selected row.

Each meaning that has a colour has something else besides (bold, underline, reverse, or a sign beside it), so that it is
still told with sixteen colours or none.
"""

from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

from tui.settings.themes import COLOURS, Theme


class Paint(NamedTuple):
    """The styles on one ground.

    `said`, `cue` and `speaker` set the parts of a quotation apart; `match` is what a search found, `lit` what the
    reader lit up (an actor's mentions), `here` the one of them that n and N stand on, `marked` what is
    highlighted: it has no colour, and is laid over one.
    """

    text: Style
    strong: Style
    quiet: Style
    accent: Style
    front: Style
    mark: Style
    warn: Style
    match: Style
    lit: Style
    here: Style
    said: Style
    cue: Style
    speaker: Style
    marked: Style


class Inks(NamedTuple):
    """The two grounds: the page, and the row under the cursor."""

    page: Paint
    selected: Paint


def ink_names(theme: Theme) -> dict[str, str]:
    """What each `#rrggbb` of the theme stands for; nothing where the colours are the terminal's own."""
    return {} if theme.terminal_colours else {getattr(theme, colour): colour for colour in COLOURS}


@lru_cache(maxsize=16)
def inks(theme: Theme) -> Inks:
    """The styles of `theme`.

    Where it has the terminal's own colours only, quiet is dim and the selected row is reversed: what the sixteen
    colours look like is not known here.
    """
    own = theme.terminal_colours
    selected = Style(reverse=True) if own else Style(bgcolor=_colour(theme.selection))
    chosen = _paint(theme, selected, own)
    # What is quiet elsewhere is read here; and a cursor that moves changes its ink less often.
    chosen = chosen._replace(quiet=chosen.text, accent=chosen.text)
    return Inks(_paint(theme, Style(bgcolor=_colour(theme.page)), own), chosen)


def _paint(theme: Theme, ground: Style, own: bool) -> Paint:
    reverse = bool(ground.reverse)

    def ink(colour: str, **attributes: bool) -> Style:
        return ground + Style(color=None if reverse else _colour(colour), **attributes)  # type: ignore[arg-type]

    return Paint(
        text=ink(theme.text),
        strong=ink(theme.text, bold=True),
        quiet=ink(theme.quiet, dim=own and not reverse),
        accent=ink(theme.accent),
        front=ink(theme.accent, bold=True),
        mark=ink(theme.mark),
        warn=ink(theme.warn, bold=own),
        match=ink(theme.accent, underline=True, bold=True),
        lit=ink(theme.mark, bold=True, underline=own),
        here=ink(theme.mark, bold=True, reverse=not reverse),
        said=ink(theme.mark, underline=own),
        cue=ink(theme.text, italic=True),
        speaker=ink(theme.text, bold=True),
        marked=Style(underline=True),
    )


def _colour(name: str) -> str:
    """Rich's name of a theme's colour: `bright_blue` for `ansi_bright_blue`."""
    return name.removeprefix("ansi_")
