"""What an actor is called after the reader's corrections, by a name that it had when it was marked."""

from tui.findings.actors.corrections import Merge, Rename
from tui.notebook.book import Book
from tui.notebook.corrections import from_data


def called_now(book: Book, name: str) -> str:
    """Follow a name through all renames and merges of a book, in the order in which they were made."""
    for data in book.corrections.values():
        try:
            correction = from_data(data)
        except ValueError:
            continue  # of a later version of this program
        if isinstance(correction, Rename) and correction.name == name:
            name = correction.new
        elif isinstance(correction, Merge) and name in correction.others:
            name = correction.into
    return name
