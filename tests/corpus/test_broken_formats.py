"""Broken and hostile files of every kind: a clear problem, the rest is read, and little memory is held."""

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.corpus import made
from tests.corpus.bounded import read_bounded
from tests.corpus.test_formats import loaded, needs

CHAPTER = f"<html><body><h1>Harbor to Close</h1>{made.PARAGRAPHS}</body></html>"
PARAGRAPH = "<w:p><w:r><w:t>The council voted.</w:t></w:r></w:p>"
WHOLE = {
    "a.html": ("trafilatura", made.PAGE.encode()),
    "a.rss": ("feedparser", made.rss("One", "Two")),
    "a.opml": ("", b'<opml><body><outline xmlUrl="https://courier.example/rss"/></body></opml>'),
    "a.eml": ("", made.letter("Today", made.STORY[0])),
    "a.mbox": ("", made.mbox(made.letter("Today", made.STORY[0]))),
    "a.epub": ("", made.epub([CHAPTER, CHAPTER])),
    "a.docx": ("", made.docx(PARAGRAPH)),
    "a.pdf": ("pypdf", made.pdf(["Harbor to Close"])),
    "a.json": ("", b'{"headline": "Harbor to Close", "body_text": "The council voted."}'),
    "a.warc": ("warcio", made.warc_record("https://courier.example/1", made.PAGE.encode())),
    "a.warc.gz": ("warcio", gzip.compress(made.warc_record("https://courier.example/1", made.PAGE.encode()))),
}


@pytest.mark.parametrize("name", WHOLE)
def test_an_empty_file_of_any_kind_is_said(tmp_path: Path, name: str) -> None:
    package, _ = WHOLE[name]
    if package:
        needs(package)
    articles, (problem,) = loaded(tmp_path, name, b"")
    assert articles == []
    assert problem.skipped
    assert "empty" in problem.reason or "no page" in problem.reason or "broken" in problem.reason


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_anywhere_or_full_of_noise_never_raises(tmp_path: Path, name: str) -> None:
    package, data = WHOLE[name]
    if package:
        needs(package)
    for end in range(1, len(data), max(1, len(data) // 12)):
        articles, problems = loaded(tmp_path, name, data[:end])
        assert articles or problems
    noise = bytes((7 * n * n + n // 3) % 256 for n in range(3000))
    half = len(data) // 2
    for broken in (noise, data[:half] + noise + data[half:], data[: half - 40] + data[half:]):
        articles, problems = loaded(tmp_path, name, broken)
        assert articles or problems


@pytest.mark.parametrize("name", ["a.docx", "a.epub"])
def test_half_an_archive_is_said_to_be_cut_off(tmp_path: Path, name: str) -> None:
    articles, (problem,) = loaded(tmp_path, name, WHOLE[name][1][:-100])
    assert articles == []
    assert problem.reason.startswith("broken or cut off")


def test_a_broken_message_in_the_middle_is_named_and_the_others_read(tmp_path: Path) -> None:
    broken = b"Subject: =?utf-8?b?////?=\nFrom: <<<@@\nDate: never\nContent-Type: multipart/mixed; boundary=x\n\n--y\n"
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1500))
    letters = [made.letter(f"Number {n}", made.STORY[0]) for n in range(2)]
    data = made.mbox(letters[0], broken, deep, b"", letters[1])
    articles, problems = loaded(tmp_path, "a.mbox", data)
    assert [article.title for article in articles] == ["Number 0", "Number 1"]
    assert [problem.line for problem in problems] == [2, 3, 4]


def test_a_broken_chapter_is_named_and_the_others_read(tmp_path: Path) -> None:
    data = made.epub([CHAPTER, CHAPTER.replace("Harbor", "Strike") * 40, CHAPTER])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("in/c 1.xhtml").header_offset + 80
    articles, (problem,) = loaded(tmp_path, "a.epub", data[:at] + b"\x00" * 20 + data[at + 20 :])
    assert [article.id for article in articles] == ["a.epub:1", "a.epub:3"]
    assert problem.line == 2
    assert problem.reason.startswith("in/c 1.xhtml is broken")


def test_what_stands_before_the_break_in_a_feed_is_read(tmp_path: Path) -> None:
    needs("feedparser")
    data = made.rss("One", "Two", "Three")
    articles, notices = loaded(tmp_path, "a.rss", data[: data.index(b"Three")])
    assert [article.title for article in articles][:2] == ["One", "Two"]
    assert notices[0].reason == "broken XML: what can be told is read"
    assert not notices[0].skipped


def test_what_stands_before_the_break_in_a_web_archive_is_read(tmp_path: Path) -> None:
    needs("warcio")
    needs("trafilatura")
    record = made.warc_record("https://courier.example/1", made.PAGE.encode())
    articles, problems = loaded(tmp_path, "a.warc", record + b"this is no record\r\n\r\n" + record)
    assert articles[0].title == "Harbor to Close"
    assert problems[-1].reason.startswith("broken after record 1")


BOMB = (
    '<!DOCTYPE a [<!ENTITY a "'
    + "x" * 1000
    + '">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
)
LAUGHS = f"{BOMB}]>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.opml", "a.rss"])
def test_entities_that_grow_are_refused(tmp_path: Path, name: str, encoding: str) -> None:
    if name == "a.rss":
        needs("feedparser")
    data = {
        "a.docx": made.docx("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", LAUGHS),
        "a.epub": made.epub([CHAPTER], LAUGHS),
        "a.opml": f'{LAUGHS}<opml><body><outline text="&i;"/></body></opml>'.encode(encoding),
        "a.rss": f"{LAUGHS}<rss><channel><item><title>&i;</title></item></channel></rss>".encode(encoding),
    }[name]
    articles, (problem,) = loaded(tmp_path, name, data)
    assert articles == []
    assert "entities" in problem.reason


