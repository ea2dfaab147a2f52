"""How an event stands (held, planned, possible, denied) and on what level those meet who meet."""

from collections.abc import Iterable
from functools import cache

from tui.findings.actors.actor import ArticleActor
from tui.findings.events import edtf
from tui.findings.events.anchors import published
from tui.findings.events.event import Level, Status
from tui.findings.events.lexicon import MEETINGS, Trigger, levels, status_pairs, status_words
from tui.findings.events.participants import Cast
from tui.findings.events.scene import Scene
from tui.findings.events.timing import Moment
from tui.findings.language.wordlists import words

_REACH = 9  # words on either side of an event in which its status is told
_ABOUT = frozenset({"over", "about", "regarding", "concerning", "amid", "amidst"})
_WEIGHT: dict[Status, int] = {"denied": 4, "possible": 3, "planned": 2, "held": 1}
_DENIAL_REACH = 4  # "no" and "not" deny what stands right after them
_PHRASE = 6  # words before a noun that can belong to its phrase, at most
_BESIDE = 3  # words after a noun in which a verb tells how it stands, at most
_AHEAD = frozenset({"before", "until", "till"})
_PRESENT = frozenset({"vote", "votes", "meet", "meets", "gather", "gathers", "convene", "convenes"})
"""Verbs whose present, where a date stands with it, tells what comes."""
_SOON = (["days"], ["weeks"], ["hours"], ["months"], ["day"], ["week"], ["month"], ["shortly"], ["just"])
_AT = frozenset({"at", "during", "after", "following", "since"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "shall", "should", "can", "'ll", "’ll", "if"})


def find_status(scene: Scene, trigger: Trigger, cast: Cast, moment: Moment | None) -> Status:
    """The status that the words around an event tell; one of which nothing tells otherwise has been held.

    A date says it where the article has one too: what lies behind it was held, what lies ahead is planned.
    """
    status = _told(scene, trigger, cast, moment)
    today, days = published(scene.document.article), edtf.days(moment.date if moment else None)
    if today and days:
        if days[0] > today and status == "held":
            return "planned"
        if days[1] < today and status == "planned":
            return "held"
    return status


def _told(scene: Scene, trigger: Trigger, cast: Cast, moment: Moment | None) -> Status:
    if trigger.kind in MEETINGS and _is_denied(scene, trigger):
        return "denied"
    phrase = _phrase(scene, trigger)
    lead = scene.document.lowers[phrase - 1] if phrase > scene.sentence.first else ""
    if trigger.noun and trigger.kind != "attack" and _lies_ahead(scene, trigger, phrase):
        return "planned"
    if trigger.kind == "attack":
        return _of_attack(scene, trigger, phrase)
    if trigger.noun and (trigger.kind == "vote" or lead in _AT):
        return _of_what_goes_on(scene, trigger, cast, phrase)
    comes = not trigger.noun and moment is not None and scene.document.lowers[trigger.at] in _PRESENT
    untold: Status = "planned" if comes else "held"
    return max(_tellings(scene, trigger, cast), key=_WEIGHT.__getitem__, default=untold)


def _is_denied(scene: Scene, trigger: Trigger) -> bool:
    """Whether the clause is what somebody denies: denied that the two would meet."""
    first = scene.clause(trigger.at)[0]
    if first - 2 < scene.sentence.first or scene.document.lowers[first - 1] != "that":
        return False
    before = scene.words(max(first - 3, scene.sentence.first), first - 1)
    return before[-1] in {"denied", "denies", "denying"} or before == ["ruled", "out"]


def _lies_ahead(scene: Scene, trigger: Trigger, phrase: int) -> bool:
    """Whether it is told as what comes next: days before the meeting, ahead of the vote, up to the caucuses.

    Only of a vote does "before" alone say so: he spoke before a meeting of the council.
    """
    first = scene.sentence.first
    if phrase == first:
        return False
    lead, before = scene.document.lowers[phrase - 1], scene.words(max(phrase - 2, first), phrase - 1)
    if (before, lead) in ((["ahead"], "of"), (["up"], "to")):
        return True
    return lead in _AHEAD and (trigger.kind == "vote" or before[0:1] in _SOON)


def _phrase(scene: Scene, trigger: Trigger) -> int:
    """The first word of the noun's phrase, its article and adjectives: "a White House" in "a White House meeting"."""
    lowers, first = scene.document.lowers, trigger.first
    low = max(scene.sentence.first, trigger.first - _PHRASE)
    while first > low:
        word = lowers[first - 1]
        if not (word[0].isalnum() or word in {"'s", "’s", "-"}) or any(
            word in words(known) for known in ("prepositions", "auxiliaries", "coordinators", "subordinators")
        ):
            break
        first -= 1
        if word in words("determiners"):
            break
    return first


def _of_attack(scene: Scene, trigger: Trigger, phrase: int) -> Status:
    """An attack has been, unless the words right at it say otherwise: planned attacks, an attack could."""
    lowers = scene.document.lowers
    last = min(trigger.at + 2, scene.sentence.last)
    beside = [*scene.words(max(scene.sentence.first, phrase - 2), trigger.at), *lowers[trigger.at + 1 : last]]
    told = {status_words().get(word, "held") for word in beside if word not in words("conditions")}
    return max(told, key=_WEIGHT.__getitem__, default="held")


def _of_what_goes_on(scene: Scene, trigger: Trigger, cast: Cast, phrase: int) -> Status:
    """A vote, or a meeting at which something is done: its own words say how it stands, else the clause's tense.

    What may be done at it makes it no less certain: "changes at the meeting would need" is one to come.
    """
    end = min(trigger.at + 1 + _BESIDE, scene.sentence.last)
    own = [*scene.words(phrase, trigger.at), *scene.words(trigger.at + 1, end)]
    if any(word in words("event_nearing") for word in own):
        return "planned"
    told = {status for word in scene.words(phrase, trigger.at) if (status := status_words().get(word))}
    if told:
        return max(told, key=_WEIGHT.__getitem__)
    around = _tellings(scene, trigger, cast)
    if "held" in around and "possible" not in around and "denied" not in around:
        return max(around, key=_WEIGHT.__getitem__)
    first, last = scene.sentence_part(trigger.at)
    if "planned" in around or _MODALS.intersection(scene.words(first, last)):
        return "planned"
    proposed = any(word.startswith("propos") for word in scene.words(first, last))
    return "possible" if proposed and trigger.kind == "vote" else "held"


def _tellings(scene: Scene, trigger: Trigger, cast: Cast) -> set[Status]:
    """What the words around an event tell of how it stands; a past form beside it outweighs words of planning."""
    first, last = scene.sentence_part(trigger.at)
    first = max(first, min(trigger.first, cast.first) - _REACH)
    last = _topic(scene, trigger, min(last, max(trigger.at, cast.last) + _REACH))
    told: set[Status] = set()
    lowers = scene.document.lowers
    dated = {at for date in scene.dates for at in range(scene.index_at(date.start), scene.index_at(date.end))}
    for index in range(first, last):
        if index == trigger.at or index in dated:
            continue
        pair = status_pairs().get((lowers[index], lowers[min(index + 1, last - 1)]))
        status = pair or status_words().get(lowers[index])
        if status and (pair or status != "denied" or _denies(lowers[index], trigger.at - index)):
            told.add(status)
    if "held" in told and told <= {"held", "planned"} and _took_place(scene, trigger, first, last):
        return {"held"}
    return told


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
