"""The index of all searchable texts: numbers of texts by their words. The texts themselves are kept by the library."""

import contextlib
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path

import tantivy

from tui.search.match import FIELDS

_HEAP = 64_000_000  # bytes that the writer holds before it writes a segment
_MARK = "mark"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("group", fast=True)
    builder.add_text_field("about", tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="default", index_option="basic")
    return builder.build()


class Index:
    """A tantivy index in `folder`, or in memory. Each text is one document: its number, its group, its words.

    One document tells the `generation` of the library that it was made of, so that both are committed at once. A
    folder that holds anything else, or something damaged, is emptied; one that is not `writable` is only read.
    """

    def __init__(self, folder: Path | None, *, writable: bool = True) -> None:
        self.folder = folder
        self._writable = writable
        self.schema = _schema()
        self._index = self._opened()
        self.generation = self._told()

    def searcher(self) -> tantivy.Searcher:
        """The index as it was last committed, by any process."""
        return self._index.searcher()

    def reload(self) -> None:
        """See what other processes committed."""
        self._index.reload()
        self.generation = self._told()

    def update(self, generation: int, gone: Iterable[int], new: Iterable[tuple[int, int, int, str]]) -> None:
        """Forget the texts with the numbers `gone`, add the `new` ones (number, group, field, folded text), commit.

        `field` is an index into `FIELDS`. ValueError where another process is writing.
        """
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        try:
            for number in gone:
                writer.delete_documents_by_term("id", number)
            for number, group, field, folded in new:
                document = tantivy.Document()
                document.add_integer("id", number)
                document.add_integer("group", group)
                document.add_text(FIELDS[field], folded)
                writer.add_document(document)
            writer.delete_documents_by_term("about", _MARK)
            mark = tantivy.Document()
            mark.add_text("about", _MARK)
            mark.add_integer("id", generation)
            writer.add_document(mark)
            writer.commit()
        except BaseException:
            with contextlib.suppress(Exception):
                writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        self.reload()

    def clear(self) -> None:
        """Begin an empty index."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        self._index = self._opened()
        self.generation = self._told()

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

    def _told(self) -> int:
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.term_query(self.schema, "about", _MARK), 1).hits
        if not hits:
            return 0
        return int(searcher.fast_field_values("id", [address for _, address in hits])[0] or 0)
