"""What goes wrong, told so that a reader can put it right."""

from collections.abc import Iterable

DONE = 0
FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


class CorpusError(Exception):
    """Something that ends a command or a screen: what happened, and what to do about it.

    `title` is one line that names the file (and line) where there is one; `advice` is one sentence that says what to
    do; `status` is the exit status of the command line.
    """

    def __init__(self, title: str, advice: str = "", status: int = FAILED) -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice
        self.status = status

    def __str__(self) -> str:
        return f"{self.title}\n{self.advice}" if self.advice else self.title


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that was probably meant, or None."""
    from difflib import get_close_matches  # almost nobody mistypes: most starts do without it

    return next(iter(get_close_matches(word, list(known), n=1)), None)
