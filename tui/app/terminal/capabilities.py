"""What the terminal can do: asked of the environment and of terminfo, never of the terminal itself."""

import os
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

TRUECOLOUR = 1 << 24

_ERASES_IN_COLOUR = re.compile(r"(xterm|linux|rxvt|alacritty|foot|wezterm|ghostty|contour|st)(-|$)")
_COLOURS_IN_NAME = re.compile(r"-(8|16|88|256)color")
_PLAIN = re.compile(r"(vt\d|ansi|dumb|unknown|cons25|sun)")


class Capabilities(NamedTuple):
    """What may be sent.

    `colours`: 0, 8, 16, 256 or TRUECOLOUR. `erases_in_colour`: what is erased takes the background in use
    (terminfo `bce`). `erases_characters`: ECH. `single_attributes`: bold, underline and the like can be switched off
    one by one (not so on a VT100). `newer_attributes`: italics, strikethrough and the like (terminfo `sitm`); GNU
    screen shows italics in reverse. `alternate_screen`: the shell's screen comes back by itself.
    """

    colours: int = TRUECOLOUR
    erases_in_colour: bool = True
    erases_characters: bool = True
    single_attributes: bool = True
    newer_attributes: bool = True
    alternate_screen: bool = True

    @classmethod
    def of_terminal(cls, environment: Mapping[str, str] | None = None) -> "Capabilities":
        """Those of the terminal that `environment` (the process's own by default) tells of."""
        told = os.environ if environment is None else environment
        term = told.get("TERM", "").lower()
        known = _terminfo(term) or _by_name(term)
        return cls(
            colours=_colours(told, term, known.colours),
            erases_in_colour=known.erases_in_colour,
            erases_characters=known.erases_characters,
            single_attributes=not _PLAIN.match(term),
            newer_attributes=known.newer_attributes,
            alternate_screen=known.alternate_screen,
        )


def _terminfo(term: str) -> Capabilities | None:
    try:
        import curses
    except ImportError:  # some builds of Python have none
        return None
    try:
        curses.setupterm(term, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (curses.error, OSError, ValueError):
        return None
    return Capabilities(
        colours=max(curses.tigetnum("colors"), 0),
        erases_in_colour=curses.tigetflag("bce") > 0,
        erases_characters=curses.tigetstr("ech") is not None,
        newer_attributes=curses.tigetstr("sitm") is not None,
        alternate_screen=b"1049" in (curses.tigetstr("smcup") or b""),
    )


def _by_name(term: str) -> Capabilities:
    """For a terminal that terminfo does not know here, as is usual for new ones on old servers."""
    modern = bool(_ERASES_IN_COLOUR.match(term))
    told = _COLOURS_IN_NAME.search(term)
    return Capabilities(
        colours=0 if _PLAIN.match(term) else int(told[1]) if told else 256 if modern else 8,
        erases_in_colour=modern,
        erases_characters=modern,
        newer_attributes=modern and not term.startswith("linux"),
        alternate_screen=not _PLAIN.match(term) and not term.startswith("linux"),
    )


def _colours(told: Mapping[str, str], term: str, known: int) -> int:
    if told.get("NO_COLOR"):
        return 0
    if told.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return TRUECOLOUR
    if term.endswith("kitty"):
        return TRUECOLOUR
    if known >= 256 or "256color" in term:
        return 256
    return 16 if known >= 16 or term.endswith("-16color") else 8 if known >= 8 else 0
