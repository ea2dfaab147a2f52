"""What each command does, found by its id (`settings/keymap.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.app import counterparts
from tui.app.desk import Side
from tui.app.lighting import DARK, Light, Spot
from tui.app.text import plain
from tui.app.widgets.article_list import SORTS

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen
    from tui.corpus.article import Article

S = TypeVar("S", bound="CorpusScreen")
Deed = Callable[[S], None]

ANYWHERE: dict[str, Deed[CorpusScreen]] = {}
READING: dict[str, Deed[ReadingScreen]] = {}


def anywhere(command: str) -> Callable[[Deed[CorpusScreen]], Deed[CorpusScreen]]:
    """What a command does on any screen."""

    def keep(deed: Deed[CorpusScreen]) -> Deed[CorpusScreen]:
        ANYWHERE[command] = deed
        return deed

    return keep


def reading(command: str) -> Callable[[Deed[ReadingScreen]], Deed[ReadingScreen]]:
    """What a command does on the reading screen."""

    def keep(deed: Deed[ReadingScreen]) -> Deed[ReadingScreen]:
        READING[command] = deed
        return deed

    return keep


def perform(screen: CorpusScreen, command: str) -> None:
    """Do a command: the screen's own way where it has one (`do_…`), else what it means anywhere."""
    from tui.app.screens.reading import ReadingScreen

    if isinstance(screen, ReadingScreen) and not screen.prompting and command in READING:
        READING[command](screen)
        return
    own = getattr(screen, f"do_{command}", None)
    if own is not None:
        own()
    elif command in ANYWHERE:
        ANYWHERE[command](screen)


# Moving.


@anywhere("down")
def down(screen: CorpusScreen) -> None:
    screen.front.move(1)


@anywhere("up")
def up(screen: CorpusScreen) -> None:
    screen.front.move(-1)


@anywhere("top")
def top(screen: CorpusScreen) -> None:
    screen.front.end(-1)


@anywhere("bottom")
def bottom(screen: CorpusScreen) -> None:
    screen.front.end(1)


@anywhere("page_down")
def page_down(screen: CorpusScreen) -> None:
    screen.front.page(1)


@anywhere("page_up")
def page_up(screen: CorpusScreen) -> None:
    screen.front.page(-1)


# Panes.


@reading("next_pane")
def next_pane(screen: ReadingScreen) -> None:
    screen.desk.cycle(1)
    screen.settle()


@reading("previous_pane")
def previous_pane(screen: ReadingScreen) -> None:
    screen.desk.cycle(-1)
    screen.settle()


def _pane(number: int) -> Deed[ReadingScreen]:
    def go(screen: ReadingScreen) -> None:
        panes = screen.desk.panes
        if number <= len(panes):
            screen.go(panes[number - 1])
        else:
            screen.say(f"There is no pane {number}. v opens a text beside.")

    return go


for _number in range(1, 5):
    READING[f"pane_{_number}"] = _pane(_number)


@reading("close_pane")
def close_pane(screen: ReadingScreen) -> None:
    if isinstance(screen.desk.front, int):
        screen.close_text()
    elif screen.desk.front == "side":
        close_side(screen)
    else:
        screen.say("The list stays open. x closes a text or the sidebar in front.")


def close_side(screen: ReadingScreen) -> None:
    """Close the sidebar."""
    screen.desk.close_side()
    screen.rearrange()
    screen.settle()


# Reading.


@reading("open")
def open_(screen: ReadingScreen) -> None:
    _open(screen, beside=False)


@reading("open_beside")
def open_beside(screen: ReadingScreen) -> None:
    _open(screen, beside=True)


def _open(screen: ReadingScreen, *, beside: bool) -> None:
    if screen.desk.front == "list":
        row = screen.articles.row
        if row is not None and row.id:
            screen.open(row.id, beside=beside)
    elif isinstance(screen.desk.front, int):
        if beside:
            _next_beside(screen)
    elif screen.desk.side == "actors":
        light_actor(screen)
    elif screen.desk.side == "quotes":
        item = screen.quotes.item
        if item is not None:
            spots = [Spot(item.article, start, end) for start, end in item.quote.spans]
            screen.shine(Light.of("the quotation", "mention", spots, [item.article]))
            if beside:
                screen.open(item.article, spots[0].start, beside=True)
            else:
                screen.goto(spots[0])
    elif screen.outline.item is not None and screen.reader is not None:
        screen.reader.reveal(screen.outline.item.start)
        screen.go(screen.desk.last)


def _next_beside(screen: ReadingScreen) -> None:
    """Open the first article after this one that is not open yet."""
    rows = screen.articles.rows
    at = _row_of(screen, screen.desk.reading or "")
    for step in range(1, len(rows)):
        row = rows[((at or 0) + step) % len(rows)]
        if row.id and row.id not in screen.desk.texts:
            screen.open(row.id, beside=True)
            return
    screen.say("There is no other article to open beside.")


def _row_of(screen: ReadingScreen, article: str) -> int | None:
    rows = screen.articles.rows
    return rows.position(article) if hasattr(rows, "position") else None


