"""A small corpus of our own, read once, and the app on it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.app.app import CorpusApp
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings

HARBOUR = """---
title: Harbour Talks Enter a Second Week
source: The Coast Courier
author: Lena Holm
date: 2024-03-04
---
The talks between the dockers' union and the port of Varnholm entered their second week on Monday.

# The offer

Deputy Mayor Greta Lund said the city would not pay for the new cranes. “We have paid twice already,” said Lund.

The port's director, Omar Haddad, called the demand “far beyond reason” and asked for a mediator.

- Wages would rise by 4 percent.
- The night shift would end at four.

# What follows

Haddad told reporters that the port might close for a day. Lund did not answer.

Related Posts
"""

DOCKERS = """---
title: Dockers Say a Strike Is Near
source: Nordic Ledger
date: 2024-03-04
---
Dockers in Varnholm may stop work on Friday, their union said on Tuesday.

“Nobody wants a strike, but nobody will work for less,” said Ines Moreau, who speaks for the union.

Former Deputy Mayor Greta Lund has offered to mediate. Omar Haddad, the director of the port, declined to comment.
"""

BRIDGE = """The Old Bridge Reopens After Repairs

The old bridge over the Sund reopened on Sunday after eleven months of repairs.

It cost more than planned. “The stones were older than our maps,” said the engineer, Paul Reyes.
"""

HOSTILE = (
    '---\ntitle: "[/b] [@click=app.quit]Do not press\\u001b[2J\\u202e"\n---\n'
    "A line with \x1b[31mred\x1b[0m and [bold]markup[/bold] and \u202eturned\u202c and Z"
    + "\u0301" * 30
    + ".\n"
)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are pressed one after the other, as fast as the screen takes them, whatever is still being worked out."""

    async def taken(*_: float) -> None:
        for _step in range(20):
            await asyncio.sleep(0)

    monkeypatch.setattr("textual.app.wait_for_idle", taken)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four articles: two on one story, one alone, one that would break a careless screen."""
    place = tmp_path_factory.mktemp("news")
    for name, text in (("001_harbour.md", HARBOUR), ("002_dockers.md", DOCKERS), ("003_bridge.txt", BRIDGE)):
        (place / name).write_text(text, encoding="utf-8")
    (place / "004_hostile.md").write_text(HOSTILE, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def kept(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the library of the corpus is kept, read in."""
    place = tmp_path_factory.mktemp("library")
    with_library = Library.open([folder], folder=place)
    refresh(with_library)
    with_library.close()
    return place


@pytest.fixture
def app(folder: Path, kept: Path) -> CorpusApp:
    """The app on the corpus, with nothing to read in."""
    return CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="news")


def seen(pilot: Pilot[int]) -> str:
    """The screen as text, without the blanks at the ends of rows."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def row(pilot: Pilot[int], words: str) -> str:
    """The first row of the screen that holds these words."""
    return next(line for line in seen(pilot).split("\n") if words in line)


async def until(pilot: Pilot[int], met: str | Callable[[], bool]) -> None:
    """Wait until the words are on the screen, or the condition holds; fails with the screen as it stands."""
    for _ in range(3000):
        await pilot.pause(0.01)
        if met in seen(pilot) if isinstance(met, str) else met():
            return
    raise AssertionError(f"waited for {met!r}; the screen:\n{seen(pilot)}")
