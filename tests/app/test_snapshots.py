"""Pictures of the main screens at three sizes: what changes in them is looked at before it is accepted."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import until
from tui.app.app import CorpusApp
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings

SIZES = [(80, 24), (120, 40), (200, 50)]

FERRY = """---
title: Island Ferry Will Sail Again in May
source: The Coast Courier
date: 2024-04-02
---
The ferry to Lysholm will sail again on the first of May, after a winter in the yard.

## What was mended

The hull was cleaned and both engines were taken out.

“She is as good as new,” said Clara Winther, the captain.

- Two sailings a day until June.
- Four sailings a day in summer.

Tickets will cost what they cost last year.

Related Posts
"""

ISLAND = """---
title: Lysholm Waits for Its Ferry
source: Nordic Ledger
date: 2024-04-03
---
On Lysholm the shops have been half empty since the ferry went to the yard in November.

“We count the days,” said Peder Aas, who sells bread at the harbour.

The ferry to Lysholm will sail again on the first of May.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A corpus with nothing doubtful in it, and where its library is kept."""
    folder, kept = tmp_path_factory.mktemp("ferry"), tmp_path_factory.mktemp("library")
    (folder / "001_ferry.md").write_text(FERRY, encoding="utf-8")
    (folder / "002_island.md").write_text(ISLAND, encoding="utf-8")
    library = Library.open([folder], folder=kept)
    refresh(library)
    library.close()
    return folder, kept


async def listing(pilot: Pilot[int]) -> None:
    await pilot.press("j")
    await until(pilot, "article 2 of 2 · sentences")


async def reading(pilot: Pilot[int]) -> None:
    await pilot.press("enter", "j", "j", "j")
    await until(pilot, "block 4 of")


async def beside(pilot: Pilot[int]) -> None:
    await pilot.press("enter", "v")
    await until(pilot, "002 block 1 of")
    await pilot.press("u")
    await until(pilot, "Quotes · 002")


async def search(pilot: Pilot[int]) -> None:
    await pilot.press("slash", *"engins", "space", *"cleand")
    await until(pilot, "both engines were taken")


async def help_(pilot: Pilot[int]) -> None:
    await pilot.press("question_mark", "j")
    await until(pilot, "Go to the previous row")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "shown", [listing, reading, beside, search, help_], ids=lambda shown: shown.__name__.strip("_")
)
def test_the_screen_looks_as_it_did(
    ferry: tuple[Path, Path],
    size: tuple[int, int],
    shown: Callable[[Pilot[int]], Awaitable[None]],
    snap_compare: Callable[..., Any],
) -> None:
    folder, kept = ferry
    app = CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="ferry")

    async def drawn_anew(pilot: Pilot[int]) -> None:
        await shown(pilot)
        app.screen.repaint()  # a picture is what is shown, not in which pieces it came to be drawn
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=drawn_anew)
