"""What the finder tells of a text, in the words of the tests."""

import hashlib

from tui.corpus.article import Article
from tui.corpus.blocks import find_blocks
from tui.findings.actors.actor import ArticleActor
from tui.findings.actors.finding import find_actors
from tui.findings.document import analyse


def article(text: str, id: str = "a") -> Article:  # noqa: A002 - the article's field is called so
    """`text` as an article of its own."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(id, text, id, "file", None, find_blocks(text, marked=False), id, digest)


def actors(text: str) -> dict[str, ArticleActor]:
    """The actors of `text` by name."""
    return {actor.name: actor for actor in find_actors(analyse(article(text)))}


def mentions(actor: ArticleActor) -> list[str]:
    """The words of an actor's mentions."""
    return [mention.text for mention in actor.mentions]


def roles(actor: ArticleActor) -> list[tuple[str, str]]:
    """An actor's roles with their tense."""
    return [(role.role, role.tense) for role in actor.roles]
