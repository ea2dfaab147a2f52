"""A search knows who is who as the reader put it right: in what it shows, and in `speaker:` and `actor:`."""

import json
from pathlib import Path

import pytest

from tests.notebook.test_placing import library
from tui.cli.running import run
from tui.findings.actors.corrections import Merge, Reject, Rename
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.corrections import Corrected, keep
from tui.notebook.told import NotSaid, Said

FIRST = (
    "The port\n\n“It opens in May,” said Ann Lee, the mayor. Omar Haddad met Ann Lee in Ellstad.\n\n"
    "“We will see about the port,” said Omar Haddad. The sign says “mind the gap” in red.\n"
)
SECOND = "The strike\n\n“No ships leave the port,” said Bella Stone. Bella Stone waited in Ellstad.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "001.txt").write_text(FIRST, encoding="utf-8")
    (path / "002.txt").write_text(SECOND, encoding="utf-8")
    return path


def found(folder: Path, query: str, **asked: object) -> list[tuple[str, str | None]]:
    """Article and speaker of all that a query finds."""
    matches = Corrected(library(folder), Book()).found(query, **asked)  # type: ignore[arg-type]
    return [(match.article, match.speaker) for match in matches]


def told(folder: Path, words: str, *corrections: object) -> None:
    there = library(folder)
    start = FIRST.index(words)
    at = anchor(there.article("001"), start, start + len(words))
    keep(Book(), there, *[one(at) for one in corrections])  # type: ignore[operator]


def test_without_corrections_it_finds_what_the_library_finds(folder: Path) -> None:
    there = library(folder)
    for query in ("port", "speaker:lee", "actor:haddad", "ellstad", "in:actors lee"):
        assert list(Corrected(there, Book()).found(query)) == there.search(query)


def test_a_renamed_actor_is_shown_and_found_by_its_new_name(folder: Path) -> None:
    keep(Book(), library(folder), Rename("Ann Lee", "Greta Voss"))
    assert found(folder, "opens in may", fields=("quote",)) == [("001", "Greta Voss")]
    assert found(folder, "speaker:voss") == [("001", "Greta Voss")]
    assert found(folder, "greta", fields=("actor",))[0] == ("001", "Greta Voss")
    assert found(folder, "actor:voss in:actors") == [("001", "Greta Voss")]
    assert [article for article, _ in found(folder, "actor:voss in:passages")] == ["001", "001"]


def test_merged_actors_are_one(folder: Path) -> None:
    keep(Book(), library(folder), Merge("Ann Lee", ("Bella Stone",)))
    assert sorted(found(folder, "speaker:lee")) == [("001", "Ann Lee"), ("002", "Ann Lee")]
    assert {article for article, _ in found(folder, "actor:lee in:passages")} == {"001", "002"}
    assert found(folder, "stone", fields=("actor",)) == [("001", "Ann Lee")]
    assert sorted(found(folder, "ships | opens !speaker:lee", fields=("quote",))) == []


def test_a_quotation_that_was_given_to_another_is_found_under_its_speaker(folder: Path) -> None:
    told(folder, "It opens in May,", lambda at: Said(at, "Omar Haddad"))
    assert ("001", "Omar Haddad") in found(folder, "opens in may", fields=("quote",))
    assert len(found(folder, "speaker:haddad")) == 2
    assert found(folder, "speaker:lee") == []


def test_a_speaker_who_is_no_actor_is_found_too(folder: Path) -> None:
    told(folder, "It opens in May,", lambda at: Said(at, "Nobody Known"))
    assert found(folder, "speaker:nobody") == [("001", "Nobody Known")]


def test_what_is_no_quotation_and_who_is_no_actor_are_not_found(folder: Path) -> None:
    told(folder, "mind the gap", NotSaid)
    keep(Book(), library(folder), Reject("Ellstad"))
    assert found(folder, "mind gap", fields=("quote",)) == []
    assert found(folder, "ellstad", fields=("actor",)) == []
    assert found(folder, "actor:ellstad in:passages") == []
    assert found(folder, "ellstad", fields=("passage",))


def test_by_command_a_search_shows_the_corrected_speaker(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(Book(), library(folder), Rename("Ann Lee", "Greta Voss"))
    assert run(["search", str(folder), "speaker:voss", "--format", "jsonl"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["speaker"] == "Greta Voss"
