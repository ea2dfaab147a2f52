"""With whom an actor is named: in which paragraphs, told of the articles that name it first. Draws nothing."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui.app.lighting import Spot
from tui.findings.actors.actor import Actor, ArticleActor

LOOKED_THROUGH = 100
"""Articles that are looked through, at most: the others of a large corpus would change the order little."""

TOLD = 12
"""Actors that are told, at most."""


class Beside(NamedTuple):
    """An actor that shares paragraphs with another, and where it is first named in each of them."""

    name: str
    spots: tuple[Spot, ...]


def company(
    actor: Actor,
    found: Callable[[str], Iterable[ArticleActor]],
    called: Callable[[str, str], str],
    starts: Callable[[str], Sequence[int]],
) -> list[Beside]:
    """Those who are named in a paragraph with `actor`, who shares most paragraphs with it first.

    A name that holds another (the Lund committee) is not named with it. Of an article, by id, `found` gives its actors,
    `called` what one of them is called in the corpus, `starts` where its paragraphs begin.
    """
    shared: dict[str, list[Spot]] = {}
    for article in actor.articles[:LOOKED_THROUGH]:
        begins = starts(article)
        spans = [(one.start, one.end) for one in actor.mentions if one.article == article]
        mine = {bisect_right(begins, start) for start, _ in spans}
        seen: set[tuple[str, int]] = set()
        for other in found(article):
            name = called(article, other.name)
            for mention in other.mentions if name != actor.name else ():
                paragraph = bisect_right(begins, mention.start)
                within = any(start < mention.end and mention.start < end for start, end in spans)
                if paragraph in mine and (name, paragraph) not in seen and not within:
                    seen.add((name, paragraph))
                    shared.setdefault(name, []).append(Spot(article, mention.start, mention.end))
    ranked = sorted(shared.items(), key=lambda one: (-len(one[1]), one[0]))
    return [Beside(name, tuple(spots)) for name, spots in ranked[:TOLD]]
