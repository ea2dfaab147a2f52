"""Where a file stands in its corpus, for ids and messages."""

from pathlib import Path
from typing import NamedTuple, Self

from tui.corpus.kinds import suffix_of
from tui.corpus.problem import shown
from tui.corpus.sources import Source


class Place(NamedTuple):
    """Where a file stands.

    `path` is the file as a person would name it; `stem` and `inside` are its path below the corpus, without and with
    its suffix; `suffix` is in small letters. `before` counts the lines or pages of the file before what is read, where
    that is a slice of it.
    """

    path: str
    stem: str
    inside: str
    suffix: str
    before: int = 0

    @classmethod
    def of(cls, source: Source, before: int = 0) -> Self:
        """The place of a source, or of a slice of it."""
        inside = shown(Path(source.inside))
        suffix = suffix_of(inside)
        return cls(shown(source.path), inside[: len(inside) - len(suffix)], inside, suffix, before)

    def item(self, number: int) -> str:
        """The id of the article that is the `number`th of its file, counted from 1, where it has none of its own."""
        return f"{self.inside}:{number}"
