"""PDF: the text of its pages (pypdf)."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from tui.corpus.article import Article
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import too_large, whole

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2_000
LONGEST_TEXT = 20_000_000
"""Characters of one document."""

STEPS_OF_PAGE = 20_000
"""Steps in which one page sets text; a full page takes some hundreds. Reading takes time by their square."""

MOST_STEPS = 1_000_000
"""Such steps of one document."""

_ADVICE = "save it anew, or its text as .txt"
_NO_TITLE = re.compile(r"Microsoft \w+ - |untitled|.*\.\w{2,5}\Z", re.IGNORECASE)
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad]\n([^\W\d_]+)")


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a PDF. Pages that cannot be read are named. Its dates are not taken: they are the file's."""
    import pypdf

    data = whole(file, place)
    if isinstance(data, Problem):
        yield data
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    file.seek(0)
    try:
        document = pypdf.PdfReader(file)
        if document.is_encrypted and not document.decrypt(""):
            yield Problem(place.path, None, "the document is locked with a password", "save it without one")
            return
        count = len(document.pages)
    except Exception as error:  # noqa: BLE001 - broken documents raise whatever they run into
        yield Problem(place.path, None, f"broken document ({type(error).__name__}: {error})"[:200], _ADVICE)
        return
    pages, broken = _pages(document, min(count, MOST_PAGES))
    text = _whole_words("\n".join(pages))
    if broken:
        named = ", ".join(map(str, broken[:10])) + (" …" if len(broken) > 10 else "")
        yield Problem(place.path, None, f"pages that cannot be read: {named}", _ADVICE, skipped=False)
    if count > MOST_PAGES:
        reason = f"only the first {MOST_PAGES:,} of {count:,} pages are read"
        yield Problem(place.path, None, reason, "cut it up", skipped=False)
    if len(text) > LONGEST_TEXT:
        yield too_large(place, len(text), LONGEST_TEXT)
    elif not text.strip():
        reason = "the document has no text: its pages are pictures, or broken"
        yield Problem(place.path, None, reason, "let a program for text recognition (OCR) read it first")
    else:
        name = place.stem.rsplit("/", 1)[-1]
        yield make_article(place.stem, text, path=place.path, name=name, metadata=_metadata(document))


def _pages(document: "PdfReader", count: int) -> tuple[list[str], list[int]]:
    """The texts of the first `count` pages, and the numbers of those that cannot be read."""
    pages: list[str] = []
    broken: list[int] = []
    size = 0
    left = MOST_STEPS
    for number in range(count):
        steps = _Steps(min(STEPS_OF_PAGE, left))
        try:
            text = document.pages[number].extract_text(visitor_operand_before=steps)
        except Exception:  # noqa: BLE001 - as above
            broken.append(number + 1)
            text = ""
        pages.append(text.rstrip())
        size += len(text)
        left -= steps.taken
        if size > LONGEST_TEXT:
            break
    return pages, broken


class _Steps:
    """Counts the steps in which a page sets its text, and raises ValueError where there are more than `most`."""

    def __init__(self, most: int) -> None:
        self.taken = 0
        self._most = most

    def __call__(self, operator: bytes, *_: object) -> None:
        """One step of drawing."""
        self.taken += operator[:1] in (b"T", b"'", b'"')
        if self.taken > self._most:
            raise ValueError("too many steps")


def _whole_words(text: str) -> str:
    """`text` with words whole that were parted at the ends of lines.

    The hyphen stays where the same word stands with it elsewhere in the document.
    """
    joined = set(re.findall(r"\w+-\w+", text.lower())) if "-\n" in text else set()

    def whole_word(match: re.Match[str]) -> str:
        one, other = match.groups()
        if not other[0].islower():
            return f"{one}-{other}"
        return f"{one}-{other}" if f"{one}-{other}".lower() in joined else one + other

    return _HYPHEN.sub(whole_word, text)


def _metadata(document: "PdfReader") -> dict[str, object]:
    """The title and author that a document tells of itself, where that is more than a file's name."""
    try:
        told = document.metadata
        title, author = (told.title, told.author) if told else (None, None)
    except Exception:  # noqa: BLE001 - as above
        return {}
    return {"title": None if title and _NO_TITLE.match(title) else title, "author": author}
