"""Whom the passages of an article name: actors, and the states that these belong to."""

import re
from collections.abc import Iterator

from tui.compare.account import Account
from tui.compare.passages import Passage, passage_at
from tui.findings.actors.actor import ActorType
from tui.findings.actors.gazetteer import gazetteer

_CAPITALISED = re.compile(r"\b[A-Z]\w+")


def actors_by_passage(account: Account, found: tuple[Passage, ...]) -> list[dict[str, ActorType]]:
    """For each passage the actors that it names, by their names in the corpus."""
    named: list[dict[str, ActorType]] = [{} for _ in found]
    for actor in account.findings.actors:
        for mention in actor.mentions:
            index = passage_at(found, mention.start)
            if index is not None:
                named[index][account.name(actor.name)] = actor.type
    return named


def states_by_passage(account: Account, found: tuple[Passage, ...]) -> list[set[str]]:
    """For each passage the states of those that it names, and of whom it calls by a people (the Turkish president)."""
    text = account.article.text
    told = [states_of_peoples(text, passage.start, passage.end) for passage in found]
    states = states_of_actors(account)
    for actor in account.findings.actors:
        theirs = states.get(account.name(actor.name))
        if theirs:
            for mention in actor.mentions:
                at = passage_at(found, mention.start)
                if at is not None:
                    told[at] |= theirs
    return told


def states_of_actors(account: Account) -> dict[str, set[str]]:
    """The states that an article's actors are, belong to or have a role of, by the actors' names in the corpus."""
    demonyms = gazetteer().demonyms
    states: dict[str, set[str]] = {}
    for actor in account.findings.actors:
        theirs = {demonyms[word] for role in actor.roles for word in role.role.split() if word in demonyms}
        if actor.type == "state":
            theirs.add(account.name(actor.name))
        elif actor.parent:
            theirs.add(actor.parent)
        if theirs:
            states.setdefault(account.name(actor.name), set()).update(theirs)
    return states


def states_of_peoples(text: str, start: int, end: int) -> set[str]:
    """The states whose peoples are named between two code points: Turkish, Germans."""
    return {state for _, _, state in peoples(text, start, end)}


def peoples(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where peoples are named between two code points, with their states."""
    demonyms = gazetteer().demonyms
    for match in _CAPITALISED.finditer(text, start, end):
        word = match.group()
        state = demonyms.get(word) or demonyms.get(word.removesuffix("s"))
        if state:
            yield match.start(), match.end(), state
