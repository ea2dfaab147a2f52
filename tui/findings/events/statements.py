"""Statements of record: a named subject, a verb of weight and a date beside it (the Kremlin announced on Friday)."""

from tui.findings.events.event import ArticleEvent, TimeExpression
from tui.findings.events.scene import Named, Scene
from tui.findings.language.wordlists import words

_SUBJECT_REACH, _DATE_REACH = 3, 2  # words between subject and verb, verb and date, at most
_SPEAKERS = frozenset({"person", "state", "organisation", "group"})


def find_statements(scene: Scene) -> list[ArticleEvent]:
    """The dated statements of record in a sentence."""
    found = []
    for date in scene.dates:
        if date.rule.startswith("duration"):
            continue
        verb = _verb_beside(scene, date)
        subject = _subject(scene, verb) if verb is not None else None
        if verb is not None and subject:
            found.append(_statement(scene, subject, verb, date))
    return found


def _verb_beside(scene: Scene, date: TimeExpression) -> int | None:
    """The verb right before the date; or, where the date opens the sentence, the first one."""
    first, known = scene.index_at(date.start), words("record_verbs")
    lowers = scene.document.lowers
    for index in range(first - 1, max(scene.sentence.first, first - 1 - _DATE_REACH) - 1, -1):
        if lowers[index] in known:
            return index
    if first <= scene.sentence.first + 1:
        cues, rest = words("cues"), range(first, scene.sentence.last)
        verb = next((index for index in rest if lowers[index] in known or lowers[index] in cues), None)
        return verb if verb is not None and lowers[verb] in known else None
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
