"""Who joined or left what, where that is dated: countries that joined the alliance after 1997."""

from tui.findings.events.event import ArticleEvent, TimeExpression
from tui.findings.events.scene import Named, Scene
from tui.findings.language.wordlists import words

MEMBERSHIP_VERBS = frozenset({"joined", "left", "quit"})
"""What states do that is told here."""

_REACH = 5  # words between who and the verb, and between the verb and what, at most
_DATE_REACH = 2  # words between what and the date, at most
_MEMBERS = frozenset({"countries", "nations", "states", "republics", "members", "those", "governments"})


def find_memberships(scene: Scene) -> list[ArticleEvent]:
    """The dated joinings and leavings of states in a sentence."""
    found = []
    for date in scene.dates:
        at = scene.index_at(date.start)
        for verb in range(max(scene.sentence.first, at - _REACH - _DATE_REACH), at):
            if scene.document.lowers[verb] in MEMBERSHIP_VERBS:
                event = _membership(scene, verb, date, at)
                found += [event] if event else []
                break
    return found


def _membership(scene: Scene, verb: int, date: TimeExpression, at: int) -> ArticleEvent | None:
    body = _body(scene, verb, at)
    who = _who(scene, verb)
    if body is None or who is None:
        return None
    name, last = body
    first, member, known = who
    if at - last > _DATE_REACH or name == member:
        return None
    document = scene.document
    return ArticleEvent(
        title=f"{member} {document.lowers[verb]} {name}",
        kind="membership",
        start=document.starts[first],
        end=date.end,
        date=date.value,
        date_text=scene.text(last, at) + f" {date.text}" if at > last else date.text,
        place=None,
        level=None,
        participants=(member, name) if known else (name,),
        status="held",
        rule="dated membership",
        confidence=0.7,
    )


def _body(scene: Scene, verb: int, at: int) -> tuple[str, int] | None:
    """What was joined, and the word after it: an organisation, or "the alliance" for the one named before."""
    for one in scene.named:
        if one.first > verb and one.last <= at and one.first - verb <= _REACH:
            return (one.actor.name, one.last) if one.actor.type == "organisation" else None
    for index in range(verb + 1, at):
        if scene.document.lowers[index] in words("member_bodies"):
            named = _organisations(scene, verb)
            return (named[-1].actor.name, index + 1) if len({one.actor.name for one in named}) == 1 else None
    return None


def _organisations(scene: Scene, before: int) -> list[Named]:
    return [one for one in scene.named if one.last <= before and one.actor.type == "organisation"]


def _who(scene: Scene, verb: int) -> tuple[int, str, bool] | None:
    """Who joined: the first of its words, its name, and whether it is an actor: a state, or "countries that"."""
    for one in reversed(scene.named):
        if one.last <= verb and verb - one.last < _REACH and one.actor.type == "state":
            return one.first, one.actor.name, True
        if one.last <= verb:
            break
    for index in range(verb - 1, max(scene.sentence.first, verb - _REACH) - 1, -1):
        if scene.document.lowers[index] in _MEMBERS:
            return index, scene.text(index, index + 1), False
        if scene.document.lowers[index] not in words("relatives") and index < verb - 2:
            break
    return None
