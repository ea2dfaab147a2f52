"""Where reported words end: at the writer's next turn, at the next report, or with their sentence."""

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage

_BREAKS = frozenset({wc.SEMICOLON, wc.COLON, wc.DASH, wc.OPEN})
_CLAUSES = frozenset({wc.RELATIVE, wc.THAT, wc.SUBORDINATOR, wc.PRONOUN})
_FINITE = frozenset({wc.AUXILIARY, wc.VERB, wc.CUE})
_LONGEST_ASIDE = 25  # words
_ADDED = frozenset({"which", "a", "an", "one", "something"})
_ASIDES = frozenset({wc.SUBORDINATOR, wc.PREPOSITION, wc.ADVERB, wc.PRONOUN, wc.THAT})


def content_end(passage: Passage, start: int, last: int) -> int:
    """The position after the reported clause that begins at `start`: at the next report or turn, or at `last`."""
    clause: bool | None = None  # whether a verb stands before the first comma
    for position in range(_after_aside(passage, start, last) + 1, last):
        word_class = passage.classes[position]
        if word_class == wc.SEMICOLON:
            return position
        if word_class == wc.COMMA and position + 1 < last:
            if clause is None:
                clause = not _FINITE.isdisjoint(passage.classes[start:position])
            if (passage.lowers[position + 1] in _ADDED and not _is_inside(passage, position, last)) or (
                clause and _main_verb_follows(passage, position, last)
            ):
                return position
        if word_class in (wc.COMMA, wc.DASH) and (
            _turns(passage, position + 1, last) or report_joins(passage, position + 1, last)
        ):
            return position
        joins = word_class == wc.COORDINATOR and passage.lowers[position] != "or"
        if joins and _cue_joins(passage, position + 1, last):
            return position
    return last


def _after_aside(passage: Passage, start: int, last: int) -> int:
    """The position after an aside that opens a clause: that, even so, the bridge …."""
    if passage.classes[start] != wc.COMMA:
        return start
    for position in range(start + 1, min(last - 1, start + _LONGEST_ASIDE)):
        if passage.classes[position] == wc.COMMA:
            return position + 1
    return start


def _is_inside(passage: Passage, comma: int, last: int) -> bool:
    """Whether the aside after the comma ends at another one, and the clause goes on: the fund, which …, was …."""
    for position in range(comma + 2, min(last - 1, comma + _LONGEST_ASIDE)):
        if passage.classes[position] == wc.COMMA:
            return passage.classes[position + 1] == wc.AUXILIARY
    return False


def _cue_joins(passage: Passage, at: int, last: int) -> bool:
    """Whether a verb of saying follows the joining word before `at`: … and promised."""
    while at < last and passage.classes[at] == wc.ADVERB:
        at += 1
    if at >= last or passage.classes[at] != wc.CUE:
        return False
    if at + 1 < last and f"{passage.lowers[at]} {passage.lowers[at + 1]}" in words("report_phrases"):
        return True
    return passage.lowers[at] not in words("noun_cues") and passage.lowers[at] not in words("weak_cues")


def _main_verb_follows(passage: Passage, comma: int, last: int) -> bool:
    """Whether the sentence's own verb stands right after the comma: …, will open."""
    at = comma + 1
    while at < last and passage.classes[at] == wc.ADVERB:
        at += 1
    if at >= last or passage.classes[at] not in _FINITE or passage.lowers[at].endswith("ing"):
        return False
    return passage.lowers[at] not in words("noun_cues")


def infinitive_end(passage: Passage, start: int, last: int) -> int:
    """The position after the infinitive that begins at `start`, with what belongs to it."""
    for position in range(start + 1, last):
        word_class = passage.classes[position]
        if (
            word_class == wc.SEMICOLON
            or (word_class == wc.COMMA and _aside_ends(passage, position + 1, last))
            or (word_class == wc.COORDINATOR and _past_joins(passage, position + 1, last))
        ):
            return position
    return last


def object_end(passage: Passage, start: int, last: int) -> int:
    """The position after the noun phrase that begins at `start`, with what belongs to it."""
    clause = passage.lowers[start] in words("question_words")
    asides = words("aside_openers")
    for position in range(start + 1, last):
        word_class = passage.classes[position]
        clause = clause or word_class in _CLAUSES
        if (
            (not clause and _is_finite(passage, position))
            or (word_class in _BREAKS and not _joins_words(passage, position))
            or (word_class == wc.COMMA and _comma_ends(passage, position + 1, last))
            or (word_class == wc.COORDINATOR and _verb_joins(passage, position + 1, last))
            or passage.lowers[position] in asides
        ):
            last = position
            break
    return _without_time(passage, start, last)


