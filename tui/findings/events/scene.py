"""A sentence as the finder of events sees it: its words, the actors and dates in it, and where clauses end."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document, Sentence
from tui.findings.events.event import TimeExpression

_BREAKS = frozenset({";", ":", "—", "–", "“", "”", '"'})
_RELATIVE = 2  # words between an event and the "which" that goes on about it, at most
_TITLE_WORDS = 5  # words between a state and the person whose title it is part of, at most
_JOINTS = frozenset(
    {"which", "who", "whom", "while", "although", "though", "whereas", "because", "but", "that", "when"}
)


class Named(NamedTuple):
    """An actor that is named in the sentence, by the words `first` to `last` (half-open) of the document."""

    actor: ArticleActor
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence. `named` and `dates` stand in order."""

    document: Document
    sentence: Sentence
    named: tuple[Named, ...]
    dates: tuple[TimeExpression, ...]

    def clause(self, index: int) -> tuple[int, int]:
        """The half-open range of the words of the clause around the word at `index`."""
        lowers, first, last = self.document.lowers, index, index
        while first > self.sentence.first and not self._breaks(lowers[first - 1], first - 1):
            first -= 1
        while last < self.sentence.last and not self._breaks(lowers[last], last):
            last += 1
        return first, last

    def sentence_part(self, index: int) -> tuple[int, int]:
        """The clause around the word at `index`, with a relative one that follows it at once: the talks, which will."""
        first, last = self.clause(index)
        if self.document.lowers[last : last + 1] in (["which"], ["that"]) and last - index <= _RELATIVE:
            last = self.clause(last + 1)[1]
        return first, last

    def _breaks(self, word: str, index: int) -> bool:
        return word in _BREAKS or (word in _JOINTS and index > self.sentence.first)

    def words(self, first: int, last: int) -> list[str]:
        """The words from `first` to `last` (half-open), in lower case."""
        return self.document.lowers[first:last]

    def named_in(self, first: int, last: int) -> list[Named]:
        """The actors named wholly between two words."""
        return [named for named in self.named if named.first >= first and named.last <= last]

    def index_at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.document.starts, offset)

    def text(self, first: int, last: int) -> str:
        """The text from one word to another (half-open), as written."""
        return self.document.article.text[self.document.starts[first] : self.document.ends[last - 1]]


def _within_another(one: Named, named: tuple[Named, ...]) -> bool:
    """Whether a longer name holds this one: the U.S. in "the U.S. mission"."""
    return any(
        other.start <= one.start and one.end <= other.end and (other.start, other.end) != (one.start, one.end)
        for other in named
    )


class Stage:
    """The scenes of an article, each made when it is asked for."""

    def __init__(
        self, document: Document, actors: tuple[ArticleActor, ...], dates: tuple[TimeExpression, ...]
    ) -> None:
        self._document, self._dates = document, dates
        mentions = [
            (mention.start, mention.end, actor.name, number)
            for number, actor in enumerate(actors)
            for mention in actor.mentions
        ]
        self._mentions, self._actors = sorted(mentions), actors
        self._mention_starts = [mention[0] for mention in self._mentions]
        self._date_starts = [date.start for date in dates]
        self._titles = [(role.start, role.end, actor.name) for actor in actors for role in actor.roles]
        people = {mention.start for actor in actors if actor.type == "person" for mention in actor.mentions}
        self._people = frozenset(bisect_left(document.starts, start) for start in people)

    def _of_a_title(self, one: Named) -> bool:
        """Whether the name is a part of somebody's title: the U.S. in "U.S. President Donald Trump"."""
        if one.actor.type == "person":
            return False
        if any(
            start <= one.start and one.end <= end and name != one.actor.name
            for start, end, name in self._titles
        ):
            return True
        words = self._document.words
        for index in range(one.last, min(one.last + _TITLE_WORDS, len(words))):
            if index in self._people:
                return index > one.last
            word = words[index]
            if not (word[0].isupper() or word in {"'s", "’s", "of", "for", "foreign", "defense", "prime"}):
                return False
        return False

    def scene(self, sentence: Sentence) -> Scene:
        """One sentence with what is in it."""
        low = bisect_left(self._mention_starts, sentence.start)
        high = bisect_left(self._mention_starts, sentence.end)
        starts = self._document.starts
        named = tuple(
            Named(self._actors[number], start, end, bisect_left(starts, start), bisect_left(starts, end))
            for start, end, _, number in self._mentions[low:high]
        )
        named = tuple(one for one in named if not _within_another(one, named) and not self._of_a_title(one))
        first = bisect_left(self._date_starts, sentence.start)
        last = bisect_left(self._date_starts, sentence.end)
        return Scene(self._document, sentence, named, self._dates[first:last])
