"""What one account has done, and another not done or yet to be done: he appealed, he will not appeal."""

from tui.compare.account import published
from tui.compare.deeds import Deed
from tui.compare.difference import Difference, Side
from tui.compare.profiles import Profiles
from tui.compare.rarity import Rarity
from tui.compare.things import general, of_one, strangers

_SURE, _DOUBTFUL = 0.62, 0.45
_SINCE = 0.2  # what it takes away that the later article can tell what became of it
_ONLY = 1.0  # what it says that both are of one deed that each article tells of it once
_RARE, _TERM, _MOST_TERMS = 0.5, 0.35, 3
_LEAST, _ENOUGH = 1.5, 2.3  # what speaks for one deed, from which on two tellings can be, and are, of it


def differing_deeds(one: Profiles, other: Profiles, rarity: Rarity) -> list[Difference]:
    """What an article has done or to come and the other not, of the same people or things.

    Quiet where either article tells it both ways.
    """
    found = []
    here, there = _by_verb(one), _by_verb(other)
    for verb in sorted(here.keys() & there.keys()):
        modes = [{deed.mode for deed in side[verb]} for side in (here, there)]
        if modes[0] == modes[1] or rarity.everywhere(verb):
            continue
        pairs = [(first, second) for first in here[verb] for second in there[verb]]
        confidence, first, second = max(
            ((_confidence(*pair, one, other, rarity), *pair) for pair in pairs), key=lambda judged: judged[0]
        )
        if confidence and first.mode not in modes[1] and second.mode not in modes[0]:
            sides = _side(one, first), _side(other, second)
            subject = f"whether: {_told(one, first)}"
            found.append(Difference("status", subject, sides, "done and not", confidence))
    return found


def _confidence(first: Deed, second: Deed, one: Profiles, other: Profiles, rarity: Rarity) -> float:
    """How sure it is that both tell one deed and differ; 0 where they do not."""
    if first.mode == second.mode or strangers(first.things[0], second.things[0]):
        return 0.0
    shared = max(of_one(first.things[0], second.things[0]), of_one(first.things[1], second.things[1]))
    if not shared and _of_nobody(first, second) and rarity.once(first.verb):
        shared = _ONLY
    if not shared:
        return 0.0
    beside = {
        term
        for term in first.terms & second.terms
        if term != first.verb and not general(term) and not rarity.everywhere(term)
    }
    weight = shared + _RARE * rarity.once(first.verb) + _TERM * min(len(beside), _MOST_TERMS)
    if weight < _LEAST:
        return 0.0
    confidence = _SURE if weight >= _ENOUGH else _DOUBTFUL
    return round(confidence - (_SINCE if _since(first, second, one, other) else 0), 2)


def _of_nobody(first: Deed, second: Deed) -> bool:
    """Whether one is a denial of the other, and neither names who it is: gunmen surrendered, militants did not."""
    named = any(thing.actors or thing.places for deed in (first, second) for thing in deed.things)
    return not named and {first.mode, second.mode} == {"done", "not done"}


def _since(first: Deed, second: Deed, one: Profiles, other: Profiles) -> bool:
    """Whether what was yet to come can have been done, or not done, since; so it is where no day says otherwise."""
    days = published(one.account), published(other.account)
    if "to come" not in {first.mode, second.mode} or (days[0] and days[0] == days[1]):
        return False
    if days[0] is None or days[1] is None:
        return "not done" not in {first.mode, second.mode}
    return (days[0] < days[1]) == (first.mode == "to come")


def _by_verb(profiles: Profiles) -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for deed in profiles.deeds:
        found.setdefault(deed.verb, []).append(deed)
    return found


def _told(profiles: Profiles, deed: Deed) -> str:
    return " ".join(profiles.account.article.text[deed.start : deed.end].split())


def _side(profiles: Profiles, deed: Deed) -> Side:
    article = profiles.account.article
    return Side(deed.mode, article.id, deed.start, deed.end, article.text[deed.start : deed.end])
