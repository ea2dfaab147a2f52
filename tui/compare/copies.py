"""Articles that tell the text of another again: one wire story in several papers counts once."""

from collections import Counter
from collections.abc import Sequence

from tui.compare.duplicates import same_passages
from tui.compare.passages import passages
from tui.corpus.article import Article

MOST = 0.8
"""The share of an article's text, in code points, that stands in another from which it is a copy."""


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """The ids of articles of which most stands in one before, each with the id of that one.

    Passages are found again as in `same_passages`: nearly the same words are enough.
    """
    shared: dict[str, Counter[str]] = {}
    for group in same_passages(articles):
        first, told = group.members[0].article, set()
        for member in group.members[1:]:
            if member.article != first and (member.article, member.start) not in told:
                told.add((member.article, member.start))
                shared.setdefault(member.article, Counter())[first] += member.end - member.start
    found: dict[str, str] = {}
    for article in articles:
        length = sum(passage.end - passage.start for passage in passages(article))
        for other, same in shared.get(article.id, Counter()).most_common(1):
            if same >= MOST * length:
                found[article.id] = found.get(other, other)
    return found
