"""Mentions in headings whose every word is capitalised: only what running text names is an actor there."""

from collections.abc import Iterator

from tui.findings.actors.candidates import Candidate
from tui.findings.actors.draft import Draft, WordSpan
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.document import Document


def add_heading_mentions(document: Document, drafts: list[Draft], found: list[Candidate]) -> None:
    """Add to `drafts` the mentions in headings, which `found` marks, of names that stand in running text."""
    headings = sorted({c.first for c in found if c.heading})
    if not headings:
        return
    names: dict[str, list[tuple[tuple[str, ...], Draft, WordSpan]]] = {}
    for draft in drafts:
        for mention in draft.mentions:
            parts = tuple(document.lowers[mention.first : mention.last])
            if mention.relation != "metonym" and (
                len(parts) > 1 or parts[0] not in gazetteer().common or draft.known
            ):
                names.setdefault(parts[0], []).append((parts, draft, mention))
    for listed in names.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    known = {draft.name: draft for draft in drafts if draft.known}
    for first, last in _stretches(document, headings):
        at = first
        while at < last:
            at = _match(document, at, last, names, known)


def _stretches(document: Document, firsts: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences that hold the words `firsts`."""
    at = 0
    for sentence in document.sentences:
        if at < len(firsts) and firsts[at] < sentence.last:
            yield sentence.first, sentence.last
        while at < len(firsts) and firsts[at] < sentence.last:
            at += 1


def _match(
    document: Document,
    at: int,
    limit: int,
    names: dict[str, list[tuple[tuple[str, ...], Draft, WordSpan]]],
    known: dict[str, Draft],
) -> int:
    """Add the longest name at the word `at`; where to go on."""
    if not document.words[at][0].isupper():
        return at + 1
    for parts, draft, mention in names.get(document.lowers[at], ()):
        if at + len(parts) <= limit and tuple(document.lowers[at : at + len(parts)]) == parts:
            draft.mentions.append(WordSpan(at, at + len(parts), mention.relation))
            return at + len(parts)
    entry = gazetteer().longest(document.words, at, limit)
    if entry and entry[1].sure and entry[1].name in known:
        known[entry[1].name].mentions.append(WordSpan(at, at + entry[0], "name"))
        return at + entry[0]
    return at + 1
