"""The names by which a corpus' articles call their actors, gathered, and joined where they mean one actor."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from tui.findings.actors.actor import LEADER, ActorType, ArticleActor, Relation


@dataclass(slots=True, eq=False)
class Form:
    """One name of one kind of actor, with what all the article actors that bear it tell; none of them is held.

    `articles` are the numbers of their articles, in order; `words` counts their mentions; `surest` is (confidence,
    the article's number turned round, rule) of the first of the surest. `links` are other texts that articles use for
    it, with what they are to it; `sure` is the highest confidence of an article that it is what it is, 1 where a role
    is told of it; `leader`: it is named after its leader; `joined` is the form that it was joined to.
    """

    name: str
    person: bool
    articles: "array[int]" = field(default_factory=lambda: array("I"))
    words: Counter[tuple[str, Relation]] = field(default_factory=Counter)
    parents: Counter[str] = field(default_factory=Counter)
    surest: tuple[float, int, str] = (-1.0, 0, "")
    types: defaultdict[ActorType, float] = field(default_factory=lambda: defaultdict(float))
    links: dict[str, Relation] = field(default_factory=dict)
    weight: int = 0
    own: int = 0
    known: bool = False
    sure: float = 0.0
    leader: bool = False
    gender: Literal["m", "f"] | None = None
    joined: "Form | None" = None

    @property
    def alone(self) -> bool:
        """Whether it was joined to no other form, nor another to it."""
        return self.joined is None and self.weight == self.own

    def root(self) -> "Form":
        """The form that stands for all that were joined."""
        form = self
        while form.joined is not None:
            if form.joined.joined is not None:
                form.joined = form.joined.joined
            form = form.joined
        return form


def join(one: Form, other: Form) -> None:
    """Make two forms one actor; the heavier one stands for both."""
    a, b = one.root(), other.root()
    if a is b:
        return
    if (b.weight, a.name) > (a.weight, b.name):
        a, b = b, a
    b.joined = a
    a.weight += b.weight
    a.gender = a.gender or b.gender


def gather(articles: Iterable[tuple[str, Iterable[ArticleActor]]]) -> list[Form]:
    """The forms of all actors of the articles, in order of first appearance. Takes one article at a time."""
    forms: dict[tuple[str, str], Form] = {}
    for number, (_, actors) in enumerate(articles):
        for actor in actors:
            kind = "person" if actor.type == "person" else "group" if actor.type == "group" else "body"
            form = forms.get((kind, actor.name))
            if form is None:
                form = forms[kind, actor.name] = Form(actor.name, actor.type == "person")
            count = len(actor.mentions) or 1
            form.articles.append(number)
            form.words.update([(mention.text, mention.relation) for mention in actor.mentions])
            if actor.parent:
                form.parents[actor.parent] += 1
            if actor.confidence > form.surest[0]:
                form.surest = (actor.confidence, -number, actor.rule)
            form.types[actor.type] += count * actor.confidence
            form.weight += count
            form.own += count
            form.known = form.known or actor.rule == "gazetteer"
            form.gender = form.gender or actor.gender
            form.leader = form.leader or actor.rule == LEADER
            form.sure = max(form.sure, 1.0 if actor.roles else actor.confidence)
            for mention in actor.mentions:
                if mention.relation in ("acronym", "long_form", "short", "nickname"):
                    form.links[" ".join(mention.text.split())] = mention.relation
    return list(forms.values())
