"""Someone gives what they have: saved pages, feeds, mail, books, documents, archives. Each becomes articles."""

import gzip
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.corpus import made
from tui.corpus.article import Article
from tui.corpus.loading import Problem, read
from tui.corpus.sources import discover


def loaded(folder: Path, name: str, data: bytes | str) -> tuple[list[Article], list[Problem]]:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    found = discover([folder / name])
    assert found.problems == ()
    all_ = [one for source in found.sources for one in read(source)]
    return [one for one in all_ if isinstance(one, Article)], [
        one for one in all_ if isinstance(one, Problem)
    ]


def needs(package: str) -> None:
    pytest.importorskip(package, reason=f"the extra that brings {package} is not installed")


def told(article: Article) -> tuple[str, str | None, str | None, str | None]:
    return article.title, article.source, article.author, article.date


def test_a_saved_page_gives_its_article_and_what_it_tells_of_itself(tmp_path: Path) -> None:
    needs("trafilatura")
    (article,), problems = loaded(tmp_path, "saved page.html", made.PAGE)
    assert problems == []
    assert told(article) == ("Harbor to Close", "The Courier", "Ana Reyes", "2024-05-03")
    assert (article.url, article.language) == ("https://courier.example/1", "en-GB")
    assert article.text.startswith("# Harbor to Close\n\nThe council of Eastmere")
    assert [block.kind for block in article.blocks] == [
        "headline",
        *["paragraph"] * 3,
        "heading",
        "paragraph",
    ]
    assert "World" not in article.text
    assert "©" not in article.text


def test_pictures_inside_a_saved_page_do_not_make_it_too_large(tmp_path: Path) -> None:
    needs("trafilatura")
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 600_000}=">'
    (article,), problems = loaded(tmp_path, "a.html", made.PAGE.replace("<article>", "<article>" + picture))
    assert (article.title, problems) == ("Harbor to Close", [])


def test_a_page_in_an_old_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    needs("trafilatura")
    page = made.PAGE.replace("utf-8", "windows-1252").replace("Amsel", "Amsél")
    (article,), problems = loaded(tmp_path, "a.htm", page.encode("windows-1252"))
    assert "“It is late,” said Mayor Ruth Amsél." in article.text
    assert problems == []


def test_each_entry_of_a_saved_feed_is_an_article(tmp_path: Path) -> None:
    needs("feedparser")
    (one, two), problems = loaded(tmp_path, "news.xml", made.rss("Harbor", "Strike"))
    assert problems == []
    assert (one.id, two.id) == ("news.xml:1", "news.xml:2")
    assert told(one) == ("Harbor", "The Courier", "Ana Reyes", "2024-05-03")
    assert one.text == "\n\n".join(("# Harbor", *made.STORY))
    assert two.url == "https://courier.example/Strike"


def test_atom_and_summaries_are_read_too(tmp_path: Path) -> None:
    needs("feedparser")
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mail</title><entry><title>T</title>'
        "<updated>2024-05-03T10:00:00Z</updated><summary>Only &lt;b&gt;this&lt;/b&gt; much.</summary></entry>"
        "<entry><title>Nothing</title></entry></feed>"
    )
    (article,), (problem,) = loaded(tmp_path, "a.atom", atom)
    assert (article.text, article.source, article.date) == ("# T\n\nOnly this much.", "Mail", "2024-05-03")
    assert (problem.line, problem.reason) == (2, "this entry has no text")


def test_a_list_of_feeds_is_told_and_none_is_fetched(tmp_path: Path) -> None:
    opml = (
        '<opml version="2.0"><body><outline text="News"><outline text="The Courier" '
        'xmlUrl="https://courier.example/rss"/><outline xmlUrl="https://mail.example/rss"/></outline></body></opml>'
    )
    articles, (problem,) = loaded(tmp_path, "feeds.opml", opml)
    assert articles == []
    assert problem.reason == (
        "a list of 2 feeds, none of which is fetched: "
        "The Courier <https://courier.example/rss>, https://mail.example/rss"
    )


