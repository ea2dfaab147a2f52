"""Find the actors that an article names."""

import re

from tui.findings.actors.actor import ActorMention, ArticleActor, named_apart
from tui.findings.actors.candidates import candidates
from tui.findings.actors.draft import Draft
from tui.findings.actors.groups import find_administrations, find_groups
from tui.findings.actors.headings import add_heading_mentions
from tui.findings.actors.organisations import find_bodies
from tui.findings.actors.persons import find_persons
from tui.findings.actors.roles import RoleFinder
from tui.findings.actors.short_forms import add_compounds, add_short_forms, find_missions
from tui.findings.actors.typing import typed
from tui.findings.document import Document

_DOTTED = re.compile(r"(?:^|\W)(?:[A-Z]\.)+[A-Z]$")
"""An acronym without its last full stop."""


def find_actors(document: Document) -> tuple[ArticleActor, ...]:
    """The actors of one article, in order of first mention.

    A mention can lie inside another one: in `the Assad regime` both Assad and the regime are named.
    """
    found = candidates(document)
    people, rest = find_persons(document, typed(document, found))
    persons = [person.draft(document) for person in people]
    bodies = [body.draft() for body in find_bodies(document, rest)]
    roles = RoleFinder(document)
    for person in persons:
        for mention in person.mentions:
            person.roles += roles.around(mention.first, mention.last)
    bodies += find_administrations(document, persons, roles)
    bodies += find_missions(document, bodies)
    add_short_forms(document, bodies, found)
    drafts = persons + bodies + find_groups(document)
    add_compounds(document, drafts)
    add_heading_mentions(document, drafts, found)
    actors = [_actor(document, draft) for draft in drafts]
    actors.sort(key=lambda actor: (actor.mentions[0].start, actor.name))
    return tuple(named_apart(actors))


def _actor(document: Document, draft: Draft) -> ArticleActor:
    text, starts, ends = document.article.text, document.starts, document.ends
    mentions = []
    for first, last, relation in draft.mentions:
        start, end = starts[first], ends[last - 1]
        if text[end : end + 1] == "." and _DOTTED.search(text[start:end]):
            end += 1
        mentions.append(ActorMention(text[start:end], start, end, relation))
    mentions += [ActorMention(text[start:end], start, end, "name") for start, end in draft.parts]
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return ArticleActor(
        name=draft.name,
        type=draft.type,
        parent=draft.parent,
        mentions=tuple(mentions),
        roles=tuple(sorted(draft.roles, key=lambda role: role.start)),
        gender=draft.gender,
        rule=draft.rule,
        confidence=draft.confidence,
    )
