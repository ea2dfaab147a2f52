"""How an event stands (held, planned, possible, denied) and on what level those meet who meet."""

from collections.abc import Iterable
from functools import cache

from tui.findings.actors.actor import ArticleActor
from tui.findings.events.event import Level, Status
from tui.findings.events.lexicon import Trigger, levels, status_pairs, status_words
from tui.findings.events.participants import Cast
from tui.findings.events.scene import Scene

_REACH = 9  # words on either side of an event in which its status is told
_ABOUT = frozenset({"over", "about", "regarding", "concerning", "amid", "amidst"})
_WEIGHT: dict[Status, int] = {"denied": 4, "possible": 3, "planned": 2, "held": 1}
_DENIAL_REACH = 4  # "no" and "not" deny what stands right after them


def find_status(scene: Scene, trigger: Trigger, cast: Cast) -> Status:
    """The status that the words around an event tell; one of which nothing tells otherwise has been held."""
    first, last = scene.sentence_part(trigger.at)
    first = max(first, min(trigger.first, cast.first) - _REACH)
    last = _topic(scene, trigger, min(last, max(trigger.at, cast.last) + _REACH))
    told: set[Status] = set()
    lowers = scene.document.lowers
    dated = {at for date in scene.dates for at in range(scene.index_at(date.start), scene.index_at(date.end))}
    for index in range(first, last):
        if index == trigger.at or index in dated:
            continue
        status = status_words().get(lowers[index]) or status_pairs().get(
            (lowers[index], lowers[min(index + 1, last - 1)])
        )
        if status and (status != "denied" or _denies(lowers[index], trigger.at - index)):
            told.add(status)
    if "held" in told and told <= {"held", "planned"} and _took_place(scene, trigger, first, last):
        return "held"
    return max(told, key=_WEIGHT.__getitem__, default="held")


def _topic(scene: Scene, trigger: Trigger, last: int) -> int:
    """Where the words on what an event is about begin, before the word `last`: talks over a proposed deal."""
    lowers = scene.document.lowers
    for index in range(trigger.at + 1, last):
        if lowers[index] in _ABOUT:
            return index
        if lowers[index] == "on" and not any(
            scene.index_at(date.start) <= index + 2 <= scene.index_at(date.end) + 1 for date in scene.dates
        ):
            return index
    return last


def _denies(word: str, distance: int) -> bool:
    return word not in {"no", "not", "never", "without"} or 0 < distance <= _DENIAL_REACH


def _took_place(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a past form beside the event outweighs words of planning: "held talks on further steps"."""
    beside = scene.words(max(first, trigger.at - 3), min(last, trigger.at + 3))
    return any(status_words().get(word) == "held" for word in beside) and not any(
        status_words().get(word) == "planned" for word in beside
    )


def find_level(texts: Iterable[str], people: Iterable[ArticleActor]) -> Level | None:
    """The highest level that the words for those who take part, or the roles of the people, tell."""
    told = [text.lower().replace("-", " ").split() for text in texts]
    told += [role.role.lower().replace("-", " ").split() for person in people for role in person.roles]
    ranks: list[Level] = []
    for tokens in told:
        level = _level_of(tokens)
        if level:
            ranks.append(level)
    order: list[Level] = ["heads of state", "ministers", "deputies", "directors", "diplomats"]
    return min(ranks, key=order.index, default=None)


@cache
def _level_words() -> frozenset[str]:
    return frozenset(word for phrase, _ in levels() for word in phrase)


def _level_of(tokens: list[str]) -> Level | None:
    """The level of one phrase: the lowest that it tells, since "deputy minister" is no minister."""
    found: list[Level] = []
    if _level_words().isdisjoint(tokens):
        return None
    rest = list(tokens)
    for phrase, level in levels():
        for at in range(len(rest) - len(phrase) + 1):
            if tuple(rest[at : at + len(phrase)]) == phrase:
                found.append(level)
                rest[at : at + len(phrase)] = [""] * len(phrase)
    if "deputies" in found:
        return "deputies"
    return found[0] if found else None
