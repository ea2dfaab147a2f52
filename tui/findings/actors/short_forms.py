"""Other words for an organisation that the article has named: `the Court`, `the alliance`, `NATO-led`."""

from bisect import bisect_left

from tui.findings.actors.candidates import Candidate
from tui.findings.actors.draft import Draft, WordSpan
from tui.findings.actors.gazetteer import gazetteer, pairs
from tui.findings.actors.vocabulary import Kind
from tui.findings.document import Document


def add_short_forms(document: Document, bodies: list[Draft], found: list[Candidate]) -> None:
    """Add to `bodies` the mentions by the word that heads their name, and by what kind of body they are."""
    _add_heads(document, bodies, found)
    _add_nouns(document, bodies)


def _add_heads(document: Document, bodies: list[Draft], found: list[Candidate]) -> None:
    """`the Court` is the last court that was named, where the article names one at all."""
    heads: dict[str, list[tuple[int, Draft]]] = {}
    for body in bodies:
        if body.type == "organisation":
            for word in {word.lower() for word in body.name.split()}:
                heads.setdefault(word, []).extend((mention.first, body) for mention in body.mentions)
    for places in heads.values():
        places.sort(key=lambda pair: pair[0])
    for c in found:
        if c.kind is not Kind.ORGANISATION or c.last - c.first > 1 or c.entry or c.heading:
            continue
        named = heads.get(document.lowers[c.first])
        if (
            named
            and c.first > 1
            and document.lowers[c.first - 1] == "the"
            and document.lowers[c.first - 2] != "of"
        ):
            before = bisect_left(named, c.first, key=lambda pair: pair[0])
            if before:
                named[before - 1][1].mentions.append(WordSpan(c.first, c.last, "short"))


def _add_nouns(document: Document, bodies: list[Draft]) -> None:
    """`the alliance` is NATO, once NATO was named. The article is part of the mention: a noun alone names nobody."""
    nouns = pairs("organisation_nouns")
    named = {body.name: body for body in bodies}
    lowers = document.lowers
    for noun, name in nouns.items():
        body = named.get(name)
        if body is None or noun not in lowers:
            continue
        first = min(mention.first for mention in body.mentions)
        for at in range(first, len(lowers) - 1):
            if (
                lowers[at] == noun
                and lowers[at - 1] == "the"
                and lowers[at + 1] not in ("of", "between", "with")
            ):
                body.mentions.append(WordSpan(at - 1, at + 1, "short"))


def add_compounds(document: Document, drafts: list[Draft]) -> None:
    """Add the names that begin a compound, as `NATO` does `NATO-led`; they are parts of words, in code points."""
    compounds = [
        i for i, word in enumerate(document.words) if "-" in word and word[0].isupper() and len(word) > 4
    ]
    if not compounds:
        return
    names: dict[str, Draft] = {}
    for draft in drafts:
        for mention in draft.mentions:
            if mention.last - mention.first == 1 and mention.relation != "metonym":
                names.setdefault(document.words[mention.first], draft)
    for at in compounds:
        name, _, rest = document.words[at].partition("-")
        entry = gazetteer().singles.get(name)
        named = names.get(name)
        if rest[:1].islower() and named is not None and (entry is None or entry.sure):
            start = document.starts[at]
            named.parts.append((start, start + len(name)))


def find_missions(document: Document, bodies: list[Draft]) -> list[Draft]:
    """Missions of a state: `the U.S. mission to the United Nations`, with the state as parent."""
    lowers = document.lowers
    found: dict[str, Draft] = {}
    ends = {mention.first: mention.last for body in bodies for mention in body.mentions}
    for body in bodies:
        if body.type != "state":
            continue
        for first, last, relation in body.mentions:
            if relation == "metonym" or last + 2 >= len(lowers) or lowers[last] not in _MISSIONS:
                continue
            at = last + 3 if lowers[last + 2] == "the" else last + 2
            if lowers[last + 1] in ("to", "in") and at in ends:
                name = " ".join(document.words[first : ends[at]])
                mission = found.setdefault(
                    name, Draft(name, "organisation", body.name, rule="state and mission", confidence=0.9)
                )
                mission.mentions.append(WordSpan(first, ends[at], "name"))
    return list(found.values())


_MISSIONS = frozenset({"mission", "embassy", "delegation", "consulate"})
