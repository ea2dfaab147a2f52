"""Who takes part in an event: "between A and B", "A met B", "the A-B talks", "representatives from both countries"."""

from dataclasses import dataclass

from tui.findings.events.lexicon import Trigger
from tui.findings.events.scene import Named, Scene
from tui.findings.language.wordlists import words

_ACTING = frozenset({"person", "state", "organisation", "group"})
_AFTER = frozenset({"between", "with", "of", "among", "from", "involving", "by"})
_JOINING = frozenset({"between", "with", "among", "involving"})
_COMPOUND = frozenset({"and", "-", "–", "/", "'s", "’s"})
_LINKS = _COMPOUND | {
    ",",
    "or",
    "&",
    "the",
    "both",
    "with",
    "between",
    "his",
    "her",
    "their",
    "as",
    "well",
}
_WITH = frozenset({"spoke", "speak"})
"""Verbs behind which only "with" leads to who takes part."""
_PLAIN_WORDS = 3  # words between an event and "between", at most
_REACH_BEFORE, _REACH_AFTER = 16, 9
_ADJECTIVES = 4  # words between a compound's names and its noun, at most


@dataclass(frozen=True, slots=True)
class Cast:
    """Those who take part: actors that are named, and words for groups that are not; `first`/`last` of their words.

    `described` are all words for groups, also those that only describe who is named ("leaders of A and B"). `rule`
    says how they were found.
    """

    named: tuple[Named, ...]
    groups: tuple[str, ...]
    described: tuple[str, ...]
    first: int
    last: int
    rule: str

    @property
    def names(self) -> tuple[str, ...]:
        """The actors' names and the groups, each once."""
        return tuple(dict.fromkeys([*(named.actor.name for named in self.named), *self.groups]))


def find_cast(scene: Scene, trigger: Trigger) -> Cast:
    """The participants of an event, from the words right after it, right before it, and its clause's subject."""
    first, last = scene.clause(trigger.at)
    after = _after(scene, trigger, last)
    before = _before(scene, trigger, first)
    led = [] if (before and trigger.noun) else _subjects(scene, trigger, first)
    found = _groups(scene, trigger, first, last)
    named = [
        one
        for one in _unique([*before, *led, *after])
        if _acts(scene, one) and not any(start <= one.first and one.last <= end for start, end in found)
    ]
    described = tuple(scene.text(start, end) for start, end in found)
    found = [
        (start, end)
        for start, end in found
        if not named or (end - start > 1 and not _only_describes(scene, end, named))
    ]
    rule = "clause" if named or found else "none"
    if not named and not found:
        named, rule = _pair(scene, trigger)
    indexes = [index for one in named for index in (one.first, one.last)]
    indexes += [index for group in found for index in group]
    return Cast(
        tuple(named),
        tuple(scene.text(start, end) for start, end in found),
        described,
        min(indexes, default=trigger.at),
        max(indexes, default=trigger.at),
        rule,
    )


def _only_describes(scene: Scene, end: int, named: list[Named]) -> bool:
    """Whether a group is told by who is named right behind it: the top diplomats of Chad and Peru."""
    if scene.document.lowers[end : end + 1] not in (["of"], ["from"], ["for"]):
        return False
    return any(one.first - end in (1, 2) for one in named)


def _unique(named: list[Named]) -> list[Named]:
    found: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: one.first):
        found.setdefault(one.actor.name, one)
    return list(found.values())


def _acts(scene: Scene, one: Named) -> bool:
    """Whether an actor can take part: no place, and a group only where people are named (Russian officials)."""
    if one.actor.type != "group":
        return one.actor.type in _ACTING
    last = scene.document.lowers[one.last - 1]
    return last in words("participant_nouns") or last in words("collectives") or last.endswith("s")


def _after(scene: Scene, trigger: Trigger, last: int) -> list[Named]:
    """Actors after the event: between A and B, with A, met A and B."""
    lowers, found = scene.document.lowers, []
    position = _link_after(scene, trigger, last)
    if position is None:
        return []
    for named in scene.named:
        if named.first < position:
            continue
        between = lowers[position : named.first]
        gap = sum(1 for word in between if word not in _LINKS and word not in _AFTER)
        if gap > _ADJECTIVES or any(word in {"in", "at", "on", "over", "about", "that"} for word in between):
            break
        if named.actor.type in _ACTING:
            found.append(named)
        position = named.last
    return found


