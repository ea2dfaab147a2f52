"""The German word lists, read once, and the forms of verbs of saying made from their principal parts."""

from functools import cache, lru_cache, partial
from typing import NamedTuple

from tui.findings.language.wordlists import words

listed = partial(words, language="german")
"""The entries of a German word list."""

_SHORT = 5
_LISTS = {"strong": "cues", "opinion": "opinion_cues", "thought": "thought_cues", "manner": "manner_cues"}


class Cue(NamedTuple):
    """A form of a verb of saying.

    `infinitive` names the verb with its prefix (`mitteilen`); `prefix` is what stands apart at the clause's end where
    this form is finite in a main clause (`mit`), else empty. `sort` is `strong`, `opinion`, `thought` or `manner`.
    `form` is `finite`, `final` (a finite form with its prefix: mitteilte) or `participle`.
    """

    infinitive: str
    prefix: str
    sort: str
    form: str


@cache
def cue_forms() -> dict[str, tuple[Cue, ...]]:
    """For each form in small letters the verbs that it can be of."""
    found: dict[str, list[Cue]] = {}
    for sort, name in _LISTS.items():
        for line in sorted(listed(name)):
            infinitive, present, past, participle = line.split()
            prefix, _, stem = infinitive.rpartition("|")
            verb = prefix + stem
            plural = past + ("n" if past.endswith("e") else "en")
            for form in {present, past, plural, stem}:
                found.setdefault(form, []).append(Cue(verb, prefix, sort, "finite"))
                if prefix:
                    found.setdefault(prefix + form, []).append(Cue(verb, "", sort, "final"))
            found.setdefault(participle, []).append(Cue(verb, "", sort, "participle"))
    swiss = {form.replace("ß", "ss"): cues for form, cues in found.items()}
    return {form: tuple(cues) for form, cues in (swiss | found).items()}


@cache
def small_words() -> frozenset[str]:
    """Words that begin with a capital letter only at a sentence's head: no nouns, adjectives or verbs of saying."""
    names = (
        "determiners", "oblique_determiners", "prepositions", "subordinators", "coordinators", "adverbs",
        "subject_pronouns", "auxiliaries", "question_words", "object_pronouns", "relatives",
    )  # fmt: skip
    return frozenset().union(*(listed(name) for name in names))


@cache
def konjunktiv(*, sure: bool = False) -> frozenset[str]:
    """The verb forms of indirect speech; `sure`: without those of Konjunktiv II."""
    forms = listed("konjunktiv") if sure else listed("konjunktiv") | listed("konjunktiv_two")
    return forms | {form.replace("ß", "ss") for form in forms}


@cache
def object_leads() -> dict[str, frozenset[str]]:
    """For each verb the prepositions that open its object: warnen vor."""
    found: dict[str, set[str]] = {}
    for line in listed("object_leads"):
        verb, preposition = line.split()
        found.setdefault(verb, set()).add(preposition)
    return {verb: frozenset(prepositions) for verb, prepositions in found.items()}


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(sorted(entry for entry in listed(name) if len(entry) > _SHORT))


@lru_cache(maxsize=1 << 14)
def ends_like(word: str, name: str) -> bool:
    """Whether `word` is one of the list `name` or a compound that ends with one: Wochenzeitung, dpa-Reporter.

    A short entry (dpa, Welt) counts only as a word of its own or behind a hyphen.
    """
    lower = word.lower()
    known = listed(name)
    if lower in known or lower.rpartition("-")[2] in known:
        return True
    return lower.endswith(_endings(name))


@lru_cache(maxsize=1 << 14)
def is_office(word: str) -> bool:
    """Whether the noun tells what a person is, in any case: Präsidenten, Vorsitzendem."""
    endings = tuple(sorted(listed("offices")))
    if not word[0].isupper():
        return False
    lower = word.lower()
    stems = (
        lower,
        lower.removesuffix("n"),
        lower.removesuffix("m"),
        lower.removesuffix("en"),
        lower.removesuffix("s"),
    )
    return any(stem.endswith(endings) for stem in stems)
