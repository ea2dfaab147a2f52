"""Resolve speakers to the article's actors: by name, role or pronoun. What the text does not tell stays unknown."""

import re
from bisect import bisect_left, bisect_right

from rapidfuzz import fuzz

from tui.findings.actors.actor import ActorMention, ArticleActor
from tui.findings.actors.vocabulary import vocabulary
from tui.findings.document import Document, Sentence
from tui.findings.language.wordlists import words
from tui.findings.quotes.quote import Mention, Quote
from tui.findings.quotes.resolving import NOBODY, Resolution, Resolver
from tui.findings.quotes.wordclasses import NOUN, word_class

_PRONOUNS = {"he": "m", "she": "f", "who": None, "himself": "m", "herself": "f", "his": "m", "her": "f"}
_OWNER = re.compile(r"(?:[Tt]he )?(.+?)(?:['’]s|(?<=s)['’]) ")
_UNNAMED = re.compile(
    r"[,\s]*(?:who\b|speaking\b|talking\b|requesting\b|on\b|asking\b)[^.“”\"]{0,80}?"
    r"(?:\banonymity\b|\bnot to be (?:named|identified|quoted)\b)"
)
_ONE = re.compile(r"(?:One|A|An|Another) ((?:[a-z-]+,? ){1,3})")
_SURNAME = re.compile(r"([A-Z][a-z]*[a-rt-z]) ([a-z]+) (?=[A-Z])")
_ANY_WORD = 0.5
_SHARED = 0.75
"""The trust in a surname that two persons of the article have."""
_LONG = 5
_SLIP = 88
"""RapidFuzz's `ratio` from which a word is a surname with a slip of the pen."""


def resolve(document: Document, actors: tuple[ArticleActor, ...], quotes: list[Quote]) -> list[Quote]:
    """The quotations with their speakers resolved to `actors`; a guess by pronoun lowers the confidence."""
    resolver = _Resolver(document, actors, quotes)
    return [resolver.resolve(quote) for quote in quotes]


