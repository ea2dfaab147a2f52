"""Papers tell one thing in other words: other nouns, other measures, other names for the same people."""

import pytest

from tests.compare.conftest import Tell, telling
from tui.compare.alignment import counterparts
from tui.compare.terms import meaning, terms
from tui.compare.weights import weigh
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

HEAD = "The news of the day\n\n"
REST = (
    "\n\nThe harbour of the town was quiet, and old women mended nets while children played near the wall."
    "\n\nA museum will open next spring with an exhibition about clocks and their makers."
)
ELSEWHERE = (
    "\n\nThe orchestra has a new conductor, and the season opens with a symphony by a forgotten composer."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The truce took hold at dawn, and soldiers left their trenches to bury the fallen.",
            "An armistice has been in force since this morning; troops on both sides came out to bury comrades.",
        ),
        (
            "Two dozen pupils were aboard when the ferry struck the bridge.",
            "Among the passengers of the ship that hit a bridge were 24 children from one school.",
        ),
        (
            "The Turkish president offered to host the talks in the capital.",
            "Turkey would be glad to have the negotiations in its capital.",
        ),
        (
            "Lawmakers toppled the cabinet over a bribery affair.",
            "The government was ousted by parliament in a corruption scandal.",
        ),
    ],
)
def test_one_thing_in_other_words_is_found(tell: Tell, one: str, other: str) -> None:
    here, there = tell(HEAD + one + REST, HEAD + other + ELSEWHERE)
    found = telling(counterparts(here, there, weigh([here, there])), one)
    assert [match.text for match in found.matches] == [other]
    assert found.matches[0].mutual


def test_numbers_are_terms_however_they_are_written() -> None:
    shared = terms("two dozen boats", ()) & terms("24 boats", ()) & terms("twenty-four boats", ())
    assert "#24" in shared
    assert "#3.5e+06" in terms("3.5 million", ())
    assert "#135" not in terms("room 1.3.5", ())


def test_a_word_has_one_meaning() -> None:
    told: dict[str, str] = {}
    for entry in words("news_synonyms"):
        for word in entry.split():
            assert told.setdefault(fold(word), entry) == entry, word


def test_a_word_is_not_taken_for_another_that_has_its_stem() -> None:
    assert meaning("plans") == meaning("intend") != meaning("planes") == meaning("aircraft")
