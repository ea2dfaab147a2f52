"""Find the subject of a verb in a passage's words, without a parse."""

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.phrases import NOMINAL, Phrase, described, phrase_ending, phrase_starting, run_start

_LONGEST_CLAUSE = 10  # words
_LONGEST_INSERTION = 45  # words


def subject_before(passage: Passage, verb: int, low: int) -> Phrase | None:
    """The subject of the verb at `verb`, looked for to its left and not before the position `low`."""
    last = skip_helpers(passage, verb - 1, low)
    if last < low:
        return _after_opening(passage, verb, low) if passage.lowers[verb].endswith("ing") else None
    word_class = passage.classes[last]
    if word_class in (wc.RELATIVE, wc.THAT):
        return _antecedent(passage, last, low)
    if passage.lowers[last] == "to":
        moved = _moved(passage, last, low)
        if moved is not None:
            return moved
    if word_class == wc.COORDINATOR or passage.lowers[last] == "to":
        return main_subject(passage, _clause_start(passage, last, low), last)
    if word_class == wc.POSSESSIVE and last > low and passage.classes[last - 1] in (wc.PRONOUN, wc.RELATIVE):
        return subject_before(passage, last, low)  # he ’s said
    if passage.lowers[verb].endswith("ing") and wc.AUXILIARY not in passage.classes[last + 1 : verb]:
        return _of_participle(passage, verb, low)
    if word_class in (wc.COMMA, wc.DASH, wc.CLOSE, wc.QUOTED):
        return _across_insertion(passage, last, low)
    if word_class == wc.PRONOUN:
        return Phrase(last, last + 1, last)
    if word_class in NOMINAL or (word_class == wc.CUE and last > low and passage.classes[last - 1] in "dn'N"):
        return _adjacent(passage, last, low)
    if word_class == wc.DETERMINER and passage.lowers[last] not in ("the", "a", "an"):
        return Phrase(last, last + 1, last)
    return None


def _moved(passage: Passage, to: int, low: int) -> Phrase | None:
    """Who is moved to do what stands after "to": urged the council to say · for Smith to say."""
    if to - 2 < low or passage.classes[to - 1] not in NOMINAL:
        return None
    doer = phrase_ending(passage, to - 1, low)
    before = passage.lowers[doer.start - 1] if doer.start > low else ""
    return doer if before == "for" or before in words("moving_verbs") else None


def _of_participle(passage: Passage, verb: int, low: int) -> Phrase | None:
    """Who does what a participle says: the subject of the verb of saying before it (she said …, adding), or its own."""
    if passage.lowers[verb - 1] == "as":
        quoted = _quoted_person(passage, verb - 1, low)
        if quoted is not None:
            return quoted
    before = verb - 2
    said = passage.classes[before] == wc.CUE and passage.lowers[before] not in words("noun_cues")
    if before > low and passage.classes[verb - 1] == wc.COMMA and said:
        subject = subject_before(passage, before, low)
        if subject is not None:
            return subject
    if before > low and passage.classes[verb - 1] in NOMINAL:
        doer = phrase_ending(passage, verb - 1, low)
        if doer.start > low and (
            passage.lowers[doer.start - 1] == "with"
            or passage.classes[doer.start - 1] == wc.COMMA
            or _speaks_itself(passage, doer)
            or (passage.classes[doer.head] == wc.NAME and passage.classes[doer.start - 1] != wc.PREPOSITION)
        ):
            return doer  # with Smith writing · the government recommending · a minister favouring
    if passage.classes[verb - 1] in (wc.COMMA, wc.COORDINATOR):
        subject = _who_said(passage, verb, low)
        if subject is not None:
            return subject
    own = main_subject(passage, _clause_start(passage, verb - 1, low), verb)
    return own or _after_opening(passage, verb, low)


def _speaks_itself(passage: Passage, doer: Phrase) -> bool:
    """Whether it is the doer who speaks, not somebody who issued it: no "issued a statement saying"."""
    noun = passage.lowers[doer.head]
    issued = noun in words("document_nouns") and passage.classes[doer.start - 1] != wc.AUXILIARY
    return noun in words("speaker_nouns") and not issued