@reading("next_article")
def next_article(screen: ReadingScreen) -> None:
    _neighbour(screen, 1)


@reading("previous_article")
def previous_article(screen: ReadingScreen) -> None:
    _neighbour(screen, -1)


def _neighbour(screen: ReadingScreen, direction: int) -> None:
    reading_now = screen.desk.reading
    if reading_now is None:
        screen.articles.move(direction)
        return
    at = _row_of(screen, reading_now)
    target = 0 if at is None else at + direction
    if not 0 <= target < screen.articles.count():
        screen.say(
            "This is the last article of the list."
            if direction > 0
            else "This is the first article of the list."
        )
        return
    screen.articles.go(target)
    front = screen.desk.front
    screen.open(screen.articles.rows[target].id)
    if front == "list":
        screen.go("list")


# Lists.


@reading("sort")
def sort(screen: ReadingScreen) -> None:
    if screen.desk.front != "list":
        screen.say("The list of articles can be sorted: 1 goes there.")
        return
    screen.articles.sort = (screen.articles.sort + 1) % len(SORTS)
    screen.reload()
    screen.say(f"Sorted {SORTS[screen.articles.sort][1]}.")


@reading("filter")
def filter_(screen: ReadingScreen) -> None:
    front = screen.front
    if front is screen.articles:
        screen.ask(
            "words of title, source, date",
            screen.articles.filter,
            lambda text: _filter_articles(screen, text),
        )
    elif front in (screen.actors, screen.quotes):
        screen.ask("words to keep", screen.side.filter, lambda text: _filter_side(screen, text))
    else:
        screen.say("Lists can be filtered; / searches the texts.")


def _filter_articles(screen: ReadingScreen, text: str) -> None:
    if text != screen.articles.filter:
        screen.articles.filter = text
        screen.reload()


def _filter_side(screen: ReadingScreen, text: str) -> None:
    if text != screen.side.filter:
        screen.side.filter = text
        screen.show_findings()


# Findings.


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
    _side(screen, "actors")


@reading("quotes")
def quotes(screen: ReadingScreen) -> None:
    if screen.desk.side == "quotes" and screen.desk.front == "side":
        ledger(screen)
    else:
        _side(screen, "quotes")


@reading("scope")
def scope(screen: ReadingScreen) -> None:
    if not screen.desk.texts:
        screen.say("No article is open: these are the findings of all. enter opens one.")
        return
    screen.desk.everywhere = not screen.desk.everywhere
    screen.show_findings()
    screen.say("Findings of all articles." if screen.desk.everywhere else "Findings of the article in front.")


def light_actor(screen: ReadingScreen) -> None:
    """Light up the mentions of the actor under the cursor, and go to the first in the text in front."""
    actor = screen.actors.item
    if actor is None:
        return
    spots = [Spot(mention.article, mention.start, mention.end) for mention in actor.mentions]
    screen.shine(Light.of(plain(actor.name), "mention", spots, actor.articles))
    _walk(screen, 1)


@reading("outline")
def outline(screen: ReadingScreen) -> None:
    _side(screen, "outline")


@reading("next_quote")
def next_quote(screen: ReadingScreen) -> None:
    _quote(screen, 1)


@reading("previous_quote")
def previous_quote(screen: ReadingScreen) -> None:
    _quote(screen, -1)


def _quote(screen: ReadingScreen, direction: int) -> None:
    reader = screen.reader
    quote = reader.quote_from(direction) if reader else None
    if reader is None or quote is None:
        screen.say(
            "No more quotations that way."
            if reader and reader.quotes
            else "Nobody is quoted in this article."
        )
    else:
        reader.reveal(quote.spans[0].start)


# Finding.


@anywhere("search")
def search(screen: CorpusScreen) -> None:
    from tui.app.screens.search import SearchScreen

    screen.app.push_screen(SearchScreen(screen.corpus_app))


@reading("next_lit")
def next_lit(screen: ReadingScreen) -> None:
    _walk(screen, 1)


@reading("previous_lit")
def previous_lit(screen: ReadingScreen) -> None:
    _walk(screen, -1)


def _walk(screen: ReadingScreen, direction: int) -> None:
    reader, light = screen.reader, screen.light
    block = reader.block if reader else None
    offset = block.start if block else 0
    spot = light.step(direction, screen.desk.reading, offset)
    if spot is None:
        screen.say("Nothing is lit. / searches; enter on an actor lights up its mentions.")
        return
    screen.goto(spot)
    screen.shine(light)
    screen.say(f"{light.label} {(light.at or 0) + 1} of {len(light.stops)}")


@reading("escape")
def escape(screen: ReadingScreen) -> None:
    front = screen.front
    if screen.light.spots:
        screen.shine(DARK)
    elif front is screen.articles and screen.articles.filter:
        _filter_articles(screen, "")
    elif front is not screen.articles and screen.desk.front == "side":
        if screen.side.filter:
            _filter_side(screen, "")
        else:
            close_side(screen)
    elif screen.desk.side is not None:
        close_side(screen)


