"""Markdown: one article a file, with YAML front matter or without."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.plain import whole_text

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_LONGEST = 65_536
_MOST_EVENTS = 2_000
_DEEPEST = 8


class _FrontMatterError(Exception):
    """Front matter that is not taken: its line in the file, and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a Markdown file. Its text is what stands below the front matter.

    Front matter that is no YAML, or too much of it, is reported and left out; the article is read all the same.
    """
    for whole in whole_text(file, place):
        if isinstance(whole, Problem):
            yield whole
            continue
        metadata: dict[str, object] = {}
        front, at = _front_matter(whole)
        try:
            metadata = _metadata(front)
        except _FrontMatterError as error:
            advice = "write `title: …`, one field a line, between two lines of ---"
            yield Problem(
                place.path, error.line, f"front matter left out: {error.reason}", advice, skipped=False
            )
        text = whole[at:]
        if not text.strip():
            yield Problem(place.path, None, "there is no text below the front matter", "put a text there")
            continue
        name = place.stem.rsplit("/", 1)[-1]
        yield make_article(place.stem, text, path=place.path, name=name, metadata=metadata, marked=True)


def _front_matter(whole: str) -> tuple[str, int]:
    """The YAML between the fences and the offset of the text below; ("", 0) where there is none."""
    opening = _FENCE.match(whole)
    if not opening:
        return "", 0
    closing = _CLOSE.search(whole, opening.end())
    if not closing:
        return "", 0
    return whole[opening.end() : closing.start()], closing.end()


def _metadata(front: str) -> dict[str, object]:
    """The fields of front matter, all values as written. Raises `_FrontMatterError`."""
    if not front.strip():
        return {}
    if len(front) > _LONGEST:
        raise _FrontMatterError(1, f"it is longer than {_LONGEST:,} characters")
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _check(yaml, front, loader)
        found = yaml.load(front, Loader=loader)  # noqa: S506 a BaseLoader makes nothing but strings, lists and maps
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise _FrontMatterError(
            line, f"it is no YAML: {getattr(error, 'problem', None) or 'broken'}"
        ) from None
    if not isinstance(found, dict):
        raise _FrontMatterError(2, "it has no fields")
    return {str(key).lower(): value for key, value in found.items()}


def _check(yaml: object, front: str, loader: object) -> None:
    """Refuse what could grow: aliases, too many nodes, too deep nesting."""
    depth = 0
    for count, event in enumerate(yaml.parse(front, Loader=loader)):  # type: ignore[attr-defined]
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        line = event.start_mark.line + 2
        if kind == "AliasEvent":
            raise _FrontMatterError(line, "it has aliases (*)")
        if count > _MOST_EVENTS or depth > _DEEPEST:
            raise _FrontMatterError(line, "it has too many or too deep fields")