def _who_said(passage: Passage, verb: int, low: int) -> Phrase | None:
    """Who says what a participle at `verb` adds to: the subject of the first verb of saying, or after "as", "when"."""
    found: Phrase | None = None
    for position in range(low + 1, verb - 1):
        if passage.classes[position] in (wc.QUOTED, wc.SEMICOLON):
            return None
        if passage.lowers[position] in ("as", "when", "while") or _opposes(passage, position):
            found = None
        says = _says(passage.lowers[position]) or passage.classes[position + 1] == wc.THAT
        if found is None and passage.classes[position] == wc.CUE and says:
            found = subject_before(passage, position, low)
    return found


def _opposes(passage: Passage, at: int) -> bool:
    """Whether the word at `at` brings somebody else's turn: …, but Smith disagrees."""
    opposed = passage.lowers[at] == "but" and passage.classes[at - 1] == wc.COMMA
    return opposed and passage.classes[at + 1] in (wc.NAME, wc.DETERMINER, wc.PRONOUN)


def _says(verb: str) -> bool:
    return not (verb.endswith("ing") or verb in words("weak_cues") or verb in words("noun_cues"))


def _after_opening(passage: Passage, verb: int, low: int) -> Phrase | None:
    """The subject that follows a participle which opens its sentence: Rejecting the plan, the council …."""
    if verb - low > 2:
        return None
    comma = _next_comma(passage, verb, len(passage.words))
    if comma is None:
        return None
    high = passage.sentence_of(verb)[1]
    return main_subject(passage, comma + 1, high) if comma + 1 < high else None


def _quoted_person(passage: Passage, at: int, low: int) -> Phrase | None:
    """Who is quoted in "quoted an official as saying", before the "as" at `at`."""
    for position in range(at - 1, max(low, at - 12) - 1, -1):
        if passage.lowers[position] in ("quoted", "quotes", "quoting") and position + 1 < at:
            if passage.lowers[position + 1] == "by":
                return subject_before(passage, position, low)
            return phrase_starting(passage, position + 1, at)
    return None


def skip_helpers(passage: Passage, last: int, low: int) -> int:
    """Go left over auxiliaries, adverbs and times: Smith on Monday also has."""
    classes = passage.classes
    while last >= low:
        if classes[last] in (wc.AUXILIARY, wc.ADVERB) or _floats(passage, last, low):
            last -= 1
        elif classes[last] == wc.TIME:
            while last > low and (
                classes[last - 1] in (wc.TIME, wc.NUMBER) or passage.lowers[last - 1] in words("time_openers")
            ):
                last -= 1
            last -= 1
        else:
            break
    return last


def _floats(passage: Passage, at: int, low: int) -> bool:
    """Whether the word stands between an auxiliary or subject and its verb: have both urged, has since said."""
    if at <= low:
        return False
    before = passage.classes[at - 1]
    if passage.lowers[at] in ("both", "all", "each"):
        return before in (wc.AUXILIARY, wc.COMMA, wc.NAME)
    return passage.lowers[at] == "since" and before == wc.AUXILIARY


def _antecedent(passage: Passage, relative: int, low: int) -> Phrase | None:
    last = relative - 1
    if last >= low and passage.classes[last] == wc.COMMA:
        last -= 1
    if last >= low and passage.classes[last] == wc.CLOSE:
        last = _opening_bracket(passage, last, low) - 1
    if last >= low and passage.classes[last] in NOMINAL | {wc.PRONOUN, wc.DETERMINER}:
        return _named_before_apposition(passage, phrase_ending(passage, last, low), low)
    return None


def _opening_bracket(passage: Passage, close: int, low: int) -> int:
    at = close
    while at > low and passage.classes[at] != wc.OPEN:
        at -= 1
    return at


