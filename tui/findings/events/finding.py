"""Find the events that an article tells: meetings, talks, summits, calls, votes, attacks, statements of record."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document, Sentence
from tui.findings.events.anchors import section_dates
from tui.findings.events.event import TITLE_NAMES, ArticleEvent, Level, TimeExpression
from tui.findings.events.journeys import with_journey
from tui.findings.events.lexicon import MEETINGS, Trigger, rounds
from tui.findings.events.memberships import MEMBERSHIP_VERBS, find_memberships
from tui.findings.events.participants import Cast, find_cast
from tui.findings.events.placing import Place, find_place, is_armed
from tui.findings.events.scene import Named, Scene, Stage
from tui.findings.events.standing import find_level, find_status
from tui.findings.events.statements import find_statements
from tui.findings.events.timing import Moment, find_moment
from tui.findings.events.triggers import find_trigger, is_passive, same_telling, telling_words
from tui.findings.language.wordlists import words

_ANAPHORS = frozenset({"this", "these", "the", "such", "that", "those"})
_MANY = frozenset(
    {"meetings", "summits", "calls", "gatherings", "sessions", "consultations", "discussions", "dialogue"}
)
_TITLE_REACH = 4  # words before the noun that its title can take in
_HOST = 4  # words behind "received by" in which the host's office stands, at most
_LONGEST = 400  # words of a sentence; what has more is a list or a table, and tells no event
_VOTERS = 3  # words between those who vote and the verb, at most


def find_events(
    document: Document, actors: tuple[ArticleActor, ...], dates: tuple[TimeExpression, ...]
) -> tuple[ArticleEvent, ...]:
    """The events of one article, in order of position; each telling is one, `merge_events` makes them one row.

    An event needs a date, a place or two participants: "diplomatic meetings are useful" is none. What the text does
    not date stays undated.
    """
    stage = Stage(document, actors, dates)
    headed = section_dates(document, dates)
    found: list[ArticleEvent] = []
    block, told = -1, None
    for sentence, triggers in _telling(document):
        scene = stage.scene(sentence)
        found += find_statements(scene) + find_memberships(scene)
        if sentence.block != block:
            block, told = sentence.block, None
        for trigger in triggers:
            event = _event(scene, trigger, triggers, headed.get(block), told)
            if event:
                found.append(event)
                told = event
    return tuple(sorted(found, key=lambda event: (event.start, event.end)))


def _telling(document: Document) -> Iterator[tuple[Sentence, list[Trigger]]]:
    """Sentences that can tell events, with the words that do; of several for one event the last noun stands."""
    known = telling_words()
    for sentence in document.sentences:
        if sentence.last - sentence.first > _LONGEST:
            continue
        words_there = document.lowers[sentence.first : sentence.last]
        if known.isdisjoint(words_there):
            if not _telling_by_date().isdisjoint(words_there):
                yield sentence, []
            continue
        triggers: list[Trigger] = []
        for index in range(sentence.first, sentence.last):
            trigger = find_trigger(document, sentence, index) if document.lowers[index] in known else None
            if trigger and triggers and same_telling(document, triggers[-1], trigger):
                trigger = (trigger if trigger.noun else triggers[-1])._replace(first=triggers[-1].first)
                triggers[-1] = trigger
            elif trigger:
                triggers.append(trigger)
        yield sentence, [trigger for trigger in triggers if document.lowers[trigger.at] != "round"]


@cache
def _telling_by_date() -> frozenset[str]:
    """Verbs that tell an event where a date stands beside them."""
    return words("record_verbs") | words("label_verbs") | MEMBERSHIP_VERBS


def _event(
    scene: Scene,
    trigger: Trigger,
    rivals: list[Trigger],
    headed: TimeExpression | None,
    told: ArticleEvent | None,
) -> ArticleEvent | None:
    """The event that a word tells, or None where too little is told of it."""
    limit = min((rival.first for rival in rivals if rival.first > trigger.at), default=scene.sentence.last)
    cast, place = with_journey(scene, trigger, _cast(scene, trigger), find_place(scene, trigger, limit))
    moment = find_moment(scene, trigger, rivals, place)
    if moment is None and headed:
        moment = Moment(headed.value, headed.text, None, None)
    names, rule = cast.names, cast.rule
    place_name = place.name if place else None
    again = _refers_back(scene, trigger, told) if told and not names else None
    if told and again:
        if again == "same" and not (place or moment):
            return None  # "these talks": nothing new
        names, rule = told.participants, "told before"
        if again == "same":
            place_name = place_name or told.place
            moment = moment or (Moment(told.date, told.date_text, None, None) if told.date_text else None)
    names = tuple(name for name in names if name != place_name)
    if not _is_told(scene, trigger, cast, names, place_name, moment):
        return None
    start, end = _extent(scene, trigger, cast, place, moment)
    people = [named.actor for named in cast.named if named.actor.type == "person"]
    return ArticleEvent(
        title=_title(scene, trigger, names, place_name),
        kind=trigger.kind,
        start=start,
        end=end,
        date=moment.date if moment else None,
        date_text=moment.text if moment else None,
        place=place_name,
        level=_level(scene, trigger, cast, people, told if again else None),
        participants=names,
        status=find_status(scene, trigger, cast, moment),
        rule=rule,
        confidence=_confidence(names, rule, place_name, moment),
    )


def _refers_back(scene: Scene, trigger: Trigger, told: ArticleEvent) -> str | None:
    """Whether the noun refers to the event told before: "same" (this summit), "another" (further talks)."""
    if trigger.kind not in MEETINGS or told.kind not in MEETINGS or not trigger.noun:
        return None
    for index in range(trigger.first - 1, max(scene.sentence.first, trigger.first - _TITLE_REACH) - 1, -1):
        word = scene.document.lowers[index]
        if word in rounds():
            return "another"
        if word in _ANAPHORS:
            return "same"
    return None


def _is_anybody(name: str) -> bool:
    """Whether a participant is one word for many, also in a heading: leaders, Leaders."""
    return " " not in name and (name.islower() or name.lower() in words("participant_nouns"))


def _is_told(
    scene: Scene,
    trigger: Trigger,
    cast: Cast,
    names: tuple[str, ...],
    place: str | None,
    moment: Moment | None,
) -> bool:
    """Whether enough is told for an event of its own."""
    word = scene.document.lowers[trigger.at]
    if trigger.kind == "vote":
        return bool(place or moment)
    if not trigger.noun and word in words("hosting_verbs"):
        people = sum(one.actor.type == "person" for one in cast.named)
        return bool(place or moment) and (people > 1 or bool(_received(scene, trigger)))
    if not trigger.noun and word in words("gathering_verbs"):
        led = {one.actor.type for one in cast.named if one.last <= trigger.at}
        return bool(cast.described or led & {"person", "state"})
    if trigger.kind == "attack":
        return bool(place) or (bool(moment) and is_armed(scene, trigger))
    if all(map(_is_anybody, names)) and not (place or moment):
        return False  # the leaders
    if trigger.kind == "statement":
        return bool(names) and _is_led(scene, trigger, cast)
    if place or (moment and names):
        return True
    if not trigger.noun and (cast.groups or any(one.actor.type == "group" for one in cast.named)):
        return True
    return len(names) > 1 and word not in _MANY


def _received(scene: Scene, trigger: Trigger) -> list[str]:
    """The offices of guest and host, where both are told by them: the premier was received by the president."""
    if trigger.noun or not is_passive(scene.document, scene.sentence, trigger.at):
        return []
    first, last = scene.clause(trigger.at)
    sides = scene.words(first, trigger.at), scene.words(trigger.at + 2, min(last, trigger.at + 2 + _HOST))
    told = all(any(map(_is_office, side, [*side[1:], ""])) for side in sides)
    return [" ".join(side) for side in sides] if told else []


def _is_office(word: str, following: str) -> bool:
    """Whether a word stands for who holds an office, and not for whose something is: the king's speech."""
    return (word in words("offices") or word == "counterpart") and following not in {"'s", "’s"}