class _Resolver(Resolver):
    """English speakers."""

    inherited = frozenset({"same speaker", "paragraph before"})

    def __init__(self, document: Document, actors: tuple[ArticleActor, ...], quotes: list[Quote]) -> None:
        super().__init__(document, actors, quotes)
        self._text = document.article.text
        self._sentences = document.sentences
        self._group: ArticleActor | None = None

    def trust(self, quote: Quote, found: Resolution) -> float:
        """Less where a report has a speaker that may be any word that opens its sentence."""
        speaker = quote.speaker
        if quote.kind == "indirect" and found is NOBODY and speaker and self._opens_with_any_word(speaker):
            return _ANY_WORD
        return found.trust

    def _opens_with_any_word(self, speaker: Mention) -> bool:
        """Whether the speaker is one word that may be capitalised only because it opens its sentence: Tensions."""
        word = speaker.text
        if not word.isalpha() or not word[0].isupper() or word.isupper() or word.lower() in _PRONOUNS:
            return False
        if word.lower() in words("possessive_pronouns"):
            return False
        before = self._text[max(0, speaker.start - 8) : speaker.start].rstrip()[-1:]
        opens = (
            not before or before in ".!?:…" or "\n" in self._text[max(0, speaker.start - 2) : speaker.start]
        )
        known = word.lower() in words("speaker_nouns") or word.lower() in words("subject_pronouns")
        return opens and not known and word.lower() not in words("quantifiers")

    def resolution(self, speaker: Mention, cue: Mention | None) -> Resolution:
        """Whom a pronoun, a name, a role or a word for somebody unnamed means."""
        if cue is not None and cue.text == ":" and speaker.text.isupper():
            person = self._by_initials(speaker.text)
            if person is not None:
                return Resolution(person, "name", 0.95)
        speaker = _without_relative(speaker)
        word = speaker.text.lower()
        if word in _PRONOUNS:
            if self._follows_somebody_unnamed(speaker.start):
                return Resolution(None, "anonymous", 1.0)
            actor, trust = self.antecedents.person(speaker.start, _PRONOUNS[word])
            if actor is not None and self._follows_unknown_surname(speaker.start, actor):
                return NOBODY
            return Resolution(actor, "pronoun", trust) if actor else NOBODY
        if word in ("they", "it", "we", "their", "its"):
            actor = self.antecedents.body(speaker.start, plural=word in ("they", "their"))
            return Resolution(actor, "pronoun", 0.75) if actor else NOBODY
        return (
            self._named(speaker)
            or self._by_role(speaker)
            or self._anonymous(speaker)
            or self._by_writing(speaker)
            or self._misspelt(speaker)
            or NOBODY
        )

    def _sentence_before(self, start: int) -> tuple[int, int] | None:
        """Where the sentence before the one at `start` begins and ends, if it is of the same paragraph."""
        at = bisect_right(self._sentences, start, key=_start) - 1
        if at < 1 or self._sentences[at - 1].block != self._sentences[at].block:
            return None
        return self._sentences[at - 1].start, self._sentences[at].start

    def _follows_somebody_unnamed(self, start: int) -> bool:
        """Whether the sentence before a pronoun’s is about somebody unnamed: One worker was not sure. He …."""
        before = self._sentence_before(start)
        if before is None or bisect_left(self.starts, start) > bisect_left(self.starts, before[0]):
            return False
        return _names_nobody(self._text[before[0] : before[1]])

    def _follows_unknown_surname(self, start: int, actor: ArticleActor) -> bool:
        """Whether the `actor` is only the object of somebody unknown who is meant as well: Smith sued Reed. She …."""
        before = self._sentence_before(start)
        subject = before and _SURNAME.match(self._text[before[0] : before[1]])
        if before is None or subject is None or subject[2] not in words("cues"):
            return False
        name = subject[1].lower()
        if word_class(name) != NOUN or name in words("speaker_nouns"):
            return False
        low, high = (bisect_left(self.starts, edge) for edge in before)
        named = self.placed[low:high]
        return any(one is actor for _, one in named) and named[0][0].start > before[0]

    def _by_initials(self, initials: str) -> ArticleActor | None:
        """The one person whose initials label a turn: MH, for Mary Holt."""
        people = [
            actor
            for actor in self.actors
            if actor.type == "person" and "".join(word[0] for word in actor.name.split()) == initials
        ]
        return people[0] if len(people) == 1 and len(initials) > 1 else None

    def _named(self, speaker: Mention) -> Resolution | None:
        """The actor whose mention is the head of the speaker's words: not "Smith’s aide", not "aide to Smith"."""
        head_end = speaker.start + _head_length(speaker.text)
        best: tuple[ActorMention, ArticleActor] | None = None
        low = bisect_left(self.starts, speaker.start)
        for mention, actor in self.placed[low : bisect_left(self.starts, speaker.end)]:
            is_head = mention.start < head_end <= mention.end + 1
            fits = is_head or (mention.end >= speaker.end - 1 and self._stands_apart(speaker, mention, actor))
            if fits and (best is None or (actor.type == "person" and best[1].type != "person")):
                best = mention, actor
        if best is None:
            return None
        mention, actor = best
        if actor.type == "group":
            return Resolution(actor, "group", 0.95)
        told = vocabulary().honorifics.get(speaker.text.split()[0].lower().rstrip("."))
        if told and actor.gender and told != actor.gender:
            return None  # Mr Holt is not Mary Holt
        if mention.relation != "surname":
            return Resolution(actor, "name", 1.0)
        shared = not told and self._shares_surname(actor, speaker.start)
        return Resolution(actor, "surname", _SHARED if shared else 1.0)

    def _shares_surname(self, actor: ArticleActor, before: int) -> bool:
        """Whether the text names another person of that surname as well, above the position `before`."""
        surname = actor.name.split()[-1]
        return any(
            other.type == "person"
            and other.name != actor.name
            and other.name.split()[-1] == surname
            and other.mentions[0].start < before
            for other in self.actors
        )

    def _stands_apart(self, speaker: Mention, mention: ActorMention, actor: ArticleActor) -> bool:
        """Whether a person's name closes the speaker's words and is no object there: council head Mary Smith."""
        before = speaker.text[: mention.start - speaker.start].split()
        return (
            actor.type == "person"
            and bool(before)
            and before[-1].lower() not in words("joining_prepositions")
        )

    def _by_role(self, speaker: Mention) -> Resolution | None:
        """The person whose role the article tells in the same words: the senator, the Kremlin spokesperson."""
        if not speaker.text.lower().startswith("the "):
            return None
        role = speaker.text[4:].lower()
        nearest: ArticleActor | None = None
        at = -1
        for actor in self.actors:
            if actor.type != "person":
                continue
            for told in actor.roles:
                if told.start < speaker.start and told.start > at and _same_role(role, told.role.lower()):
                    nearest, at = actor, told.start
        return Resolution(nearest, "role", 0.7) if nearest else None

    def _by_writing(self, speaker: Mention) -> Resolution | None:
        """Whose statement, report or letter speaks: the company’s statement."""
        head = speaker.text[: _head_length(speaker.text)]
        owner = _OWNER.match(head)
        if owner is None or head.split()[-1].lower() not in words("document_nouns"):
            return None
        start = speaker.start + owner.start(1)
        return self._named(Mention(owner[1], start, start + len(owner[1])))

    def _misspelt(self, speaker: Mention) -> Resolution | None:
        """The one person whose surname a single capitalised word misses by a slip: Water said, of Kathryn Waters."""
        name = speaker.text
        if " " in name or len(name) < _LONG or not name[0].isupper() or not name[1:].islower():
            return None
        near = [
            actor
            for actor in self.actors
            if actor.type == "person" and fuzz.ratio(actor.name.split()[-1], name) >= _SLIP
        ]
        return Resolution(near[0], "surname", 0.7) if len(near) == 1 else None

    def _anonymous(self, speaker: Mention) -> Resolution | None:
        """Critics, a person familiar with the matter, insider reports."""
        head = speaker.text[: _head_length(speaker.text)].split()
        if not head:
            return None
        if _UNNAMED.match(self._text, speaker.end):
            return Resolution(None, "anonymous", 1.0)
        if head[-1].lower() in ("close", "familiar", "briefed") and len(head) > 1:
            head.pop()
        if head[-1].lower() not in words("anonymous_speakers"):
            return None
        if any(word[0].isupper() for word in head[1:]) or head[0].lower() in ("his", "her", "their", "its"):
            return Resolution(None, "group", 0.95)
        return None if head[0].lower() == "the" and len(head) == 2 else Resolution(None, "anonymous", 1.0)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _names_nobody(sentence: str) -> bool:
    """Whether one person without a name is the subject of the sentence: One worker, …. · Another local resident …."""
    opening = _ONE.match(sentence)
    if opening is None or (opening[1].endswith(", ") and sentence[opening.end() :][:1].isupper()):
        return False  # A retired engineer, Smith …
    told = re.split(r"[\s,]+", opening[1])
    return any(word in words("speaker_nouns") and not word.endswith("s") for word in told)


def _without_relative(speaker: Mention) -> Mention:
    """The words without the relative that defines them: those who."""
    for relative in (" who", " that"):
        if speaker.text.endswith(relative):
            text = speaker.text.removesuffix(relative)
            return Mention(text, speaker.start, speaker.start + len(text))
    return speaker


def _same_role(asked: str, told: str) -> bool:
    asked_words, told_words = (
        asked.split(),
        told.removeprefix("a ").removeprefix("an ").removeprefix("the ").split(),
    )
    if not asked_words or not told_words:
        return False
    return set(asked_words) <= set(told_words) or (
        asked_words[-1] == told_words[-1] and set(told_words) <= set(asked_words)
    )


def _head_length(text: str) -> int:
    """The length of `text` before the first preposition, participle or bracket that joins more to the head."""
    at = 0
    first = True
    for word in text.split(" "):
        if not first and (word in words("joining_prepositions") or word[:1] in "(,"):
            return at - 1
        at += len(word) + 1
        first = False
    return len(text)
