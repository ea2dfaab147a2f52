"""What is known before an article is read: states, places, organisations, first names and common words.

The gazetteer and the word lists are read once, when the first article is analysed.
"""

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.findings.actors.actor import ActorType
from tui.findings.language.wordlists import words

_OWNER = re.compile(r"['’]s ")
"""An ending that is a word of its own in a text, and in none of the names that are listed."""
_PARTS = re.compile(r"-(?=[A-Z])|,|[^\s,-]+(?:-(?![A-Z])[^\s,-]+)*")
"""A name cut as a document is: the hyphen between two capitalised parts is a word of its own."""


_DOTTED = re.compile(r"(?:[A-Z]\.){2,}$")
"""An acronym whose last full stop a word can lose to the sentence's end."""


class Entry(NamedTuple):
    """An actor that the gazetteer knows. `sure`: its words alone name it, whatever stands around them."""

    name: str
    type: ActorType
    parent: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The known actors and words. All keys are as written, but for the sets of words: they are in lower case."""

    singles: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    demonyms: dict[str, str]
    peoples: frozenset[str]
    capitals: dict[str, str]
    genders: dict[str, str]
    surnames: frozenset[str]
    common: frozenset[str]

    def longest(self, document_words: list[str], first: int, limit: int) -> tuple[int, Entry] | None:
        """The longest known name that begins with the word `first`: how many words it has, and what it names."""
        word = document_words[first]
        for parts, entry in self.phrases.get(word, ()):
            if first + len(parts) <= limit and tuple(document_words[first : first + len(parts)]) == parts:
                return len(parts), entry
        single = self.singles.get(word)
        return (1, single) if single else None


@cache
def pairs(name: str) -> dict[str, str]:
    """The word list `name` whose entries are `key = value`, or a key alone."""
    entries = (entry.partition("=") for entry in words(name))
    return {key.strip(): value.strip() for key, _, value in sorted(entries)}


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read at the first call."""
    collecting = gc.isenabled()
    gc.disable()  # all that is made here stays: to look through it for garbage takes a fifth of the time
    try:
        return _read(_sections())
    finally:
        if collecting:
            gc.enable()


def _read(sections: dict[str, list[str]]) -> Gazetteer:
    genders = {name: kind[0] for kind in ("male", "female", "either") for name in sections[kind][0].split()}
    genders |= {
        name.lower(): gender or genders.get(name.lower(), "e")
        for name, gender in pairs("first_names").items()
    }
    surnames = frozenset(sections["surnames"][0].split())
    common = frozenset(sections["common"][0].split())
    capitals = {city: state for city, _, state in (line.partition("=") for line in sections["capitals"])}
    capitals |= pairs("capitals")
    demonyms = {word: state for word, _, state in (line.partition("=") for line in sections["demonyms"])}
    demonyms |= pairs("demonyms")
    known = _towns(sections, capitals)
    for names, parent in pairs("places").items():
        forms = names.split(" | ")
        known |= {form: Entry(forms[0], "place", parent or None, sure=True) for form in forms}
    known |= dict(_organisations())
    known |= dict(_states(sections))
    known |= {name[:-1]: entry for name, entry in known.items() if name[-1] == "." and _DOTTED.match(name)}
    peoples = {
        name: Entry(name, "group", state, sure=False) for name, state in demonyms.items() if " " in name
    }
    known = peoples | known
    singles, phrases = _by_first_word(known)
    return Gazetteer(singles, phrases, demonyms, words("peoples"), capitals, genders, surnames, common)


def _sections() -> dict[str, list[str]]:
    """The gazetteer's lines by section."""
    listed = (Path(__file__).parents[1] / "language" / "english" / "gazetteer.txt").read_text("utf-8")
    sections: dict[str, list[str]] = {}
    for line in listed.splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        else:
            current.append(line)
    return sections


def _towns(sections: dict[str, list[str]], capitals: dict[str, str]) -> dict[str, Entry]:
    """Cities and provinces, smaller before larger. A small city's name alone is not sure: most are also surnames."""
    known: dict[str, Entry] = {}
    for section in ("cities", "large", "provinces"):
        for line in sections[section]:
            state, _, listed = line.partition("=")
            sure = section != "cities"
            known |= {name: Entry(name, "place", state, sure) for name in listed.split("|")}
    known |= {city: Entry(city, "place", state, sure=True) for city, state in capitals.items()}
    return known


def _organisations() -> Iterator[tuple[str, Entry]]:
    """Listed organisations under each of their names."""
    for line in sorted(words("organisations")):
        forms, _, parent = line.partition(">")
        names = [form.strip() for form in forms.split("|")]
        for name in names:
            yield name, Entry(names[0], "organisation", parent.strip() or None, sure=True)


def _states(sections: dict[str, list[str]]) -> Iterator[tuple[str, Entry]]:
    """States under each of their names; the listed ones last, for they are right where the packages are not."""
    listed = [line.partition("=")[::2] for line in sections["states"]]
    listed += [(name, forms.replace(" | ", "|")) for name, forms in pairs("states").items()]
    canonical = {form: name for name, forms in pairs("states").items() for form in forms.split(" | ") if form}
    for name, forms in listed:
        entry = Entry(canonical.get(name, name), "state", None, sure=name not in ("Chad", "Jordan"))
        for form in (name, *forms.split("|")):
            if form:
                yield form, entry


def _by_first_word(
    known: dict[str, Entry],
) -> tuple[dict[str, Entry], dict[str, list[tuple[tuple[str, ...], Entry]]]]:
    """Names of one word, and those of more by their first word, the longest first."""
    singles = {name: entry for name, entry in known.items() if name.isalpha()}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name in known.keys() - singles.keys():
        if name.replace(" ", "").isalpha():  # most: nothing to look for
            first, *_ = parts = tuple(name.split(" "))
            phrases.setdefault(first, []).append((parts, known[name]))
            continue
        owned = _OWNER.search(name)
        for form in (_OWNER.sub(" 's ", name), _OWNER.sub(" ’s ", name)) if owned else (name,):
            parts = tuple(_PARTS.findall(form))
            if len(parts) == 1:
                singles[name] = known[name]
            else:
                phrases.setdefault(parts[0], []).append((parts, known[name]))
    for listed in phrases.values():
        if len(listed) > 1:
            listed.sort(key=lambda found: (-len(found[0]), found[0]))
    return singles, phrases
