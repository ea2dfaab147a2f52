"""Whom the passages of an article name: actors, and the states that these belong to."""

import re

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
    told: list[set[str]] = [set() for _ in found]
    demonyms, text = gazetteer().demonyms, account.article.text
    for index, passage in enumerate(found):
        for match in _CAPITALISED.finditer(text, passage.start, passage.end):
            word = match.group()
            state = demonyms.get(word) or demonyms.get(word.removesuffix("s"))
            if state:
                told[index].add(state)
    for actor in account.findings.actors:
        theirs = {demonyms[word] for role in actor.roles for word in role.role.split() if word in demonyms}
        if actor.type == "state":
            theirs.add(account.name(actor.name))
        elif actor.parent:
            theirs.add(actor.parent)
        if theirs:
            for mention in actor.mentions:
                at = passage_at(found, mention.start)
                if at is not None:
                    told[at] |= theirs
    return told
