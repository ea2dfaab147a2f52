"""Where a file stands in its corpus, for ids and messages."""

from pathlib import Path
from typing import NamedTuple, Self

from tui.corpus.problem import shown
from tui.corpus.sources import Source


class Place(NamedTuple):
    """Where a file stands.

    `path` is the file as a person would name it; `stem` and `inside` are its path below the corpus, without and with
    its suffix; `suffix` is in small letters.
    """

    path: str
    stem: str
    inside: str
    suffix: str

    @classmethod
    def of(cls, source: Source) -> Self:
        """The place of a source."""
        inside = shown(Path(source.inside))
        suffix = shown(Path(source.path.suffix)) if source.path.suffix else ""
        return cls(shown(source.path), inside.removesuffix(suffix), inside, suffix.lower())