def test_an_entity_of_a_file_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    prolog = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    articles, (problem,) = loaded(
        tmp_path, "a.docx", made.docx("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", prolog)
    )
    assert articles == []
    assert "document type" in problem.reason


def test_a_locked_pdf_and_one_of_pictures_are_said(tmp_path: Path) -> None:
    needs("pypdf")
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.pdf(["Harbor to Close"])))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert loaded(tmp_path, "a.pdf", held.getvalue())[1][0].reason == "the document is locked with a password"
    assert "pages are pictures" in loaded(tmp_path, "b.pdf", made.pdf([]))[1][0].reason


def grown(name: str, declared: int | None) -> bytes:
    """A DOCX or EPUB whose text unpacks to 90 MB; it may declare another size."""
    huge = b"<a>" + b"x" * 90_000_000 + b"</a>"
    data = (
        made.zipped({"word/document.xml": huge}) if name == "a.docx" else made.epub([CHAPTER, huge, CHAPTER])
    )
    if declared is None:
        return data
    size = len(huge).to_bytes(4, "little")
    return data.replace(size, declared.to_bytes(4, "little"))


@pytest.mark.parametrize("declared", [None, 1000])
def test_archives_that_unpack_without_end_are_refused_in_little_memory(
    tmp_path: Path, declared: int | None
) -> None:
    (tmp_path / "a.docx").write_bytes(grown("a.docx", declared))
    (tmp_path / "a.epub").write_bytes(grown("a.epub", declared))
    (tmp_path / "b.txt").write_text("The council voted.\n", encoding="utf-8")
    found = read_bounded(tmp_path, megabytes=80)
    told = "would unpack to 90 MB" if declared is None else "is broken"
    assert found[0].startswith("problem word/document.xml")
    assert told in found[0]
    assert found[1] == "article a.epub:1"
    assert told in found[2]
    assert found[3:] == ["article a.epub:3", "article b"]


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.html", "a.rss", "a.opml", "a.eml", "a.epub", "a.docx", "a.pdf", "a.json"]
)
def test_a_file_of_200_megabytes_is_said_and_not_held(tmp_path: Path, name: str) -> None:
    package = WHOLE.get(name, ("", b""))[0]
    if package:
        needs(package)
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_000)
    (problem,) = read_bounded(tmp_path, megabytes=160)
    assert problem.startswith("problem too large: 200 MB, at most ")


def test_one_line_or_message_or_record_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    needs("warcio")
    hole = 200_000_000
    parts = {
        "a.jsonl": (b'{"text": "One."}\n', b'\n{"text": "Two."}\n'),
        "a.csv": (b"text\nOne.\n", b"\nTwo.\n"),
        "a.mbox": (
            made.mbox(made.letter("One", "One.")) + b"From x Fri May  3 10:00:00 2024\nSubject: x\n\n",
            b"\n\n" + made.mbox(made.letter("Two", "Two.")),
        ),
    }
    for name, (before, after) in parts.items():
        with (tmp_path / name).open("wb") as file:
            file.write(before)
            file.seek(hole, io.SEEK_CUR)
            file.write(after)
    one, problem, two, *rest = read_bounded(tmp_path, megabytes=450)
    assert (one, problem, two) == (
        "article a.csv:2",
        "problem the line is longer than 50 MB",
        "article a.csv:4",
    )
    assert rest == [
        "article a.jsonl:1",
        "problem the line is longer than 50 MB",
        "article a.jsonl:3",
        "article a.mbox:1",
        "problem too large: 50 MB, at most 50 MB are read",
        "article a.mbox:3",
    ]


def test_pages_of_a_pdf_that_unpack_or_go_on_without_end_are_named(tmp_path: Path) -> None:
    needs("pypdf")
    good = b"BT /F1 12 Tf 72 720 Td (It closed.) Tj ET"
    pages = (good, b" " * 200_000_000, b"BT " + b"(x) Tj 0 -1 Td " * 50_000, good)
    data = made.pdf_of(*(zlib.compress(page, 1) for page in pages), told="/Filter/FlateDecode")
    (article,), (notice,) = loaded(tmp_path, "a.pdf", data)
    assert article.text == "It closed.\n\n\nIt closed."
    assert (notice.reason, notice.skipped) == ("pages that cannot be read: 2, 3", False)
    read_bounded(tmp_path / "a.pdf", megabytes=400)


