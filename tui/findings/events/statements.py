"""Statements of record: a named subject, a verb of weight and a date beside it (the Kremlin announced on Friday)."""

from dataclasses import replace

from tui.findings.events.event import ArticleEvent, TimeExpression
from tui.findings.events.scene import Named, Scene
from tui.findings.events.standing import find_level
from tui.findings.language.wordlists import words

_SUBJECT_REACH, _DATE_REACH = 3, 2  # words between subject and verb, verb and date, at most
_NAMED_REACH, _LABEL_REACH = (
    5,
    5,
)  # words from the verb to who is labelled, and from there to the label, at most
_LABEL_SHOWN = 6  # words of a label that a title tells, at most
_MARKS = frozenset({"“", '"', "‘"})
_LABEL_WORDS = frozenset({"as", "a", "an", "the", ","})
_SPEAKERS = frozenset({"person", "state", "organisation", "group"})


def find_statements(scene: Scene) -> list[ArticleEvent]:
    """The dated statements of record in a sentence."""
    found = []
    dates = [date for date in scene.dates if not date.rule.startswith("duration")]
    if dates and (label := _label(scene, dates[0])):
        return [label]
    for date in dates:
        verb = _verb_beside(scene, date)
        subject = _subject(scene, verb) if verb is not None else None
        if verb is not None and subject and _is_of_record(scene, subject, verb):
            found.append(_statement(scene, subject, verb, date))
    return found


def _is_of_record(scene: Scene, subject: Named, verb: int) -> bool:
    """Whether it is put on record: what a body, a state or one in office announces, or a deed of anybody's (signed).

    What a person only says, and what a report ends with ("…, Doe confirmed last night"), is no event.
    """
    if scene.document.lowers[verb] not in words("cues"):
        return True
    if subject.actor.type != "person":
        return True
    ends_report = "," in scene.words(scene.sentence.first, subject.first)
    return not ends_report and find_level((), (subject.actor,)) is not None


def _label(scene: Scene, date: TimeExpression) -> ArticleEvent | None:
    """Somebody gives another a name in quotation marks: A called B a “…”."""
    lowers = scene.document.lowers
    for verb in range(scene.sentence.first, scene.sentence.last):
        if lowers[verb] not in words("label_verbs"):
            continue
        subject = _subject(scene, verb)
        other = next((one for one in scene.named if one.first > verb), None)
        if subject is None or other is None or other.actor is subject.actor:
            continue
        after = lowers[other.last : other.last + _LABEL_REACH]
        marks = [at for at, word in enumerate(after) if word in _MARKS]
        if other.first - verb > _NAMED_REACH or not marks or not _LABEL_WORDS.issuperset(after[: marks[0]]):
            continue
        event = _statement(scene, subject, verb, date)
        names = (subject.actor.name, other.actor.name)
        last = other.last + marks[0]
        return replace(
            event,
            title=f"{names[0]} on {names[1]}: “{_first_words(scene, last + 1)}”",
            start=subject.start,
            end=scene.document.ends[min(last + 1, scene.sentence.last - 1)],
            participants=names,
            rule="dated label",
        )
    return None


def _first_words(scene: Scene, first: int) -> str:
    """What stands in quotation marks from the word `first` on, cut where it is long."""
    last = first
    while (
        last < scene.sentence.last and last - first < _LABEL_SHOWN and scene.document.words[last][0].isalnum()
    ):
        last += 1
    return scene.text(first, last) if last > first else ""


def _verb_beside(scene: Scene, date: TimeExpression) -> int | None:
    """The verb right before the date; or, where the date opens the sentence, the first one."""
    first, known = scene.index_at(date.start), words("record_verbs")
    lowers = scene.document.lowers
    for index in range(first - 1, max(scene.sentence.first, first - 1 - _DATE_REACH) - 1, -1):
        if lowers[index] in known:
            return None if lowers[index + 1 : index + 2] == ["by"] else index
    if first <= scene.sentence.first + 1:
        cues, rest = words("cues"), range(first, scene.sentence.last)
        verb = next((index for index in rest if lowers[index] in known or lowers[index] in cues), None)
        passive = verb is not None and lowers[verb + 1 : verb + 2] == ["by"]
        return verb if verb is not None and lowers[verb] in known and not passive else None
    return None


def _subject(scene: Scene, verb: int) -> Named | None:
    """The actor right before the verb."""
    for one in reversed(scene.named):
        if one.last <= verb:
            return one if verb - one.last < _SUBJECT_REACH and one.actor.type in _SPEAKERS else None
    return None


def _statement(scene: Scene, subject: Named, verb: int, date: TimeExpression) -> ArticleEvent:
    document = scene.document
    return ArticleEvent(
        title=f"{subject.actor.name} {document.lowers[verb]}",
        kind="statement",
        start=min(subject.start, date.start),
        end=max(document.ends[verb], date.end),
        date=date.value,
        date_text=date.text,
        place=None,
        level=None,
        participants=(subject.actor.name,),
        status="held",
        rule="dated statement",
        confidence=0.7,
    )
