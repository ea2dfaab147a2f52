"""Putting findings right: actors, quotations, and the dates of articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere, reading
from tui.app.status import speaker_told
from tui.app.text import cut, plain
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen
    from tui.app.widgets.choice_list import Choice
    from tui.library.rows import PlacedQuote

WORDS = 28
"""Cells of a quotation by which it is told which it is."""


@reading("correct")
def correct(screen: ReadingScreen) -> None:
    """Correct the actor or the quotation under the cursor."""
    desk = screen.desk
    if desk.front == "side" and desk.side == "quotes":
        _correct_quotes(screen, [screen.quotes.item] if screen.quotes.item else [])
    elif desk.front == "side" and desk.side == "actors":
        _correct_actors(screen, [screen.actors.item.name] if screen.actors.item else [])
    elif isinstance(desk.front, int):
        _correct_passage(screen)
    else:
        screen.say("No actor is under the cursor. a lists them.")


def _correct_passage(screen: ReadingScreen) -> None:
    """Correct what stands in the passage under the cursor: of several things, the reader chooses."""
    reader, app, article = screen.reader, screen.corpus_app, screen.desk.reading
    if reader is None or article is None:
        return
    found = app.noted.names(article, screen.names_in(reader))
    if not app.noted.has_corrections:
        found = list(dict.fromkeys(app.actor_of(article, name) for name in found))
    here = {quote.spans for quote in reader.quotes_here}
    quotes = [placed for placed in app.noted.corrected.quotes(article) if placed.quote.spans in here]
    _correct_actors(screen, found, quotes)


@anywhere("correct")
def correct_there(screen: CorpusScreen) -> None:
    """Correct the actor of the card, or the quotation under the cursor."""
    from tui.app.screens.card import CardScreen
    from tui.app.screens.findings import FindingsScreen

    item = screen.list.item if isinstance(screen, FindingsScreen) else None
    if item is not None and item.quotes:
        _correct_quotes(screen, list(item.quotes))
    elif isinstance(screen, CardScreen):
        _correct_actors(screen, [screen.actor_name])
    else:
        screen.say("No quotation is under the cursor.")


def _correct_actors(screen: CorpusScreen, names: list[str], quotes: list[PlacedQuote] | None = None) -> None:
    from tui.app.screens.correcting import CorrectingScreen

    if names or quotes:
        first = [_of_quote(screen, placed) for placed in quotes or ()]
        screen.app.push_screen(CorrectingScreen(screen.corpus_app, names, first))
    else:
        screen.say("No actor is under the cursor. a lists them.")


def _correct_quotes(screen: CorpusScreen, quotes: list[PlacedQuote]) -> None:
    if not quotes:
        screen.say("No quotation is under the cursor.")
    elif len(quotes) == 1:
        _open_quote(screen, quotes[0])
    else:
        _correct_actors(screen, [], quotes)


def _of_quote(screen: CorpusScreen, placed: PlacedQuote) -> Choice:
    from tui.app.widgets.choice_list import Choice

    words = f"“{cut(plain(placed.text), WORDS)}”"
    told = f"{plain(placed.short)}, {speaker_told(placed.quote, placed.actor)}"
    return Choice(words, told, partial(_instead, screen, placed))


def _instead(screen: CorpusScreen, placed: PlacedQuote) -> None:
    """Correct a quotation, where it was chosen among what stands in a passage."""
    screen.app.pop_screen()
    _open_quote(screen, placed)


def _open_quote(screen: CorpusScreen, placed: PlacedQuote) -> None:
    from tui.app.screens.correcting_quotes import QuoteCorrectingScreen

    screen.app.push_screen(QuoteCorrectingScreen(screen.corpus_app, placed))


@anywhere("metonyms")
def metonyms(screen: CorpusScreen) -> None:
    """Let capitals stand for their states, or no longer."""
    app = screen.corpus_app
    try:
        on = app.noted.switch_metonyms()
    except CorpusError as error:
        screen.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)
        return
    app.show_corrected()
    told = "can stand for its state: “Moscow objects” names Russia" if on else "is the city alone"
    screen.say(f"A capital {told}. The setting metonyms keeps it.")


# The date of an article.


@anywhere("date")
def date(screen: CorpusScreen) -> None:
    """Tell of which date the article under the cursor is."""
    from tui.app.screens.events import EventsScreen
    from tui.app.screens.reading import ReadingScreen

    article = None
    if isinstance(screen, ReadingScreen):
        row = screen.articles.row
        article = (row.id if row else None) if screen.desk.front == "list" else screen.desk.reading
    elif isinstance(screen, EventsScreen) and screen.list.item is not None:
        spots = screen.list.item.spots
        article = spots[0].article if spots else None
    if article:
        _ask_date(screen, article, None)
    else:
        screen.say("No article is under the cursor: its date is told in the list or in its text.")


def _ask_date(screen: CorpusScreen, article: str, typed: str | None) -> None:
    from tui.notebook.told import DATE_ASKED

    app = screen.corpus_app
    found = app.article_or_none(article)
    if found is None:
        screen.say("This article is no longer in the corpus.")
        return
    told = app.noted.dates().get(article)
    text = (found.date or "") if typed is None else typed
    screen.ask(
        "2024-05-17 · {open} keeps it · {escape} leaves it", text, answered=partial(_dated, screen, article)
    )
    short = plain(app.short(article))
    if typed is not None:
        screen.say(f"“{plain(typed)}” is no date. Type {DATE_ASKED}.", warning=True)
    else:
        again = " Empty takes your date back." if told else ""
        screen.say(f"When is {short} of? Type {DATE_ASKED}.{again}")


def _dated(screen: CorpusScreen, article: str, text: str) -> None:
    """Keep the date that was typed; take it back where that is empty; ask again where it is none."""
    from tui.notebook.anchors import anchor
    from tui.notebook.told import Dated, date_told

    app, typed = screen.corpus_app, text.strip()
    wanted = date_told(typed)
    try:
        before = app.article(article)
        if typed == (before.date or ""):
            return
        if typed and wanted is None:
            _ask_date(screen, article, typed)
        elif wanted is None:
            _take_back(screen, article)
        else:
            app.noted.correct(Dated(anchor(before), wanted))
            app.show_corrected()
            day = "" if len(wanted) == len("2024-05-17") else " Without a day relative dates stay unresolved."
            screen.say(
                screen.keyed(
                    "Kept: {article} is of {wanted}, told by you.{day} {undo} takes it back.",
                    article=plain(app.short(article)),
                    wanted=wanted,
                    day=day,
                )
            )
    except CorpusError as error:
        screen.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)


def _take_back(screen: CorpusScreen, article: str) -> None:
    app = screen.corpus_app
    if app.noted.undate(article):
        app.show_corrected()
        screen.say(
            f"Taken back: the date that you told of {plain(app.short(article))}. z puts it there again."
        )
    else:
        screen.say("You told no date of this article.")
