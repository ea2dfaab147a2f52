"""Files are read for what they are, whatever they are called."""

import io
import json
from pathlib import Path

import pytest

from tests.corpus import made
from tests.corpus.test_formats import loaded, needs
from tui.corpus.article import Article
from tui.corpus.loading import read_stdin
from tui.corpus.sniffing import ENOUGH, sniff

LETTER = made.letter("Today", "Words.")
TOLD = [
    (made.pdf(["x"]), ".txt", "pdf"),
    (made.pdf(["x"]), ".html", "pdf"),
    (made.epub(["x"]), "", "epub"),
    (made.docx("x"), ".bin", "docx"),
    (made.docx("x"), ".txt", "docx"),
    (made.warc_record("x", b"x"), "", "warc"),
    (made.PAGE.encode(), "", "html"),
    (made.PAGE.encode(), ".txt", "html"),
    (b"\xef\xbb\xbf<!-- saved --><HTML lang=en>", ".aspx", "html"),
    (made.PAGE.encode("utf-16"), "", "html"),
    (made.rss("One"), ".html", "feeds"),
    (made.rss("One"), "", "feeds"),
    (b'<?xml version="1.0"?><opml version="1.0">', ".xml", "opml"),
    (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html>', ".xml", "html"),
    (LETTER, ".txt", "mail"),
    (made.mbox(LETTER), "", "mail"),
    (b'{"text": "One."}\n{"text": "Two."}\n', ".json", "jsonlines"),
    (b'{"text": "One."}\n', "", "jsonlines"),
    (json.dumps({"headline": "x"}, indent=1).encode(), "", "ninjs"),
    (b'[{"headline": "x"}]', "", "ninjs"),
]
KEPT = [
    (b"From Berlin to Paris in 2024\nit rained.\n", ".txt", "plain"),
    (b"To: all\nFrom: Ana\nSubject: boats\n\nThey leave.\n", ".txt", "plain"),
    (b"<3 is what she wrote.\n", ".txt", "plain"),
    (b'{"text": "quoted in an article about JSON"}', ".txt", "plain"),
    (b"<html> is what a page begins with.", ".md", "markdown"),
    (b"PK\x03\x04 something", ".txt", "plain"),
    (b"\x1f\x8b\x08 something", "", "plain"),
    (b"", ".pdf", "pdf"),
    (b"", "", "plain"),
]


# Archives differ from run to run, and tests are told apart by name where several processes run them.
@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    TOLD + KEPT,
    ids=[f"{kind}{suffix}-{at}" for at, (_, suffix, kind) in enumerate(TOLD + KEPT)],
)
def test_the_first_bytes_tell_the_kind_and_else_the_name(data: bytes, suffix: str, kind: str) -> None:
    assert sniff(data[:ENOUGH], suffix).name == kind


def test_a_page_without_suffix_is_read_when_it_is_named(tmp_path: Path) -> None:
    needs("trafilatura")
    (article,), _ = loaded(tmp_path, "saved", made.PAGE)
    assert (article.id, article.title) == ("saved", "Harbor to Close")


def test_a_pdf_that_is_called_a_text_is_read(tmp_path: Path) -> None:
    needs("pypdf")
    (article,), _ = loaded(tmp_path, "a.txt", made.pdf(["Harbor to Close"]))
    assert article.text == "Harbor to Close"


def test_standard_input_may_be_of_any_kind() -> None:
    (article,) = read_stdin(io.BytesIO(made.docx("<w:p><w:r><w:t>It closed.</w:t></w:r></w:p>")))
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("stdin", "It closed.")
