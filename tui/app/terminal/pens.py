"""Pens: colours and attributes as the terminal knows them, and the shortest way from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.color import ColorSystem
from rich.style import Style

from tui.app.terminal.capabilities import TRUECOLOUR, Capabilities

BOLD: Final = 1 << 0
DIM: Final = 1 << 1
ITALIC: Final = 1 << 2
UNDERLINE: Final = 1 << 3
REVERSE: Final = 1 << 6
STRIKE: Final = 1 << 8
DOUBLE_UNDERLINE: Final = 1 << 9
OVERLINE: Final = 1 << 12

ON: Final = {
    BOLD: "1",
    DIM: "2",
    ITALIC: "3",
    UNDERLINE: "4",
    REVERSE: "7",
    STRIKE: "9",
    DOUBLE_UNDERLINE: "21",
    OVERLINE: "53",
}
"""SGR codes, by the bits that Rich gives the attributes; blinking, framing and hiding are never wanted."""

OFF: Final = {
    BOLD: "22",
    DIM: "22",
    ITALIC: "23",
    UNDERLINE: "24",
    REVERSE: "27",
    STRIKE: "29",
    DOUBLE_UNDERLINE: "24",
    OVERLINE: "55",
}

WANTED: Final = sum(ON)
NEWER: Final = ITALIC | STRIKE | DOUBLE_UNDERLINE | OVERLINE
SEEN_ON_BLANKS: Final = UNDERLINE | REVERSE | STRIKE | DOUBLE_UNDERLINE | OVERLINE

SYSTEMS: Final = {
    8: ColorSystem.STANDARD,
    16: ColorSystem.STANDARD,
    256: ColorSystem.EIGHT_BIT,
    TRUECOLOUR: ColorSystem.TRUECOLOR,
}

ROLES_IN_COLOUR: Final[Mapping[str, tuple[str, int]]] = {
    "text": ("", 0),
    "quiet": ("", DIM),
    "accent": ("36", BOLD),
    "mark": ("33", BOLD),
    "warn": ("31", BOLD),
}
"""What the inks become where there are 16 colours or fewer: the terminal's own text colour is always legible."""

ROLES_WITHOUT: Final[Mapping[str, tuple[str, int]]] = {
    "text": ("", 0),
    "quiet": ("", DIM),
    "accent": ("", BOLD),
    "mark": ("", UNDERLINE),
    "warn": ("", BOLD | UNDERLINE),
}

MOST_PENS: Final = 4096


class Pen:
    """Colours and attributes of a cell, as SGR codes; pens of one `Pens` are equal where they are the same object.

    `blank` is the pen as far as it is seen on a blank cell: the background, underlining, reverse video. `around` draws
    the blanks at the ends of a stretch: what a colour became where there are few is shown on what is written alone.
    """

    __slots__ = ("around", "attributes", "background", "blank", "foreground")

    def __init__(self, foreground: str, background: str, attributes: int) -> None:
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.blank: Pen = self
        self.around: Pen = self

    def codes(self) -> list[str]:
        """All that must be switched on, from nothing."""
        attributes = [code for bit, code in ON.items() if self.attributes & bit]
        return [*attributes, *filter(None, (self.foreground, self.background))]