def _cast(scene: Scene, trigger: Trigger) -> Cast:
    """Those who take part; who votes in an election is no news."""
    if trigger.kind == "vote" and trigger.noun:
        return Cast((), (), (), trigger.first, trigger.at, "none")
    cast = find_cast(scene, trigger)
    if trigger.kind == "vote":
        near = tuple(one for one in cast.named if -_VOTERS <= one.last - trigger.at <= _VOTERS)
        return replace(cast, named=near)
    return _attackers(scene, trigger, cast) if trigger.kind == "attack" and trigger.noun else cast


def _attackers(scene: Scene, trigger: Trigger, cast: Cast) -> Cast:
    """Of those named around an attack the ones right beside it, or who are said to have carried it out."""
    lowers = scene.document.lowers

    def beside(one: Named) -> bool:
        if one.first > trigger.at:
            return one.first - trigger.at - 1 <= _VOTERS
        between = lowers[one.last : trigger.at]
        if any(word in words("attack_leads") for word in between):
            return True
        parted = words("prepositions") | words("subordinators")
        return len(between) <= _VOTERS and parted.isdisjoint(between)

    aimed = lowers[trigger.at + 1 : trigger.at + 2] in (["on"], ["against"], ["by"])
    groups = cast.groups if aimed else ()
    return replace(cast, named=tuple(one for one in cast.named if beside(one)), groups=groups)


