"""Roles and titles that an article tells of its persons: before the name, in apposition behind it, or sought."""

from bisect import bisect_right

from tui.findings.actors.actor import Role
from tui.findings.actors.vocabulary import Kind, Vocabulary, kind, vocabulary
from tui.findings.document import Document
from tui.findings.language.wordlists import words as listed

_ENDS = frozenset({",", ".", ";", "—", "–", ")", ":", "”", '"', "!", "?"})
_BEHIND = frozenset(
    {"of", "in", "at", "for", "to", "with", "on", "from", "and", "who", "under", "by", "-", "turned"}
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 16
"""Words of the longest apposition that is read."""


class RoleFinder:
    """Finds the roles that stand around a person's mentions in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lowers = document.lowers
        self.known: Vocabulary = vocabulary()
        self.former = listed("former_words")
        self.sought = listed("candidate_words")
        self.bounds = [sentence.first for sentence in document.sentences]

    def around(self, first: int, last: int) -> list[Role]:
        """The roles told at the mention `words[first:last]`, in order of position."""
        sentence = self.document.sentences[bisect_right(self.bounds, first) - 1]
        found = (
            self._before(first, sentence.first),
            self._behind(last, sentence.last),
            self._running(last, sentence.last),
        )
        return [role for role in found if role is not None]

    def role(self, first: int, last: int, tense: str | None = None) -> Role:
        """The words `first:last` as a role."""
        start, end = self.document.starts[first], self.document.ends[last - 1]
        text = self.document.article.text[start:end]
        told = tense or self._tense(first, last)
        return Role(" ".join(text.split()), start, end, text, told)  # type: ignore[arg-type]

    def _tense(self, first: int, last: int) -> str:
        inside = {part for word in self.lowers[first:last] for part in (word, word.partition("-")[0])}
        if inside & self.former:
            return "former"
        return "candidate" if inside & self.sought else "current"

    def _office(self, at: int) -> bool:
        return self.lowers[at].rstrip(".") in self.known.offices or self.lowers[at].endswith("-elect")

    def _before(self, first: int, limit: int) -> Role | None:
        """The title right before the name: `former U.S. President`, `Secretary of State`."""
        end = first
        while end > limit and kind(self.words[end - 1]) is Kind.HONORIFIC:
            end -= 1
        if end - 1 > limit and self.words[end - 1] == ",":
            end -= 1
        if end <= limit:
            return None
        begin = end - 1 if self._office(end - 1) else self._office_of(end, limit)
        if begin is None or (end < first and self.words[end] == "," and not self._set_off(first)):
            return None
        begin = self._widen(begin, limit)
        return self.role(begin, end)

    def _set_off(self, first: int) -> bool:
        """Whether a name behind a comma is set off by another one: `the president, John Doe, said`."""
        at = first
        while at < len(self.words) and self.words[at][0].isupper():
            at += 1
        return at < len(self.words) and self.words[at] in _ENDS and at - first > 1

    def _office_of(self, end: int, limit: int) -> int | None:
        """Where the office begins in `Secretary of State`, `Ambassador to the United States`."""
        at = end - 1
        while at > limit and end - at < 7 and (self.words[at][0].isupper() or self.words[at] == "the"):
            at -= 1
        if at > limit and self.words[at] in ("of", "to", "for") and at < end - 1 and self._office(at - 1):
            return at - 1
        return None

    def _widen(self, begin: int, limit: int) -> int:
        """How far to the left the role reaches: over its modifiers, and whose office it is."""
        while begin > limit:
            at = begin - 1
            word, low = self.words[at], self.lowers[at].rstrip(".")
            if low in self.known.modifiers or low in self.known.offices or low in self.former:
                begin = at
            elif word in _POSSESSIVE and at > limit and self.words[at - 1][0].isupper():
                begin = at
                while begin > limit and self._part_of_name(begin - 1):
                    begin -= 1
                return begin
            elif word == "-" and at > limit and self._part_of_name(at - 1):
                begin = at - 1
            elif self._part_of_name(at) or (low.partition("-")[0] in self.former and "-" in low):
                begin = at
            else:
                break
        return begin

    def _part_of_name(self, at: int) -> bool:
        word = self.words[at]
        return word[0].isupper() and kind(word) is not Kind.STOP

    def _behind(self, last: int, limit: int) -> Role | None:
        """The apposition behind the name: `, a political analyst`, `, Prime Minister of Canada,`."""
        words = self.words
        if last + 1 >= limit or words[last] != ",":
            return None
        begin = last + 1
        if words[begin].isdigit() and begin + 2 < limit and words[begin + 1] == ",":
            begin += 2
        end = begin
        while end < limit and end - begin < _LONGEST and words[end] not in _ENDS and words[end] != "who":
            end += 1
        if end - begin >= _LONGEST or end == begin:
            return None
        head = next((at for at in range(begin, end) if self._office(at)), None)
        if head is None or not self._noun_phrase(begin, head):
            return None
        while head + 1 < end and self._office(head + 1):
            head += 1
        if head + 1 < end and words[head + 1] not in _BEHIND:
            return None
        return None if set(self.lowers[head + 1 : end]) & self.known.speech else self.role(begin, end)

    def _noun_phrase(self, begin: int, head: int) -> bool:
        """Whether the words before an office belong to it: a determiner, adjectives, whose it is; no preposition."""
        opening = self.lowers[begin]
        if opening not in ("a", "an", "the", "his", "her", "their", "its", "then") and begin != head:
            bare = opening.rstrip(".")
            if (
                bare not in self.known.modifiers
                and bare not in self.former
                and not self.words[begin][0].isupper()
            ):
                return False
        return not set(self.lowers[begin + 1 : head]) & (
            _BEHIND | {"the", "that", "which", "is", "was"} - {"and"}
        )

    def _running(self, last: int, limit: int) -> Role | None:
        """What the person seeks: `running for re-election`, `seeking re-election`."""
        lowers = self.lowers
        for at in range(last, min(last + 6, limit - 1)):
            if (lowers[at] == "running" and lowers[at + 1] == "for") or (
                lowers[at] == "seeking" and "elect" in lowers[at + 1]
            ):
                end = at + 2
                while (
                    end < limit
                    and end - at < 5
                    and lowers[end] not in _ENDS
                    and lowers[end] not in ("in", "and")
                ):
                    end += 1
                return self.role(at, end, "candidate")
            if self.words[at][0].isupper():
                return None
        return None
