"""Putting an actor right: its name or type, merged with another, split by article, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, get_args

from tui.app.screens.choosing import ChoosingScreen
from tui.app.status import actor_status, counted
from tui.app.text import plain
from tui.app.widgets.choice_list import Choice
from tui.errors import CorpusError
from tui.findings.actors.actor import Actor, ActorType

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.findings.actors.corrections import Member


class CorrectingScreen(ChoosingScreen):
    """Corrects one of `names`: actors of the corpus as they are called now; `first` are choices of other things."""

    def __init__(self, app: CorpusApp, names: Sequence[str], first: Sequence[Choice] = ()) -> None:
        super().__init__(app)
        self.names = names
        self.first = first
        self.actor: Actor | None = None
        self.others: list[Actor] = []
        self.parted: set[Member] = set()

    def where(self) -> str:
        """The actor that is corrected."""
        return actor_status(self.actor) if self.actor else ""

    def start(self) -> None:
        """Ask what to do; of several things, first which is meant."""
        if len(self.names) == 1 and not self.first:
            self._take(self.names[0])
        else:
            named = [Choice(plain(name), "the actor", partial(self._take, name)) for name in self.names]
            self.list.show("Correct what?", [*self.first, *named])

    def _take(self, name: str) -> None:
        try:
            self.actor = self.corpus_app.noted.actor(name)
            self.others = sorted(self.corpus_app.noted.actors(), key=lambda one: -len(one.mentions))
        except CorpusError as error:
            self.list.show(
                plain(name),
                (),
                self.keyed(
                    "{title}. {advice} {back} goes back.",
                    title=plain(error.title),
                    advice=plain(error.advice),
                ),
            )
            return
        if self.actor is None:
            self.list.show(
                plain(name), (), self.keyed("This actor is no longer in the corpus. {back} goes back.")
            )
        else:
            self._ask_what()
        self.tell()

    def _ask_what(self) -> None:
        from tui.findings.actors.corrections import Reject

        actor = self.actor
        if actor is None:
            return
        several = len(actor.members) > 1
        choices = [
            Choice("Another name …", "type what it is called", self._ask_name),
            Choice("The same as …", "choose the actor that it is; both become one", self._ask_other),
            *(
                [Choice("Two actors …", "choose the articles that mean another", self._split)]
                if several
                else ()
            ),
            *(self._retyped(actor, kind) for kind in get_args(ActorType) if kind != actor.type),
            Choice("No actor", "leave it out everywhere", partial(self.correct, Reject(actor.name))),
        ]
        self.list.show(f"Correct {plain(actor.name)} {self.look.glyphs.dot} {actor.type}", choices)

    def _retyped(self, actor: Actor, kind: ActorType) -> Choice:
        from tui.findings.actors.corrections import Retype

        article = "an" if kind[0] in "aeiou" else "a"
        deed = partial(self.correct, Retype(actor.name, kind))
        return Choice(f"{article.capitalize()} {kind}", "what is told of it stays", deed)

    # Another name.

    def _ask_name(self) -> None:
        if self.actor is not None:
            self.ask("its name", self.actor.name, answered=self._rename)
            self.say(
                self.keyed(
                    "What is {name} called? {open} keeps it, {escape} leaves it as it is.",
                    name=plain(self.actor.name),
                )
            )

    def _rename(self, text: str) -> None:
        from tui.findings.actors.corrections import Rename

        new = " ".join(text.split())
        if self.actor is not None and new and new != self.actor.name:
            self.correct(Rename(self.actor.name, new))

    # The same as another.

    def _ask_other(self) -> None:
        actor = self.actor
        if actor is None:
            return
        others = [other for other in self.others if other.name != actor.name]
        others.sort(key=lambda other: other.type != actor.type)
        self.back = self._ask_what
        self.ask_actor(f"{plain(actor.name)} is the same as", others, self._merge)

    def _merge(self, other: str) -> None:
        from tui.findings.actors.corrections import Merge

        if self.actor is not None:
            self.correct(Merge(other, (self.actor.name,)))

    # Two actors.

    def _split(self) -> None:
        self.parted = set()
        self.back = self._ask_what
        self._show_members(0)
        self.say(
            self.keyed("Choose the articles that mean another actor; then its name. {escape} goes back.")
        )

    def _show_members(self, cursor: int) -> None:
        actor, app = self.actor, self.corpus_app
        if actor is None:
            return
        counts: dict[Member, int] = {}
        for mention in actor.mentions:
            member = mention.article, mention.actor
            counts[member] = counts.get(member, 0) + 1
        choices = [
            Choice(
                f"[{'x' if member in self.parted else ' '}] {plain(app.short(member[0]))} {plain(member[1])}",
                f"{counted(counts.get(member, 0), 'mention')}, {self._title(member[0])}",
                partial(self._part, at, member),
            )
            for at, member in enumerate(actor.members)
        ]
        if self.parted:
            told = f"those in {counted(len(self.parted), 'article')} are another"
            choices.append(Choice("These are called …", told, self._ask_new_name))
        self.list.show(f"Which articles mean another than {plain(actor.name)}?", choices, cursor=cursor)

    def _title(self, article: str) -> str:
        found = self.corpus_app.article_or_none(article)
        return plain(found.title) if found else ""

    def _part(self, at: int, member: Member) -> None:
        self.parted ^= {member}
        self._show_members(at)

    def _ask_new_name(self) -> None:
        if self.actor is not None and len(self.parted) == len(self.actor.members):
            self.say("These are all its articles: leave out at least one, or give it another name.")
            return
        self.ask("the other's name", "", answered=self._split_off)
        self.say(self.keyed("What is the other one called? {open} keeps it, {escape} leaves it as it is."))

    def _split_off(self, text: str) -> None:
        from tui.findings.actors.corrections import Split

        new = " ".join(text.split())
        if self.actor is not None and new and new != self.actor.name:
            members = tuple(member for member in self.actor.members if member in self.parted)
            self.correct(Split(self.actor.name, members, new))
