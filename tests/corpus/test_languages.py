"""The language of an article is what it says it is, else what its small words tell."""

import pytest

from tui.corpus.languages import language_of, without_findings
from tui.corpus.making import make_article

GERMAN = (
    "Die Brücke über den Fluss ist seit dem Morgen gesperrt, und das ist nicht ein Zufall, sondern der Plan."
)
ENGLISH = "The bridge over the river is closed and it was not an accident, as the mayor said on the radio."


def language(text: str, told: str | None = None) -> str | None:
    return language_of(make_article("a", text, path="a", name="a", metadata={"language": told}))


def test_small_words_tell_it_where_nothing_else_does() -> None:
    assert (language(GERMAN), language(ENGLISH)) == ("de", "en")
    assert (
        language("Le maire de la ville est dans une salle et les gens qui attendent ne sont pas contents.")
        == "fr"
    )


def test_a_short_notice_is_enough_where_its_small_words_are_many() -> None:
    notice = (
        "Die Stadt will die Kontrollen verlängern. Das sagte Clara Winther. Noch wird auch in Köln geprüft."
    )
    assert language(notice) == "de"


def test_what_is_too_short_to_tell_is_left_open() -> None:
    assert language("Hallo Welt") is None
    assert without_findings(make_article("a", "Hello", path="a", name="a", metadata={})) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [("de-AT", "de"), ("de_CH", "de"), ("German", "de"), ("deutsch", "de"), ("eng", "en"), ("fr", "fr")],
)
def test_metadata_go_first_however_they_are_written(told: str, expected: str) -> None:
    assert language(ENGLISH, told) == expected


def test_undetermined_in_metadata_is_nothing_told() -> None:
    assert language(GERMAN, "und") == "de"
