"""Searches that a reader named are there the next time, and a damaged file is never written over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import CorpusError
from tui.notebook.searches import SavedSearch, SavedSearches

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def test_a_search_is_there_the_next_time_and_replaced_by_its_name(tmp_path: Path) -> None:
    searches = SavedSearches(tmp_path)
    searches.keep(SavedSearch("port", "harbour|port", "article"))
    searches.keep(SavedSearch("Cranes", "crane", typos=False))
    searches.keep(SavedSearch("port", "'port"))
    assert SavedSearches(tmp_path).all() == [
        SavedSearch("Cranes", "crane", typos=False),
        SavedSearch("port", "'port"),
    ]
    searches.remove("Cranes")
    assert [search.name for search in SavedSearches(tmp_path).all()] == ["port"]


@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), max_size=5, unique_by=lambda one: one[0]))
def test_any_words_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, bool]]
) -> None:
    searches = SavedSearches(tmp_path_factory.mktemp("data"))
    wanted = {SavedSearch(name, text, typos=typos) for name, text, typos in told}
    for search in wanted:
        searches.keep(search)
    assert set(searches.all()) == wanted


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"form": 2, "searches": []}', '{"form": 1}'])
def test_a_file_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "searches.json"
    file.write_text(damage, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"searches\.json"):
        SavedSearches(tmp_path).keep(SavedSearch("port", "port"))
    assert file.read_text(encoding="utf-8") == damage


def test_what_another_version_kept_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "searches.json"
    file.write_text('{"form": 1, "searches": [{"name": "new", "words": ["a"]}, 7]}', encoding="utf-8")
    searches = SavedSearches(tmp_path)
    searches.keep(SavedSearch("port", "port"))
    assert [search.name for search in searches.all()] == ["port"]
    assert '"words"' in file.read_text(encoding="utf-8")