@reading("back")
def back(screen: ReadingScreen) -> None:
    if screen.desk.front == "side":
        close_side(screen)
    elif isinstance(screen.desk.front, int):
        screen.go("list")
    else:
        screen.corpus_app.exit(0)


# Comparing.


@reading("next_counterpart")
def next_counterpart(screen: ReadingScreen) -> None:
    counterparts.step(screen, 1)


@reading("previous_counterpart")
def previous_counterpart(screen: ReadingScreen) -> None:
    counterparts.step(screen, -1)


@reading("together")
def together(screen: ReadingScreen) -> None:
    counterparts.toggle_together(screen)


@reading("only_here")
def only_here(screen: ReadingScreen) -> None:
    counterparts.toggle_only_here(screen)


@reading("compare")
def compare(screen: ReadingScreen) -> None:
    from tui.app.screens.compare import CompareScreen

    texts = screen.desk.texts
    others = [article for article in texts if article != screen.desk.reading]
    if not others or screen.desk.reading is None:
        screen.say("Open two articles to compare them: v opens one beside.")
    else:
        after = texts[screen.desk.last + 1 :]
        other = next((article for article in after if article in others), others[0])
        screen.app.push_screen(CompareScreen(screen.corpus_app, screen.desk.reading, other))


# Screens of findings.


@anywhere("ledger")
def ledger(screen: CorpusScreen) -> None:
    from tui.app.screens.ledger import LedgerScreen

    _show(screen, LedgerScreen(screen.corpus_app))


@anywhere("differences")
def differences(screen: CorpusScreen) -> None:
    from tui.app.screens.differences import DifferencesScreen

    _show(screen, DifferencesScreen(screen.corpus_app))


@anywhere("events")
def events(screen: CorpusScreen) -> None:
    from tui.app.screens.events import EventsScreen

    _show(screen, EventsScreen(screen.corpus_app))


def _show(screen: CorpusScreen, another: CorpusScreen) -> None:
    """Open a screen over the reading screen; from one of its kind, go back instead."""
    app = screen.corpus_app
    same = type(screen) is type(another)
    app.come_home()
    if not same:
        app.push_screen(another)


@reading("card")
def card(screen: ReadingScreen) -> None:
    from tui.app.screens.card import CardScreen

    actor = screen.actors.item if screen.desk.front == "side" and screen.desk.side == "actors" else None
    if actor is None and screen.reader is not None:
        names = screen.names_in(screen.reader)
        told = {name: one for one in screen.library.actors(screen.desk.reading) for _, name in one.members}
        actor = next((told[name] for name in names if name in told), None)
    if actor is None:
        screen.say("No actor is under the cursor. a lists them.")
    else:
        screen.app.push_screen(CardScreen(screen.corpus_app, actor))


@reading("copy")
def copy(screen: ReadingScreen) -> None:
    told = _passage(screen)
    if told is not None:
        screen.corpus_app.copy(screen, told[1])


@reading("cite")
def cite(screen: ReadingScreen) -> None:
    from tui.app.citing import cited

    told = _passage(screen)
    if told is not None:
        article, words, number, speaker = told
        screen.corpus_app.copy(screen, cited(article, words, number, speaker))


def _passage(screen: ReadingScreen) -> tuple[Article, str, int, str | None] | None:
    """The passage under the cursor, or the quotation: its article, words, block and speaker."""
    item = screen.quotes.item if screen.desk.front == "side" and screen.desk.side == "quotes" else None
    if item is not None:
        article = screen.corpus_app.article(item.article)
        block = article.block_at(item.quote.spans[0].start)
        return article, item.text, block.number if block else 0, item.actor
    reader = screen.reader
    if reader is None or reader.article is None or reader.block is None:
        screen.say("Nothing is open to copy from. enter opens an article.")
        return None
    words = reader.article.text[reader.block.start : reader.block.end]
    return reader.article, words, reader.block.number, None


# The program.


@anywhere("theme")
def theme(screen: CorpusScreen) -> None:
    screen.corpus_app.next_theme()


@anywhere("help")
def help_(screen: CorpusScreen) -> None:
    _help(screen, typing=False)


@anywhere("palette")
def palette(screen: CorpusScreen) -> None:
    _help(screen, typing=True)


def _help(screen: CorpusScreen, *, typing: bool) -> None:
    from tui.app.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.corpus_app, screen, typing=typing))


@anywhere("pause")
def pause(screen: CorpusScreen) -> None:
    work = screen.corpus_app.reading_in
    work.paused = not work.paused and work.working
    if work.working:
        screen.status.tell_work("paused · P goes on" if work.paused else "going on …")
    else:
        screen.say("All articles are read: there is nothing to pause.")


@anywhere("quit")
def quit_(screen: CorpusScreen) -> None:
    screen.corpus_app.exit(0)


@anywhere("open")
def keep(screen: CorpusScreen) -> None:
    if screen.prompting:
        screen.end_prompt(kept=True)


@anywhere("escape")
def leave(screen: CorpusScreen) -> None:
    if screen.prompting:
        screen.end_prompt(kept=False)
    else:
        screen.dismiss()


@anywhere("back")
def dismiss(screen: CorpusScreen) -> None:
    screen.dismiss()
