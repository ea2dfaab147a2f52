"""What a reader puts right stays right: after a rebuild, in every list, and in a moved folder."""

import json
import shutil
from pathlib import Path

import pytest

from tests.notebook.test_placing import library
from tui.cli.running import run
from tui.findings.actors.corrections import Correction, Merge, Reject, Rename, Retype, Split
from tui.library.library import Library
from tui.notebook.accounts import Accounts
from tui.notebook.annotations import export, read
from tui.notebook.book import Book
from tui.notebook.corrections import Corrected, from_data, keep, to_data

FIRST = "The port\n\n“It opens in May,” said Ann Lee. Lee was sure. Omar Haddad met Ann Lee in Ellstad.\n"
SECOND = "The strike\n\n“No ships,” said Omar Haddad. Haddad waited for Bella Lee in Ellstad.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "001.txt").write_text(FIRST, encoding="utf-8")
    (path / "002.txt").write_text(SECOND, encoding="utf-8")
    return path


def corrected(folder: Path) -> Corrected:
    return Corrected(library(folder), Book())


@pytest.mark.parametrize(
    "correction",
    [
        Merge("Ann Lee", ("Bella Lee", "Lee")),
        Split("Ann Lee", (("001", "Ann Lee"), ("002", "Lee")), "Another Lee", "person"),
        Rename("Ann Lee", "Ann B. Lee"),
        Retype("Ellstad", "place"),
        Reject("Ellstad"),
    ],
)
def test_each_kind_of_correction_comes_back_from_the_book(correction: Correction) -> None:
    data = json.loads(json.dumps(to_data(correction, ["0" * 64])))
    assert from_data(data) == correction


@pytest.mark.parametrize(
    "data", [{}, {"correct": "burn"}, {"correct": "merge", "into": "a"}, {"correct": "split", "members": 7}]
)
def test_what_is_no_correction_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no correction"):
        from_data(data)


def test_a_renamed_actor_is_renamed_in_actors_and_quotations(folder: Path) -> None:
    keep(Book(), library(folder), Rename("Ann Lee", "Ann B. Lee"))
    found = corrected(folder)
    assert "Ann B. Lee" in [actor.name for actor in found.actors()]
    assert "Ann Lee" not in [actor.name for actor in found.actors("001")]
    assert [placed.actor for placed in found.quotes("001")] == ["Ann B. Lee"]


def test_a_rejected_actor_takes_part_in_no_event(folder: Path) -> None:
    with_both = {name for event in corrected(folder).events() for name in event.participants}
    assert {"Omar Haddad", "Ann Lee"} <= with_both
    keep(Book(), library(folder), Reject("Omar Haddad"))
    left = corrected(folder)
    assert {name for event in left.events() for name in event.participants} == with_both - {"Omar Haddad"}
    account = Accounts(library(folder), lambda: left).one("001")
    assert account.findings.events
    assert all("Omar Haddad" not in event.participants for event in account.findings.events)


def test_a_merged_actor_has_the_mentions_of_both(folder: Path) -> None:
    before = {actor.name: len(actor.mentions) for actor in library(folder).actors()}
    keep(Book(), library(folder), Merge("Ann Lee", ("Bella Lee",)))
    after = {actor.name: actor for actor in corrected(folder).actors()}
    assert "Bella Lee" not in after
    assert len(after["Ann Lee"].mentions) == before["Ann Lee"] + before["Bella Lee"]
    assert after["Ann Lee"].articles == ("001", "002")


def test_corrections_outlive_a_rebuild_and_a_moved_folder(folder: Path, tmp_path: Path) -> None:
    keep(Book(), library(folder), Rename("Omar Haddad", "O. Haddad"))
    shutil.rmtree(tmp_path / "gone", ignore_errors=True)
    moved = folder.rename(tmp_path / "moved")
    (moved / "003.txt").write_text("More\n\nOmar Haddad spoke again.\n", encoding="utf-8")
    assert "O. Haddad" in [actor.name for actor in corrected(moved).actors()]


def test_a_correction_of_one_corpus_is_none_of_another(folder: Path, tmp_path: Path) -> None:
    keep(Book(), library(folder), Reject("Ann Lee"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("Else\n\n“No,” said Ann Lee.\n", encoding="utf-8")
    assert "Ann Lee" in [actor.name for actor in corrected(other).actors()]


def test_undo_takes_a_correction_back(folder: Path) -> None:
    book = Book()
    keep(book, library(folder), Reject("Ann Lee"))
    assert "Ann Lee" not in [actor.name for actor in corrected(folder).actors()]
    book.undo()
    assert "Ann Lee" in [actor.name for actor in corrected(folder).actors()]


def test_a_correction_that_no_longer_fits_is_told_and_changes_nothing(folder: Path) -> None:
    keep(Book(), library(folder), Reject("Ann Lee"), Rename("Ann Lee", "Ann B. Lee"))
    found = corrected(folder)
    names = [actor.name for actor in found.actors()]
    assert not {"Ann Lee", "Ann B. Lee"} & set(names)
    assert [unfit.reason for unfit in found.unfit] == ["no actor is called Ann Lee"]


def test_corrections_travel_with_the_notes(folder: Path, tmp_path: Path) -> None:
    book = Book()
    keep(book, library(folder), Reject("Ann Lee"))
    other = Book(tmp_path / "other")
    other.merge(read(json.dumps(export(book.entries())), "x"))
    assert [actor.name for actor in Corrected(library(folder), other).actors()] == [
        actor.name for actor in corrected(folder).actors()
    ]


def test_commands_show_what_was_corrected(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(folder)])
    keep(Book(), Library.open([folder]), Rename("Ann Lee", "Ann B. Lee"))
    capsys.readouterr()
    for command in ("actors", "quotes"):
        assert run([command, str(folder)]) == 0
        told = [json.loads(line)["actor"] for line in capsys.readouterr().out.splitlines()]
        assert "Ann B. Lee" in told
        assert "Ann Lee" not in told


def test_what_was_renamed_can_be_corrected_again(folder: Path) -> None:
    keep(Book(), library(folder), Rename("Ann Lee", "Ann B. Lee"))
    keep(Book(), library(folder), Rename("Ann B. Lee", "Ann C. Lee"))
    assert "Ann C. Lee" in [actor.name for actor in corrected(folder).actors()]