def test_a_newsletter_is_read_as_its_plain_text_and_attachments_are_told(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "Ana Reyés <ana@courier.example>"
    message["Subject"] = "Harbor to Close — today"
    message["Date"] = "Fri, 03 May 2024 23:30:00 -0500"
    message["List-Id"] = '"The Morning Courier" <morning.courier.example>'
    message["Message-ID"] = "<1@courier.example>"
    message.set_content("\n\n".join(made.STORY))
    message.add_alternative(f"<p>Another text</p>{made.PARAGRAPHS}", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    (article,), (notice,) = loaded(tmp_path, "today.eml", message.as_bytes())
    assert told(article) == ("Harbor to Close — today", "The Morning Courier", "Ana Reyés", "2024-05-03")
    assert article.text.rstrip() == "\n\n".join(made.STORY)
    assert (notice.reason, notice.skipped) == ("an attachment is not read", False)


def test_a_newsletter_in_html_alone_is_read(tmp_path: Path) -> None:
    body = f'<html><body><div style="display:none">Preview</div><h2>First</h2>{made.PARAGRAPHS}</body></html>'
    (article,), problems = loaded(tmp_path, "a.eml", made.letter("Today", body, "text/html; charset=utf-8"))
    assert article.text == "\n\n".join(("# Today", "## First", *made.STORY))
    assert (article.source, problems) == ("courier.example", [])


def test_flowed_lines_of_mail_are_one_paragraph(tmp_path: Path) -> None:
    text = "The council voted \non Monday.\n\nNobody \nspoke.\n-- \nAna"
    message = made.letter("Today", text, "text/plain; charset=utf-8; format=flowed")
    (article,), _ = loaded(tmp_path, "a.eml", message)
    assert article.text == "The council voted on Monday.\n\nNobody spoke.\n-- \nAna\n"


def test_each_message_of_an_mbox_is_an_article(tmp_path: Path) -> None:
    letters = [made.letter(f"Number {n}", f"Words of {n}.\n\n>From here on it rained.") for n in (1, 2, 3)]
    articles, problems = loaded(tmp_path, "letters.mbox", made.mbox(*letters))
    assert [(one.id, one.title) for one in articles] == [
        (f"letters.mbox:{n}", f"Number {n}") for n in (1, 2, 3)
    ]
    assert articles[1].text.strip() == "Words of 2.\n\nFrom here on it rained."
    assert problems == []


def test_each_chapter_of_a_book_is_an_article(tmp_path: Path) -> None:
    cover = '<html><body><img src="cover.png"/></body></html>'
    chapter = (
        f"<html><head><title>x</title></head><body><h1>Harbor to Close</h1>{made.PARAGRAPHS}</body></html>"
    )
    (one, two), problems = loaded(tmp_path, "courier.epub", made.epub([cover, chapter, chapter]))
    assert (one.id, two.id, problems) == ("courier.epub:2", "courier.epub:3", [])
    assert told(one) == ("Harbor to Close", "The Courier", "Ana Reyes", "2024-05-03")
    assert one.text == "\n\n".join(("# Harbor to Close", *made.STORY))


def test_a_word_document_is_read_without_what_was_deleted_in_it(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>What comes next</w:t></w:r></w:p>'
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Boats </w:t></w:r><w:r><w:t>leave.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>It</w:t><w:tab/><w:t>closed.</w:t></w:r><w:del><w:r><w:delText>Not!</w:delText>"
        "<w:t>Not!</w:t></w:r></w:del></w:p><w:p/>"
    )
    (article,), problems = loaded(tmp_path, "a.docx", made.docx(body))
    assert article.text == "## What comes next\n\n- Boats leave.\n\nIt\tclosed."
    assert (article.title, article.author, article.date, problems) == (
        "Harbor to Close",
        "Ana Reyes",
        None,
        [],
    )


def test_a_pdf_is_read_page_after_page_with_its_words_whole(tmp_path: Path) -> None:
    needs("pypdf")
    first = [
        "Harbor to Close",
        "",
        "The council voted on Mon-",
        "day after a long-term quar-",
        "rel about it.",
    ]
    (article,), problems = loaded(tmp_path, "a.pdf", made.pdf(first, ["A long-", "term cost, she said."]))
    assert article.text.split("\n") == [
        "Harbor to Close",
        "The council voted on Monday after a long-term quarrel about it.",
        "A long-term cost, she said.",
    ]
    assert (article.title, problems) == ("Harbor to Close", [])


NINJS = {
    "uri": "https://courier.example/1",
    "headline": "Harbor to Close",
    "byline": "Ana Reyes",
    "versioncreated": "2024-05-03T10:00:00Z",
    "language": "en",
    "infosource": [{"name": "The Courier"}],
}


def test_news_items_are_read_one_or_many(tmp_path: Path) -> None:
    item = NINJS | {"body_text": made.STORY[0]}
    (article,), problems = loaded(tmp_path, "a.json", json.dumps(item, indent=1))
    assert told(article) == ("Harbor to Close", "The Courier", "Ana Reyes", "2024-05-03")
    assert (article.id, article.text, article.url) == ("a", made.STORY[0], "https://courier.example/1")
    new = {
        "headlines": [{"value": "New"}],
        "bodies": [{"value": made.PARAGRAPHS, "contenttype": "text/html"}],
    }
    many = [
        NINJS | {"body_html": made.PARAGRAPHS},
        new,
        {"text": "Plain.", "id": "own"},
        5,
        {"headline": "x"},
    ]
    articles, problems = loaded(tmp_path, "b.json", json.dumps({"items": many}))
    assert [one.id for one in articles] == ["b.json:1", "b.json:2", "own"]
    assert articles[0].text == "\n\n".join(("# Harbor to Close", *made.STORY))
    assert articles[1].title == "New"
    assert [problem.line for problem in problems] == [4, 5]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_of_a_web_archive_is_an_article(tmp_path: Path, packed: bool) -> None:
    needs("warcio")
    needs("trafilatura")
    records = [
        made.warc_record("https://courier.example/1", made.PAGE.encode()),
        made.warc_record("https://courier.example/a.png", b"\x89PNG", "image/png"),
        made.warc_record("https://courier.example/gone", b"gone", status="404 Not Found"),
        made.warc_record("https://courier.example/a.txt", made.STORY[0].encode(), "text/plain"),
    ]
    data = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    (page, text), (notice,) = loaded(tmp_path, "a.warc.gz" if packed else "a.warc", data)
    assert (page.title, page.url) == ("Harbor to Close", "https://courier.example/1")
    assert (text.id, text.url) == (
        "a.warc.gz:4" if packed else "a.warc:4",
        "https://courier.example/a.txt",
    )
    assert notice.reason == "records that are no pages are not read: 1 image/png, 1 status 404"
    assert not notice.skipped


def test_nothing_is_ever_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs("trafilatura")
    needs("feedparser")
    asked: list[object] = []
    monkeypatch.setattr("socket.getaddrinfo", lambda *address, **_: asked.append(address) or [])
    monkeypatch.setattr("socket.socket.connect", lambda _, address: asked.append(address))
    page = made.PAGE.replace(
        "<head>", '<head><base href="https://courier.example/"><link rel=next href="/2">'
    )
    feed = made.rss("One").replace(b"<channel>", b"<channel><link>https://courier.example/</link>")
    assert loaded(tmp_path, "a.html", page.replace("<article>", '<article><img src="/a.png">'))[0]
    assert loaded(tmp_path, "a.rss", feed)[0]
    assert asked == []
