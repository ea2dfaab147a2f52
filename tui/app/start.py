"""Open the app: the one way in, for the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus.naming import corpus_name as named
from tui.corpus.naming import is_address
from tui.errors import CorpusError
from tui.imports import without
from tui.library.library import Library
from tui.settings.settings import Settings

if TYPE_CHECKING:
    from tui.app.steps import Step
    from tui.app.terminal.first_screen import Shown
    from tui.settings.keys import Bound

SECONDS_TO_STOP = 0.7
"""What is being read when the reader quits is kept as far as it is read in this time; the next start goes on."""

FRAMES = "240"
"""Frames a second at most. A frame is few bytes here, and what follows a key need not wait for Textual's sixtieth."""


def run(
    library: Library,
    settings: Settings,
    bound: Callable[[], Bound],
    *,
    corpus_name: str = "",
    fresh: bool = False,
    replay: Path | None = None,
    record: Path | None = None,
) -> int:
    """Show `library` on the terminal until the reader quits; gives the exit status.

    What is new in the corpus is read in the background. `bound` gives the keys, once the first screen stands;
    `corpus_name` is what the corpus is called on the screen; `fresh` leaves out what lay open when the reader stopped;
    so do `replay`, a session that is played, and `record`, a file for what is pressed. CorpusError where these cannot
    be read or written, and where a step that was played did not come about.
    """
    fresh = fresh or replay is not None or record is not None
    steps: list[Step] = []
    if replay is not None:
        from tui.app.steps import read_steps

        steps = read_steps(replay)
    name = corpus_name or named(library.paths)
    shown = _first_screen(library, settings, name, fresh=fresh)
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    try:
        if not any(map(is_address, library.paths)):
            with without("ssl"):  # 1 MB and OpenSSL, and the app speaks to nobody
                import asyncio  # noqa: F401
        from tui.app.app import CorpusApp
        from tui.app.keys import Keys

        in_force = bound()
        keys = Keys(in_force.commands, in_force.fault)
        app = CorpusApp(library, settings, corpus_name=name, keys=keys, fresh=fresh, shown=shown)
        if steps or record is not None:
            from tui.app.playing import Player, Recorder

            app.player = Player(app, steps, name=str(replay)) if steps else None
            app.recorder = Recorder(record) if record is not None else None
    except BaseException:
        if shown is not None:
            shown.take_back()
        raise
    try:
        app.run(mouse=settings.mouse)
        if app.fault is not None:
            raise app.fault
        if app.player is not None and app.player.problem:
            raise CorpusError(app.player.problem, "The steps after it were not played.")
        return app.return_code or 0
    finally:
        if app.recorder is not None:
            app.recorder.close()
        app.reading_in.stop(SECONDS_TO_STOP)


def _first_screen(library: Library, settings: Settings, name: str, *, fresh: bool) -> Shown | None:
    """Show the list while the app is imported, where it is known that the app begins with it."""
    if os.environ.get("TEXTUAL_DRIVER"):  # a page in a browser: there is no terminal to take
        return None
    from tui.app.first_list import first_rows
    from tui.app.inks import ink_names
    from tui.app.look import Look
    from tui.app.terminal.first_screen import show
    from tui.app.terminal.session import SessionFile
    from tui.settings.themes import load_theme

    look = Look(load_theme(settings.theme), settings)
    session = SessionFile(library.paths).load()
    if session is not None and fresh:
        session = session.afresh()
    return show(
        lambda columns, rows: first_rows(library, look, name, session, columns, rows),
        ink_names(look.theme),
        mouse=settings.mouse,
        low_bandwidth=settings.low_bandwidth,
    )
