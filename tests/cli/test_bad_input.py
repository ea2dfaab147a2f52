"""What is wrong is told by file and line, the rest is read, and no traceback is ever seen."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = "A headline\n\n“It is well,” said Ann Lee.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A folder with one good article, to which a test adds what is bad."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_a_path_that_is_not_there(corpus_tui: Run, tmp_path: Path) -> None:
    for command in ("articles", "quotes", "index"):
        asked = corpus_tui(command, tmp_path / "nothing")
        assert (asked.status, asked.out) == (1, "")
        assert f"{tmp_path / 'nothing'}: there is no such file or folder" in asked.err


def test_one_path_of_two_that_is_not_there(corpus_tui: Run, good: Path, tmp_path: Path) -> None:
    asked = corpus_tui("articles", tmp_path / "nothing", good)
    assert asked.status == 0
    assert [article["id"] for article in asked.findings] == ["good"]
    assert "there is no such file or folder" in asked.err


def test_an_empty_folder(corpus_tui: Run, tmp_path: Path) -> None:
    asked = corpus_tui("articles", tmp_path)
    assert asked.status == 1
    assert "no article" in asked.err


def test_no_path_at_all_is_wrong_usage(corpus_tui: Run) -> None:
    for command in ("articles", "show", "quotes", "actors", "index", "search"):
        asked = corpus_tui(command)
        assert asked.status == 2
        assert "Missing argument" in asked.err


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("broken.jsonl", b'{"text": "One."}\n{"text": "Two."}\n{"text": \n', "broken.jsonl:3: "),
        ("no_text.jsonl", b'{"title": "x"}\n', "no_text.jsonl:1: "),
        ("no_text.csv", b"title,body\na,b\n", "no_text.csv:1: "),
        ("bad_front.md", b"---\ntitle: [\n---\n\nSome words.\n", "bad_front.md:"),
        ("bomb.md", b"---\na: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n\nSome words.\n", "bomb.md:"),
        ("empty.txt", b"", "empty.txt: "),
        ("binary.txt", bytes(range(256)) * 8, "binary.txt: "),
    ],
)
def test_a_bad_file_is_told_and_the_rest_is_read(
    corpus_tui: Run, good: Path, name: str, content: bytes, told: str
) -> None:
    (good / name).write_bytes(content)
    asked = corpus_tui("articles", good)
    assert asked.status == 0
    assert "good" in [article["id"] for article in asked.findings]
    assert any(line.startswith(str(good / told)) and " — " in line for line in asked.err.splitlines()), (
        asked.err
    )


def test_a_file_that_may_not_be_read(corpus_tui: Run, good: Path) -> None:
    locked = good / "locked.txt"
    locked.write_text(GOOD, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("whoever runs this may read every file")
    asked = corpus_tui("articles", good)
    locked.chmod(stat.S_IRUSR)
    assert asked.status == 0
    assert f"{locked}: no permission to read it" in asked.err


def test_encodings_and_line_ends_are_all_read(corpus_tui: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    (tmp_path / "crlf.txt").write_bytes(GOOD.replace("\n", "\r\n").encode())
    (tmp_path / "utf16.txt").write_bytes(GOOD.encode("utf-16"))
    said = corpus_tui("quotes", tmp_path).findings
    assert {quote["article"] for quote in said} == {"bom", "crlf", "utf16"}
    assert corpus_tui("show", tmp_path, "--article", "utf16").out == GOOD
    assert corpus_tui("show", tmp_path, "--article", "bom").out == GOOD


def test_two_articles_with_one_id(corpus_tui: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "a", "text": f"Text {number}."}) for number in (1, 2)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    asked = corpus_tui("articles", tmp_path)
    assert [article["id"] for article in asked.findings] == ["a", "a~2"]
    assert "two.jsonl: another article has the id a: this one is a~2" in asked.err


def test_a_loop_of_links_ends(corpus_tui: Run, good: Path) -> None:
    (good / "again").symlink_to(good, target_is_directory=True)
    assert [article["id"] for article in corpus_tui("articles", good).findings] == ["good"]


def test_one_line_of_a_megabyte(corpus_tui: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 200_000, encoding="utf-8")
    asked = corpus_tui("articles", path)
    assert asked.status == 0
    assert asked.findings[0]["words"] == 200_000


HOSTILE = "\x1b]0;owned\x07\x1b[2J [/b] [@click=app.quit] \u202eturned\u2069 \x9b31m nul\x00"


def test_hostile_texts_never_command_the_terminal(corpus_tui: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ho\x1b[31mstile"
    folder.mkdir()
    article = {
        "text": f"{HOSTILE} title\n\n“{HOSTILE}” said Ann {HOSTILE} Lee.\n",
        "title": HOSTILE,
        "source": HOSTILE,
        "author": HOSTILE,
        "date": HOSTILE,
    }
    (folder / "all.jsonl").write_text(json.dumps(article) + "\n{\n", encoding="utf-8")
    commands = (
        ["articles"],
        ["quotes"],
        ["actors"],
        ["index"],
        ["show", "--blocks"],
        ["search", "turned"],
        [],
    )
    for name, *rest in [command or [""] for command in commands]:
        words = [name, folder, *rest] if name else [folder]
        asked = corpus_tui(*words, *(["--format", "text"] if name else []))
        assert asked.status == 0
        assert not set(asked.out + asked.err) & set("\x1b\x9b\x07\x00\u202e\u2069"), words
        if name:
            piped = corpus_tui(*words, "--format", "jsonl")
            assert not set(piped.out + piped.err) & set("\x1b\x9b\x07\x00\u202e\u2069"), words


def test_many_problems_are_counted_and_index_tells_all(corpus_tui: Run, good: Path) -> None:
    (good / "bad.jsonl").write_text("{\n" * 30, encoding="utf-8")
    few = corpus_tui("articles", good).err.splitlines()
    assert len(few) == 21
    assert few[-1] == "… and 10 more: `corpus-tui index` tells all"
    assert len(corpus_tui("index", good).err.splitlines()) == 30


def test_a_mistyped_command_gets_the_nearest(corpus_tui: Run) -> None:
    asked = corpus_tui("quots")
    assert asked.status == 1
    assert "quots: there is no such file or folder" in asked.err
    assert "corpus-tui quotes" in asked.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["quotes", "{good}", "--kind", "loud"], "direct"),
        (["search", "{good}", "well", "--in", "dreams"], "passages"),
        (["search", "{good}", "well", "--limit", "0"], "--limit"),
        (["quotes", "{good}", "--speker", "Lee"], "--speaker"),
        (["{good}", "--theme", "seipa"], "sepia"),
        (["completions", "tcsh"], "bash"),
    ],
)
def test_wrong_usage_ends_with_2_and_tells_what_is_right(
    corpus_tui: Run, good: Path, arguments: list[str], told: str
) -> None:
    asked = corpus_tui(*[argument.format(good=good) for argument in arguments])
    assert (asked.status, asked.out) == (2, "")
    assert told in asked.err


def test_faults_of_the_settings_file_are_told_and_the_corpus_is_shown(corpus_tui: Run, good: Path) -> None:
    from tui.settings.settings import settings_file

    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("prose_width: wide\n", encoding="utf-8")
    asked = corpus_tui(good)
    assert asked.status == 0
    assert asked.out.startswith("1 article ·")
    assert f"{settings_file()}:1: `prose_width: wide`" in asked.err
