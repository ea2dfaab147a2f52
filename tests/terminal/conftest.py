"""A small corpus of our own, and the program opened on it in a real terminal."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal
from tui.library.build import refresh
from tui.library.library import Library

PROGRAM = [sys.executable, "-m", "tui"]

HARBOUR = """Harbour council splits over the new ferry

By Ines Duarte

LISTOWEL, March 3, 2024 – The harbour council voted on Sunday to buy a second ferry.

“We will not wait for another winter,” Mayor Orla Keane said after the vote.

{middle}

Keane added that the boat should sail before June.
"""

FERRY = """Second ferry: opposition asks for a delay

Former Mayor Tom Brady called the purchase hasty on Monday.

"Nobody has seen the bill," Brady said.

The council voted on March 3 by seven votes to four.
"""

LONG = "\n\n".join(
    f"Paragraph {number} tells what the clerk wrote down on day {number}." for number in range(1, 60)
)

LEDGER = "\n\n".join(
    f"Entry {number} tells which field was let and what tenant {number} owes for it."
    for number in range(1, 60)
)


def write_news(folder: Path) -> Path:
    """Three articles: two accounts of one story, and a long one."""
    folder.mkdir()
    (folder / "001_harbour.txt").write_text(HARBOUR.format(middle=LONG), encoding="utf-8")
    (folder / "002_ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "003_clerk.txt").write_text(f"The clerk of Listowel\n\n{LEDGER}\n", encoding="utf-8")
    return folder


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles that nobody has read yet."""
    return write_news(tmp_path / "news")


@dataclass(frozen=True)
class Indexed:
    """A corpus that was read before, and the folder of its library."""

    news: Path
    folder: Path

    @property
    def options(self) -> list[str]:
        return [str(self.news), "--library", str(self.folder), "--no-update"]


def read_before(news: Path, folder: Path) -> Indexed:
    library = Library.open([str(news)], folder=folder)
    refresh(library, jobs=1)
    library.close()
    return Indexed(news, folder)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The three articles, read before."""
    return read_before(
        write_news(tmp_path_factory.mktemp("indexed") / "news"), tmp_path_factory.mktemp("library")
    )


Open = Callable[..., Terminal]


@pytest.fixture
def opened(indexed: Indexed) -> Open:
    """Open the program: `opened("--fresh", size=(120, 40))`; on the articles read before, or on those at `path=`."""

    def open_it(*options: str, path: Path | Indexed = indexed, **how: object) -> Terminal:
        corpus = path.options if isinstance(path, Indexed) else [str(path)]
        return Terminal([*PROGRAM, *corpus, *options], **how)  # type: ignore[arg-type]

    return open_it