def _is_led(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    """Whether it is somebody's doing: a verb close before says so (drafted a resolution), or "from" after it."""
    if cast.named and scene.words(trigger.at + 1, trigger.at + 2) in (["from"], ["by"]):
        return True
    before = scene.words(max(scene.sentence.first, trigger.at - _TITLE_REACH), trigger.at)
    return any(word in words("event_leads") for word in before)


def _extent(
    scene: Scene, trigger: Trigger, cast: Cast, place: Place | None, moment: Moment | None
) -> tuple[int, int]:
    """From the first to the last of the words that tell the event, in code points."""
    starts, ends = scene.document.starts, scene.document.ends
    first = min(cast.first, trigger.first, place.first if place else trigger.first)
    last = max(cast.last, trigger.at + 1, place.last if place else 0)
    start, end = starts[first], ends[last - 1]
    if moment and moment.start is not None and moment.end is not None:
        start, end = min(start, moment.start), max(end, moment.end)
    return start, end


def _level(
    scene: Scene, trigger: Trigger, cast: Cast, people: list[ArticleActor], told: ArticleEvent | None
) -> Level | None:
    """The level of those who take part, else that of the event it refers to; a summit is the leaders'."""
    about = (
        [scene.text(trigger.first, trigger.at + 1)] if not trigger.noun else [_noun_phrase(scene, trigger)]
    )
    about += _received(scene, trigger)
    level = find_level([*cast.described, *(named.actor.name for named in cast.named), *about], people)
    if level or told is None:
        return level or ("heads of state" if trigger.kind == "summit" else None)
    return told.level


def _noun_phrase(scene: Scene, trigger: Trigger) -> str:
    """The noun with the adjectives before it: second round of diplomatic talks."""
    if not trigger.noun:
        return trigger.kind
    first, lowers = trigger.at, scene.document.lowers
    taken = {index for named in scene.named for index in range(named.first, named.last)}
    while first > max(scene.sentence.first, trigger.at - _TITLE_REACH) and first - 1 not in taken:
        if not _describes(lowers[first - 1], lowers[first - 2]):
            break
        first -= 1
        if lowers[first] in rounds():
            break
    return " ".join(scene.text(first, trigger.at + 1).split())


def _describes(word: str, before: str) -> bool:
    """Whether a word before the noun belongs to its phrase; `before` is the word before that."""
    if word in rounds() or (word == "of" and before == "round"):
        return True
    if not word.replace("-", "").isalpha():
        return False
    return not any(
        word in words(known) for known in ("function_words", "event_leads", "cues", "prepositions")
    )


def _title(scene: Scene, trigger: Trigger, names: tuple[str, ...], place: str | None) -> str:
    """The participants, what they did, and where: Putin–Trump meeting in Vienna."""
    who = "–".join(names[:TITLE_NAMES])
    what = _noun_phrase(scene, trigger)
    what = what if who == "" or what[:2].isupper() else what[0].lower() + what[1:]
    where = f" in {place}" if place else ""
    return f"{who} {what}{where}".strip()


def _confidence(names: tuple[str, ...], rule: str, place: str | None, moment: Moment | None) -> float:
    """Rises with each thing told; participants of the clause are surer than others."""
    sure = 0.5 + 0.15 * (len(names) > 1) + 0.15 * bool(place) + 0.15 * bool(moment)
    return round(sure - (0.1 if rule == "the sentence's two" else 0.0), 2)
