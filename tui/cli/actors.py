"""`actors`: people, organisations, states and places, aliases merged, with the roles that are told of them."""

from collections.abc import Container, Sequence
from pathlib import Path

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import Format, emit, format_option, tell
from tui.cli.places import Places
from tui.cli.safe import line
from tui.export.objects import actor_object
from tui.findings.actors.actor import Actor
from tui.library.repeated import kept_copies, once
from tui.notebook.book import Book
from tui.notebook.corrections import shown

MOST_ARTICLES = 8
"""Articles that the line of an actor names before it only counts them."""


@click.command(
    epilog="""\b
Examples:
  corpus-tui actors ~/news
  corpus-tui actors ~/news --article 001
  corpus-tui actors ~/news --type person --format csv > people.csv
"""
)
@corpus_options
@click.option(
    "--article", "wanted", metavar="ID", help="Only those that this article names, first named first."
)
@click.option(
    "--type",
    "type_",
    type=click.Choice(["person", "organisation", "state", "place", "group"]),
    help="Only of this type.",
)
@format_option
def actors(
    paths: Sequence[str], folder: Path | None, wanted: str | None, type_: str | None, form: Format
) -> None:
    """Print who is named at PATH: for people most mentioned first, for programs in the order of first mention.

    `!` marks roles that cannot all hold at once.
    """
    with corpus(paths, folder) as library:
        corrected = shown(library, Book())
        found = corrected.actors(library.resolve(wanted) if wanted is not None else None)
        for unfit in corrected.unfit:
            tell(f"a correction changes nothing any more: {unfit.reason}")
        places, copies = Places(library), kept_copies(library)
        if form != "text":
            order = {row.id: position for position, row in enumerate(library.rows())}
            found.sort(key=lambda actor: (order[actor.mentions[0].article], actor.mentions[0].start))
        emit(
            form,
            "actor",
            (actor for actor in found if type_ is None or actor.type == type_),
            to_object=lambda actor: actor_object(actor, copies),
            to_text=lambda actor: actor_line(actor, places, copies),
        )


def actor_line(actor: Actor, places: Places, copies: Container[str]) -> str:
    """An actor for people: name, type, mentions and articles (copies aside), aliases and roles."""
    parts = [f"{line(actor.name)}  ({actor.type}{f' of {line(actor.parent)}' if actor.parent else ''})"]
    mentions = once(actor.mentions, copies)
    named = [places.short(article) for article in dict.fromkeys(mention.article for mention in mentions)]
    more = f" and {len(named) - MOST_ARTICLES} more" if len(named) > MOST_ARTICLES else ""
    parts.append(f"{len(mentions)} in {' '.join(named[:MOST_ARTICLES])}{more}")
    aliases = [
        f"{line(alias.text)}{' (for the state)' if alias.relation == 'metonym' else ''}"
        for alias in actor.aliases
        if alias.text != actor.name
    ]
    if aliases:
        parts.append(f"also {', '.join(dict.fromkeys(aliases))}")
    if actor.roles:
        roles = dict.fromkeys(f"{line(role.role)} {places.short(role.article)}" for role in actor.roles)
        parts.append(f"{'! ' if actor.roles_differ else ''}{', '.join(roles)}")
    return " · ".join(parts)