def _is_finite(passage: Passage, position: int) -> bool:
    """Whether the verb of the clause around a noun phrase stands at `position`: attacks on Smith *are* …."""
    word_class = passage.classes[position]
    if word_class == wc.AUXILIARY:
        return passage.lowers[position] not in ("be", "been", "being", "having", "do")
    if passage.lowers[position].endswith(("ing", "ed")) or passage.lowers[position - 1] == "to":
        return False
    before = passage.classes[position - 1]
    if word_class != wc.VERB or before not in (wc.NAME, wc.NOUN):
        return False
    return before == wc.NAME or _can_agree(passage.lowers[position - 1], passage.lowers[position])


def _can_agree(noun: str, verb: str) -> bool:
    """Whether the verb can have the noun for its subject by its number: rivals win, a rival wins; not recent wins."""
    return verb.endswith("s") != (noun.endswith("s") and not noun.endswith("ss"))


def _joins_words(passage: Passage, position: int) -> bool:
    """Whether a hyphen stands between two parts of one name: Trans-Pacific."""
    return passage.ends[position - 1] == passage.starts[position]


def _aside_ends(passage: Passage, at: int, last: int) -> bool:
    """Whether an aside of the writer begins after a comma before `at`: …, which …."""
    if at >= last:
        return True
    if passage.classes[at] == wc.RELATIVE or _explains(passage, at, last):
        return True
    return _turns(passage, at, last) or report_joins(passage, at, last)


def _comma_ends(passage: Passage, at: int, last: int) -> bool:
    """Whether no list goes on after a comma before `at`: …, which … · …, saying …."""
    if at >= last:
        return True
    word = passage.lowers[at]
    if word == "including":
        return False
    return passage.classes[at] in _ASIDES or word.endswith("ing") or _aside_ends(passage, at, last)


def _explains(passage: Passage, at: int, last: int) -> bool:
    """Whether what explains the name before it stands at `at`, after a comma: …, a city of bridges."""
    listed = wc.COORDINATOR in passage.classes[at : min(last, at + 9)]
    return passage.lowers[at] in ("a", "an", "the") and not listed


def _past_joins(passage: Passage, at: int, last: int) -> bool:
    """Whether the subject's next verb follows the joining word before `at`, told by its form: … and has called."""
    if passage.lowers[at - 1] not in ("and", "but"):
        return False
    while at < last and passage.classes[at] == wc.ADVERB:
        at += 1
    if at >= last:
        return False
    past = passage.lowers[at].endswith("ed") and passage.classes[at] != wc.NAME
    return past or passage.classes[at] in (wc.AUXILIARY, wc.PRONOUN)


def _verb_joins(passage: Passage, at: int, last: int) -> bool:
    """Whether any verb follows the joining word before `at`: … and refused, … and refuse."""
    if passage.lowers[at - 1] == "or":
        return False  # what may be: whether it would support or oppose
    if _past_joins(passage, at, last):
        return True
    while at < last and passage.classes[at] == wc.ADVERB:
        at += 1
    return (
        at < last
        and passage.classes[at] in (wc.CUE, wc.VERB)
        and passage.lowers[at] not in words("noun_cues")
    )


def _without_time(passage: Passage, start: int, last: int) -> int:
    """The position after the words from `start` on, before `last`, without the time that closes them."""
    end = last
    while end > start + 1 and passage.classes[end - 1] in (wc.TIME, wc.ADVERB):
        end -= 1
    if wc.TIME not in passage.classes[end:last]:
        return last
    while end > start + 1 and (
        passage.lowers[end - 1] in words("time_openers") or passage.classes[end - 1] == wc.PREPOSITION
    ):
        end -= 1
    return end


def _turns(passage: Passage, at: int, last: int) -> bool:
    """Whether the writer's own words go on at `at`: but …, although …, and the …."""
    if at + 1 >= last:
        return False
    word = passage.lowers[at]
    listed = passage.lowers[at + 1] in ("other", "others")  # the last of several: …, and other states
    return word in words("turning_words") or (
        word == "and" and passage.classes[at + 1] in "do" and not listed
    )


def report_joins(passage: Passage, at: int, last: int) -> bool:
    """Whether a new report begins at `at`: adding that …, according to …, and he said …, Smith said."""
    if at >= last:
        return False
    word = passage.lowers[at]
    if word == "according" or (word.endswith("ing") and passage.classes[at] == wc.CUE):
        return True
    if passage.classes[at] == wc.CUE and word not in words("noun_cues"):
        return word not in words("weak_cues")
    for position in range(at, min(last, at + 7)):
        word_class = passage.classes[position]
        if position == at and passage.lowers[position] in words("noun_cues"):
            continue
        if word_class == wc.CUE and position > at:
            return position + 1 >= last or passage.lowers[position] not in words("weak_cues")
        if word_class not in "NnodbcxNu'" or (word_class == wc.COORDINATOR and position > at):
            return False
    return False