class Pens:
    """All pens in use on one terminal.

    `inks` names the theme's colours (`#rrggbb` in lower case → `text`, `quiet` …, `page`, `selection`): where there
    are 16 colours or fewer, what a colour stands for is shown instead of the nearest colour, so that a selection is
    never the colour of its page.
    """

    def __init__(self, capabilities: Capabilities, inks: Mapping[str, str] | None = None) -> None:
        self._capabilities = capabilities
        self.inks = {colour.lower(): role for colour, role in (inks or {}).items()}
        self._pens: dict[tuple[str, str, int], Pen] = {}
        self._of_style: dict[Style, Pen] = {}
        self._ways: dict[tuple[Pen, Pen], str] = {}
        self.plain = self._pen("", "", 0)
        """No colour, no attribute: what a terminal starts with."""

    def of(self, style: Style | None) -> Pen:
        """The pen that draws `style`. Links and meta data of a style are no part of it, and never sent."""
        if style is None:
            return self.plain
        pen = self._of_style.get(style)
        if pen is None:
            if len(self._of_style) >= MOST_PENS:
                self._of_style.clear()
                self._ways.clear()
            pen = self._of_style[style] = self._make(style)
        return pen

    def over(self, pen: Pen | None, ground: Pen) -> Pen:
        """The pen that is nearest to `pen` among those whose blanks look like `ground`."""
        if pen is None or pen.blank is ground:
            return pen or ground
        nearest = self._pen(pen.foreground, ground.background, pen.attributes & ~SEEN_ON_BLANKS)
        return nearest if nearest.blank is ground else ground

    def way(self, old: Pen | None, new: Pen) -> str:
        """The shortest sequence after which what is written is drawn with `new`; `old` None is an unknown pen."""
        if old is None:
            return f"\x1b[{';'.join(['0', *new.codes()])}m"
        found = self._ways.get((old, new))
        if found is None:
            found = self._ways[old, new] = self._shortest(old, new)
        return found

    def _shortest(self, old: Pen, new: Pen) -> str:
        if old is new:
            return ""
        afresh = ";".join(["0", *new.codes()]) if new.codes() else ""
        if not self._capabilities.single_attributes:
            return f"\x1b[{afresh}m"
        changes = ";".join(_changes(old, new))
        return f"\x1b[{min(afresh, changes, key=len)}m"

    def _pen(self, foreground: str, background: str, attributes: int) -> Pen:
        key = (foreground, background, attributes)
        pen = self._pens.get(key)
        if pen is None:
            pen = self._pens[key] = Pen(*key)
            seen = attributes & SEEN_ON_BLANKS
            coloured = foreground if seen else ""
            if (coloured, seen) != (foreground, attributes):
                pen.blank = self._pen(coloured, background, seen)
        return pen

    def _make(self, style: Style) -> Pen:
        wanted = WANTED if self._capabilities.newer_attributes else WANTED & ~NEWER
        attributes = style._attributes & style._set_attributes & wanted
        if self._capabilities.colours <= 16 and self.inks:
            return self._by_role(style, attributes)
        if not self._capabilities.colours:
            grounded = style.bgcolor is not None and not style.bgcolor.is_default
            return self._pen("", "", attributes | REVERSE if grounded else attributes)
        system = SYSTEMS[self._capabilities.colours]
        foreground = style.color.downgrade(system).get_ansi_codes() if style.color else ()
        background = style.bgcolor.downgrade(system).get_ansi_codes(False) if style.bgcolor else ()
        told = [";".join(codes) for codes in (foreground, background)]
        return self._pen("" if told[0] == "39" else told[0], "" if told[1] == "49" else told[1], attributes)

    def _by_role(self, style: Style, attributes: int) -> Pen:
        roles = ROLES_IN_COLOUR if self._capabilities.colours else ROLES_WITHOUT
        ink, ground = (
            self.inks.get(color.triplet.hex) if color is not None and color.triplet else None
            for color in (style.color, style.bgcolor)
        )
        foreground, told = roles.get(ink or "text", ("", 0))
        if style.bgcolor is not None and style.bgcolor.triplet and ground != "page":
            attributes |= REVERSE
        around = self._pen("", "", attributes & SEEN_ON_BLANKS)
        attributes |= told
        if attributes & BOLD and attributes & DIM:
            attributes &= ~DIM
        pen = self._pen(foreground, "", attributes)
        if pen.blank is not around:
            pen.around = around
        return pen


def _changes(old: Pen, new: Pen) -> list[str]:
    gone = old.attributes & ~new.attributes
    codes = []
    for off in dict.fromkeys(code for bit, code in OFF.items() if gone & bit):
        codes.append(off)
        gone |= sum(bit for bit, code in OFF.items() if code == off)
    added = new.attributes & (~old.attributes | gone)
    codes += [code for bit, code in ON.items() if added & bit]
    if old.foreground != new.foreground:
        codes.append(new.foreground or "39")
    if old.background != new.background:
        codes.append(new.background or "49")
    return codes
