import pytest

from tui.findings.language.wordlists import words


def test_a_list_holds_its_entries_without_comments_and_blank_lines():
    titles = words("titles")
    assert {"Mr", "Senator"} <= titles
    assert not any("#" in entry or entry != entry.strip() or not entry for entry in titles)


def test_a_list_that_a_language_does_not_have_is_an_error():
    with pytest.raises(FileNotFoundError):
        words("no_such_list")
