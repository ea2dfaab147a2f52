"""What a corpus is called by: its folder, its file, how many files it is; and whether it is one of this machine."""

from collections.abc import Sequence
from pathlib import Path

STANDARD_INPUT = "-"
"""The path that stands for it."""

_IN_SCHEMES = dict.fromkeys(map(ord, "+.-"))


def corpus_name(paths: Sequence[str]) -> str:
    """The name of the corpus at `paths`: its own where it is one, else `4 files in news`, `5 places`."""
    if len(paths) == 1:
        return "standard input" if paths[0] == STANDARD_INPUT else Path(paths[0]).resolve().name or paths[0]
    places = [Path(path).resolve() for path in paths]
    things = "files" if all(place.is_file() for place in places) else "places"
    parents = {place.parent for place in places}
    within = f" in {places[0].parent.name}" if len(parents) == 1 and places[0].parent.name else ""
    return f"{len(paths):,} {things}{within}"


def is_address(path: object) -> bool:
    """Whether `path` is a URL, and no path of this machine."""
    scheme, end, _ = str(path).partition("://")
    letters = scheme.translate(_IN_SCHEMES)
    return bool(end) and scheme[0:1].isalpha() and scheme.isascii() and letters.isalnum()
