"""Accounts of a story, made of texts as a reader would have them."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.compare.account import Account
from tui.compare.counterpart import Counterpart
from tui.compare.weights import weigh
from tui.corpus.article import Article
from tui.corpus.blocks import find_blocks
from tui.findings.actors.merging import merge_actors
from tui.findings.extraction import extract

Tell = Callable[..., list[Account]]


def accounts_of(texts: dict[str, str], dates: dict[str, str] | None = None) -> list[Account]:
    """Accounts with the actors of all of them merged."""
    articles = [_article(name, text, (dates or {}).get(name)) for name, text in texts.items()]
    found = [(article, extract(article)) for article in articles]
    names: dict[str, dict[str, str]] = {}
    for actor in merge_actors([(article.id, findings.actors) for article, findings in found]):
        for article_id, name in actor.members:
            names.setdefault(article_id, {})[name] = actor.name
    return [Account(article, findings, names.get(article.id, {})) for article, findings in found]


def _article(name: str, text: str, date: str | None) -> Article:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    blocks = find_blocks(text, marked=False)
    return Article(name, text, "", "headline", None, blocks, f"{name}.txt", sha256, date=date)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Tell a story: a text an article, named a, b, c…; `dates` are the days they came out."""

    def told(*texts: str, dates: tuple[str, ...] = ()) -> list[Account]:
        named = {chr(ord("a") + number): text for number, text in enumerate(texts)}
        return accounts_of(named, dict(zip(named, dates, strict=False)))

    return told


@pytest.fixture(scope="session")
def seeds(evaluation: Path) -> list[Account]:
    """The four articles of the evaluation folder."""
    paths = sorted((evaluation / "seeds").glob("*.txt"))
    return accounts_of({path.name[:3]: path.read_bytes().decode() for path in paths})


def telling(found: list[Counterpart], words: str) -> Counterpart:
    """The counterpart of the passage that has these words."""
    return next(counterpart for counterpart in found if words in counterpart.text)


__all__ = ["Account", "Tell", "telling", "weigh"]
