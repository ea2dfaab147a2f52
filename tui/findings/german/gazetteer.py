"""States, places, organisations, peoples and first names by their German names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.findings.actors.actor import ActorType
from tui.findings.actors.gazetteer import Entry
from tui.findings.german.lexicon import listed


@dataclass(frozen=True, slots=True)
class GermanGazetteer:
    """The known actors by the first word of each of their names, the longest name first; and `genders`.

    `genders` has first names in small letters, with `m` or `f`.
    """

    names: dict[str, list[tuple[tuple[str, ...], Entry]]]
    genders: dict[str, str]

    def longest(self, document_words: list[str], at: int, last: int) -> tuple[int, Entry, bool] | None:
        """The longest known name from `at` on: its words, what it names, and whether a genitive’s s ends it."""
        word = document_words[at]
        for genitive, first in ((False, word), (True, word[:-1] if word[-1] == "s" else "")):
            for parts, entry in self.names.get(first, ()):
                if genitive and len(parts) > 1:
                    continue
                if at + len(parts) <= last and tuple(document_words[at + 1 : at + len(parts)]) == parts[1:]:
                    return len(parts), entry, genitive
        return None


@cache
def gazetteer() -> GermanGazetteer:
    """The gazetteer, read at the first call."""
    names: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name, entry in [*_places(), *_states(), *_organisations(), *_peoples()]:
        parts = tuple(name.replace("/", " / ").split())
        names.setdefault(parts[0], []).append((parts, entry))
    for known in names.values():
        known.sort(key=lambda found: -len(found[0]))
    genders = {
        name.lower(): gender for name, _, gender in (line.partition(" = ") for line in listed("first_names"))
    }
    return GermanGazetteer(names, genders)


def _entries(line: str, kind: ActorType, unsure: frozenset[str] = frozenset()) -> Iterator[tuple[str, Entry]]:
    forms, _, parent = line.partition(" > ")
    names = [form.strip() for form in forms.split("|")]
    for name in names:
        yield (
            name,
            Entry(
                names[0] if kind == "organisation" else name, kind, parent.strip() or None, name not in unsure
            ),
        )


def _organisations() -> Iterator[tuple[str, Entry]]:
    for line in sorted(listed("organisations")):
        yield from _entries(line, "organisation")


def _places() -> Iterator[tuple[str, Entry]]:
    for line in sorted(listed("places")):
        yield from _entries(line, "place", listed("unsure_places"))


def _states() -> Iterator[tuple[str, Entry]]:
    for line in sorted(listed("states")):
        name, _, others = line.partition(" = ")
        entry = Entry(name, "state", None, sure=True)
        yield name, entry
        for other in filter(None, (form.strip() for form in others.split("|"))):
            yield other, entry


def _peoples() -> Iterator[tuple[str, Entry]]:
    for line in sorted(listed("peoples")):
        name, _, state = line.partition(" = ")
        yield name, Entry(name, "group", state.strip() or None, sure=True)
