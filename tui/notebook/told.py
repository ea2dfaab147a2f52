"""What a reader puts right in an article's words: who said a quotation, that it is none, when the article is of."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.findings.actors.corrections import RULE, Correction, Merge, Reject, Rename
from tui.findings.quotes.quote import Quote
from tui.notebook.anchors import Anchor

DATE_ASKED = "a year, a month or a day: 2024, 2024-05 or 2024-05-17"
"""What a date must be, for those who are asked for one (EDTF level 0, ISO 8601-2)."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Said:
    """The quotation at `at` (from its first word to its last) was said by `name`; None: no speaker is told."""

    at: Anchor
    name: str | None


@dataclass(frozen=True, slots=True)
class NotSaid:
    """What stands at `at` is no quotation."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Dated:
    """The article at `at` is of this date (EDTF: a year, a month or a day)."""

    at: Anchor
    date: str


InText = Said | NotSaid | Dated


def date_told(text: str) -> str | None:
    """What a reader typed as an EDTF year, month or day; None where it is none that the calendar has."""
    parts = _DATE.fullmatch(text.strip())
    if parts is None:
        return None
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return parts[0]


def corrected_quote(quote: Quote, name: str | None) -> Quote:
    """`quote` with the speaker that a reader told; the words of the text that named another are no longer its."""
    return replace(
        quote,
        speaker=None,
        actor=name,
        resolved=None,
        attribution="unknown" if name is None else "named",
        rule=RULE,
        confidence=1.0,
    )


def called_later(name: str, corrections: Iterable[Correction]) -> str | None:
    """What an actor is called after `corrections`; None where it is no actor any more."""
    now: str | None = name
    for one in corrections:
        match one:
            case Rename(old, new) if old == now:
                now = new
            case Merge(into, others) if now in others:
                now = into
            case Reject(old) if old == now:
                return None
            case _:
                pass
    return now
