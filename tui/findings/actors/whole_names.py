"""Names that are written in pieces, put together: `Doe, John`, and `Joe “the Hammer” Doe`."""

from tui.findings.actors.candidates import Candidate
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.typing import Named
from tui.findings.actors.vocabulary import Kind, is_common, kind
from tui.findings.document import Document

_OPEN, _CLOSE = frozenset("“\"‘'("), frozenset("”\"’')")
_NICKNAME = 3  # words between the marks, at most


def whole_names(document: Document, named: list[Named]) -> list[Named]:
    """`named` with each name that is written in pieces as one, in the order of first name and surname."""
    return _nicknamed(document, _turned(document, named))


def _turned(document: Document, named: list[Named]) -> list[Named]:
    """`named` with each `Doe, John` as one name, `John Doe`, where a list or the full name elsewhere tells so."""
    full = {n.name for n in named}
    words, kept = document.words, list[Named]()
    for n in named:
        last = kept[-1] if kept else None
        first, end = n.candidate.first, n.candidate.last
        if (
            last is not None
            and last.candidate.last == first - 1
            and words[first - 1] == ","
            and " " not in last.name + n.name
            and n.name.lower() in gazetteer().genders
            and (f"{n.name} {last.name}" in full or words[end : end + 1] == [";"])
        ):
            both = last.candidate._replace(last=end, entry=None)
            kept[-1] = Named(both, f"{n.name} {last.name}", "person", 0.9)
        else:
            kept.append(n)
    return kept


def _nicknamed(document: Document, named: list[Named]) -> list[Named]:
    """`named` with each name that a nickname in marks parts as one, without the nickname."""
    found: list[Named] = []
    for n in named:
        first = next((one for one in reversed(found[-_NICKNAME:]) if _parted(document, one, n)), None)
        if first is None:
            found.append(n)
            continue
        while found[-1] is not first:
            found.pop()
        both = Candidate(first.candidate.first, n.candidate.last, None, Kind.NAME, False, False)
        found[-1] = Named(both, f"{first.name} {n.name}", "person", 0.9)
    return found


def _parted(document: Document, first: Named, last: Named) -> bool:
    """Whether only a nickname in marks stands between a first name and a surname."""
    if not 3 <= last.candidate.first - first.candidate.last <= _NICKNAME + 2:
        return False
    between = document.words[first.candidate.last : last.candidate.first]
    if between[0] not in _OPEN or between[-1] not in _CLOSE:
        return False
    inside = between[1:-1]
    plain = all(word[0].isalpha() for word in inside) and inside[-1][0].isupper()
    given = first.name.split()[0].lower() in gazetteer().genders and first.candidate.entry is None
    surname = last.name.split()[0]
    return plain and given and kind(surname) is Kind.NAME and not (is_common(surname) and between[0] == "(")
