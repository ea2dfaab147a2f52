"""The program itself: theme, help, pause, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen


@anywhere("theme")
def theme(screen: CorpusScreen) -> None:
    """Paint with the next theme."""
    screen.corpus_app.next_theme()


@anywhere("help")
def help_(screen: CorpusScreen) -> None:
    """Show all keys; enter does what is under the cursor."""
    _help(screen, typing=False)


@anywhere("palette")
def palette(screen: CorpusScreen) -> None:
    """Find a command by its name, and do it."""
    _help(screen, typing=True)


def _help(screen: CorpusScreen, *, typing: bool) -> None:
    from tui.app.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.corpus_app, screen, typing=typing))


@anywhere("pause")
def pause(screen: CorpusScreen) -> None:
    """Pause or resume reading what is new in the corpus."""
    work = screen.corpus_app.reading_in
    work.paused = not work.paused and work.working
    if work.working:
        screen.status.tell_work(screen.keyed("paused · {pause} goes on") if work.paused else "going on …")
    else:
        screen.say("All articles are read: there is nothing to pause.")


@anywhere("quit")
def quit_(screen: CorpusScreen) -> None:
    """Quit at once; everything is kept."""
    screen.corpus_app.exit(0)


@anywhere("open")
def keep(screen: CorpusScreen) -> None:
    """Open what is under the cursor, where it says so."""
    if screen.prompting:
        screen.end_prompt(kept=True)


@anywhere("escape")
def leave(screen: CorpusScreen) -> None:
    """Close what is open; never quits."""
    if screen.prompting:
        screen.end_prompt(kept=False)
    else:
        screen.dismiss()


@anywhere("back")
def dismiss(screen: CorpusScreen) -> None:
    """Close what is in front; with nothing left to close, quit."""
    screen.dismiss()
