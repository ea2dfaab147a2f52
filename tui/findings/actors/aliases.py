"""The other words for an actor, from its mentions."""

from collections.abc import Iterable, Mapping

from tui.findings.actors.actor import Alias, Relation
from tui.findings.actors.organisations import is_acronym


def aliases_of(
    name: str, words: Mapping[tuple[str, Relation], int], names: Iterable[str]
) -> tuple[Alias, ...]:
    """All words but `name`: those of mentions and `names`, the most used first, each with its usual relation.

    `words` counts the mentions by their words and what these are to the name.
    """
    used: dict[str, dict[Relation, int]] = {}
    for (written, relation), count in words.items():
        told = used.setdefault(written if written.isalpha() else " ".join(written.split()), {})
        told[relation] = told.get(relation, 0) + count
    for other in names:
        used.setdefault(other, {"name": 0})
    used.pop(name, None)
    ranked = sorted(used, key=lambda text: (-sum(used[text].values()), text))
    return tuple(Alias(text, _relation(text, name, used[text])) for text in ranked)


def _relation(text: str, name: str, told: dict[Relation, int]) -> Relation:
    """What articles say, else what the two look like beside each other."""
    usual = max(sorted(told), key=lambda relation: told[relation])
    if usual != "name":
        return usual
    if text.lower() == name.lower():
        return "variant"
    if " " in name and text == name.rsplit(maxsplit=1)[-1] and told.get("surname", 0):
        return "surname"
    if is_acronym(text) and not is_acronym(name):
        return "acronym"
    return "long_form" if is_acronym(name) and not is_acronym(text) else "variant"
