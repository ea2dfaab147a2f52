"""Merge the actors of many articles into the actors of a corpus."""

from collections.abc import Iterable

from tui.findings.actors.actor import Actor, ArticleActor


def merge_actors(articles: Iterable[tuple[str, tuple[ArticleActor, ...]]]) -> list[Actor]:
    """The corpus' actors from each article's id and actors, given in article order; most mentioned first."""
    return []
