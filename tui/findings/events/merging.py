"""Merge the events of many articles into the events of a corpus."""

from collections.abc import Iterable, Mapping

from tui.findings.events.event import ArticleEvent, Event


def merge_events(
    articles: Iterable[tuple[str, str, tuple[ArticleEvent, ...]]], actors: Mapping[tuple[str, str], str]
) -> list[Event]:
    """The corpus' events from each article's id, text and events, given in article order.

    `actors` maps (article id, article actor's name) to the actor's name in the corpus.
    """
    return []
