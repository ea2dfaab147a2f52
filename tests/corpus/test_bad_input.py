"""What cannot be read is named by file and line, and everything else is read."""

import json
import os
import time
import tracemalloc
from pathlib import Path

import pytest

from tui.corpus.article import Article
from tui.corpus.loading import Problem, read
from tui.corpus.problem import summed_up
from tui.corpus.sources import discover

STORY = (
    "Harbor to Close\n\nThe café on the pier said “no” and Zürich’s bankers said nothing at all about it.\n"
)


def loaded(path: Path) -> tuple[list[Article], list[Problem]]:
    found = discover([path])
    assert found.problems == ()
    all_ = [one for source in found.sources for one in read(source)]
    return [one for one in all_ if isinstance(one, Article)], [
        one for one in all_ if isinstance(one, Problem)
    ]


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.csv"])
def test_an_empty_file_is_said(tmp_path: Path, name: str, data: bytes) -> None:
    articles, (problem,) = loaded(put(tmp_path, name, data))
    assert articles == []
    assert problem.reason == "the file is empty"
    assert problem.skipped


BINARIES = {
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "program": b"\x7fELF" + b"\x00" * 400 + b"main",
    "packed": b"\x1f\x8b\x08" + bytes((7 * number * number + number // 3) % 256 for number in range(5000)),
}


@pytest.mark.parametrize("kind", BINARIES)
def test_a_binary_is_said(tmp_path: Path, kind: str) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.txt", BINARIES[kind]))
    assert articles == []
    assert problem.reason == "this is no text but binary data"


def test_a_text_with_a_few_nuls_is_a_text(tmp_path: Path) -> None:
    (article,), problems = loaded(put(tmp_path, "a.txt", STORY.replace(" ", " \x00", 1).encode()))
    assert "\x00" in article.text
    assert problems == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_byte_order_marks_are_heeded_and_removed(tmp_path: Path, name: str, encoding: str) -> None:
    (article,), problems = loaded(put(tmp_path, name, STORY.encode(encoding)))
    assert article.text == STORY
    assert problems == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_lines_and_tables_may_have_a_mark_too(tmp_path: Path, encoding: str) -> None:
    rows = (
        json.dumps({"text": "Zürich\u2028spoke."}, ensure_ascii=False)
        + "\n"
        + json.dumps({"text": "Two."})
        + "\n"
    )
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    articles, problems = loaded(put(tmp_path, "a.jsonl", mark + rows.encode(encoding)))
    assert [article.text for article in articles] == ["Zürich\u2028spoke.", "Two."]
    assert problems == []
    (row,), problems = loaded(put(tmp_path, "b.csv", mark + "text,title\nGrüße,T\n".encode(encoding)))
    assert (row.text, problems) == ("Grüße", [])


def test_utf_16_without_a_mark_is_detected_and_said(tmp_path: Path) -> None:
    (article,), (notice,) = loaded(
        put(
            tmp_path, "a.txt", STORY.replace("“", '"').replace("”", '"').replace("’", "'").encode("utf-16-le")
        )
    )
    assert article.text.startswith("Harbor to Close\n")
    assert not notice.skipped


def test_another_encoding_is_detected_and_said(tmp_path: Path) -> None:
    (article,), (notice,) = loaded(put(tmp_path, "a.txt", STORY.encode("windows-1252")))
    assert article.text == STORY
    assert not notice.skipped
    assert notice.reason.startswith("not UTF-8: read as ")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He said “no”.", "windows-1252"),
        ("A deal worth £5 was struck at the pier.", "latin-1"),
        ("Мэр сказал, что работы в порту начнутся в мае, а лодки уйдут раньше. " * 3, "windows-1251"),
        ("町議会は月曜日に古い港を閉鎖することを決めた。" * 4, "shift-jis"),
    ],
)
def test_short_texts_and_other_scripts_are_detected(tmp_path: Path, text: str, encoding: str) -> None:
    (article,), (notice,) = loaded(put(tmp_path, "a.txt", text.encode(encoding)))
    assert article.text == text
    assert not notice.skipped