def _across_insertion(passage: Passage, comma: int, low: int) -> Phrase | None:
    """The subject before an insertion that ends at `comma`: X, who …, said · X, a spokesman for Y, said."""
    classes = passage.classes
    if classes[comma] == wc.CLOSE:
        last = _opening_bracket(passage, comma, low) - 1
    else:
        opening = wc.COMMA if classes[comma] == wc.QUOTED else classes[comma]
        last = comma - 1
        while last >= low and classes[last] != opening and comma - last < _LONGEST_INSERTION:
            if classes[last] == wc.CLOSE:
                last = _opening_bracket(passage, last, low)
            last -= 1
        if last < low or classes[last] != opening:
            return main_subject(passage, _clause_start(passage, comma, low), comma)
        last -= 1
        if last >= low and classes[last] == wc.CLOSE:
            last = _opening_bracket(passage, last, low) - 1
    if last < low:
        return None
    if classes[last] in NOMINAL | {wc.PRONOUN}:
        if classes[last + 2 if last + 2 < len(classes) else last] == wc.COORDINATOR:
            return main_subject(passage, _clause_start(passage, last + 1, low), last + 1)
        return _named_before_apposition(passage, phrase_ending(passage, last, low), low)
    return main_subject(passage, _clause_start(passage, last, low), comma)


def _named_before_apposition(passage: Passage, phrase: Phrase, low: int) -> Phrase:
    """The name before the comma, where `phrase` only explains it: Smith, a lawyer for X, who …."""
    comma = phrase.start - 1
    if comma - 2 > low and passage.classes[comma] == wc.COORDINATOR and passage.classes[comma - 1] == wc.NOUN:
        comma = run_start(passage, comma - 1, low) - 1  # curator and director of …
    if (
        comma - 2 > low
        and passage.classes[comma] == wc.PREPOSITION
        and passage.classes[comma - 1] == wc.COMMA
    ):
        comma -= 1  # Smith, of the University of Leeds, who …
        if passage.classes[comma - 1] == wc.NAME:
            return phrase_ending(passage, comma - 1, low)
    explains = (
        comma - 1 >= low and passage.classes[comma] == wc.COMMA and passage.classes[comma - 1] == wc.NAME
    )
    if explains and passage.classes[phrase.start] in (wc.DETERMINER, wc.NOUN, wc.NUMBER):
        named = phrase_ending(passage, comma - 1, low)
        if named.start == low or passage.classes[named.start - 1] != wc.PREPOSITION:
            return named
    return phrase


def _adjacent(passage: Passage, last: int, low: int) -> Phrase:
    """The phrase right before the verb, both halves where two names or nouns are joined at the clause's start."""
    phrase = phrase_ending(passage, last, low)
    described = _described_by_clause(passage, phrase, low)
    if described is not None:
        return described
    joint = phrase.start - 1
    if joint > low and passage.lowers[joint] in ("and", "or") and passage.classes[joint - 1] in NOMINAL:
        other = phrase_ending(passage, joint - 1, low)
        opens = other.start == low or passage.classes[other.start - 1] in (
            wc.COMMA,
            wc.SUBORDINATOR,
            wc.COORDINATOR,
        )
        same = (passage.classes[other.head] == wc.NAME) == (passage.classes[phrase.head] == wc.NAME)
        if opens and same and joint - other.start <= 12:
            return Phrase(other.start, phrase.end, phrase.head)
    return phrase


def _described_by_clause(passage: Passage, phrase: Phrase, low: int) -> Phrase | None:
    """Who is described by a relative clause without commas that `phrase` closes: Smith who built the bridge said."""
    if phrase.start - 1 <= low or passage.classes[phrase.start - 1] in ",cNn":
        return None
    for at in range(phrase.start - 2, max(low, phrase.start - _LONGEST_CLAUSE), -1):
        if passage.lowers[at] == "who":
            return _antecedent(passage, at, low)
        if passage.classes[at] in ",;:.-qtsv":
            return None
    return None


