"""What was found in an article. What finds it is in `extraction.py`: who only reads findings loads no word list."""

from dataclasses import dataclass

from tui.findings.actors.actor import ArticleActor
from tui.findings.events.event import ArticleEvent, TimeExpression
from tui.findings.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one article, each kind in order of position."""

    quotes: tuple[Quote, ...]
    actors: tuple[ArticleActor, ...]
    dates: tuple[TimeExpression, ...]
    events: tuple[ArticleEvent, ...]


NOTHING = Findings((), (), (), ())
"""What is found in an article without any of these."""
