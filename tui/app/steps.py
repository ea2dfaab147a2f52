"""A session written down, step by step: what is pressed and typed, what is waited for. Plain text, a step a line.

# opens the second article, and looks for a word in all of them
size 120x40
key j enter
key /
type strike
until 1 of
wait 1.5
do marks
"""

import math
import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from tui.errors import WRONG_USAGE, CorpusError
from tui.settings.key_names import NoKeyError, chord
from tui.settings.keymap import BY_ID

LONGEST_WAIT = 60.0
"""Seconds that a step may wait."""

_SIZE = re.compile(r"(\d{1,4})x(\d{1,4})")


class Step(NamedTuple):
    """One step: `words` are the keys, the text, the command …; `line` is its line in the file, from 1.

    * `key`: press these keys, one after the other, in the program's names (`j`, `enter`, `ctrl+p`)
    * `type`: type this text
    * `do`: do a command, by its id, whatever key it has
    * `until`: wait until these words are on the screen
    * `wait`: wait so many seconds
    * `size`: columns and rows of the screen (`120x40`) in which it was written down; pictures are made in it
    """

    kind: str
    words: str
    line: int = 0

    @property
    def keys(self) -> list[str]:
        """The keys of a `key` step, in the program's names."""
        return chord(self.words).split()


def read_steps(path: Path) -> list[Step]:
    """The steps in a file. Raises CorpusError with the line of everything that is wrong with it."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: is not UTF-8", "Save it as UTF-8 text.", WRONG_USAGE) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"{path}: cannot be read ({reason})", "Check the path.", WRONG_USAGE) from error
    steps, problems = [], []
    for number, line in enumerate(lines, 1):
        told = line.removesuffix("\r")
        if not told.strip() or told.startswith("#"):
            continue
        kind, _, words = told.partition(" ")
        problem = _problem(kind, words)
        if problem:
            problems.append(f"{path}:{number}: {problem}")
        else:
            steps.append(Step(kind, words, number))
    if problems:
        first, *rest = problems
        raise CorpusError(first, " ".join(rest[:9]) or "Nothing was played: put it right.", WRONG_USAGE)
    return steps


def _problem(kind: str, words: str) -> str:
    """What is wrong with a step; empty where nothing is."""
    check = _CHECKS.get(kind)
    if check is None:
        near = get_close_matches(kind, _CHECKS, n=1)
        advice = f"did you mean {near[0]}?" if near else f"a step is one of {', '.join(_CHECKS)}"
        return f"`{kind}` is no step: {advice}"
    return check(words)


def _keys(words: str) -> str:
    try:
        chord(words)
    except NoKeyError as error:
        return f"{error.reason}: {error.advice}"
    return ""


def _command(words: str) -> str:
    if words.strip() in BY_ID:
        return ""
    near = get_close_matches(words.strip(), BY_ID, n=1)
    advice = f"did you mean {near[0]}?" if near else "`corpus-tui keys` lists all commands"
    return f"`{words.strip()}` is no command: {advice}"


def _seconds(words: str) -> str:
    try:
        seconds = float(words)
    except ValueError:
        seconds = math.nan
    return (
        "" if 0 <= seconds <= LONGEST_WAIT else f"`wait {words}`: write seconds, from 0 to {LONGEST_WAIT:g}"
    )


def _size(words: str) -> str:
    return "" if _SIZE.fullmatch(words.strip()) else f"`size {words}`: write columns and rows, as in 120x40"


_CHECKS: dict[str, Callable[[str], str]] = {
    "key": _keys,
    "type": lambda words: "" if words else "`type` needs the text that is typed",
    "do": _command,
    "until": lambda words: "" if words.strip() else "`until` needs the words that are waited for",
    "wait": _seconds,
    "size": _size,
}
