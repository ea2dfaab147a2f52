"""Which panes stand beside each other, how wide, for the width of the screen and what is open."""

from dataclasses import dataclass

LIST_LEAST, LIST_MOST = 24, 44
TEXT_LEAST, TEXT_MOST = 38, 88
SIDE_LEAST, SIDE_MOST = 24, 40
WING_MOST = 76
"""Columns that list and sidebar grow to where the texts have all the room that prose is read in."""

ONE_BELOW = 100
"""Columns below which one pane fills the screen."""

TWO_FROM = 14
"""Rows from which a counterpart lies below the text, where one pane fills the screen."""

LEAST = (30, 8)
"""Columns and rows below which nothing can be read, and a sentence says so."""


@dataclass(frozen=True, slots=True)
class Open:
    """What is open: how many texts, whether the sidebar is, and which of them is in front (`focus`).

    `focus` is "list", "side" or the number of a text, from 0. `lead` is the text that stands leftmost when not all fit.
    """

    texts: int
    side: bool
    focus: int | str
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in columns, 0 for what is not shown. `texts` are (number, width) from left to right.

    One column between panes belongs to the pane on its right.
    """

    listing: int
    texts: tuple[tuple[int, int], ...]
    side: int


def texts_beside(columns: int) -> int:
    """How many texts may stand beside each other on a screen so wide."""
    return 1 if columns < ONE_BELOW else 2 if columns < 160 else 3 if columns < 200 else 4


def lay_out(columns: int, what: Open) -> Layout:
    """Share `columns` among the panes: what is in front is always shown, and no text is too narrow to read."""
    if columns < ONE_BELOW:
        return _one(columns, what)
    if what.texts == 0:
        side = min(columns * 2 // 5, WING_MOST) if what.side else 0
        return Layout(columns - side, (), side)
    shown = _window(what, min(texts_beside(columns), what.texts))
    while True:
        room = columns - len(shown) * TEXT_LEAST - (len(shown) - 1)
        listing, side = _wings(room, what)
        if len(shown) == 1 or _front_is_shown(what, listing, side):
            break
        shown = shown[:-1] if shown[0] == what.focus or what.focus in ("list", "side") else shown[1:]
    return _shares(columns, shown, listing > 0, side > 0)


def _one(columns: int, what: Open) -> Layout:
    if what.focus == "list" or (what.focus == "side" and not what.side):
        return Layout(columns, (), 0)
    if what.focus == "side":
        return Layout(0, (), columns)
    return Layout(0, ((int(what.focus), columns),), 0)


def _window(what: Open, count: int) -> list[int]:
    """The texts that stand side by side: `count` of them from the lead on, moved so that the one in front is there."""
    lead = min(what.lead, what.texts - count)
    if isinstance(what.focus, int):
        lead = min(max(lead, what.focus - count + 1), what.focus)
    return list(range(lead, lead + count))


def _wings(room: int, what: Open) -> tuple[int, int]:
    """Whether list and sidebar fit into what the texts leave: each needs its least width and the line before it."""
    wants_side = what.side and room >= SIDE_LEAST + 1
    if what.focus == "list":
        listing = room >= LIST_LEAST + 1
        return (
            LIST_LEAST if listing else 0,
            SIDE_LEAST if wants_side and room >= LIST_LEAST + SIDE_LEAST + 2 else 0,
        )
    rest = room - (SIDE_LEAST + 1 if wants_side else 0)
    return LIST_LEAST if rest >= LIST_LEAST + 1 else 0, SIDE_LEAST if wants_side else 0


def _front_is_shown(what: Open, listing: int, side: int) -> bool:
    if what.focus == "list":
        return listing > 0
    return side > 0 or not what.side


def _shares(columns: int, shown: list[int], listing: bool, side: bool) -> Layout:
    """Give texts what they need up to their most, and the lists what is left, up to theirs."""
    lines = len(shown) - 1 + listing + side
    room = columns - lines
    list_width = min(max(room // 6, LIST_LEAST), LIST_MOST) if listing else 0
    side_width = min(max(room // 6, SIDE_LEAST), SIDE_MOST) if side else 0
    least = len(shown) * TEXT_LEAST
    if room - list_width - side_width < least:
        list_width = LIST_LEAST if listing else 0
        side_width = SIDE_LEAST if side else 0
    each, over = divmod(room - list_width - side_width, len(shown))
    if each >= TEXT_MOST:
        spare = (each - TEXT_MOST) * len(shown) + over
        grown = min(spare // (1 + (listing and side)), WING_MOST - side_width) if side else 0
        side_width += grown
        list_width += min(spare - grown, WING_MOST - list_width) if listing else 0
        each, over = divmod(room - list_width - side_width, len(shown))
    texts = tuple((number, each + (at < over)) for at, number in enumerate(shown))
    # The line before a pane is part of its width; only the leftmost pane has none.
    first_is_list = listing
    texts = tuple(
        (number, width + (1 if first_is_list or at else 0)) for at, (number, width) in enumerate(texts)
    )
    return Layout(list_width, texts, side_width + (1 if side else 0))
