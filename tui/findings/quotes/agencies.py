"""News agencies that passed words on: "told Reuters", "according to the state agency TASS", "AFP reported"."""

import re
from functools import cache

from tui.findings.document import Document
from tui.findings.language.wordlists import words


def agency_pattern(document: Document) -> re.Pattern[str] | None:
    """What matches a passing on by one of the agencies that the article names, or None where it names none."""
    begun = _by_first_word()
    possible = {name for word in begun.keys() & document.words for name in begun[word]}
    named = [name for name in possible if name in document.article.text]
    return _pattern(tuple(sorted(named, key=lambda name: (-len(name), name)))) if named else None


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The agencies by their first word, with what follows its hyphen and without."""
    begun: dict[str, list[str]] = {}
    for name in words("agencies"):
        first = name.split()[0]
        for word in {first, first.partition("-")[0]}:
            begun.setdefault(word, []).append(name)
    return begun


@cache
def _pattern(named: tuple[str, ...]) -> re.Pattern[str]:
    name = "(?P<{}>" + "|".join(re.escape(agency) for agency in named) + r")\b"
    before = r"\b(?:told|tells|according\s+to|quoted\s+by|cited\s+by|reported\s+by|saying\s+by)\s+(?:[\w’'-]+\s+){0,6}?"
    after = r"\s+(?:reported|reports|quoted|quotes|said|says|cited|cites)\b"
    return re.compile(before + name.format("told") + r"|\b" + name.format("tells") + after)


def passed_on_by(pattern: re.Pattern[str] | None, sentence: str) -> str | None:
    """The agency that passed on what `sentence` tells, or None."""
    found = pattern.search(sentence) if pattern else None
    return found.group("told") or found.group("tells") if found else None
