"""An account: one article with what was found in it, and what its actors are called in the corpus."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.corpus.article import Article
from tui.findings.findings import Findings


@dataclass(frozen=True, slots=True)
class Account:
    """One article's account of what happened.

    `names` maps the article's actors (`ArticleActor.name`) to their names in the corpus (`Actor.name`); an
    actor that is not in it goes by its own name.
    """

    article: Article
    findings: Findings
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, actor: str) -> str:
        """Look up what an actor of this article is called in the corpus."""
        return self.names.get(actor, actor)


def published(account: Account) -> dt.date | None:
    """The day the article came out, if it is known."""
    try:
        return dt.date.fromisoformat((account.article.date or "")[:10])
    except ValueError:
        return None


def published_within(one: Account, other: Account, days: int) -> bool:
    """Whether two articles came out within so many days of each other, or one has no date that says otherwise."""
    first, second = published(one), published(other)
    return first is None or second is None or abs((first - second).days) <= days
