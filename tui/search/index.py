"""The index of all searchable texts: numbers of texts by their words. The texts themselves are kept by the library."""

import contextlib
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from zlib import crc32

import tantivy

from tui.search.match import FIELDS

_HEAP = 200_000_000  # bytes that the writer may hold before it writes a segment; about half of them are used
_MARK = 1
_SPARE = 50_000_000  # bytes of the disk that a second index leaves to others
_DIGITS = b"0123456789"

Text = tuple[int, int, str]
"""A text as it comes: its number, its field as an index into `FIELDS`, its folded words."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", fast=True)
    builder.add_integer_field("group", fast=True)
    builder.add_integer_field("about", indexed=True)
    builder.add_integer_field("added", fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="default", index_option="basic")
    return builder.build()


class Index:
    """A tantivy index in `folder`, or in memory. Each text is one document: its number, its group, its words.

    Texts that are equal but for their digits have one group; those without digits have none. One document tells the
    `generation` of the library that it was made of, so that both are committed at once, and how many texts were
    `added` since all were written in one go. A folder that holds anything else, or something damaged, is emptied; one
    that is not `writable` is only read.
    """

    def __init__(self, folder: Path | None, *, writable: bool = True) -> None:
        self.folder = folder
        self._writable = writable
        self.schema = _schema()
        self._index = self._opened()
        self.generation, self.added = self._told()

    @property
    def scattered(self) -> bool:
        """Whether at least half of the texts came bit by bit: each segment is asked for the words, and has its own."""
        searcher = self.searcher()
        return searcher.num_segments > 1 and 2 * self.added >= searcher.num_docs

    @property
    def has_room(self) -> bool:
        """Whether the disk has room for another index beside this one."""
        return self.folder is None or shutil.disk_usage(self.folder).free > _SPARE + 2 * self.size()

    def searcher(self) -> tantivy.Searcher:
        """The index as it was last committed, by any process."""
        return self._index.searcher()

    def reload(self) -> None:
        """See what other processes committed."""
        self._index.reload()
        self.generation, self.added = self._told()

    def update(self, generation: int, gone: Iterable[int], new: Iterable[Text]) -> None:
        """Forget the texts with the numbers `gone`, add the `new` ones, commit.

        Each that is gone is looked for among all: a list of all numbers would be a fifth of the index. ValueError
        where another process is writing.
        """
        forgotten = chain([self._mark()], map(self._numbered, gone))
        self._write(generation, forgotten, new, self.added if self.generation else None)

    def rewrite(self, generation: int, texts: Iterable[Text]) -> None:
        """Write `texts` in place of all that is there, in one go.

        Who reads meanwhile, in whatever process, reads what was there. ValueError where another process is writing.
        """
        try:
            self._write(generation, [tantivy.Query.all_query()], texts, None)
        except BaseException:
            self._sweep()
            raise

    def _write(
        self, generation: int, forgotten: Iterable[tantivy.Query], new: Iterable[Text], added: int | None
    ) -> None:
        """Forget and add, and commit both at once. `added` is what it was before, None where nothing stays."""
        count = 0
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        try:
            for query in forgotten:
                writer.delete_documents_by_query(query)
            for count, text in enumerate(new, 1):  # noqa: B007
                writer.add_document(_document(*text))
            mark = tantivy.Document()
            mark.add_integer("about", _MARK)
            mark.add_integer("id", generation)
            mark.add_integer("added", 0 if added is None else added + count)
            writer.add_document(mark)
            writer.commit()
        except BaseException:
            with contextlib.suppress(Exception):
                writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        self.reload()

    def _sweep(self) -> None:
        """Delete what a failed writing left: the disk may be full of it."""
        with contextlib.suppress(ValueError, OSError):
            writer = self._index.writer(num_threads=1)
            writer.garbage_collect_files()
            writer.wait_merging_threads()

    def clear(self) -> None:
        """Begin an empty index."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        self._index = self._opened()
        self.generation, self.added = self._told()

    def size(self) -> int:
        """Bytes on disk; 0 in memory."""
        if self.folder is None:
            return 0
        return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())

    def _opened(self) -> tantivy.Index:
        if self.folder is None:
            return tantivy.Index(self.schema)
        if not self._writable:
            return tantivy.Index.open(self._beside(self.folder))
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            return tantivy.Index(self.schema, path=str(self.folder))
        except (ValueError, OSError):
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            return tantivy.Index(self.schema, path=str(self.folder))

    def _beside(self, folder: Path) -> str:
        """A folder of links to the files of an index that cannot be written: tantivy locks a file beside them."""
        links = tempfile.mkdtemp(prefix="corpus-tui-")
        weakref.finalize(self, shutil.rmtree, links, ignore_errors=True)
        for path in folder.iterdir():
            Path(links, path.name).symlink_to(path.absolute())
        return links

    def _told(self) -> tuple[int, int]:
        searcher = self._index.searcher()
        hits = searcher.search(self._mark(), 1).hits
        if not hits:
            return 0, 0
        at = [hits[0][1]]
        generation, added = (searcher.fast_field_values(name, at)[0] for name in ("id", "added"))
        return int(generation or 0), int(added or 0)

    def _mark(self) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, "about", _MARK)

    def _numbered(self, number: int) -> tantivy.Query:
        return tantivy.Query.range_query(self.schema, "id", tantivy.FieldType.Integer, number, number)


def _document(number: int, field: int, folded: str) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("id", number)
    data = folded.encode("utf-8", "replace")
    words = data.translate(None, _DIGITS)
    if len(words) < len(data):
        document.add_integer("group", crc32(words))
    document.add_text(FIELDS[field], folded)
    return document