def test_a_few_broken_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    data = (STORY * 3).encode() + b"\xe2\x28 end.\n"
    (article,), (notice,) = loaded(put(tmp_path, "a.txt", data))
    assert article.text == STORY * 3 + "\ufffd( end.\n"
    assert notice.reason == "broken UTF-8: the broken bytes became �"


def test_a_broken_line_of_json_is_named_and_the_others_read(tmp_path: Path) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.jsonl", b'{"text": "1"}\n\n{"text": \n{"text": "4"}\n'))
    assert [article.id for article in articles] == ["a.jsonl:1", "a.jsonl:4"]
    assert problem.line == 3
    assert problem.reason.startswith("broken JSON: ")
    assert str(problem).startswith(f"{tmp_path}/a.jsonl:3: broken JSON")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "this line is JSON, but no object"),
        ('"text"', "this line is JSON, but no object"),
        ('{"title": "x"}', "the field text is missing"),
        ('{"text": null}', "the field text is missing"),
        ('{"text": 5}', "the field text is no string"),
        ('{"text": ["a"]}', "the field text is no string"),
        ('{"text": "  "}', "the field text is empty"),
        ("[" * 100_000, "broken JSON: nested too deep, or a number too long"),
        ('{"text": "x", "n": ' + "1" * 6000 + "}", "broken JSON: nested too deep, or a number too long"),
    ],
)
def test_a_line_that_is_no_article_says_why(tmp_path: Path, line: str, reason: str) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.jsonl", f'{{"text": "ok"}}\n{line}\n'.encode()))
    assert len(articles) == 1
    assert (problem.line, problem.reason) == (2, reason)


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    (article,), _ = loaded(
        put(tmp_path, "a.jsonl", rb'{"text": "a\ud800b \ud83d\ude00", "title": "\udfff", "id": "\udc00"}')
    )
    assert (article.text, article.title, article.id) == ("a\ufffdb 😀", "\ufffd", "\ufffd")


def test_one_odd_line_of_json_lines_is_detected_and_said_once(tmp_path: Path) -> None:
    data = '{"text": "Grüße aus Köln."}\n'.encode("windows-1252") * 2 + b'{"text": "plain"}\n'
    articles, notices = loaded(put(tmp_path, "a.jsonl", data))
    assert [article.text for article in articles] == ["Grüße aus Köln."] * 2 + ["plain"]
    assert [(notice.line, notice.skipped) for notice in notices] == [(1, False)]


def test_a_table_without_text_is_said(tmp_path: Path) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.csv", b"title,body\nA,B\n"))
    assert articles == []
    assert (problem.line, problem.reason) == (1, "no column is named text (columns: title, body)")


def test_long_fields_and_quoted_line_feeds_of_tables_are_read(tmp_path: Path) -> None:
    long = "word " * 60_000
    articles, problems = loaded(
        put(tmp_path, "a.csv", f'text,title\r\n"{long}",A\r\n"One\r\ntwo ""x"".",B\r\nC,D\r\n'.encode())
    )
    assert [(article.id, len(article.text)) for article in articles] == [
        ("a.csv:2", len(long)),
        ("a.csv:3", 13),
        ("a.csv:5", 1),
    ]
    assert articles[1].text == 'One\r\ntwo "x".'
    assert problems == []


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path: Path) -> None:
    articles, (notice,) = loaded(put(tmp_path, "a.csv", b'title,text\nA,One.\nB,"Two.\nC,Three.\n'))
    assert [article.text for article in articles] == ["One.", "Two.\nC,Three.\n"]
    assert (notice.line, notice.reason, notice.skipped) == (3, "a quotation mark is never closed", False)


