"""Resolve German speakers to the article's actors: by name, role or pronoun. What no text tells stays unknown."""

from bisect import bisect_left

from tui.findings.actors.actor import ActorMention, ArticleActor
from tui.findings.document import Document
from tui.findings.german.lexicon import is_office, listed
from tui.findings.quotes.quote import Mention, Quote
from tui.findings.quotes.resolving import NOBODY, Resolution, Resolver

_GENDERS = {"er": "m", "sie": "f", "dieser": "m", "diese": "f", "letzterer": "m", "letztere": "f"}
_PLURAL = ("en", "n")


def resolve(document: Document, actors: tuple[ArticleActor, ...], quotes: list[Quote]) -> list[Quote]:
    """The quotations with their speakers resolved to `actors`; a guess by pronoun lowers the confidence."""
    resolver = _Resolver(document, actors, quotes)
    return [resolver.resolve(quote) for quote in quotes]


class _Resolver(Resolver):
    """German speakers."""

    inherited = frozenset({"same speaker", "paragraph before", "goes on"})

    def resolution(self, speaker: Mention, cue: Mention | None) -> Resolution:
        """Whom a pronoun, a name, a role or a word for somebody unnamed means."""
        word = speaker.text.lower()
        if word in _GENDERS:
            return self._pronoun(speaker, cue, _GENDERS[word])
        if word in ("es", "man", "wir", "ich"):
            return NOBODY
        return self._named(speaker) or self._by_role(speaker) or self._anonymous(speaker) or NOBODY

    def _pronoun(self, speaker: Mention, cue: Mention | None, gender: str) -> Resolution:
        """Er, sie; sie with a verb in the plural is a group."""
        if gender == "f" and cue is not None and cue.text.lower().endswith(_PLURAL):
            actor = self.antecedents.body(speaker.start, plural=True)
            return Resolution(actor, "pronoun", 0.75) if actor else NOBODY
        person, trust = self.antecedents.person(speaker.start, gender)
        return Resolution(person, "pronoun", trust) if person else NOBODY

    def _named(self, speaker: Mention) -> Resolution | None:
        """The person named in the speaker's words, else the body that is their head: not a body's spokeswoman."""
        low = bisect_left(self.starts, speaker.start)
        inside = self.placed[low : bisect_left(self.starts, speaker.end)]
        persons = [pair for pair in inside if pair[1].type == "person" and not _is_owner(speaker, pair[0])]
        if persons:
            mention, actor = persons[-1]
            return Resolution(actor, "surname" if mention.relation == "surname" else "name", 1.0)
        for mention, actor in inside:
            if actor.type == "person" or _is_owner(speaker, mention):
                continue
            head = speaker.text[: mention.start - speaker.start].split()
            if all(word.islower() or word in _CAPITAL_DETERMINERS for word in head):
                return Resolution(actor, "group" if actor.type == "group" else "name", 1.0)
        return None

    def _by_role(self, speaker: Mention) -> Resolution | None:
        """The person whose role the article tells in the same word: der Kanzler, of Bundeskanzler Olaf Scholz."""
        words = speaker.text.split()
        if len(words) != 2 or words[0].lower() not in ("der", "die", "dem", "den"):
            return None
        asked = words[1].lower()
        if not (is_office(words[1]) or asked.endswith(("demokrat", "demokratin", "jährige"))):
            return None
        nearest: ArticleActor | None = None
        at = -1
        for actor in self.actors:
            if actor.type != "person":
                continue
            for told in actor.roles:
                same = told.role.split()[0].lower()
                fits = same.endswith(asked) or asked.endswith(same) or asked.rstrip("n") == same
                if at < told.start < speaker.start and fits:
                    nearest, at = actor, told.start
        if nearest is not None:
            return Resolution(nearest, "role", 0.7)
        if asked.endswith(tuple(listed("spoken_for"))) or words[0].lower() in ("dem", "den"):
            return None
        person, trust = self.antecedents.person(speaker.start, "m" if words[0].lower() == "der" else "f")
        return Resolution(person, "role", round(0.7 * trust, 2)) if person and person.gender else None

    def _anonymous(self, speaker: Mention) -> Resolution | None:
        """Ein Insider, Kritiker, Regierungskreise, eine Sprecherin: somebody whom the text does not name."""
        words = speaker.text.split()
        head = next((word for word in words if word[0].isupper() and word not in _CAPITAL_DETERMINERS), "")
        if head.lower() not in listed("anonymous_speakers"):
            return None
        told = words[0].lower() in ("der", "die", "das", "dem", "den", "ihr", "ihre", "sein", "seine")
        return None if told else Resolution(None, "anonymous", 1.0)


_CAPITAL_DETERMINERS = frozenset({"Der", "Die", "Das", "Dem", "Den", "Ein", "Eine", "Einer", "Einem", "Auch"})


def _is_owner(speaker: Mention, mention: ActorMention) -> bool:
    """Whether the name is a genitive or hangs on another noun: Merkels Sprecher, ein Sprecher von Angela Merkel."""
    end = mention.end - speaker.start
    if speaker.text[end : end + 1] in ("s", "’", "'"):
        return True
    before = speaker.text[: mention.start - speaker.start].split()
    while before and (is_office(before[-1]) or before[-1] in listed("titles")):
        before.pop()
    return bool(before) and before[-1].lower() in ("von", "vom", "des", "aus", "für", "gegen")