def _clause_start(passage: Passage, verb: int, low: int) -> int:
    """Where the clause that the verb at `verb` stands in begins, not before `low`."""
    classes = passage.classes
    comma = False
    for at in range(verb - 1, low - 1, -1):
        word_class = classes[at]
        if word_class == wc.COMMA:
            comma = True
        elif (
            word_class in (wc.SEMICOLON, wc.COLON)
            or (
                not comma
                and (
                    (word_class == wc.SUBORDINATOR and passage.lowers[at] != "as")
                    or (word_class == wc.THAT and at > low and classes[at - 1] == wc.CUE)
                )
            )
            or (
                word_class == wc.COORDINATOR
                and at > low
                and classes[at - 1] == wc.COMMA
                and classes[at + 1] in "odN"
            )
        ):
            return at + 1
    return low


def main_subject(passage: Passage, low: int, high: int) -> Phrase | None:
    """The first noun phrase between `low` and `high` that no preposition, conjunction or participle opens."""
    classes = passage.classes
    at = low
    while at < high:
        word_class = classes[at]
        opens_aside = word_class in (wc.PREPOSITION, wc.SUBORDINATOR, wc.TIME) or _participle(passage, at)
        opens_aside = opens_aside or _opens_time(passage, at, high)
        if opens_aside:
            comma = _next_comma(passage, at, high)
            if comma is not None:
                at = comma + 1
            elif word_class == wc.PREPOSITION and at + 1 < high and classes[at + 1] in "dNnu":
                at = phrase_starting(passage, at + 1, high).end
            else:
                at += 1
        elif word_class in (wc.NAME, wc.NOUN, wc.NUMBER, wc.PRONOUN):
            return phrase_starting(passage, at, high)
        elif word_class == wc.DETERMINER:
            if at + 1 < high and classes[at + 1] in "dNnuv":
                return phrase_starting(passage, at, high)
            if passage.lowers[at] not in ("the", "a", "an"):
                return Phrase(at, at + 1, at)
            at += 1
        else:
            at += 1
    return None


def _opens_time(passage: Passage, at: int, high: int) -> bool:
    """Whether a time and a comma open the clause: Late last month, … · Eight years ago, …."""
    if not _next_comma_follows(passage, at):
        return False
    for position in range(at, min(high, at + 5)):
        if passage.classes[position] == wc.COMMA:
            return position > at and passage.classes[position - 1] in (wc.TIME, wc.NUMBER)
    return False


def _participle(passage: Passage, at: int) -> bool:
    word = passage.lowers[at]
    return (
        word.endswith(("ing", "ed"))
        and len(word) > 4
        and passage.classes[at] in "vnN"
        and _next_comma_follows(passage, at)
    )


def _next_comma_follows(passage: Passage, at: int) -> bool:
    return at == 0 or passage.classes[at - 1] in ".,;q:"


def _next_comma(passage: Passage, at: int, high: int) -> int | None:
    for position in range(at + 1, min(high - 1, at + 40)):
        if passage.classes[position] == wc.COMMA:
            return position
    return None


def subject_after(passage: Passage, verb: int, high: int) -> Phrase | None:
    """The subject that follows its verb (said Smith), right after it and before `high`."""
    at = verb + 1
    while at < high and passage.classes[at] == wc.ADVERB:
        at += 1
    if at >= high:
        return None
    word_class = passage.classes[at]
    if passage.lowers[verb] in words("object_cues") and passage.lowers[verb] not in ("read", "reads"):
        return None
    if word_class == wc.PRONOUN:
        return Phrase(at, at + 1, at) if at == verb + 1 and passage.lowers[at] not in ("it", "you") else None
    if passage.words[at] == "@" and at + 1 < high:
        return Phrase(at, at + 2, at + 1)  # tweeted @smith
    if word_class in (wc.VERB, wc.CUE):
        titled = described(passage, at, high)  # says lead author Smith
        return titled if passage.classes[titled.head] == wc.NAME else None
    if word_class not in "dNnu" or passage.lowers[at] in words("time_openers"):
        return None
    return described(passage, at, high)