def test_a_web_archive_whose_headers_never_end_is_bounded(tmp_path: Path) -> None:
    needs("warcio")
    needs("trafilatura")
    good = gzip.compress(made.warc_record("https://courier.example/1", made.PAGE.encode()))
    (tmp_path / "a.warc.gz").write_bytes(good + gzip.compress(b"WARC/1.0\r\nX: " + b"x" * 100_000_000, 1))
    (tmp_path / "b.warc.gz").write_bytes(good + gzip.compress(b"WARC/1.0\r\n" + b"X: x\r\n" * 20_000_000, 1))
    found = read_bounded(tmp_path, megabytes=400)
    told = "problem broken after record 1 (its headers have no end)"
    assert found == ["article a.warc.gz:1", told, "article b.warc.gz:1", told]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_with_wrong_lengths_is_told_in_the_problems_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], packed: bool
) -> None:
    needs("warcio")
    needs("trafilatura")
    record = made.warc_record("https://courier.example/1", made.PAGE.encode())
    data = record.replace(b"</footer>", b"</footer> and words that nobody counted\r\n")
    records = (data, record)
    archive = b"".join(map(gzip.compress, records))[:-200] if packed else b"".join(records)
    articles, problems = loaded(tmp_path, "a.warc", archive)
    assert articles[0].title == "Harbor to Close"
    assert problems
    assert capsys.readouterr() == ("", "")


def test_standard_input_of_100_megabytes_is_not_held_in_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w+b") as file:
        file.write(b'{"text": "One."}\n' + (b" " * 999 + b"\n") * 100_000 + b'{"text": "Two."}\n')
        file.seek(0)
        found = read_bounded(megabytes=80, standard_input=file)
    assert found == ["article stdin:1", "article stdin:100002"]


def test_a_web_archive_that_unpacks_without_end_is_bounded(tmp_path: Path) -> None:
    needs("warcio")
    needs("trafilatura")
    bomb = made.warc_record("https://courier.example/2", b"<p>" * 20_000_000)
    good = made.warc_record("https://courier.example/1", made.PAGE.encode())
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, (good, bomb, good))))
    found = read_bounded(tmp_path, megabytes=400)
    assert found == [
        "article a.warc.gz:1",
        "problem too large: 60 MB, at most 20 MB are read",
        "article a.warc.gz:3",
    ]


def test_a_hundred_thousand_nested_tags_end_quickly_in_little_memory(tmp_path: Path) -> None:
    needs("trafilatura")
    needs("feedparser")
    nested = "<div>" * 100_000 + made.PARAGRAPHS
    (tmp_path / "a.html").write_text(f"<html><body>{nested}</body></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text(
        f"<html><body>{made.PARAGRAPHS}{'<b>' * 100_000}</body></html>", encoding="utf-8"
    )
    (tmp_path / "c.rss").write_text(made.RSS.format(items=made.rss_item("T", nested)), encoding="utf-8")
    (tmp_path / "d.eml").write_bytes(made.letter("T", nested, "text/html"))
    (tmp_path / "e.epub").write_bytes(made.epub([nested]))
    (tmp_path / "f.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "g.opml").write_text("<a>" * 100_000, encoding="utf-8")
    found = read_bounded(tmp_path, megabytes=600)
    assert found == [
        "problem no article was found in this page",
        "article b",
        "article c.rss:1",
        "article d",
        "article e.epub:1",
        "problem broken JSON: nested too deep, or a number too long",
        "problem broken XML at line 1, column 300001",
    ]


def test_a_file_that_is_broken_everywhere_is_told_a_thousand_times_at_most(tmp_path: Path) -> None:
    articles, problems = loaded(tmp_path, "a.jsonl", b"{\n" * 5000 + b'{"text": "There."}\n')
    assert [article.text for article in articles] == ["There."]
    assert len(problems) == 1001
    assert problems[-1].reason == "5,000 things in this file are broken: the first 1,000 are told"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("a.html", "cp1252"),
        ("a.rss", "cp1252"),
        ("a.json", "utf-16"),
        ("a.eml", "cp1252"),
        ("a.opml", "utf-16"),
    ],
)
def test_another_encoding_than_a_file_tells_is_read_or_said(tmp_path: Path, name: str, encoding: str) -> None:
    package, data = WHOLE[name]
    if package:
        needs(package)
    words = (
        data.decode("utf-8")
        .replace("council", "café council")
        .replace("courier.example/rss", "café.example/rss")
    )
    articles, problems = loaded(tmp_path, name, words.encode(encoding))
    assert articles or problems
    assert all("council" in article.text for article in articles)
