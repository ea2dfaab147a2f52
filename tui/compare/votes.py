"""Both numbers of a vote: 52-48, 118 votes to 104, 122 against and 104 in favour."""

import re

from tui.compare.quantity import Quantity
from tui.findings.language.wordlists import words

MAJORITY, MINORITY = "votes of the majority", "votes of the minority"
"""The units of a vote's numbers: one paper counts those for the government first, another those for the motion."""

_REACH = 60  # code points on either side of "52-48" in which a vote is told
_WORD = re.compile(r"[^\W\d_]+")
_TO = re.compile(
    r"(?<![\w.,:-])(\d{1,3})(?:\s?[-–]\s?|\s+(?:votes\s+)?(?:to|against)\s+)(\d{1,3})"
    r"(?![\w:%-]|[.,]\d|\s*(?:per|million|billion))"
)
_EACH = re.compile(
    r"(?<![\w.,:-])(\d{1,3})\s+(?:votes\s+|voted\s+)?(?:against|for|in\s+favou?r)\b[^.;\d]{0,24}?"
    r"(\d{1,3})\s+(?:votes\s+|voted\s+)?(?:against|for|in\s+favou?r)\b"
)


def find_votes(text: str, start: int, end: int) -> list[Quantity]:
    """The votes told in `text[start:end]`: two quantities for each."""
    found = []
    for pattern in (_TO, _EACH):
        for match in pattern.finditer(text, start, end):
            around = text[max(start, match.start() - _REACH) : min(end, match.end() + _REACH)]
            if words("vote_words").isdisjoint(_WORD.findall(around.lower())):
                continue
            fewer, more = sorted((float(match[1]), float(match[2])))
            for unit, value in ((MAJORITY, more), (MINORITY, fewer)):
                found.append(Quantity(match.start(), match.end(), value, value, value, unit))
    return found
