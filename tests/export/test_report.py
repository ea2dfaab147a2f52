"""A report holds all the findings, each linked to its exact place, and nothing in a corpus can take it over."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.running import run
from tui.export.html import text
from tui.export.markdown import plain, table
from tui.library.library import Library
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.marks import Mark, Target
from tui.paths import bundled

SEEDS = bundled("seeds")
SECTIONS = ("Articles", "Who is quoted", "Where accounts differ", "Timeline", "Actors", "Notes", "Texts")


class Page(HTMLParser):
    """What a page links to, what can be linked to, which tags and addresses it has, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.links.append((value or "")[1:])
            elif name in {"src", "href", "action", "data"} or name.startswith("on"):
                self.addresses.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """The bundled articles in a report, after a note was made on one."""
    assert run(["index", str(SEEDS)]) == 0
    article = Library.open([SEEDS]).article("001_second-round")
    start = article.text.index("visible shifts")
    target = Target("passage", article.title, "", (anchor(article, start, start + 14),))
    Book().put(Mark("note", target, text="<b>ask</b> whose shifts", tags=("ask",)))
    return tmp_path


def test_an_html_report_has_every_section_and_every_link_goes_somewhere(marked: Path) -> None:
    assert run(["report", str(SEEDS), "-o", str(marked / "report.html")]) == 0
    page = Page((marked / "report.html").read_text(encoding="utf-8"))
    words = " ".join(page.words)
    for section in SECTIONS:
        assert section in words
    assert len(page.links) > 50
    assert set(page.links) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "<b>ask</b> whose shifts" in words
    assert "svg" in page.tags


def test_an_html_report_needs_nothing_from_outside(marked: Path) -> None:
    assert run(["report", str(SEEDS), "-o", str(marked / "report.html")]) == 0
    html = (marked / "report.html").read_text(encoding="utf-8")
    page = Page(html)
    assert page.addresses == []
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_doubtful_quotations_are_counted_and_told_only_when_they_are_wanted(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001.txt").write_text(
        "Port to Close\n\nThe port will close, Greta Lund said on Monday. The dockers see the plan as a threat.\n"
    )
    for options, wanted in (((), "One more is doubtful"), (("--all",), "threat")):
        for name in ("report.html", "report.md"):
            page = tmp_path / name
            assert run(["report", str(folder), "-o", str(page), *options]) == 0
            quoted = page.read_text(encoding="utf-8").split("Where accounts differ")[-2]
            assert wanted in quoted
            assert ("threat" in quoted) == ("--all" in options)


def test_a_link_leads_to_the_exact_words(marked: Path) -> None:
    assert run(["report", str(SEEDS), "-o", str(marked / "report.html"), "--all"]) == 0
    html = (marked / "report.html").read_text(encoding="utf-8")
    texts = html[html.index('<section id="texts">') :]
    library = Library.open([SEEDS])
    quotes = library.quotes()
    assert quotes
    numbers = {row.id: number for number, row in enumerate(library.rows(), 1)}
    for placed in quotes:
        start, end = placed.quote.spans[0]
        begin = texts.index(f'<span id="t{numbers[placed.article]}-{start}"></span>')
        told = " ".join(Page(texts[begin : begin + 4 * (end - start) + 2000]).words)
        words = library.article(placed.article).text[start:end]
        assert "".join(told.split()).startswith("".join(text_of(words).split()))


def text_of(words: str) -> str:
    """Words of a corpus as a reader of the page sees them."""
    return "".join(Page(text(words)).words)


def test_a_markdown_report_links_to_its_blocks(marked: Path) -> None:
    assert run(["report", str(SEEDS), "-o", str(marked / "report.md")]) == 0
    told = (marked / "report.md").read_text(encoding="utf-8")
    for section in SECTIONS:
        assert f"## {section}" in told
    links = {part.split(")")[0] for part in told.split("](#")[1:]}
    assert links
    for link in links:
        assert f'<a id="{link}"></a>' in told


