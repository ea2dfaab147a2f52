"""A reader looks for something that was read somewhere, and finds it, mistyped or half remembered."""

import json
import threading
from pathlib import Path

import pytest

from tui.library.build import refresh
from tui.library.library import Library
from tui.search.search import Stopped

ARTICLES = [
    {
        "id": "bridge",
        "title": "Harbour bridge to close for repairs",
        "source": "Morning Post",
        "date": "2025-02-10",
        "text": "The harbour bridge will close on Monday, Mayor Ana Lindqvist said.\n\n"
        "“We cannot wait another winter for visible repairs,” Lindqvist said. The closure costs 40 million crowns.\n\n"
        "Ferries will run every 20 minutes instead of the trams.",
    },
    {
        "id": "frost",
        "title": "Trump tariffs meet frost in the orchards",
        "source": "Evening Herald",
        "date": "2025-03-02",
        "text": "Growers lost half of their apple trees to the frost of 12 April.\n\n"
        "“I have never seen such a spring,” said Tomas Brandt, who owns 40 hectares. Ana Lindqvist promised help.\n\n"
        "The ministry says that support for the orchards will not come before winter.",
    },
    {
        "id": "copy",
        "title": "Ferries in the harbour",
        "source": "Evening Herald",
        "text": "Ferries will run every 35 minutes instead of the trams.\n\n"
        "Ferries will run every 20 minutes instead of the trams.",
    },
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("search") / "corpus.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), "utf-8")
    library = Library.open([path], folder=tmp_path_factory.mktemp("kept"))
    refresh(library)
    return library


def texts(library: Library, query: str, **more: object) -> list[str]:
    return [match.text for match in library.search(query, **{"limit": 10, **more})]  # type: ignore[arg-type]


def test_what_is_found_stands_where_it_says(library: Library) -> None:
    for query in ("harbour", "winter repairs", "lindqvist", "ferris trms", "speaker:brandt", "date:2025"):
        for match in library.search(query):
            assert 0 <= match.score <= 1
            if match.start is not None and match.end is not None:
                assert library.article(match.article).text[match.start : match.end] == match.text
                assert all(match.start <= start < end <= match.end for start, end in match.highlights)


def test_words_are_found_mistyped_unfinished_and_in_another_order(library: Library) -> None:
    wanted = "The ministry says that support for the orchards will not come before winter."
    for query in ("ministry support", "minisrty suppxrt", "support orchards ministry", "minist suppo orch"):
        assert texts(library, query, fields=["passage"])[0] == wanted, query


def test_what_holds_all_words_exactly_stands_above_what_does_not(library: Library) -> None:
    found = library.search("winter repairs", fields=["passage", "quote"])
    assert "visible repairs" in found[0].text
    exact = [match for match in found if "winter" in match.text and "repairs" in match.text]
    assert min(match.score for match in exact) > max((m.score for m in found if m not in exact), default=0)


def test_without_typos_only_words_and_their_beginnings_are_found(library: Library) -> None:
    assert texts(library, "ferris")
    assert texts(library, "ferris", typos=False) == []
    assert texts(library, "ferr", typos=False)
    assert texts(library, "ferries apple", typos=False) == []


def test_marks_say_how_words_are_meant(library: Library) -> None:
    passages = {"fields": ["passage"]}
    assert texts(library, "'ferrie", **passages) == []
    assert texts(library, "^ferrie", **passages)
    assert texts(library, '"the frost of"', **passages) == [
        "Growers lost half of their apple trees to the frost of 12 April."
    ]
    assert texts(library, '"frost the of"', **passages) == []
    assert all("winter" not in text for text in texts(library, "harbour|lindqvist !winter", **passages))
    either = library.search("'frost|'trams", fields=["passage"])
    assert {match.article for match in either} == {"bridge", "frost"}
    assert all("frost" in match.text or "trams" in match.text for match in either)


def test_numbers_tell_copies_apart_and_else_they_are_one(library: Library) -> None:
    assert len(texts(library, "ferries trams", fields=["passage"])) == 1
    found = library.search("ferries 35 minutes", fields=["passage"])
    assert found[0].text == "Ferries will run every 35 minutes instead of the trams."
    both = library.search("ferries 20 minutes", fields=["passage"])[0]
    assert (both.article, both.copies) == ("bridge", 1)


def test_quotes_are_found_by_words_and_speaker(library: Library) -> None:
    found = library.search("speaker:lindqvist")
    assert {match.kind for match in found} == {"quote"}
    assert {match.speaker for match in found} == {"Ana Lindqvist"}
    assert "cannot wait" in library.search("speaker:lindqvist winter")[0].text
    assert texts(library, "speaker:brandt winter") == []
    assert all(match.kind == "quote" for match in library.search("spring kind:direct"))


def test_articles_are_narrowed_by_publisher_date_and_title(library: Library) -> None:
    assert {match.article for match in library.search("lindqvist source:herald")} == {"frost"}
    assert {match.article for match in library.search("lindqvist !source:herald in:passages")} == {"bridge"}
    assert {match.article for match in library.search("lindqvist date:2025-02..2025-02 in:passages")} == {
        "bridge"
    }
    assert {match.article for match in library.search("lindqvist date:2025-03.. in:passages")} == {"frost"}
    assert {match.article for match in library.search("title:orchards in:passages")} == {"frost"}
    assert library.search("ferries date:..2024") == []


def test_an_actor_is_found_and_narrows_to_where_it_is_named(library: Library) -> None:
    actor = library.search("lindqist in:actors")[0]
    assert (actor.kind, actor.speaker) == ("actor", "Ana Lindqvist")
    named = library.search("actor:lindqvist in:passages", limit=20)
    assert {match.article for match in named} == {"bridge", "frost"}
    assert all("Lindqvist" in match.text for match in named)


def test_letters_typed_together_find_titles_and_actors(library: Library) -> None:
    assert texts(library, "trtamee") == ["Trump tariffs meet frost in the orchards"]
    assert [match.speaker for match in library.search("anlin")] == ["Ana Lindqvist"]


def test_a_title_that_is_no_part_of_the_text_is_lit_in_itself(library: Library) -> None:
    [match] = library.search("tariffs in:titles")
    assert (match.start, match.end) == (None, None)
    assert [match.text[start:end] for start, end in match.highlights] == ["tariffs"]


def test_a_wrong_query_still_finds_what_it_can(library: Library) -> None:
    assert texts(library, 'date:soon "harbour bridge')
    assert texts(library, "") == []
    assert texts(library, "!!! ''' \x00 ::") == []


def test_a_search_that_is_cancelled_stops(library: Library) -> None:
    with pytest.raises(Stopped):
        library.search("harbour", cancelled=lambda: True)
    assert library.search("harbour", cancelled=lambda: False)


def test_it_can_be_asked_from_many_threads(library: Library) -> None:
    wanted = texts(library, "harbour bridge")
    told: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: told.append(texts(library, "harbour bridge"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [wanted] * 8


def test_a_library_in_memory_is_searched_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), "utf-8")
    held = Library.open([path], folder=tmp_path / "file" / "inside")
    refresh(held)
    assert "ministry" in texts(held, "minisrty suppxrt")[0]


def test_a_list_reads_the_words_of_what_it_shows_only_and_the_same_words(library: Library) -> None:
    found = library.found("ferries harbour", limit=20)
    assert [(hit.article, hit.kind, hit.start, hit.end) for hit in found.hits] == [
        (match.article, match.kind, match.start, match.end) for match in found
    ]
    assert list(found) == library.search("ferries harbour", limit=20)


def test_what_went_while_a_list_was_shown_has_no_words(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "ferry.txt").write_text("The ferries ran late.\n\nNobody on the quay complained.\n", "utf-8")
    library = Library.open([corpus], folder=tmp_path / "kept")
    refresh(library)
    found = library.found("quay", limit=20)
    (corpus / "ferry.txt").write_text(
        "The ferries ran late.\n\nSomebody cut a cable in the harbour.\n", "utf-8"
    )
    refresh(library)
    assert {match.text for match in found} == {""}
