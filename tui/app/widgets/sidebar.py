"""The sidebar's lists: who is named, who is quoted, and the outline of the text in front."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.segment import Segment

from tui.app.differing import Differing
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, plain, width
from tui.app.widgets.line_list import LineList
from tui.corpus.article import Article, Block
from tui.findings.actors.actor import Actor, ActorType
from tui.findings.quotes.quote import DOUBTFUL, Quote
from tui.library.rows import PlacedQuote

TYPES: dict[ActorType, str] = {
    "person": "People",
    "organisation": "Organisations",
    "state": "States",
    "place": "Places",
    "group": "Groups",
}

SURE = 0.6
"""The confidence below which a speaker is a guess, and stands in parentheses."""


WITH_CUE = 32
"""Columns from which the cue stands before reported words."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that only names the rows under it."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A row behind which the doubtful quotations are."""

    count: int

    def told(self, *, unfolded: bool) -> str:
        """What the row says; it names a command (see `Keys.spelled`)."""
        return f"{self.count:,} doubtful: {{open}} {'folds them away' if unfolded else 'shows them'}"


class SideList(LineList):
    """A list of findings under headings, of the article in front or of all."""

    name_of_list = ""
    items: Sequence[object] = ()

    def __init__(self, look: Look, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(look, id=id)
        self.divided = True
        self.of = ""
        self.filter = ""

    def title(self) -> str:
        """What the list is, and of what."""
        kept = f" “{plain(self.filter)}”" if self.filter else ""
        return (
            f"{self.name_of_list} {self.look.glyphs.dot} {self.of}{kept}"
            if self.of
            else f"{self.name_of_list}{kept}"
        )

    def wait(self) -> None:
        """Show that there is nothing yet."""
        self.items, self.of = [], ""
        self.sentence = f"Gathering the {self.name_of_list.lower()} …"
        self.changed()

    def count(self) -> int:
        """Headings, and what stands under them."""
        return len(self.items)

    def selectable(self, row: int) -> bool:
        """Headings that only name the rows under them do not hold the cursor."""
        return not isinstance(self.items[row], Heading)

    def heading(self, heading: Heading, cells: int, paint: Paint) -> Segments:
        """A heading, and a number at its end."""
        room = cells - 2 - (len(heading.aside) + 1 if heading.aside else 0)
        text = cut(heading.text, room)
        gap = " " * max(cells - 2 - width(text) - len(heading.aside), 0)
        return [Segment(f" {text}", paint.quiet), Segment(f"{gap}{heading.aside} ", paint.quiet)]


class ActorList(SideList):
    """Who is named, by type, most mentioned first."""

    name_of_list = "Actors"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="actors")
        self.differing = Differing()
        self.items: list[Heading | tuple[Actor, int]] = []

    def show(
        self, actors: list[Actor], article: str | None, of: str, copies: Collection[str] = frozenset()
    ) -> None:
        """Show `actors`, with their mentions in `article`, or in all but the `copies` where it is None."""
        kept = self.item.name if self.item else None
        self.of = of
        wanted = plain(self.filter).casefold()
        counted = [
            (actor, sum(m.article == article if article else m.article not in copies for m in actor.mentions))
            for actor in actors
            if not wanted
            or any(wanted in name.casefold() for name in (actor.name, *(a.text for a in actor.aliases)))
        ]
        self.items = []
        for kind, name in TYPES.items():
            group = sorted((pair for pair in counted if pair[0].type == kind), key=lambda pair: -pair[1])
            if group:
                self.items += [Heading(name, str(len(group))), *group]
        self.sentence = self._empty(article is None)
        names = [item[0].name if not isinstance(item, Heading) else None for item in self.items]
        self.changed(names.index(kept) if kept in names else 0)

    def _empty(self, everywhere: bool) -> str:
        if self.filter:
            return self.keyed(
                "No actor is called “{text}”. {escape} takes the filter away.", text=plain(self.filter)
            )
        if everywhere:
            return "No actor was found in these articles."
        return self.keyed("No actor is named in this article. {scope} shows those of all articles.")

    @property
    def item(self) -> Actor | None:
        """The actor under the cursor."""
        item = self.items[self.cursor] if self.cursor < len(self.items) else None
        return None if item is None or isinstance(item, Heading) else item[0]

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """An actor: name, `!` where roles or accounts of it differ, number of mentions."""
        item = self.items[row]
        if isinstance(item, Heading):
            return self.heading(item, cells, paint)
        actor, mentions = item
        differs = actor.roles_differ or self.differing.names(actor.name)
        sign = self.look.glyphs.differs if differs else " "
        number = str(mentions)
        name = cut(plain(actor.name), cells - 6 - len(number))
        gap = " " * max(cells - 6 - width(name) - len(number), 0)
        return [
            Segment(f"  {name}{gap} ", paint.text),
            Segment(sign, paint.warn),
            Segment(f" {number} ", paint.quiet),
        ]


class QuoteList(SideList):
    """Who is quoted, and with what words; what no speaker is told of stands at the end."""

    name_of_list = "Quotes"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="quotes")
        self.items: list[Heading | PlacedQuote | Fold] = []
        self.unfolded = False
        self._shown: tuple[list[PlacedQuote], str | None] = ([], None)

    def show(self, quotes: list[PlacedQuote], article: str | None, of: str) -> None:
        """Show `quotes`, which are those of `article` or, where it is None, of all."""
        self.of = of
        wanted = plain(self.filter).casefold()
        self._shown = quotes, article
        kept = [
            one
            for one in quotes
            if not wanted or wanted in f"{speaker_name(one)} {plain(one.text)}".casefold()
        ]
        doubtful = [one for one in kept if one.quote.confidence < DOUBTFUL]
        self.items = _by_speaker([one for one in kept if one.quote.confidence >= DOUBTFUL])
        if doubtful:
            self.items += [Fold(len(doubtful)), *(_by_speaker(doubtful) if self.unfolded else ())]
        self.sentence = self._empty(article is None)
        self.changed()

    def fold(self) -> bool:
        """Where the cursor is on the row of the doubtful, show them or fold them away; whether it is."""
        cursor = self.cursor
        if cursor >= len(self.items) or not isinstance(self.items[cursor], Fold):
            return False
        self.unfolded = not self.unfolded
        self.show(*self._shown, self.of)
        self.changed(cursor)
        return True

    def _empty(self, everywhere: bool) -> str:
        if self.filter:
            return self.keyed(
                "No quotation has “{text}” in it. {escape} takes the filter away.", text=plain(self.filter)
            )
        if everywhere:
            return "Nobody is quoted in these articles."
        return self.keyed("Nobody is quoted in this article. {scope} shows the quotations of all articles.")

    @property
    def item(self) -> PlacedQuote | None:
        """The quotation under the cursor."""
        item = self.items[self.cursor] if self.cursor < len(self.items) else None
        return item if isinstance(item, PlacedQuote) else None

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """A quotation: the sign of its kind, then its words."""
        item = self.items[row]
        if isinstance(item, Heading):
            return self.heading(item, cells, paint)
        glyphs = self.look.glyphs
        if isinstance(item, Fold):
            sign = glyphs.down if self.unfolded else glyphs.front
            told = self.keyed(item.told(unfolded=self.unfolded))
            told = told if width(told) <= cells - 4 else f"{item.count:,} doubtful: enter"
            return [Segment(f" {sign} {cut(told, cells - 4)}", paint.quiet)]
        style = paint.warn if item.quote.attribution in ("unknown", "cut_off") else paint.mark
        lead = cue_before(item.quote, glyphs.dot, (cells - 4) // 2) if cells >= WITH_CUE else ""
        return [
            Segment(f" {glyphs.quote(item.quote)} ", style),
            Segment(lead, paint.quiet),
            Segment(cut(plain(item.text), cells - 4 - width(lead)), paint.text),
        ]


class Outline(SideList):
    """The headings of the text in front."""

    name_of_list = "Outline"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="outline")
        self.article: Article | None = None
        self.items: list[Block] = []

    def show(self, article: Article | None, short: str, cursor: int) -> None:
        """Show the headings of `article`, with the cursor on the one under which block `cursor` stands."""
        self.article, self.of = article, short
        blocks = article.blocks if article is not None else ()
        self.items = [block for block in blocks if block.kind in ("headline", "heading")]
        self.sentence = self.keyed("This article has no headings. {outline} closes the outline.")
        above = [at for at, block in enumerate(self.items) if block.number <= cursor + 1]
        self.changed(above[-1] if above else 0)

    @property
    def item(self) -> Block | None:
        """The heading under the cursor."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """A heading, and the number of its block."""
        block = self.items[row]
        text = plain(self.article.text[block.start : block.end]) if self.article else ""
        style = paint.strong if block.kind == "headline" else paint.text
        return [Segment(f" {block.number:>3} ", paint.quiet), Segment(cut(text, cells - 6), style)]


NO_SPEAKER = "no speaker told"


def _by_speaker(quotes: list[PlacedQuote]) -> list[Heading | PlacedQuote | Fold]:
    speakers: dict[str, list[PlacedQuote]] = {}
    for quote in quotes:
        speakers.setdefault(speaker_name(quote), []).append(quote)
    items: list[Heading | PlacedQuote | Fold] = []
    for name in sorted(speakers, key=lambda name: name == NO_SPEAKER):
        told = speakers[name]
        items += [Heading(name, str(len(told)) if len(told) > 1 else ""), *told]
    return items


def cue_before(quote: Quote, dot: str, cells: int) -> str:
    """`declined · ` in at most `cells`, before words reported without marks: their verb says what the speaker did."""
    cue = plain(quote.cue.text) if quote.kind == "indirect" and quote.cue else ""
    return f"{cut(cue, cells - 3)} {dot} " if any(map(str.isalpha, cue)) else ""


def speaker_name(placed: PlacedQuote) -> str:
    """Who said it: the actor's name, the words of the text, a guess in parentheses, or that nobody is told."""
    quote = placed.quote
    name = plain(placed.actor or (quote.speaker.text if quote.speaker else ""))
    if not name or quote.attribution in ("unknown", "cut_off"):
        return NO_SPEAKER
    return f"({name})" if is_guess(quote) else name


def is_guess(quote: Quote) -> bool:
    """Whether the speaker is not told by the sentence itself, but taken over or doubtful."""
    return quote.resolved == "inherited" or quote.confidence < SURE
