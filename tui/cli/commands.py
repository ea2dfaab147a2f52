"""The commands by name, as data: where each is written, and what `--help` says of it."""

from typing import NamedTuple

NAME = "corpus-tui"


class Place(NamedTuple):
    """Where a command is written: `tui.cli.MODULE`, and the line that `--help` shows of it."""

    module: str
    about: str


COMMANDS: dict[str, Place] = {
    "serve": Place("serve", "Open the articles in a browser on this machine."),
    "articles": Place("articles", "List the articles."),
    "show": Place("articles", "Print one article's text as read, or its blocks."),
    "index": Place("index", "Read, extract and index what is new."),
    "add": Place("add", "Write articles of any format as Markdown files."),
    "quotes": Place("quotes", "Who said what."),
    "actors": Place("actors", "People, organisations, states and places, with their roles."),
    "search": Place("search", "Search the texts; typing mistakes and unfinished words are found too."),
    "compare": Place("compare", "Passages of one article and their counterparts in another."),
    "differences": Place("compare", "Where accounts differ: roles, dates, numbers, places."),
    "events": Place("events", "What happened when and where, and who took part; or every date."),
    "report": Place("report", "A Markdown or HTML report of all the findings."),
    "cite": Place("cite", "Citations: Chicago, APA, plain, BibTeX, CSL-JSON."),
    "notes": Place("noting", "Bookmarks, notes and corrections: add, list, export, import."),
    "config": Place("configuration", "Where the settings are, and what they mean."),
    "themes": Place("configuration", "The themes there are."),
    "keys": Place("configuration", "Which key does what."),
    "completions": Place("completions", "Print the completions for a shell."),
}

DEFAULT = "open"
"""The command of a command line that begins with none: it opens the app."""
