"""Where a file stands in its corpus, for ids and messages."""

from typing import NamedTuple, Self

from tui.corpus.sources import Source


class Place(NamedTuple):
    """`path`: the file as a person would name it; `stem`, `inside`: its path below the corpus, without and with suffix."""

    path: str
    stem: str
    inside: str
    suffix: str

    @classmethod
    def of(cls, source: Source) -> Self:
        """The place of a source."""
        inside = source.inside
        suffix = source.path.suffix
        return cls(str(source.path), inside.removesuffix(suffix), inside, suffix.lower())
