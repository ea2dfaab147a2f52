"""Where an event is: "met in Vienna", "talks planned in a third, undisclosed country", "the Vienna talks"."""

from typing import NamedTuple

from tui.findings.events.lexicon import Trigger
from tui.findings.events.scene import Named, Scene
from tui.findings.language.wordlists import words

_REACH = 24  # words after the event in which its place can stand
_LEADING = (frozenset({"in", "at"}), frozenset({"in", "at", "near", "outside"}))
"""What leads to the place of an event; to that of an attack near it too."""
_GENERIC_REACH = 7  # words from "in" to "country"


class Place(NamedTuple):
    """A place and the half-open range of the words that tell it."""

    name: str
    first: int
    last: int


def find_place(scene: Scene, trigger: Trigger, limit: int) -> Place | None:
    """The place of an event: what stands right before its noun, else after "in" or "at" before the word `limit`."""
    before = _place_before(scene, trigger) or (_target(scene, trigger) if trigger.kind == "attack" else None)
    if before:
        return before
    lowers = scene.document.lowers
    last = min(limit, scene.sentence.last, trigger.at + _REACH)
    for index in range(trigger.first + 1, last):
        if lowers[index] in _LEADING[trigger.kind == "attack"] and _follows_event(scene, index, trigger):
            found = _place_at(scene, index + 1, lowers[index])
            if found:
                return found
    return _place_opening(scene, trigger)


def _place_before(scene: Scene, trigger: Trigger) -> Place | None:
    """A town right before the noun (the Vienna talks), or a state before a vote."""
    if not trigger.noun:
        return None
    wanted = {"place", "state"} if trigger.kind in {"vote", "attack"} else {"place"}
    for named in scene.named:
        if named.last == trigger.at and named.actor.type in wanted:
            return Place(named.actor.name, named.first, named.last)
    return None


def is_armed(scene: Scene, trigger: Trigger) -> bool:
    """Whether an attack without a place is one with weapons: an airstrike, a suicide attack, was bombed."""
    word, before = scene.document.lowers[trigger.at], scene.document.lowers[trigger.at - 1]
    return word not in {"attack", "attacks", "attacked", "assault", "raid"} or before in words("attack_words")


def _target(scene: Scene, trigger: Trigger) -> Place | None:
    """The place that is attacked: missiles struck Kharkiv, airstrikes on Beirut, Odesa was hit by drones."""
    lowers = scene.document.lowers
    at = trigger.at + 1
    hurt = words("killed_words") | words("injured_words")
    deadly = not hurt.isdisjoint(scene.words(scene.sentence.first, scene.sentence.last))
    aimed = lowers[at : at + 1] in (["on"], ["against"]) and (deadly or is_armed(scene, trigger))
    if trigger.noun and not aimed:
        return None
    at += trigger.noun
    behind = _named_behind(scene, at)
    for one in scene.named:
        reached = at <= one.first <= at + (lowers[at : at + 1] == ["the"]) or one.first == behind
        if one.actor.type == "place" and reached:
            return None if _goes_on(scene, one) else Place(one.actor.name, one.first, one.last)
        passive = lowers[one.last : trigger.at] in (["was"], ["were"]) and lowers[at : at + 1] == ["by"]
        if one.actor.type == "place" and passive and not trigger.noun:
            return Place(one.actor.name, one.first, one.last)
    return None


def _place_opening(scene: Scene, trigger: Trigger) -> Place | None:
    """A place that opens the sentence: In Paris, ministers met."""
    first = scene.sentence.first
    if scene.document.lowers[first] not in {"in", "at"}:
        return None
    found = _place_at(scene, first + 1, scene.document.lowers[first])
    if found and found.last < trigger.at and scene.document.words[found.last] == ",":
        return found
    return None


def _follows_event(scene: Scene, index: int, trigger: Trigger) -> bool:
    """Whether "in" at `index` can go with the event, not with another noun: "the war in Ukraine" does not."""
    before = index - 1
    if before in {trigger.at, trigger.first} or trigger.kind == "attack":
        return True
    word = scene.document.lowers[before]
    if word in words("place_leads") or word in {",", ")"} or word.endswith(("ed", "ly")):
        return True
    if word.endswith("ing") and not word.endswith("thing"):
        return True
    if (word in words("offices") or word == "counterpart") and scene.document.lowers[trigger.at] in words(
        "hosting_verbs"
    ):
        return True  # received by the president in
    end = scene.document.ends[before]
    return any(named.end == end for named in scene.named) or any(date.end == end for date in scene.dates)


def _place_at(scene: Scene, index: int, preposition: str) -> Place | None:
    """The place that begins at the word `index`, articles and "the capital" left out."""
    kinds = {"place", "organisation"} if preposition == "at" else {"place", "state"}
    index = _named_behind(scene, index)
    for skipped in range(3):
        for named in scene.named:
            if named.first == index + skipped and named.actor.type in kinds and not _goes_on(scene, named):
                return Place(named.actor.name, named.first, named.last)
        if scene.document.lowers[index + skipped : index + skipped + 1] not in (
            ["the"],
            ["nearby"],
            ["central"],
        ):
            break
    return _generic_place(scene, index) if preposition == "in" else None


def _named_behind(scene: Scene, index: int) -> int:
    """Where the name behind "the Swiss city of" begins, for the words at `index`; else `index` itself."""
    for at in range(index + 1, min(index + _GENERIC_REACH, scene.sentence.last - 1)):
        if scene.document.lowers[at] == "of" and scene.document.lowers[at - 1] in words("place_nouns"):
            return at + 1
    return index


def _goes_on(scene: Scene, named: Named) -> bool:
    """Whether the name only begins a longer phrase: in Syria's war, in U.S. politics."""
    following = scene.document.lowers[named.last : named.last + 1]
    if named.last >= scene.sentence.last or not following:
        return False
    if following[0] in {"'s", "’s", "-"}:
        return True
    if named.actor.type != "state" or not following[0].isalpha() or following[0].endswith("ed"):
        return False
    short = scene.document.words[named.first].isupper()  # in U.S. politics
    return short and not any(
        following[0] in words(known) for known in ("function_words", "auxiliaries", "prepositions")
    )


def _generic_place(scene: Scene, index: int) -> Place | None:
    """A place without a name: a third, undisclosed country."""
    lowers = scene.document.lowers
    if lowers[index : index + 1] not in (["a"], ["an"], ["the"], ["another"]):
        return None
    for position in range(index + 1, min(index + _GENERIC_REACH, scene.sentence.last)):
        if lowers[position] in words("generic_places"):
            described = position > index + 1
            return Place(scene.text(index + 1, position + 1), index, position + 1) if described else None
        if lowers[position] in {"of", "that", "which", "."}:
            break
    return None