def test_rows_too_short_are_named(tmp_path: Path) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.csv", b"title,text\nA\n\nB,There.\n"))
    assert [article.text for article in articles] == ["There."]
    assert (problem.line, problem.reason) == (2, "the field text is missing")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("front", "line", "reason"),
    [
        ("title: [unclosed", 3, "it is no YAML"),
        ("title: a\n\tb: c", 3, "it is no YAML"),
        ("just words", 2, "it has no fields"),
        (BOMB, 3, "it has aliases"),
        ("a: " + "[" * 5000, 2, "it has too many or too deep fields"),
        ("a: 1\n" * 3000, None, "it has too many or too deep fields"),
        ("a: " + "x" * 70_000, 1, "it is longer than 65,536 characters"),
        ("title: !!python/object/apply:os.system [x]", None, ""),
    ],
)
def test_front_matter_that_is_none_is_left_out_and_the_text_read(
    tmp_path: Path, front: str, line: int | None, reason: str
) -> None:
    begun = time.process_time()
    (article,), notices = loaded(
        put(tmp_path, "a.md", f"---\n{front}\n---\n# Harbor to Close\n\nIt closed.\n".encode())
    )
    assert time.process_time() - begun < 2
    assert article.text == "# Harbor to Close\n\nIt closed.\n"
    if reason:
        (notice,) = notices
        assert notice.reason.startswith(f"front matter left out: {reason}")
        assert not notice.skipped
        assert line is None or notice.line == line


def test_front_matter_without_text_is_said(tmp_path: Path) -> None:
    articles, (problem,) = loaded(put(tmp_path, "a.md", b"---\ntitle: x\n---\n\n"))
    assert articles == []
    assert problem.reason == "there is no text below the front matter"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.csv"])
def test_one_line_of_ten_megabytes_is_read_in_time(tmp_path: Path, name: str) -> None:
    line = "Nobody spoke. “It is late,” she said. " * 270_000
    head = {"a.jsonl": '{"text": "', "a.csv": 'text\n"'}.get(name, "")
    tail = {"a.jsonl": '"}', "a.csv": '"'}.get(name, "")
    path = put(tmp_path, name, (head + line.replace("“", "").replace("”", "") + tail).encode())
    begun = time.process_time()
    (article,), _ = loaded(path)
    assert time.process_time() - begun < 5
    assert len(article.text) > 9_000_000


def test_json_lines_are_held_one_at_a_time(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", (json.dumps({"text": "word " * 2000}) + "\n").encode() * 400)
    (source,) = discover([path]).sources
    tracemalloc.start()
    count = sum(1 for _ in read(source))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 400
    assert peak < 1_000_000 < path.stat().st_size


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"x")
    (source,) = discover([path]).sources
    path.unlink()
    (problem,) = read(source)
    assert isinstance(problem, Problem)
    assert problem.reason == "no such file or directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"x")
    path.chmod(0)
    articles, (problem,) = loaded(tmp_path)
    assert articles == []
    assert problem.reason == "no permission to read it"


def test_hostile_words_in_titles_are_kept_for_the_door_to_deal_with(tmp_path: Path) -> None:
    title = "\x1b]0;owned\x07[@click=app.quit]\u202eevil[/b]"
    (article,), _ = loaded(put(tmp_path, "a.jsonl", json.dumps({"text": "x", "title": title}).encode()))
    assert article.title == title


def test_other_json_and_xml_in_a_folder_is_one_quiet_line(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"The council voted.\n")
    for name in ("package.json", "list.json", "numbers.json"):
        data = {
            "package.json": b'{"name": "x"}',
            "list.json": b'[{"a": 1}, {"b": 2}]',
            "numbers.json": b"[1, 2]",
        }
        put(tmp_path, name, data[name])
    put(tmp_path, "layout.xml", b"<layout><row/></layout>")
    pytest.importorskip("feedparser")
    found = [one for source in discover([tmp_path]).sources for one in read(source)]
    problems = [one for one in found if isinstance(one, Problem)]
    articles = [one for one in found if isinstance(one, Article)]
    assert [article.id for article in articles] == ["a"]
    assert not any(problem.skipped for problem in problems)
    (told,) = summed_up(problems)
    assert told.reason == "4 files are no articles (JSON, XML)"
    (alone,) = summed_up(problems[:1])
    assert alone.advice
