"""A large file is read in slices, by whoever is free, and gives the same articles as when it is read whole."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.made import warc_record
from tui.corpus import slices
from tui.corpus.article import Article
from tui.corpus.loading import read, read_slice
from tui.corpus.problem import NO_PAGES, Problem, summed_up
from tui.corpus.slices import cut
from tui.corpus.sources import Source, discover

lines = st.one_of(
    st.text(max_size=40).map(lambda text: json.dumps({"text": text}, ensure_ascii=False)),
    st.sampled_from(["", "{", "[]", '{"id": "x", "text": "A text."}']),
)


def sliced(source: Source, size: int) -> list[object]:
    with source.open() as file:
        parts = cut(file, Path(str(source.path)).suffix, size)
    assert sum(part.length for part in parts) == source.size
    return [item for part in parts for item in read_slice(source, part)]


@given(st.lists(lines, min_size=1, max_size=12), st.integers(1, 200))
def test_lines_are_the_same_in_slices_as_in_one(written: list[str], size: int) -> None:
    data = "\n".join(["{}", *written]).encode("utf-8", "replace")
    parts = cut(io.BytesIO(data), ".jsonl", size)
    assert b"".join(data[part.start : part.start + part.length] for part in parts) == data
    assert [data[: part.start].count(b"\n") for part in parts] == [part.before for part in parts]


def test_slices_keep_ids_and_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(f'{{"text":"Text {n}."}}\n' for n in range(40)) + "{broken\n", "utf-8")
    [source] = discover([path]).sources
    assert sliced(source, 100) == list(read(source))


def test_what_only_a_reader_of_the_whole_can_tell_is_not_cut(tmp_path: Path) -> None:
    for data in (b'{"text":"caf\xe9"}\n', '{"text":"café"}'.encode("utf-16"), b""):
        assert cut(io.BytesIO(data), ".jsonl", 10) == []
    assert cut(io.BytesIO(b"text\nA text.\n"), ".csv", 10) == []


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_an_archive_are_the_same_in_slices(
    packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("warcio")
    monkeypatch.setattr(slices, "_PAGES_BYTES", 2000)
    path = tmp_path / ("pages.warc.gz" if packed else "pages.warc")
    with path.open("wb") as file:
        for number in range(12):
            body = f"<html><body><article>{f'<p>The bridge {number} is closed, and the ferry runs.</p>' * 20}"
            for kind, held in (("text/html", f"{body}</article></body></html>"), ("image/png", "x")):
                record = warc_record(f"http://example.org/{number}", held.encode(), kind)
                file.write(gzip.compress(record) if packed else record)
    [source] = discover([path.as_uri()]).sources
    cut_up = list(sliced(source, 1))
    found = [item for item in cut_up if isinstance(item, Article)]
    assert found == [item for item in read(source) if isinstance(item, Article)]
    assert len(found) == 12
    notices = [item for item in cut_up if isinstance(item, Problem)]
    assert len(notices) > 1
    assert [one.reason for one in summed_up(notices)] == [f"{NO_PAGES}12 image/png"]


def test_a_broken_archive_is_told_as_when_it_is_read_whole(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "broken.warc.gz"
    path.write_bytes(gzip.compress(warc_record("http://example.org", b"<p>A page.</p>"))[:-20])
    [source] = discover([path]).sources
    with source.open() as file:
        parts = cut(file, ".warc.gz", 10)
    assert [item for part in parts for item in read_slice(source, part)] in ([], list(read(source)))
