"""A small corpus of our own, and the program opened on it in a real terminal."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal

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


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles: two accounts of one story, and a long one."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001_harbour.txt").write_text(HARBOUR.format(middle=LONG), encoding="utf-8")
    (folder / "002_ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "003_clerk.txt").write_text(f"The clerk of Listowel\n\n{LONG}\n", encoding="utf-8")
    return folder


Open = Callable[..., Terminal]


@pytest.fixture
def opened(news: Path) -> Open:
    """Open the program: `opened("--fresh", size=(120, 40))`; on the small corpus, or on `path=`."""

    def open_it(*options: str, path: Path = news, **how: object) -> Terminal:
        return Terminal([*PROGRAM, str(path), *options], **how)  # type: ignore[arg-type]

    return open_it
