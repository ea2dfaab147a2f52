"""Who goes where to meet: the minister arrived in Amman on Saturday for talks."""

from dataclasses import replace

from tui.findings.events.lexicon import MEETINGS, Trigger
from tui.findings.events.participants import Cast, joined_before
from tui.findings.events.placing import Place
from tui.findings.events.scene import Scene
from tui.findings.language.wordlists import words

_REACH = 14  # words between the journey and the meeting, at most
_ADJECTIVES = 4  # words between "for" and the meeting, at most
_PLACE_REACH = 3  # words between the journey and where it leads, at most


def with_journey(
    scene: Scene, trigger: Trigger, cast: Cast, place: Place | None
) -> tuple[Cast, Place | None]:
    """Those who take part and the place of an event, with who goes somewhere for it, and where that is."""
    verb = _journey(scene, trigger)
    if verb is None:
        return cast, place
    goal = next(
        (
            Place(one.actor.name, one.first, one.last)
            for one in scene.named
            if one.actor.type in {"place", "state"} and 0 < one.first - verb <= _PLACE_REACH
        ),
        None,
    )
    if not goal:
        return cast, place
    known = {one.actor.name for one in cast.named}
    who = [one for one in joined_before(scene, verb) if one.actor.name not in known]
    if not (who or known or cast.groups):
        return cast, place
    first = min([cast.first, *(one.first for one in who)])
    return replace(cast, named=(*who, *cast.named), first=first), place or goal


def _journey(scene: Scene, trigger: Trigger) -> int | None:
    """The verb of a journey that is made for the event; None where there is none."""
    lowers, first = scene.document.lowers, scene.clause(trigger.at)[0]
    purpose = scene.words(max(first, trigger.at - (_ADJECTIVES if trigger.noun else 1)), trigger.at)
    if trigger.kind not in MEETINGS or ("for" if trigger.noun else "to") not in purpose:
        return None
    low = max(first, trigger.at - _REACH)
    return next((at for at in range(low, trigger.at) if lowers[at] in words("arrivals")), None)