def test_what_is_reported_without_marks_stands_after_its_cue(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(
            "A Road\n\nAda Brandt declined to endorse the road.\n", encoding="utf-8"
        )
    paths = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    assert run(["report", *paths, "-o", str(tmp_path / "report.md")]) == 0
    assert run(["report", *paths, "-o", str(tmp_path / "report.html")]) == 0
    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert markdown.startswith("# 2 files in ")
    assert "* declined · to endorse" in markdown
    assert "<span class=quiet>declined ·</span> to endorse" in (tmp_path / "report.html").read_text(
        encoding="utf-8"
    )


HOSTILE = "</p><script>alert(1)</script>\u202e[x](javascript:x) | # ! `code` &lt; \x1b[31m"


def test_a_hostile_corpus_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    article = {
        "id": HOSTILE,
        "title": HOSTILE,
        "text": f"{HOSTILE}\n\n“{HOSTILE}” said Ann Lee.",
        "source": HOSTILE,
    }
    (tmp_path / "bad.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    for name in ("report.html", "report.md"):
        assert (
            run(["report", str(tmp_path / "bad.jsonl"), "-o", str(tmp_path / name), "--title", HOSTILE]) == 0
        )
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert not set(html) & set("\x1b\u202e")
    markdown = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "<script" not in markdown
    assert not re.search(r"(?<!\\)\]\(javascript", markdown)
    assert not set(markdown) & set("\x1b\u202e")


def test_where_to_write_is_told_when_it_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(SEEDS), "-o", str(tmp_path / "report.docx")]) == 2
    assert run(["report", str(SEEDS), "-o", str(tmp_path / "no" / "report.html")]) == 1
    told = capsys.readouterr().err
    assert ".html, .md" in told
    assert "cannot be written" in told


@given(st.text())
def test_any_words_are_words_in_html_and_in_markdown(words: str) -> None:
    page = Page(f"<p>{text(words)}</p>")
    assert page.tags == ["p"]
    assert "\n" not in plain(words)
    assert table(("a", "b"), [(words, "x")]).count("\n") == 3


def test_the_timeline_names_each_article_by_what_tells_it_apart(tmp_path: Path) -> None:
    for name in ("the-coast-courier_first", "the-coast-courier_second"):
        text = "---\ntitle: Talks\ndate: 2024-03-04\n---\nThe talks were held in Oslo on 2 March 2024.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    page = tmp_path / "report.html"
    assert run(["report", str(tmp_path), "-o", str(page)]) == 0
    picture = page.read_text(encoding="utf-8").partition("<svg")[2].partition("</svg>")[0]
    assert ">the-coast-courier_first<" in picture
    assert ">the-coast-courier_second<" in picture


@pytest.mark.parametrize(
    ("held", "named"),
    [
        (("4 March 2024",), ["2024-03-04"]),
        (("4 March 2024", "6 March 2024"), ["2024-03-04", "2024-03-05", "2024-03-06"]),
        (("20 January 2024", "3 May 2024"), ["2024-02", "2024-03", "2024-04", "2024-05"]),
        (("2 March 1998", "6 March 2024"), ["2000", "2005", "2010", "2015", "2020"]),
        (("2 March 1811", "6 March 2024"), ["1850", "1900", "1950", "2000"]),
    ],
)
def test_the_timeline_names_days_months_or_years(
    tmp_path: Path, held: tuple[str, ...], named: list[str]
) -> None:
    for number, day in enumerate(held):
        told = f"---\ntitle: Talks\ndate: 2024-05-09\n---\nThe talks were held in Oslo on {day}.\n"
        (tmp_path / f"{number}.md").write_text(told, encoding="utf-8")
    page = tmp_path / "report.html"
    assert run(["report", str(tmp_path), "-o", str(page)]) == 0
    picture = page.read_text(encoding="utf-8").partition("<svg")[2].partition("</svg>")[0]
    assert re.findall(r'text-anchor="\w+">([\d-]+)<', picture) == named
