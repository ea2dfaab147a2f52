"""The class of a word, one letter each, from the language's lists of function words and verbs of saying."""

from functools import cache, lru_cache

from tui.findings.language.wordlists import words

NAME = "N"  # capitalised, and no function word
NOUN = "n"  # any other word in small letters: noun, adjective or a verb no list knows
NUMBER = "u"
DETERMINER = "d"
PREPOSITION = "p"
SUBORDINATOR = "s"
COORDINATOR = "c"
AUXILIARY = "x"
ADVERB = "b"
PRONOUN = "o"
RELATIVE = "r"
THAT = "t"
TIME = "m"
CUE = "v"
VERB = "k"  # another verb that a list knows
POSSESSIVE = "'"
QUOTED = "q"
COMMA = ","
DASH = "-"
OPEN = "("
CLOSE = ")"
STOP = "."
COLON = ":"
SEMICOLON = ";"
OTHER = "?"

_PUNCTUATION = {
    ",": COMMA, "–": DASH, "—": DASH, "-": DASH, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE,
    ".": STOP, "!": STOP, "?": STOP, "…": STOP, ":": COLON, ";": SEMICOLON, "’s": POSSESSIVE, "'s": POSSESSIVE,
    "%": NUMBER,
}  # fmt: skip
_LISTS = (
    ("other_verbs", VERB),
    ("cues", CUE),
    ("time_words", TIME),
    ("adverbs", ADVERB),
    ("auxiliaries", AUXILIARY),
    ("prepositions", PREPOSITION),
    ("coordinators", COORDINATOR),
    ("subordinators", SUBORDINATOR),
    ("determiners", DETERMINER),
    ("relatives", RELATIVE),
    ("subject_pronouns", PRONOUN),
)
_NEVER_NAMES = frozenset(
    {DETERMINER, PREPOSITION, SUBORDINATOR, COORDINATOR, RELATIVE, PRONOUN, THAT, TIME, ADVERB}
)


@cache
def _listed() -> dict[str, str]:
    classes = {"that": THAT}
    for name, word_class in _LISTS:
        classes.update(dict.fromkeys(words(name), word_class))
    for noun in words("speaker_nouns"):
        if classes.get(noun) == VERB:
            del classes[noun]
    return classes


@lru_cache(maxsize=1 << 16)
def word_class(word: str) -> str:
    """The class of `word` as written. A capitalised verb or auxiliary counts as a name: Will, Mark, Page."""
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    first = word[0]
    listed = _listed().get(word.lower())
    if listed:
        if not first.isupper() or listed in _NEVER_NAMES:
            return listed
        return NAME
    if word in words("speaker_nouns"):
        return NOUN
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return OTHER
    if first.isupper():
        return NAME
    return ADVERB if word.endswith("ly") and len(word) > 4 else NOUN
