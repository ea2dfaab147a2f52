"""Which article's text an article tells again: asked of one article at a time, however many there are."""

from tui.library.library import Library
from tui.search.match import FIELDS

_TRIED = 3  # articles that share most sentences, which are compared passage by passage
_SHARED = (
    0.3  # part of an article's sentences that stand in another word for word before the two are compared
)
_ALL = 3  # sentences from which an article whose every sentence stands in another needs no closer look

_SHARING = """
SELECT a.key, count(*) FROM place mine JOIN place theirs ON theirs.passage = mine.passage AND theirs.field = mine.field
JOIN article a ON a.id = theirs.article JOIN article me ON me.id = mine.article
WHERE me.key = ? AND mine.field = ? AND a.position < me.position
GROUP BY a.id ORDER BY count(*) DESC, a.position LIMIT ?
"""
_SAME = (
    "SELECT a.key FROM article a JOIN article me ON me.sha256 = a.sha256 AND a.position < me.position"
    " WHERE me.key = ? ORDER BY a.position LIMIT 1"
)
_MISSING = (
    "SELECT count(*) FROM place mine JOIN article me ON me.id = mine.article JOIN article a ON a.key = ?"
    " WHERE me.key = ? AND mine.field = ? AND NOT EXISTS (SELECT 1 FROM place theirs"
    " WHERE theirs.passage = mine.passage AND theirs.field = mine.field AND theirs.article = a.id)"
)
_WORD_FOR_WORD = """
SELECT a.key FROM article me JOIN place mine ON mine.article = me.id
JOIN place theirs ON theirs.passage = mine.passage AND theirs.field = mine.field JOIN article a ON a.id = theirs.article
WHERE me.key = ? AND mine.field = ? AND mine.start < ? AND mine.end > ? AND a.id != me.id
GROUP BY a.id ORDER BY count(*) DESC, a.position LIMIT ?
"""
_SENTENCES = "SELECT count(*) FROM place p JOIN article a ON a.id = p.article WHERE a.key = ? AND p.field = ?"


def told_again(library: Library) -> dict[str, str]:
    """The ids of all articles that tell another's text again, each with the id of the first that told it."""
    first_of: dict[str, str] = {}
    found: dict[str, str] = {}
    for article, sha256 in library.ask("SELECT key, sha256 FROM article ORDER BY position"):
        first = first_of.setdefault(sha256, article)
        told = first if first != article else first_told(library, article)
        if told is not None:
            found[article] = found.get(told, told)
    return found


def first_told(library: Library, article: str) -> str | None:
    """The id of the first article that holds most of an article's text; None where none before it does.

    Nearly the same words are enough, as in `compare.copies`. CorpusError where the article is gone.
    """
    same = library.ask(_SAME, (article,))
    if same:
        return str(same[0][0])
    field = FIELDS.index("passage")
    [(sentences,)] = library.ask(_SENTENCES, (article, field))
    likely = [
        key
        for key, shared in library.ask(_SHARING, (article, field, _TRIED))
        if shared >= _SHARED * sentences
    ]
    if not likely:
        return None
    if sentences >= _ALL and library.ask(_MISSING, (likely[0], article, field)) == [(0,)]:
        return str(likely[0])
    from tui.compare.copies import copies  # loads what compares texts

    return copies([library.article(one) for one in (*likely, article)]).get(article)


def word_for_word(library: Library, article: str, start: int, end: int, limit: int) -> list[str]:
    """The ids of other articles with a sentence of these code points of an article, those with most of them first."""
    asked = (article, FIELDS.index("passage"), end, start, limit)
    return [key for (key,) in library.ask(_WORD_FOR_WORD, asked)]
