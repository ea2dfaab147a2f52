"""When an event is: the time expression that goes with it, or the one in the heading above it."""

from typing import NamedTuple

from tui.findings.events import edtf
from tui.findings.events.event import TimeExpression
from tui.findings.events.lexicon import Trigger
from tui.findings.events.placing import Place
from tui.findings.events.scene import Scene
from tui.findings.language.wordlists import words

_LASTING = ("duration",)
_REACH = {"vote": 5, "attack": 14}
_REACH_OF_VOTING = 12  # words between "will vote" and its date, at most: what is voted on stands between
_BETWEEN = 2  # words between a noun or its place and its date, at most
_TURNS = frozenset({"before", "after", "since", "until", "when", "as", "in", "of", "to", "and", "the"})
_ADJECTIVES = 4  # words between a year and the noun it belongs to, at most
_REACH_OF_MEETING = 30
"""Words between an event and its date, at most: many can stand between a meeting and its date, but no vote's."""


class Moment(NamedTuple):
    """When: EDTF or None, the words that tell it, and where they stand (None in a heading above)."""

    date: str | None
    text: str
    start: int | None
    end: int | None


def find_moment(
    scene: Scene, trigger: Trigger, rivals: list[Trigger], place: Place | None = None
) -> Moment | None:
    """The time expression nearest to the event that is neither another event's nor that of a saying."""
    best: tuple[int, int] | None = None
    first, last = scene.sentence_part(trigger.at)
    for number, date in enumerate(scene.dates):
        if date.rule.startswith(_LASTING) or _of_a_saying(scene, date, trigger):
            continue
        index = scene.index_at(date.start)
        if not first <= index < last and index > scene.sentence.first + 1:
            continue
        if _of_main_clause(scene, index, first):
            continue
        if trigger.kind == "vote" and scene.words(max(index - 1, 0), index) == ["since"]:
            continue
        if date.rule == "year" and _of_another_noun(scene, date, trigger):
            continue
        if trigger.noun and trigger.kind in _REACH and not _beside(scene, date, trigger, place):
            continue
        distance = abs(index - trigger.at)
        nearer = any(abs(index - rival.at) < distance for rival in rivals if _competes(rival, trigger))
        cost = distance + (4 if index < trigger.at else 0)
        reach = _REACH.get(trigger.kind, _REACH_OF_MEETING)
        if trigger.kind == "vote" and not trigger.noun and scene.document.lowers[trigger.at] != "voted":
            reach = _REACH_OF_VOTING
        if distance <= reach and not nearer and (best is None or cost < best[0]):
            best = cost, number
    return _joined(scene, best[1]) if best else None


def _competes(rival: Trigger, trigger: Trigger) -> bool:
    """Whether a date can be the rival's: what is voted on, a resolution, has none of its own."""
    return rival.at != trigger.at and not (trigger.kind == "vote" and rival.kind == "statement")


def _beside(scene: Scene, date: TimeExpression, trigger: Trigger, place: Place | None) -> bool:
    """Whether a date goes with the noun of a vote or attack: right after it or its place, or right before it."""
    first, last = scene.index_at(date.start), scene.index_at(date.end)
    if first > trigger.at:
        ends = [trigger.at + 1, place.last if place else 0]
        near = any(end <= first and first - end <= _BETWEEN for end in ends)
        return near or _is_set(scene, trigger.at + 1, first) or _harms(scene, trigger, first)
    if first <= scene.sentence.first + 1:
        return True
    between = scene.words(last, trigger.at)
    return len(between) <= _ADJECTIVES and not any(
        word in words("subordinators") or word in _TURNS for word in between
    )


def _harms(scene: Scene, trigger: Trigger, date: int) -> bool:
    """Whether a date is that of what an attack did: a raid on a depot killed two early on Sunday."""
    between = scene.words(trigger.at + 1, date)
    hurt = words("killed_words") | words("injured_words")
    other = words("cues") | words("subordinators") | {",", "and", "that", "who", "which"}
    done = [at for at, word in enumerate(between) if word in hurt]
    return trigger.kind == "attack" and bool(done) and other.isdisjoint(between)


def _is_set(scene: Scene, first: int, last: int) -> bool:
    """Whether a date is set for it: a referendum is set for, the vote has been scheduled for."""
    between = scene.words(first, last)
    plain = words("auxiliaries") | words("prepositions")
    return words("event_set").intersection(between) != set() and all(
        word in plain or word in words("event_set") for word in between
    )


def _of_another_noun(scene: Scene, date: TimeExpression, trigger: Trigger) -> bool:
    """Whether a year stands before a noun that is not the event's: the 2016 presidential contest."""
    following = scene.index_at(date.end)
    if following >= scene.sentence.last or following <= trigger.at <= following + _ADJECTIVES:
        return False
    word = scene.document.words[following]
    small = ("function_words", "prepositions", "coordinators", "auxiliaries", "subordinators")
    return word.isalpha() and word.islower() and not any(word in words(known) for known in small)


def _of_a_saying(scene: Scene, date: TimeExpression, trigger: Trigger) -> bool:
    """Whether the date tells when something was said: "the Kremlin suggested earlier this week that"."""
    index = scene.index_at(date.start)
    for at in range(index - 1, max(scene.sentence.first, index - 3) - 1, -1):
        word = scene.document.lowers[at]
        if word not in {"on", "in", "late"}:
            if at == trigger.at or word in words("event_held"):
                return False
            noun = scene.document.lowers[at - 1] in words("determiners")  # the bill
            return (word in words("cues") and not noun) or word in words("occasions_of_saying")
    return False


def _of_main_clause(scene: Scene, index: int, first: int) -> bool:
    """Whether a date that opens the sentence goes with what is said there, not with what "that" tells after it."""
    lowers = scene.document.lowers
    if index > scene.sentence.first + 1 or first <= index or lowers[first - 1] != "that":
        return False
    between = lowers[index:first]
    return any(word in words("cues") or word == "clear" for word in between)


def _joined(scene: Scene, number: int) -> Moment:
    """The date, with a second one joined to it by "or", "and", "to": February or March."""
    first = scene.dates[number]
    text = scene.document.article.text
    for second in scene.dates[number + 1 : number + 2]:
        between = text[first.end : second.start].strip().lower()
        if between in {"or", "to", "and", "-", "–", "until", "through"}:
            return Moment(_interval(first, second), text[first.start : second.end], first.start, second.end)
    return Moment(first.value, first.text, first.start, first.end)


def _interval(first: TimeExpression, second: TimeExpression) -> str | None:
    days, later = edtf.days(first.value), edtf.days(second.value)
    if not days or not later or days[0] > later[1] or "/" in f"{first.value}{second.value}":
        return None
    return f"{first.value}/{second.value}"