def _link_after(scene: Scene, trigger: Trigger, last: int) -> int | None:
    """The word at which those who take part can begin: "between", "with", or a name right after "met".

    A place and a date may stand before it: talks in Oslo on Friday between.
    """
    lowers, position, plain = scene.document.lowers, trigger.at + 1, 0
    skipped = _skipped(scene)
    while position < last and plain <= _PLAIN_WORDS:
        word = lowers[position]
        spoken = lowers[trigger.at] in _WITH
        if word in _AFTER and (word in _JOINING or (position == trigger.at + 1 and not spoken)):
            return position
        if any(one.first == position and one.actor.type in _ACTING for one in scene.named):
            return position if not trigger.noun and not spoken else None
        if word in words("auxiliaries"):
            return None
        plain += position not in skipped and word not in {"in", "on", "at", ",", "the"}
        position += 1
    return None


def _skipped(scene: Scene) -> set[int]:
    """The words of dates and places."""
    dates = ((scene.index_at(date.start), scene.index_at(date.end)) for date in scene.dates)
    places = ((one.first, one.last) for one in scene.named if one.actor.type == "place")
    return {index for first, last in (*dates, *places) for index in range(first, last)}


def _before(scene: Scene, trigger: Trigger, first: int) -> list[Named]:
    """Actors in the compound before the noun: the Trump-Putin meeting, Putin's talks with, the U.S.-Russia summit."""
    if not trigger.noun:
        return []
    found: list[Named] = []
    position = trigger.at
    for named in reversed(scene.named_in(first, trigger.at)):
        between = [word for word in scene.words(named.last, position) if word not in _COMPOUND]
        limit = 0 if found else _ADJECTIVES
        if len(between) > limit or any(_closes(word) for word in between):
            break
        if named.actor.type in _ACTING:
            found.append(named)
        position = named.first
    return found


def _closes(word: str) -> bool:
    """Whether a word between a name and the noun parts them."""
    return word == "," or any(
        word in words(known) for known in ("event_leads", "prepositions", "cues", "auxiliaries")
    )


def _subjects(scene: Scene, trigger: Trigger, first: int) -> list[Named]:
    """The clause's subjects, if a verb makes them take part: A and B held talks, A met."""
    verb = trigger.first
    if scene.document.lowers[verb] not in words("event_leads"):
        low = max(first, verb - _REACH_BEFORE)
        leads = [index for index in range(low, verb) if scene.document.lowers[index] in words("event_leads")]
        if trigger.noun and not leads:
            return []
        verb = leads[0] if trigger.noun else verb
    return _one_phrase(scene, scene.named_in(max(first, verb - _REACH_BEFORE), verb))


def joined_before(scene: Scene, verb: int) -> list[Named]:
    """The subjects right before a verb that makes them take part."""
    first = scene.clause(verb)[0]
    return _one_phrase(scene, scene.named_in(max(first, verb - _REACH_BEFORE), verb))


def _one_phrase(scene: Scene, named: list[Named]) -> list[Named]:
    """The last names of a row that are joined to each other, titles between them: A, President B and C."""
    found: list[Named] = []
    for one in reversed(named):
        if one.actor.type not in _ACTING:
            continue
        if found:
            between = scene.document.words[one.last : found[-1].first]
            if any(word.lower() not in _LINKS and not word[0].isupper() for word in between):
                break
        found.append(one)
    return found


def _groups(scene: Scene, trigger: Trigger, first: int, last: int) -> list[tuple[int, int]]:
    """Groups without a name among the subjects or after "between": departmental directors from both nations."""
    low = max(first, trigger.at - _REACH_BEFORE)
    high = min(last, trigger.at + _REACH_AFTER)
    lowers, found = scene.document.lowers, []
    whole = {
        index for one in scene.named if one.actor.type == "group" for index in range(one.first, one.last)
    }
    for index in range(low, high):
        if lowers[index] not in words("participant_nouns") or index in whole:
            continue
        if index > trigger.at and not _AFTER.intersection(lowers[trigger.at : index]):
            continue
        start = index
        while start > low and _of_group(lowers[start - 1]):
            start -= 1
        found.append((start, index + 1))
    return found


def _of_group(word: str) -> bool:
    """Whether a word before the noun belongs to the group's words: departmental, EU, foreign."""
    plain = word.replace(".", "").replace("-", "").isalpha()
    return plain and not any(word in words(known) for known in ("function_words", "event_leads", "cues"))


def _pair(scene: Scene, trigger: Trigger) -> tuple[list[Named], str]:
    """The two states that the sentence names, where it names just two and speaks of talks: lower in trust."""
    if not trigger.noun or trigger.kind not in {"meeting", "talks", "summit"}:
        return [], "none"
    lowers = scene.document.lowers
    states = _unique([one for one in scene.named if one.actor.type == "state"])
    rest = [one for one in states if one.first == 0 or lowers[one.first - 1] not in {"in", "at"}]
    return (rest, "the sentence's two") if len(rest) == 2 else ([], "none")
