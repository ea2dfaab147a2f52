"""A reader opens a corpus and asks what is in it."""

import io
import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.library.conftest import HARBOUR
from tui.errors import CorpusError
from tui.findings.extraction import extract
from tui.library.build import refresh
from tui.library.library import Library


def test_a_library_that_was_never_filled_opens_empty(corpus: Path) -> None:
    library = Library.open([corpus])
    assert len(library.rows()) == 0
    assert library.counts().articles == 0
    assert library.search("bridge") == []
    assert library.problems() == []


def test_opening_reads_no_article(corpus: Path) -> None:
    refresh(Library.open([corpus]))
    for path in corpus.iterdir():
        path.unlink()
    corpus.rmdir()
    library = Library.open([corpus])
    assert [row.id for row in library.rows()] == ["001_bridge", "002_frost", "library"]
    assert library.article("001_bridge").text == HARBOUR


def test_all_that_was_found_is_what_the_finders_find(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    for row in library.rows():
        article = library.article(row.id)
        assert library.findings(row.id) == extract(article)
        assert (row.characters, row.words, row.blocks) == (
            len(article.text),
            article.words,
            len(article.blocks),
        )
        assert row.quotes == len(library.quotes(row.id))


def test_quotes_of_all_articles_stand_in_their_order_with_the_speakers_name_in_the_corpus(
    corpus: Path,
) -> None:
    library = Library.open([corpus])
    refresh(library)
    placed = library.quotes()
    assert [one.article for one in placed] == sorted(one.article for one in placed)
    names = {actor.name for actor in library.actors()}
    frost = next(one for one in placed if "spring like this" in one.text)
    assert (frost.short, frost.actor) == ("002", "Tomas Brandt")
    assert frost.actor in names


def test_an_actor_is_whole_wherever_it_is_asked_for(corpus: Path) -> None:
    (corpus / "003_later.txt").write_text(
        "Bridge\n\nAna Lindqvist opened the bridge again, she said.\n", "utf-8"
    )
    library = Library.open([corpus])
    refresh(library)
    mayor = library.actor("Ana Lindqvist")
    assert mayor is not None
    assert mayor.articles == ("001_bridge", "003_later")
    assert mayor in library.actors("003_later")
    assert library.actor("Nobody At All") is None
    for mention in mayor.mentions:
        assert library.article(mention.article).text[mention.start : mention.end] == mention.text


def test_an_article_is_known_by_its_number_where_no_other_has_it(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    assert library.resolve("001") == "001_bridge"
    assert [row.short for row in library.rows()] == ["001", "002", "library"]
    with pytest.raises(CorpusError, match="no article has the id"):
        library.resolve("7")
    (corpus / "001_again.txt").write_text("Again\n\nThe same number, said twice.\n", "utf-8")
    refresh(library)
    with pytest.raises(CorpusError, match="several articles"):
        library.resolve("001")
    assert [row.short for row in library.rows()] == ["001_again", "001_bridge", "002", "library"]


def test_the_second_article_of_one_id_gets_another_and_it_is_said(corpus: Path) -> None:
    (corpus / "two.jsonl").write_text(
        '{"id":"x","text":"One text."}\n{"id":"x","text":"Another text."}\n', "utf-8"
    )
    library = Library.open([corpus])
    refresh(library)
    assert library.article("x").text == "One text."
    assert library.article("x~2").text == "Another text."
    assert any("x~2" in problem.reason for problem in library.problems())


def test_lists_are_sorted_and_filtered(corpus: Path) -> None:
    (corpus / "dated.jsonl").write_text(
        '{"id":"b","title":"Élan","source":"Morning Post","date":"2024-05-01","text":"A b c."}\n'
        '{"id":"a","title":"Zest","source":"Evening Post","date":"2023-05-01","text":"A b c d."}\n',
        "utf-8",
    )
    library = Library.open([corpus])
    refresh(library)
    assert [row.id for row in library.rows(sort="date")][:2] == ["a", "b"]
    assert [row.id for row in library.rows(sort="-date")][:2] == ["b", "a"]
    assert [row.id for row in library.rows(filter="elan")] == ["b"]
    assert [row.id for row in library.rows(filter="post !source:evening")] == ["b"]
    assert [row.id for row in library.rows(filter="date:2023")] == ["a"]
    assert len(library.rows(filter="100%_")) == 0
    told = {"a": "2025-01", "002_frost": "2022"}
    assert [row.id for row in library.rows(sort="date", dates=told)][:3] == ["002_frost", "b", "a"]
    assert [row.id for row in library.rows(filter="date:2025", dates=told)] == ["a"]
    assert [row.id for row in library.rows(filter="2022", dates=told)] == ["002_frost"]
    assert "a" not in [row.id for row in library.rows(filter="date:2023", dates=told)]
    words = [row.words for row in library.rows(sort="-words")]
    assert words == sorted(words, reverse=True)


def test_rows_are_read_a_page_at_a_time_and_say_where_an_article_stands(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(f'{{"id":"n{number:03}","text":"Text {number}."}}\n' for number in range(150)), "utf-8"
    )
    library = Library.open([path])
    refresh(library)
    rows = library.rows()
    assert (rows[0].id, rows[-1].id, rows[64].id) == ("n000", "n149", "n064")
    assert [row.id for row in rows[10:12]] == ["n010", "n011"]
    assert [row.id for row in rows] == [f"n{number:03}" for number in range(150)]
    assert rows.position("n120") == 120
    assert rows.position("none") is None
    with pytest.raises(IndexError):
        rows[150]


def test_standard_input_is_read_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(HARBOUR.encode())

    monkeypatch.setattr(sys, "stdin", Piped())
    library = Library.open(["-"])
    report = refresh(library)
    assert (report.articles, report.search_bytes) == (1, 0)
    assert library.search("ferries")[0].kind == "passage"
    assert len(Library.open(["-"]).rows()) == 0


def test_a_library_belongs_to_one_corpus(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    refresh(Library.open([corpus], folder=folder))
    assert len(Library.open([corpus], folder=folder).rows()) == 3
    assert len(Library.open([corpus.parent / "corpus" / ".." / "corpus"], folder=folder).rows()) == 3
    with pytest.raises(CorpusError, match="another corpus"):
        Library.open([tmp_path], folder=folder)


def test_what_cannot_be_read_is_told_with_the_rest(corpus: Path) -> None:
    (corpus / "broken.jsonl").write_text('{"text":\n{"id":"good","text":"A good line."}\n', "utf-8")
    library = Library.open([corpus])
    report = refresh(library)
    assert report.skipped == 1
    assert report.problems[0].line == 1
    assert library.article("good").text == "A good line."
    (corpus / "broken.jsonl").unlink()
    assert refresh(library).skipped == 0


def test_opening_and_listing_load_no_more_than_they_need(corpus: Path) -> None:
    refresh(Library.open([corpus]))
    program = (
        "import sys; from tui.library.library import Library; library = Library.open([sys.argv[1]]);"
        "assert len(library.rows()[:50]) == 3; library.article('001_bridge'); library.quotes();"
        "library.findings('001_bridge');"
        "print([name for name in ('tantivy', 'rapidfuzz', 'watchfiles', 'tui.findings.extraction',"
        " 'multiprocessing', 'tui.corpus.loading') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(corpus)], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_looking_for_what_is_new_opens_no_index_where_nothing_is(corpus: Path) -> None:
    searched = refresh(Library.open([corpus])).search_bytes
    program = (
        "import sys; from tui.library.build import refresh; from tui.library.library import Library;"
        "report = refresh(Library.open([sys.argv[1]])); print(report.search_bytes,"
        " [name for name in ('tantivy', 'tui.findings.extraction') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(corpus)], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"{searched} []\n"


def test_an_index_that_was_taken_away_is_made_again(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    found = library.search("bridge")
    assert found
    library.close()
    folder = library.store.folder
    assert folder is not None
    for index in folder.glob("search-*"):
        shutil.rmtree(index)
    refresh(Library.open([corpus]))
    assert Library.open([corpus]).search("bridge") == found


def test_who_asks_for_the_first_time_does_not_wait_for_who_writes(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    told: list[int] = []
    with library.store.writing():
        reader = threading.Thread(target=lambda: told.append(library.counts().articles))
        reader.start()
        reader.join(20)
        assert told == [3]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files cannot be counted here")
def test_threads_that_asked_and_ended_leave_no_file_open(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)

    def opened() -> int:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())

    before = opened()
    for _ in range(20):
        thread = threading.Thread(target=library.counts)
        thread.start()
        thread.join()
    assert opened() <= before + 4


CLOSED_UNDER_A_READER = """
import sys, threading
from tui.library.library import Library

MANY = "SELECT fold(a.folded || b.folded) FROM passage AS a, passage AS b, passage AS c ORDER BY 1"
library = Library.open([sys.argv[1]])
reading = threading.Event()

def read():
    while True:
        for _ in library.store.connection().execute(MANY):
            reading.set()

threading.Thread(target=read, daemon=True).start()
for _ in range(100):
    assert reading.wait(20)
    reading.clear()
    library.close()
print("closed")
"""


def test_a_library_that_another_thread_reads_in_is_closed_without_a_crash(corpus: Path) -> None:
    refresh(Library.open([corpus]))
    ended = subprocess.run(
        [sys.executable, "-c", CLOSED_UNDER_A_READER, str(corpus)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "closed\n"), ended.stderr


def test_an_index_that_came_bit_by_bit_is_one_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.renewing._INDEX_SECONDS", 0.0)
    monkeypatch.setattr("tui.library.renewing._INDEX_SHARE", 0.0)
    monkeypatch.setattr("tui.library.renewing._BATCH_ARTICLES", 20)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for part in range(12):
        rows = [
            {"id": str(n), "text": f"The ferry number{n} waits.\n\nA pilot of harbour{n} said so."}
            for n in range(part * 100, part * 100 + 100)
        ]
        (corpus / f"{part:02}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    library = Library.open([corpus], folder=tmp_path / "library")
    refresh(library, jobs=1)
    index = library.searching().index()
    assert (index.searcher().num_segments, index.added) == (1, 0)
    assert [match.article for match in library.search("harbour77", limit=1)] == ["77"]

    for part in range(1, 12):  # so many texts go that the others are written anew
        (corpus / f"{part:02}.jsonl").unlink()
    refresh(library, jobs=1)
    assert index.searcher().num_docs == library.counts().passages + 1
    assert [match.article for match in library.search("harbour77", limit=1)] == ["77"]
    assert library.search("'harbour777") == []


def test_an_index_of_an_older_format_goes(corpus: Path, tmp_path: Path) -> None:
    older = tmp_path / "library" / "search-0-1234"
    older.mkdir(parents=True)
    (older / "meta.json").write_text("{}")
    library = Library.open([corpus], folder=tmp_path / "library")
    refresh(library)
    assert not older.exists()
    assert library.search("bridge")


def test_only_the_thread_that_searches_keeps_much_of_the_database(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)

    def kept() -> int:
        return int(library.ask("PRAGMA cache_size")[0][0])

    library.store.give_back_room()
    little = -kept()
    library.search("harbour")
    assert -kept() > little
    library.store.give_back_room()
    assert -kept() == little
    library.close()
