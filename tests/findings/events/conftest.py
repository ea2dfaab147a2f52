"""Articles made of a text, as a reader would make them."""

import hashlib
from collections.abc import Callable

import pytest

from tui.corpus.article import Article
from tui.corpus.blocks import find_blocks
from tui.findings.document import Document, analyse

Write = Callable[..., Document]


@pytest.fixture(scope="session")
def write() -> Write:
    """Write an article: its text, and the date it came out, if any."""

    def written(text: str, date: str | None = None, name: str = "story") -> Document:
        blocks = find_blocks(text, marked=False)
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return analyse(Article(name, text, "", "headline", None, blocks, f"{name}.txt", sha256, date=date))

    return written
