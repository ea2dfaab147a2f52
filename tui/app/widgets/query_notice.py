"""The row under the search box: what is wrong with the query, and where; else how the results are shown."""

from rich.segment import Segment

from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, plain, width
from tui.app.widgets.chrome import Bar
from tui.search.query import QueryProblem

MARK = "^"


class QueryNotice(Bar):
    """Marks stand under the characters that are wrong, and the reason behind them, or before where there is more room.

    `begin` is the column at which the query begins; `scrolled` how many of its cells stand left of that.
    """

    def __init__(self, look: Look, begin: int) -> None:
        super().__init__(look, id="notice")
        self.begin = begin
        self.typed = ""
        self.problems: tuple[QueryProblem, ...] = ()
        self.scrolled = 0
        self.view = ""

    def show(self, query: str, problems: tuple[QueryProblem, ...], scrolled: int, view: str) -> None:
        """Tell what is wrong with `query`; `view`, safe to draw, where nothing is."""
        told = query, problems, scrolled, view
        if told != (self.typed, self.problems, self.scrolled, self.view):
            self.typed, self.problems, self.scrolled, self.view = told
            self.refresh()

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """The first problem, and how many more there are; else the view."""
        paint = self.look.inks.page
        if not self.problems:
            return [Segment(" " * self.begin + cut(self.view, cells - self.begin - 1), paint.quiet)]
        problem, more = self.problems[0], len(self.problems) - 1
        told = plain(f"{problem.reason} {self.look.glyphs.dot} {problem.advice}") + (
            f" (and {more} more)" if more else ""
        )
        start = max(self.begin + width(plain_like(self.typed[: problem.start])) - self.scrolled, self.begin)
        marks = max(min(width(plain_like(self.typed[problem.start : problem.end])), cells - start - 1), 1)
        start = min(start, cells - 2)
        after, before = cells - start - marks - 2, start - 2
        if after >= min(width(told), before):
            return [
                Segment(" " * start, paint.text),
                Segment(MARK * marks, paint.warn),
                Segment(f" {cut(told, after)}", paint.warn),
            ]
        short = cut(told, before)
        return [
            Segment(" " * (start - width(short) - 1) + short + " ", paint.warn),
            Segment(MARK * marks, paint.warn),
        ]


def plain_like(typed: str) -> str:
    """What was typed as the box draws it: line ends and tabs as blanks, each blank kept."""
    return "".join(" " if one.isspace() else one for one in typed)
