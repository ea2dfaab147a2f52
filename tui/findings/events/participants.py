"""Who takes part in an event: "between A and B", "A met B", "the A-B talks", "representatives from both countries"."""

from dataclasses import dataclass

from tui.findings.events.lexicon import Trigger
from tui.findings.events.scene import Named, Scene
from tui.findings.language.wordlists import words

_ACTING = frozenset({"person", "state", "organisation", "group"})
_AFTER = frozenset({"between", "with", "of", "among", "from", "involving", "by"})
_JOINING = frozenset({"between", "with", "among", "involving"})
_PLAIN_WORDS = 3
_LINKS = frozenset(
    {
        "and",
        ",",
        "or",
        "-",
        "–",
        "/",
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
)
_COMPOUND = frozenset({"and", "-", "–", "/", "'s", "’s"})
_REACH_BEFORE, _REACH_AFTER = 16, 9


@dataclass(frozen=True, slots=True)
class Cast:
    """Those who take part: actors that are named, and words for groups that are not; `first`/`last` of their words.

    `rule` says how they were found.
    """

    named: tuple[Named, ...]
    groups: tuple[str, ...]
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
    named = _unique([*before, *led, *after])
    groups, span = _groups(scene, trigger, first, last)
    rule = "clause" if named or groups else "none"
    if not named and not groups:
        named, rule = _pair(scene, trigger)
    indexes = [index for one in named for index in (one.first, one.last)] + span
    return Cast(
        tuple(named),
        tuple(groups),
        min(indexes, default=trigger.at),
        max(indexes, default=trigger.at),
        rule,
    )


def _unique(named: list[Named]) -> list[Named]:
    found: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: one.first):
        found.setdefault(one.actor.name, one)
    return list(found.values())


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
        if gap > 4 or any(word in {"in", "at", "on", "over", "about", "that"} for word in between):
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
    skipped = {
        index for date in scene.dates for index in range(scene.index_at(date.start), scene.index_at(date.end))
    }
    skipped |= {
        index for one in scene.named if one.actor.type == "place" for index in range(one.first, one.last)
    }
    while position < last and plain <= _PLAIN_WORDS:
        word = lowers[position]
        if word in _AFTER and (word in _JOINING or position == trigger.at + 1):
            return position
        if any(one.first == position and one.actor.type in _ACTING for one in scene.named):
            return position if not trigger.noun else None
        if word in words("auxiliaries"):
            return None
        plain += position not in skipped and word not in {"in", "on", "at", ",", "the"}
        position += 1
    return None


def _before(scene: Scene, trigger: Trigger, first: int) -> list[Named]:
    """Actors in the compound before the noun: the Trump-Putin meeting, Putin's talks with, the U.S.-Russia summit."""
    if not trigger.noun:
        return []
    found: list[Named] = []
    position = trigger.at
    for named in reversed([one for one in scene.named if first <= one.first and one.last <= trigger.at]):
        between = [word for word in scene.words(named.last, position) if word not in _COMPOUND]
        limit = 4 if not found else 0
        if len(between) > limit or any(_closes(word) for word in between):
            break
        if named.actor.type in _ACTING:
            found.append(named)
        position = named.first
    return found


def _closes(word: str) -> bool:
    """Whether a word between a name and the noun parts them."""
    return word in words("event_leads") or word in words("prepositions") or word in words("cues")


def _subjects(scene: Scene, trigger: Trigger, first: int) -> list[Named]:
    """The clause's subjects, if a verb makes them take part: A and B held talks, A met."""
    verb = trigger.at
    if trigger.noun:
        leads = [
            index
            for index in range(max(first, trigger.at - _REACH_BEFORE), trigger.at)
            if scene.document.lowers[index] in words("event_leads")
        ]
        if not leads:
            return []
        verb = leads[0]
    before = [
        one for one in scene.named if one.first >= max(first, verb - _REACH_BEFORE) and one.last <= verb
    ]
    acting = [one for one in before if one.actor.type in _ACTING]
    return _one_phrase(scene, acting)


def _one_phrase(scene: Scene, named: list[Named]) -> list[Named]:
    """The last names of a row that are joined to each other: A, B and C."""
    found: list[Named] = []
    for one in reversed(named):
        if found:
            between = [word for word in scene.words(one.last, found[-1].first) if word not in _LINKS]
            if len(between) > 3:
                break
        found.append(one)
    return found


def _groups(scene: Scene, trigger: Trigger, first: int, last: int) -> tuple[list[str], list[int]]:
    """Groups without a name among the subjects or after "between": departmental directors from both nations."""
    low = max(first, trigger.at - _REACH_BEFORE)
    high = min(last, trigger.at + _REACH_AFTER)
    lowers, found, indexes = scene.document.lowers, [], []
    for index in range(low, high):
        if lowers[index] not in words("participant_nouns") or any(
            one.first <= index < one.last for one in scene.named
        ):
            continue
        if index > trigger.at and not _AFTER.intersection(lowers[trigger.at : index]):
            continue
        start = index
        while start > low and (
            lowers[start - 1] not in words("function_words") and lowers[start - 1].isalpha()
        ):
            start -= 1
        found.append(scene.text(start, index + 1))
        indexes += [start, index + 1]
    return found, indexes


def _pair(scene: Scene, trigger: Trigger) -> tuple[list[Named], str]:
    """The two states or people that the sentence names, where it names just two: lower in trust."""
    named = _unique([one for one in scene.named if one.actor.type in {"person", "state"}])
    apart = [
        one
        for one in named
        if one.first > trigger.at + 1 and scene.document.lowers[one.first - 1] in {"in", "at"}
    ]
    rest = [one for one in named if one not in apart]
    if len(rest) == 2 and {one.actor.type for one in rest} in ({"state"}, {"person"}):
        return rest, "the sentence's two"
    return [], "none"
