"""Files of each kind become articles, one at a time, with title, date and id as the files tell them."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.corpus.article import Article
from tui.corpus.loading import Problem, read, read_stdin
from tui.corpus.sources import discover

TEXT = "Eastmere Closes Its Harbor\n\nThe council of Eastmere voted on Monday to close the old harbor for good.\n"


def loaded(*paths: Path) -> list[Article | Problem]:
    found = discover(paths)
    assert found.problems == ()
    return [one for source in found.sources for one in read(source)]


def only(*paths: Path) -> Article:
    (one,) = loaded(*paths)
    assert isinstance(one, Article)
    return one


def test_plain_text_takes_its_title_from_the_headline(tmp_path: Path) -> None:
    (tmp_path / "east").mkdir()
    (tmp_path / "east/001_harbor.txt").write_bytes(TEXT.encode())
    article = only(tmp_path)
    assert article.id == "east/001_harbor"
    assert (article.title, article.title_from) == ("Eastmere Closes Its Harbor", "headline")
    assert article.title_span is not None
    assert article.text[slice(*article.title_span)] == article.title
    assert article.text == TEXT
    assert article.path == str(tmp_path / "east/001_harbor.txt")
    assert (article.date, article.source) == (None, None)


def test_a_text_without_headline_is_called_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "000_harbor.txt"
    path.write_text(
        "The council voted on Monday. It was late, and few had come to hear it. Nobody spoke.",
        encoding="utf-8",
    )
    article = only(path)
    assert (article.title, article.title_from, article.title_span) == ("000_harbor", "file", None)


def test_raw_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    raw = (
        "A Day at Sea\r\n\r\n\x1b[31mRed\x07 [/b] \u202e and\x00 more: one sailor told it all in the end.\r\n"
    )
    (tmp_path / "a.txt").write_bytes(raw.encode())
    assert only(tmp_path).text == raw


def test_markdown_takes_its_metadata_from_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Harbor to Close\nauthor:\n  - Ana Reyes\n  - Tom Holt\nsource: Courier\ndate: 2024-05-03\n"
        "url: https://example.org/1\nlanguage: en\n---\n# Harbor to Close\n\nThe council voted.\n",
        encoding="utf-8",
    )
    article = only(tmp_path)
    assert (article.title, article.title_from) == ("Harbor to Close", "metadata")
    assert (article.author, article.source, article.date) == ("Ana Reyes, Tom Holt", "Courier", "2024-05-03")
    assert (article.url, article.language) == ("https://example.org/1", "en")
    assert article.text == "# Harbor to Close\n\nThe council voted.\n"
    assert article.title_span is not None
    assert article.text[slice(*article.title_span)] == "Harbor to Close"


def test_markdown_without_front_matter_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Harbor to Close\n\n---\n\nThe council voted.\n", encoding="utf-8")
    assert only(tmp_path).text.startswith("# Harbor")


def test_json_lines_keep_their_ids_and_else_get_file_and_line(tmp_path: Path) -> None:
    rows = [
        {"id": "x-1", "text": "One.", "title": "First", "date": "March 01, 2008"},
        {"text": "Two."},
        {"id": 7, "text": "Three."},
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles = [one for one in loaded(tmp_path) if isinstance(one, Article)]
    assert [article.id for article in articles] == ["x-1", "news.jsonl:2", "7"]
    assert (articles[0].title, articles[0].title_from, articles[0].date) == (
        "First",
        "metadata",
        "2008-03-01",
    )
    assert articles[1].title == "news.jsonl:2"


@pytest.mark.parametrize(("name", "comma"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables_are_read_by_their_header(tmp_path: Path, name: str, comma: str) -> None:
    text = '"One ""quoted"" line\nand another."'
    (tmp_path / name).write_text(
        f"Title{comma}Text{comma}id\nFirst{comma}{text}{comma}x\nSecond{comma}Short.{comma}\n",
        encoding="utf-8",
    )
    first, second = loaded(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.text) == ("x", "First", 'One "quoted" line\nand another.')
    assert second.id == f"{name}:4"


def test_a_byline_and_a_dateline_tell_author_and_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Harbor to Close\n\nBy Ana Reyes\n\nOSLO, Feb 3, 2025 (AP) — The council voted on Monday to close it.\n",
        encoding="utf-8",
    )
    article = only(tmp_path)
    assert (article.author, article.date) == ("Ana Reyes", "2025-02-03")


def test_a_short_first_sentence_is_no_headline_where_metadata_tell_another(tmp_path: Path) -> None:
    text = "The harbor of Eastmere is closed.\n\nThe council voted on Monday, and work is to begin in May this year."
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "title": "Council Votes"}), encoding="utf-8")
    article = only(tmp_path)
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]
    assert article.title_span is None


def test_metadata_that_are_no_words_are_left_out(tmp_path: Path) -> None:
    row = {
        "text": "One.",
        "title": {"a": 1},
        "author": ["Ana", "Tom"],
        "date": None,
        "source": True,
        "url": 5,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    article = only(tmp_path)
    assert (article.title_from, article.author, article.date, article.source) == (
        "file",
        "Ana, Tom",
        None,
        None,
    )


def test_articles_come_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n' * 3, encoding="utf-8")
    (source,) = discover([path]).sources
    articles = read(source)
    assert isinstance(next(articles), Article)
    articles.close()  # type: ignore[attr-defined]


def test_standard_input_is_a_text_or_json_lines() -> None:
    (article,) = read_stdin(io.BytesIO(TEXT.encode()))
    assert isinstance(article, Article)
    assert (article.id, article.title) == ("stdin", "Eastmere Closes Its Harbor")
    assert [
        one.id
        for one in read_stdin(io.BytesIO(b'{"text": "x", "id": "k"}\n{"text": "y"}'))
        if isinstance(one, Article)
    ] == ["k", "stdin:2"]


def test_plain_text_is_read_without_loading_yaml_or_detectors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from tui.corpus.loading import read; from tui.corpus.sources import discover;"
        f"print([a.id for s in discover([{str(tmp_path)!r}]).sources for a in read(s)],"
        "sorted({'yaml', 'charset_normalizer', 'unicodedata', 'importlib.resources', 'csv', 'zipfile', 'xml', 'email',"
        " 'trafilatura', 'lxml', 'feedparser', 'pypdf', 'warcio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['a'] []\n"
