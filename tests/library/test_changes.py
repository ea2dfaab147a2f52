"""A corpus changes, and its library follows by reading only what changed."""

import fcntl
import os
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from tests.library.conftest import HARBOUR
from tui.findings import extraction
from tui.findings.document import Document
from tui.findings.findings import Findings
from tui.library.build import refresh
from tui.library.library import Library
from tui.library.progress import Progressed, Quiet


def numbers(library: Library) -> dict[str, int]:
    """The database's own number of each article: an article that was taken over keeps it."""
    return dict(library.ask("SELECT key, id FROM article"))


def test_what_did_not_change_is_not_read_again(corpus: Path) -> None:
    library = Library.open([corpus])
    assert refresh(library).read == 3
    before = numbers(library)
    assert refresh(library).read == 0
    assert refresh(Library.open([corpus])).read == 0
    assert numbers(library) == before


def test_a_file_that_was_only_touched_is_not_read_again(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    os.utime(corpus / "library.txt", ns=(1, 1))
    assert refresh(library).read == 0


def test_a_changed_file_is_read_again_and_its_old_words_are_no_longer_found(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    assert library.search("ferries", fields=["passage"])
    (corpus / "001_bridge.txt").write_text(HARBOUR.replace("Ferries", "Omnibuses"), "utf-8")
    assert refresh(library).read == 1
    assert not library.search("'ferries", fields=["passage"])
    assert library.search("'omnibuses", fields=["passage"])[0].article == "001_bridge"


def test_a_removed_file_goes_with_all_that_was_found_in_it(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    (corpus / "002_frost.txt").unlink()
    report = refresh(library)
    assert report.articles == 2
    assert library.actor("Tomas Brandt") is None
    assert not library.search("'orchards")
    assert library.ask("SELECT 1 FROM quote WHERE article NOT IN (SELECT id FROM article)") == []
    assert library.ask("SELECT 1 FROM place WHERE article NOT IN (SELECT id FROM article)") == []
    assert library.ask("SELECT count(*) FROM gone") == [(0,)]


def test_a_renamed_file_keeps_its_findings_under_its_new_name(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    before = numbers(library)
    (corpus / "001_bridge.txt").rename(corpus / "009_moved.txt")
    refresh(library)
    assert [row.id for row in library.rows()] == ["002_frost", "009_moved", "library"]
    assert numbers(library)["009_moved"] == before["001_bridge"]
    assert library.search("ferries")[0].article == "009_moved"


def test_a_line_more_in_a_large_file_leaves_the_other_lines_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    lines = [f'{{"text":"This is the text number {number}."}}\n' for number in range(5)]
    path.write_text("".join(lines), "utf-8")
    library = Library.open([path])
    refresh(library)
    before = numbers(library)
    path.write_text("".join(['{"text":"A new first line."}\n', *lines]), "utf-8")
    refresh(library)
    after = numbers(library)
    assert [library.article(row.id).text for row in library.rows()][:2] == [
        "A new first line.",
        "This is the text number 0.",
    ]
    assert set(before.values()) < set(after.values())
    assert len(after) == 6


def test_two_files_that_swap_their_names_swap_their_articles(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    (corpus / "001_bridge.txt").rename(corpus / "other.txt")
    (corpus / "002_frost.txt").rename(corpus / "001_bridge.txt")
    (corpus / "other.txt").rename(corpus / "002_frost.txt")
    os.utime(corpus / "001_bridge.txt")
    os.utime(corpus / "002_frost.txt")
    refresh(library)
    assert library.article("002_frost").text == HARBOUR
    assert library.article("001_bridge").text.startswith("Frost")
    assert len(library.rows()) == 3


def test_copies_are_found_once_and_all_of_them_go_one_by_one(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(HARBOUR, "utf-8")
    library = Library.open([corpus])
    refresh(library)
    found = library.search("'ferries", fields=["passage"])
    assert [(match.article, match.copies) for match in found] == [("001_bridge", 1)]
    (corpus / "001_bridge.txt").unlink()
    refresh(library)
    found = library.search("'ferries", fields=["passage"])
    assert [(match.article, match.copies) for match in found] == [("copy", 0)]


def test_newer_finders_read_all_anew(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    with library.store.writing() as connection:
        connection.execute("UPDATE source SET version = 'older'")
        connection.execute("UPDATE quote SET text = 'what older finders found'")
    assert refresh(library).read == 3
    assert all(placed.text != "what older finders found" for placed in library.quotes())
    assert refresh(library).read == 0


def test_a_new_first_article_moves_the_others_down(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    (corpus / "000_first.txt").write_text("First\n\nIt comes first.\n", "utf-8")
    refresh(library)
    assert [row.id for row in library.rows()] == ["000_first", "001_bridge", "002_frost", "library"]


def test_a_library_is_the_same_from_wherever_the_corpus_is_named(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(Library.open([corpus]))
    monkeypatch.chdir(corpus.parent)
    library = Library.open(["corpus"])
    assert len(library.rows()) == 3
    assert refresh(library).read == 0


def test_findings_that_failed_are_tried_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extraction.extract_from

    def failing(document: Document) -> Findings:
        if "frost" in document.article.id:
            raise RuntimeError("a rule went wrong")
        return whole(document)

    monkeypatch.setattr(extraction, "extract_from", failing)
    library = Library.open([corpus])
    refresh(library, jobs=1)
    (problem,) = library.problems()
    assert "a rule went wrong" in problem.reason
    assert library.article("002_frost").text
    assert not library.findings("002_frost").actors

    monkeypatch.setattr(extraction, "extract_from", whole)
    assert refresh(library, jobs=1).read == 1
    assert library.problems() == []
    assert library.findings("002_frost").actors
    assert refresh(library, jobs=1).read == 0


class Heard(Quiet):
    """The phases that were told of, each as it came."""

    def __init__(self) -> None:
        super().__init__()
        self.phases: Queue[str] = Queue()

    def report(self, progressed: Progressed) -> None:
        self.phases.put(progressed.phase)


def test_who_waits_for_another_program_is_told_again_when_that_has_kept_something(corpus: Path) -> None:
    library, other = Library.open([corpus]), Library.open([corpus])
    refresh(library)
    heard = Heard()
    with (other.store.folder / "refresh.lock").open("a") as file:  # type: ignore[operator]
        fcntl.flock(file, fcntl.LOCK_EX)
        waiting = Thread(target=refresh, args=(library,), kwargs={"progress": heard})
        waiting.start()
        told = [heard.phases.get(timeout=30)]
        with other.store.writing() as connection:
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        told.append(heard.phases.get(timeout=30))
    waiting.join(30)
    assert told == ["waiting", "waiting"]
    assert heard.phases.get(timeout=30) == "looking"
