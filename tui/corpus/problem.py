"""What could not be read as it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus.address import Address

if TYPE_CHECKING:
    from tui.corpus.readers.place import Place


def shown(path: Path | Address) -> str:
    """`path` as a person would name it; bytes of its name that are no text become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an article or a file.

    `path` is the file as a person would name it, `line` counts from 1 where one is known; `reason` says what is wrong
    and `advice` what to do, each without a full stop. `skipped`: nothing was read there; else it is a notice, and the
    article was read. `passing`: the file may be read another time though it does not change.
    """

    path: str
    line: int | None
    reason: str
    advice: str
    skipped: bool = True
    passing: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.reason} ({self.advice})" if self.advice else f"{where}: {self.reason}"


NO_ARTICLE = "this is no article but other "
"""How the reason begins where a file is whole, and has nothing to do with news."""


def no_article(place: "Place", kind: str, advice: str) -> Problem:
    """That a file of a `kind` which may hold articles holds none: among articles that is no more than a notice."""
    return Problem(place.path, None, f"{NO_ARTICLE}{kind}", advice, skipped=False)


NO_PAGES = "records that are no pages are not read: "
"""How the reason begins that counts them, by kind: `NO_PAGES` and `2 image/png, 1 status 404`."""

_KINDS_COUNTED = 50
_KINDS_TOLD = 5


def no_pages(path: str, kinds: Counter[str]) -> Problem:
    """That an archive at `path` holds so many records of other kinds; no kind has a comma in it."""
    counts = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common(_KINDS_COUNTED))
    return Problem(path, None, f"{NO_PAGES}{counts}", "nothing is to be done", skipped=False)


def summed_up(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as they are told: one notice of several articles in one line, files that are no articles at the end."""
    told: list[Problem] = []
    others: list[Problem] = []
    alike: Counter[tuple[str, str]] = Counter()
    for problem in _archives(problems):
        notice = (problem.reason, problem.advice)
        alike[notice] += not problem.skipped
        if problem.reason.startswith(NO_ARTICLE):
            others.append(problem)
        elif alike[notice] < 2:
            told.append(problem)
    for at, problem in enumerate(told):
        more = alike[problem.reason, problem.advice] - 1
        if more > 0 and not problem.skipped:
            told[at] = replace(problem, path=f"{problem.path} and {more:,} more")
    if len(others) < 2:
        return told + others
    kinds = sorted({problem.reason.removeprefix(NO_ARTICLE) for problem in others})
    reason = f"{len(others):,} files are no articles ({', '.join(kinds)})"
    return [*told, Problem(f"{others[0].path} …", None, reason, "", skipped=False)]


def _archives(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, with the records that are no pages counted once an archive, where its first slice tells of them."""
    first: dict[str, Counter[str]] = {}
    told: list[Problem] = []
    for problem in problems:
        if problem.reason.startswith(NO_PAGES):
            known = problem.path in first
            kinds = first.setdefault(problem.path, Counter())
            for one in problem.reason.removeprefix(NO_PAGES).split(", "):
                count, _, kind = one.partition(" ")
                kinds[kind] += int(count.replace(",", ""))
            if known:
                continue
        told.append(problem)
    for problem in told:
        if problem.reason.startswith(NO_PAGES):
            yield no_pages(problem.path, Counter(dict(first[problem.path].most_common(_KINDS_TOLD))))
        else:
            yield problem
