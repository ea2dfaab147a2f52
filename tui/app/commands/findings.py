"""What was found in the articles: in the sidebar, on screens of their own, and from article to article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import counterparts
from tui.app.commands.moving import close_side
from tui.app.commands.table import anywhere, reading
from tui.app.desk import Side
from tui.app.quoted import quote_from

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


def _side(screen: ReadingScreen, side: Side) -> None:
    if screen.desk.side == side and screen.desk.front == "side":
        close_side(screen)
        return
    screen.desk.show_side(side)
    screen.show_findings()
    screen.rearrange()
    screen.settle()


@reading("actors")
def actors(screen: ReadingScreen) -> None:
    """Show who is named; again: close it."""
    _side(screen, "actors")


@reading("quotes")
def quotes(screen: ReadingScreen) -> None:
    """Show who is quoted; again: on the whole screen."""
    if screen.desk.side == "quotes" and screen.desk.front == "side":
        ledger(screen)
    else:
        _side(screen, "quotes")


@reading("scope")
def scope(screen: ReadingScreen) -> None:
    """Show findings of all articles, or of this one."""
    if not screen.desk.texts:
        screen.say(screen.keyed("No article is open: these are the findings of all. {open} opens one."))
        return
    screen.desk.everywhere = not screen.desk.everywhere
    screen.show_findings()
    screen.say("Findings of all articles." if screen.desk.everywhere else "Findings of the article in front.")


@reading("outline")
def outline(screen: ReadingScreen) -> None:
    """Show the headings of this text; again: close it."""
    _side(screen, "outline")


@reading("next_quote")
def next_quote(screen: ReadingScreen) -> None:
    """Go to the next passage that quotes somebody."""
    _quote(screen, 1)


@reading("previous_quote")
def previous_quote(screen: ReadingScreen) -> None:
    """Go to the previous passage that quotes somebody."""
    _quote(screen, -1)


def _quote(screen: ReadingScreen, direction: int) -> None:
    reader = screen.reader
    quote = quote_from(reader.quotes, reader.block, direction) if reader and reader.block else None
    if reader is None or quote is None:
        screen.say(
            "No more quotations that way."
            if reader and reader.quotes
            else "Nobody is quoted in this article."
        )
    else:
        reader.reveal(quote.spans[0].start)


@reading("next_counterpart")
def next_counterpart(screen: ReadingScreen) -> None:
    """Show where another article tells this passage."""
    counterparts.step(screen, 1)


@reading("previous_counterpart")
def previous_counterpart(screen: ReadingScreen) -> None:
    """Show the counterpart before."""
    counterparts.step(screen, -1)


@reading("together")
def together(screen: ReadingScreen) -> None:
    """Let the texts follow each other by counterparts, or not."""
    counterparts.toggle_together(screen)


@reading("words")
def words(screen: ReadingScreen) -> None:
    """Mark the words that a passage and its counterpart share, those that one alone has, or none."""
    counterparts.step_words(screen)


@reading("only_here")
def only_here(screen: ReadingScreen) -> None:
    """Mark the passages that no other open article tells."""
    counterparts.toggle_only_here(screen)


@reading("compare")
def compare(screen: ReadingScreen) -> None:
    """Compare the two open articles, passage by passage."""
    from tui.app.screens.compare import CompareScreen

    texts = screen.desk.texts
    others = [article for article in texts if article != screen.desk.reading]
    if not others or screen.desk.reading is None:
        screen.say(screen.keyed("Open two articles to compare them: {open_beside} opens one beside."))
    else:
        after = texts[screen.desk.last + 1 :]
        other = next((article for article in after if article in others), others[0])
        screen.app.push_screen(CompareScreen(screen.corpus_app, screen.desk.reading, other))


@anywhere("ledger")
def ledger(screen: CorpusScreen) -> None:
    """Show all quotes, by speaker, article or kind."""
    from tui.app.screens.ledger import LedgerScreen

    _show(screen, LedgerScreen(screen.corpus_app))


@anywhere("differences")
def differences(screen: CorpusScreen) -> None:
    """Show where the accounts differ."""
    from tui.app.screens.differences import DifferencesScreen

    _show(screen, DifferencesScreen(screen.corpus_app))


@anywhere("events")
def events(screen: CorpusScreen) -> None:
    """Show what happened, and when."""
    from tui.app.screens.events import EventsScreen

    _show(screen, EventsScreen(screen.corpus_app))


@anywhere("matrix")
def matrix(screen: CorpusScreen) -> None:
    """Show which article has which actors, events and quotes."""
    from tui.app.screens.matrix import MatrixScreen

    _show(screen, MatrixScreen(screen.corpus_app))


def _show(screen: CorpusScreen, another: CorpusScreen) -> None:
    """Open a screen over the reading screen; from one of its kind, go back instead."""
    app = screen.corpus_app
    same = type(screen) is type(another)
    app.come_home()
    if not same:
        app.push_screen(another)


@reading("card")
def card(screen: ReadingScreen) -> None:
    """Show all that is told of the actor under the cursor."""
    from tui.app.screens.card import CardScreen

    app, reading_now = screen.corpus_app, screen.desk.reading
    actor = screen.actors.item if screen.desk.front == "side" and screen.desk.side == "actors" else None
    names = screen.names_in(screen.reader) if screen.reader is not None else []
    if actor is not None:
        app.push_screen(CardScreen(app, actor.name))
    elif names and reading_now is not None:
        app.push_screen(CardScreen(app, app.actor_of(reading_now, names[0])))
    else:
        screen.say("No actor is under the cursor. a lists them.")
