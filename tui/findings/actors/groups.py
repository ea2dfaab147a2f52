"""Groups that are told by a people's adjective, and administrations that are told by a leader's name."""

from tui.findings.actors.actor import LEADER
from tui.findings.actors.draft import Draft, WordSpan
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.roles import RoleFinder
from tui.findings.actors.vocabulary import vocabulary
from tui.findings.document import Document
from tui.findings.language.wordlists import words


def find_groups(document: Document) -> list[Draft]:
    """Groups of a state's people: `Russian officials`, `Russians`, with the state as their parent."""
    demonyms, collectives, states = gazetteer().demonyms, words("collectives"), gazetteer().singles
    found: dict[str, Draft] = {}
    lowers, last = document.lowers, len(document.words) - 1
    for at, word in enumerate(document.words):
        if word in demonyms and at < last and lowers[at + 1] in collectives:
            name, state, end = f"{word} {lowers[at + 1]}", demonyms[word], at + 2
        elif word[-1] == "s" and word[:-1] in demonyms and word not in states:
            name, state, end = word, demonyms[word[:-1]], at + 1
        else:
            continue
        group = found.get(name)
        if group is None:
            group = found[name] = Draft(name, "group", state, rule="people", confidence=0.8)
        group.mentions.append(WordSpan(at, end, "name"))
    return list(found.values())


def find_administrations(document: Document, persons: list[Draft], roles: RoleFinder) -> list[Draft]:
    """Administrations named after a person: `the Biden administration`. A `previous` one is a former role of theirs."""
    kinds, former, offices = words("administration_words"), words("former_words"), vocabulary().offices
    found: list[Draft] = []
    lowers = document.lowers
    for person in persons:
        bodies: dict[str, Draft] = {}
        for first, last, _ in person.mentions:
            noun = lowers[last] if last < len(lowers) else ""
            if noun not in kinds or (last + 1 < len(lowers) and lowers[last + 1] in offices):
                continue
            name = " ".join([*document.words[first:last], noun])
            body = bodies.get(noun)
            if body is None:
                parent = "United States" if noun == "administration" else None
                body = bodies[noun] = Draft(name, "organisation", parent, rule=LEADER, confidence=0.9)
                found.append(body)
            body.name = min(body.name, name, key=len)
            body.mentions.append(WordSpan(first, last + 1, "name"))
            if first and lowers[first - 1].partition("-")[0] in former:
                begin = first - 2 if first > 1 and lowers[first - 2] in ("the", "a") else first - 1
                person.roles.append(roles.role(begin, last + 1, "former"))
    return found
