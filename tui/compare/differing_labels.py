"""What accounts call one thing: war, conflict, invasion; in the writer's voice, or in a quotation."""

import re
from functools import cache
from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.difference import Difference, Side
from tui.compare.passages import passage_at, passages
from tui.findings.language.wordlists import words

_APART, _PARTLY = 0.6, 0.45
_EARLY = 3  # passages at the start of an article in which it tells what the story is of


class _Label(NamedTuple):
    word: str
    subject: str
    account: Account
    start: int
    end: int
    quoted: bool


def differing_labels(one: Account, other: Account) -> list[Difference]:
    """Labels of one thing in two articles, in the writers' voice.

    Surer where both name it twice, and neither ever uses the other's words or one alone uses a word that takes sides.
    """
    here, there = _by_subject(one), _by_subject(other)
    found = []
    for key in sorted(here.keys() & there.keys()):
        mine = {label.word: label for label in reversed(here[key]) if not label.quoted}
        theirs = {label.word: label for label in reversed(there[key]) if not label.quoted}
        if not mine or not theirs or mine.keys() == theirs.keys():
            continue
        apart = not mine.keys() & theirs.keys()
        first = [label for word, label in mine.items() if apart or word not in theirs] or list(mine.values())
        second = [label for word, label in theirs.items() if apart or word not in mine] or list(
            theirs.values()
        )
        sides = tuple(_side(label) for label in sorted(first)[:2] + sorted(second)[:2])
        chosen = ((here[key], mine), (there[key], theirs))
        often = all(sum(label.word in words_of for label in told) > 1 for told, words_of in chosen)
        sides_taken = _charged() & (mine.keys() ^ theirs.keys())
        confidence = _APART if often and (apart or sides_taken) else _PARTLY
        subject = f"what it is called: {key[1]}"
        found.append(Difference("label", subject, sides, "labels of one thing", confidence))
    return found


def labels_of_a_story(one: Account, other: Account) -> list[Difference]:
    """Labels that two articles of one story choose differently all through, in the writers' voice, whatever of.

    One of the words takes sides; surer where both stand early in the text, and are of the story then.
    """
    here, there = _chosen(one), _chosen(other)
    found = []
    for choice in sorted(here.keys() & there.keys()):
        mine, theirs = {label.word for label in here[choice]}, {label.word for label in there[choice]}
        if mine & theirs or not (mine | theirs) & _charged():
            continue
        first, second = here[choice][0], there[choice][0]
        early = all(
            passage_at(passages(label.account.article)[:_EARLY], label.start) is not None
            for label in (first, second)
        )
        confidence = _APART if early else _PARTLY
        subject = f"what it is called: {first.word} or {second.word}"
        sides = _side(first), _side(second)
        found.append(Difference("label", subject, sides, "labels in one story", confidence))
    return found


def _chosen(account: Account) -> dict[str, list[_Label]]:
    """The labels that an article's passages use outside quotation marks, by the choice that they are of, in order."""
    found: dict[str, list[_Label]] = {}
    text, spans = account.article.text, passages(account.article)
    for match in _anywhere().finditer(text):
        word = _labels()[" ".join(match.group().lower().split())]
        if passage_at(spans, match.start()) is None or _is_quoted(account, match.start()):
            continue
        label = _Label(word, "", account, match.start(), match.end(), quoted=False)
        found.setdefault(_choices()[word], []).append(label)
    return found


def _is_quoted(account: Account, offset: int) -> bool:
    return any(
        span.start <= offset < span.end
        for quote in account.findings.quotes
        if quote.kind != "indirect"
        for span in quote.spans
    )


def _side(label: _Label) -> Side:
    text = label.account.article.text[label.start : label.end]
    return Side(label.word, label.account.article.id, label.start, label.end, text)


def _by_subject(account: Account) -> dict[tuple[str, str], list[_Label]]:
    """The labels of an article's passages by the choice that they are of, and the state or place they are told of."""
    found: dict[tuple[str, str], list[_Label]] = {}
    text, spans = account.article.text, passages(account.article)
    for actor in account.findings.actors:
        if actor.type not in {"state", "place"}:
            continue
        for mention in actor.mentions:
            match = _before().search(text, max(0, mention.start - 30), mention.start)
            match = match or _after().match(text, mention.end)
            if match and passage_at(spans, match.start(1)) is not None:
                word = _labels()[" ".join(match[1].lower().split())]
                quoted = _is_quoted(account, match.start(1))
                subject = account.name(actor.name)
                label = _Label(word, subject, account, match.start(1), match.end(1), quoted)
                found.setdefault((_choices()[word], subject), []).append(label)
    return found


@cache
def _choices() -> dict[str, str]:
    """Each label with the choice that it is of."""
    return {_plain(word): choice for choice in words("event_labels") for word in choice.split()}


def _plain(word: str) -> str:
    return word.rstrip("!").replace("_", " ")


@cache
def _charged() -> frozenset[str]:
    """Labels that take sides more than the others of their choice."""
    return frozenset(
        _plain(word) for choice in words("event_labels") for word in choice.split() if word.endswith("!")
    )


@cache
def _labels() -> dict[str, str]:
    """Each form of a label, with the label."""
    return {form: word for word in _choices() for form in (f"{word}s", word)}


@cache
def _anywhere() -> re.Pattern[str]:
    either = "|".join(sorted(_labels(), reverse=True)).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """The war in, an invasion of, right before a name."""
    either = "|".join(sorted(_labels(), reverse=True)).replace(" ", r"\s+")
    return re.compile(rf"\b({either})\s+(?:in|of|against|on|with)\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """The Ukraine war, right after a name."""
    either = "|".join(sorted(_labels(), reverse=True)).replace(" ", r"\s+")
    return re.compile(rf"\s+({either})\b", re.IGNORECASE)
