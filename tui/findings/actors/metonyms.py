"""Tell a capital that stands for its state from the city: `talks with Moscow`, but `flew to Moscow`."""

from tui.findings.actors.gazetteer import gazetteer
from tui.findings.document import Document
from tui.findings.language.wordlists import words

_ENDS = frozenset({".", "!", "?", ";", "”", "“", '"'})
_STRONG = frozenset({"between", "with", "against", "toward", "towards", "for"})


def is_metonym(document: Document, first: int, last: int) -> bool:
    """Whether the capital `words[first:last]` stands for its state there."""
    lowers = document.lowers
    before = lowers[first - 1] if first else ""
    after = lowers[last] if last < len(lowers) else ""
    if after in ("'s", "’s") and last + 1 < len(lowers):
        owned = set(lowers[last + 1 : last + 4]) & words("state_affairs")
        return before not in words("place_prepositions") and bool(owned)
    if _local(document, first, last):
        return False
    if before in _STRONG or before in ("and", "or", "to", "on", "from", "by", "of"):
        return _affairs_near(document, first, last, before)
    return _acts(document, last)


def _local(document: Document, first: int, last: int) -> bool:
    """Whether the words around say that the city is meant."""
    words_, lowers = document.words, document.lowers
    before = lowers[first - 1] if first else ""
    if (
        before in words("place_prepositions")
        or before in ("-", "the", "'s", "’s")
        or lowers[first - 2 : first] == ["out", "of"]
    ):
        return True
    if last >= len(words_):
        return False
    after = words_[last]
    return (
        after[0].isupper()
        or after in ("(", "-")
        or lowers[last] in ("state", "area", "city", "airport", "time")
    )


def _acts(document: Document, last: int) -> bool:
    """Whether it does what states do: a verb follows, and nothing but a clause's beginning stands before."""
    lowers = document.lowers
    at = last
    if at + 1 < len(lowers) and lowers[at] == "and" and document.words[at + 1] in gazetteer().capitals:
        at += 2
    begin = at
    while at < len(lowers) and lowers[at] in (
        "also",
        "has",
        "have",
        "had",
        "would",
        "will",
        "could",
        "may",
        "must",
        "not",
    ):
        at += 1
    if at >= len(lowers):
        return False
    return at > begin or lowers[at] in words("state_acts")


def _clause(words_: list[str]) -> list[str]:
    """`words_` up to where a sentence ends."""
    return words_[: next((at for at, word in enumerate(words_) if word in _ENDS), len(words_))]


def _affairs_near(document: Document, first: int, last: int, before: str) -> bool:
    """Whether affairs of states stand near, or it acts together with the name before it."""
    lowers = document.lowers
    near = set(_clause(lowers[max(0, first - 6) : first][::-1]))
    if before in _STRONG or before in ("and", "or"):
        near |= set(_clause(lowers[last : last + 4]))
    if near & words("state_affairs"):
        return not near & words("journeys")
    if before == "for" and (first < 2 or lowers[first - 2] in (".", "”")):
        return True
    return before in ("and", "or") and _acts(document, last)
