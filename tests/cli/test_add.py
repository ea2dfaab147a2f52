"""Someone puts what they saved into their corpus, as Markdown."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STRIKE, Run
from tests.corpus import made
from tui.corpus.article import Article
from tui.corpus.loading import read
from tui.corpus.sources import discover


def article_of(path: Path) -> Article:
    (source,) = discover([path]).sources
    (article,) = read(source)
    assert isinstance(article, Article)
    return article


def test_messages_become_files_named_by_date_and_title(corpus_tui: Run, tmp_path: Path) -> None:
    letters = [made.letter(title, "\n\n".join(made.STORY)) for title in ("Café: the “Harbor” closes", "二")]
    (tmp_path / "letters.mbox").write_bytes(made.mbox(*letters))
    added = corpus_tui("add", tmp_path / "letters.mbox", "--to", tmp_path / "my/news")
    first, second = (
        tmp_path / "my/news/2024-05-03-cafe-the-harbor-closes.md",
        tmp_path / "my/news/2024-05-03-二.md",
    )
    assert added.status == 0
    assert added.out.splitlines() == [str(first), str(second)]
    assert added.err.splitlines() == ["2 articles written, 0 there already"]
    article = article_of(first)
    assert (article.title, article.author, article.source, article.date) == (
        "Café: the “Harbor” closes",
        "Ana Reyes",
        "courier.example",
        "2024-05-03",
    )
    assert article.text.strip() == "\n\n".join(made.STORY)


STORY = "\n\n".join(made.STORY)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", STORY.encode()),
        ("a.md", f"---\ntitle: Harbor\n---\n\n{STORY}\n".encode()),
        ("a.jsonl", json.dumps({"title": "Harbor", "text": STORY}).encode()),
        ("a.csv", f'title,text\nHarbor,"{STORY}"\n'.encode()),
        ("a.tsv", f'title\ttext\nHarbor\t"{STORY}"\n'.encode()),
        ("a.html", made.PAGE.encode()),
        ("a.rss", made.rss("One")),
        ("a.eml", made.letter("Today", STORY)),
        ("a.mbox", made.mbox(made.letter("Today", STORY))),
        ("a.epub", made.epub([f"<html><body><h1>Harbor to Close</h1>{made.PARAGRAPHS}</body></html>"])),
        ("a.docx", made.docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in made.STORY))),
        ("a.pdf", made.pdf(["The council of Harbor voted on Monday."])),
        ("a.json", json.dumps({"headline": "Harbor", "body_text": STORY}).encode()),
        ("a.warc", made.warc_record("https://courier.example/1", made.PAGE.encode())),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_every_kind_of_file_becomes_markdown_that_reads_the_same(
    corpus_tui: Run, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    added = corpus_tui("add", tmp_path / name, "--to", tmp_path / "to")
    assert (added.status, added.err.splitlines()[-1]) == (0, "1 article written, 0 there already")
    (path,) = (tmp_path / "to").iterdir()
    assert added.out.splitlines() == [str(path)]
    (shown,) = corpus_tui("articles", tmp_path / name).findings
    (kept,) = corpus_tui("articles", path).findings
    fields = ("title", "source", "author", "date", "url", "language", "words")
    assert [kept[field] for field in fields] == [shown[field] for field in fields]


def test_the_same_article_is_not_written_twice(corpus_tui: Run, news: Path, tmp_path: Path) -> None:
    corpus_tui("add", news, "--to", tmp_path / "to")
    before = {path: path.read_bytes() for path in (tmp_path / "to").iterdir()}
    again = corpus_tui("add", news, tmp_path / "to", "--to", tmp_path / "to")
    assert (again.status, again.out) == (0, "")
    assert again.err.splitlines()[-1] == "0 articles written, 6 there already"
    assert {path: path.read_bytes() for path in (tmp_path / "to").iterdir()} == before


def test_a_different_article_of_the_same_name_gets_a_name_of_its_own(corpus_tui: Run, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.md").write_text(
            f"---\ntitle: News\n---\n\nWords of {number}.\n", encoding="utf-8"
        )
    added = corpus_tui("add", tmp_path / "1.md", tmp_path / "2.md", "--to", tmp_path / "to")
    assert added.out.splitlines() == [str(tmp_path / "to/news.md"), str(tmp_path / "to/news-2.md")]
    assert "Words of 1." in (tmp_path / "to/news.md").read_text(encoding="utf-8")


def test_what_was_written_reads_like_what_was_read(corpus_tui: Run, news: Path, tmp_path: Path) -> None:
    corpus_tui("add", news / "001_harbour.txt", news / "002_strike.md", "--to", tmp_path / "to")
    for old in ("001_harbour.txt", "002_strike.md"):
        one = article_of(news / old)
        (path,) = (tmp_path / "to").glob(f"{one.date}-*.md")
        other = article_of(path)
        fields = ("title", "source", "author", "date", "url", "language")
        assert [getattr(one, field) for field in fields] == [getattr(other, field) for field in fields]
        assert [(block.kind, one.text[block.start : block.end]) for block in one.blocks] == [
            (block.kind, other.text[block.start : block.end]) for block in other.blocks
        ]
    said = [corpus_tui("quotes", folder, "--kind", "direct").findings for folder in (news, tmp_path / "to")]
    assert {quote["text"] for quote in said[1]} <= {quote["text"] for quote in said[0]}
    assert said[1]


def test_what_cannot_be_read_is_told_and_the_rest_written(corpus_tui: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(made.docx("<w:p/>")[:-50])
    (tmp_path / "a.md").write_text(STRIKE, encoding="utf-8")
    added = corpus_tui("add", tmp_path / "bad.docx", tmp_path / "a.md", "--to", tmp_path / "to")
    assert added.status == 0
    assert len(added.out.splitlines()) == 1
    assert added.err.startswith(f"{tmp_path / 'bad.docx'}: broken or cut off")


def test_nothing_to_read_fails(corpus_tui: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.eml").touch()
    added = corpus_tui("add", tmp_path / "empty.eml", "--to", tmp_path / "to")
    assert (added.status, added.out) == (1, "")
    assert "the file is empty" in added.err
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize(
    "words", [["add"], ["add", "{news}"], ["add", "{news}", "--to", "{news}/001_harbour.txt"]]
)
def test_wrong_usage(corpus_tui: Run, news: Path, words: list[str]) -> None:
    asked = corpus_tui(*[word.format(news=news) for word in words])
    assert (asked.status, asked.out) == (2, "")


def test_a_folder_that_cannot_be_made_is_told(corpus_tui: Run, news: Path) -> None:
    asked = corpus_tui("add", news, "--to", news / "001_harbour.txt/in")
    assert (asked.status, asked.out) == (1, "")
    assert "cannot write there" in asked.err
