"""What language an article is in, from its metadata or its most frequent small words."""

import unicodedata
from collections import Counter

from tui.corpus.article import Article

_SMALL_WORDS = {
    "en": "the of and to in that is was for it with as on by",
    "de": "der die und das ist nicht ein zu den mit von im dem sich auf für eine einen einer nach noch auch bei aus wie"
    " wird werden sind hat habe wurde sagte sie am",
    "fr": "le la les et des est dans une que du pour pas qui au",
    "es": "el la los las y que en es una por con para del se",
    "it": "il la che di e un per non della con del sono gli nel",
    "pt": "o os que não uma do da em para com dos mais se ao",
    "nl": "de het een van en is dat niet zijn op met voor te er",
    "pl": "nie w na się że z do jest to jak o ale co za",
    "sv": "och att det som en på är av för med den inte till ett",
    "tr": "ve bir bu da için ile de olarak olan çok daha ne gibi",
    "ru": "и в не на что он с как это по из но к за",
    "uk": "і в не на що та з як це до від про за у",
}
WITH_FINDINGS = frozenset({"en", "de"})
"""The languages that have rules for findings; in another one only words in quotation marks are found."""

_LISTED = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_NAMED = {"english": "en", "eng": "en", "german": "de", "deutsch": "de", "deu": "de", "ger": "de"}
_UNTOLD = frozenset({"und", "mul", "mis", "zxx"})  # ISO 639 for "undetermined" and its like
_LOOKED_AT = 2500  # code points from the start of the text: enough to tell
_CERTAIN_SHARE = 0.16  # of all words, small words of a language that none can outdo
_SURE_SHARE, _SURE_COUNT = 0.12, 5  # of all words, a language's small words


def language_of(article: Article) -> str | None:
    """The language of an article (`en`), else its script (`han`), else None where the text is too short to tell."""
    if article.language:
        told = article.language.strip().lower().replace("_", "-").split("-")[0]
        told = _NAMED.get(told, told)
        if told not in _UNTOLD:
            return told
    looked_at = article.text[:_LOOKED_AT]
    words = looked_at.lower().split()
    best, count = "", 0
    for language, listed in _LISTED.items():
        small = len([word for word in words if word in listed])
        if small > count:
            best, count = language, small
            if count > _SURE_COUNT and count > _CERTAIN_SHARE * len(words):
                break
    if count >= max(_SURE_COUNT, _SURE_SHARE * len(words)):
        return best
    return _script(looked_at)


def without_findings(article: Article) -> str | None:
    """The article's language where that has no rules for findings, else None."""
    language = language_of(article) or "en"
    return None if language in WITH_FINDINGS else language


def _script(text: str) -> str | None:
    """The script of most letters, if it is not Latin: Chinese has no small words between blanks."""
    letters = [character for character in text if character.isalpha()]
    scripts = Counter(unicodedata.name(letter, "?").split()[0].lower() for letter in letters)
    (name, count), *_ = scripts.most_common(1) or [("?", 0)]
    return {"cjk": "han"}.get(name, name) if name != "latin" and count > _SURE_COUNT else None
