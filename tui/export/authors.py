"""Who wrote an article, by family name and given names, as styles of citation ask for it."""

import re
from typing import NamedTuple

from tui.corpus.language import word_list

_BY = re.compile(r"^(?:[Bb]y|BY|Von)\s+")
_BETWEEN = re.compile(r"\s*;\s*|\s*,?\s+(?:and|&|und)\s+")
_LISTED = re.compile(r"\s*,\s*(?=\S+\s+\S)")  # "Ann Lee, Jo Brandt": a comma before a name of several words
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_OFFICE = re.compile(
    r"\b(?:staff|desk|newsroom|editors|board|bureau|agencies|agency|news|press|redaktion)\b", re.IGNORECASE
)


class Author(NamedTuple):
    """A person, or with a `family` alone a name that is not taken apart: a newsroom, an agency, a pen name."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def initials(self) -> str:
        """`J.-P. R.` of `Jean-Paul Roy`'s given names and the like."""
        return " ".join(
            "-".join(f"{part[0]}." for part in name.split("-") if part) for name in self.given.split()
        )

    @property
    def natural(self) -> str:
        """`Martin King Jr.`, as people say it."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def family_first(self) -> str:
        """`Brandt, Jo`, `King, Jr., Martin`: as BibTeX takes names apart."""
        return ", ".join(filter(None, (self.family, self.suffix, self.given)))


def authors(told: str | None) -> list[Author]:
    """The authors of a byline, in its order; `;`, `and` and commas stand between them."""
    found = []
    for part in _BETWEEN.split(_BY.sub("", " ".join((told or "").split()))):
        several = _LISTED.split(part) if " " in part.partition(",")[0] else [part]
        found += [_author(name.strip(" ,")) for name in several]
    return [author for author in found if author.family]


def _author(name: str) -> Author:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and _SUFFIX.fullmatch(given):
        return _author(family)._replace(suffix=given)
    if comma:
        return Author(family, given)
    words = name.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2 or name.casefold() in word_list("agencies") or _OFFICE.search(name):
        return Author(name)
    begin = next((at for at, word in enumerate(words[1:-1], 1) if word.islower()), len(words) - 1)
    return Author(" ".join(words[begin:]), " ".join(words[:begin]), suffix)
