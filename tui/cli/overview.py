"""A corpus in plain text, for pipes and terminals that can draw nothing."""

from collections import Counter

from tui.cli.actors import actor_line
from tui.cli.articles import article_line
from tui.cli.compare import difference_lines
from tui.cli.output import counted, say
from tui.cli.places import Places
from tui.cli.quotes import speaker_name
from tui.library.library import Library
from tui.library.repeated import kept_copies, once
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.judging import judged_differences

MOST = 20
"""Lines of each part at most; a command of its own lists all."""

COMPARED = 100
"""Articles of which an overview also tells what differs: to compare more takes longer than one waits for it."""


def print_overview(library: Library) -> None:
    """Print what a reader would see first."""
    counts = library.counts()
    unknown = f", {counts.unknown} without a speaker" if counts.unknown else ""
    parts = ((counts.articles, "article"), (counts.actors, "actor"), (counts.quotes, "quotation"))
    articles, *others = (counted(number, word) for number, word in parts)
    copies = f" ({counts.copies:,} {'copy' if counts.copies == 1 else 'copies'})" if counts.copies else ""
    say(" · ".join((articles + copies, *others)) + unknown)
    rows = library.rows()
    _part("Articles", [article_line(row) for row in rows[:MOST]], len(rows), "articles")
    _part("Who is quoted", *_quoted(library), "quotes")
    actors = shown(library, Book()).actors()
    places, told_again = Places(library), kept_copies(library)
    _part("Actors", [actor_line(actor, places, told_again) for actor in actors[:MOST]], len(actors), "actors")
    _differences(library, places, len(rows))
    say("\n`corpus-tui COMMAND PATH` tells all; in a terminal `corpus-tui PATH` opens the articles.")


def _differences(library: Library, places: Places, articles: int) -> None:
    if articles > COMPARED:
        say(f"\nWhat differs\n  not looked for in {articles:,} articles: corpus-tui differences does")
        return
    found = [one for one in judged_differences(library, Book()) if not one.doubtful]
    _part("What differs", [difference_lines(one, places) for one in found[:MOST]], len(found), "differences")


def _part(title: str, lines: list[str], count: int, command: str) -> None:
    say(f"\n{title}")
    for told in lines:
        say("\n".join(f"  {line}" for line in told.split("\n")))
    if not lines:
        say("  none found")
    if count > len(lines):
        say(f"  … and {count - len(lines):,} more: corpus-tui {command}")


def _quoted(library: Library) -> tuple[list[str], int]:
    """Who is quoted, how often and in which articles, most quoted first; and how many speakers there are."""
    counted: Counter[str] = Counter()
    where: dict[str, dict[str, None]] = {}
    for placed in once(shown(library, Book()).quotes(), kept_copies(library)):
        if placed.quote.doubtful:
            continue
        name = speaker_name(placed).strip("()")
        counted[name] += 1
        where.setdefault(name, {})[placed.short] = None
    lines = [
        f"{name}  {count} in {' '.join(list(where[name])[:8])}" for name, count in counted.most_common(MOST)
    ]
    return lines, len(counted)
