"""What people call a corpus: its folder, its file, or how many files it is."""

from collections.abc import Sequence
from pathlib import Path


def corpus_name(paths: Sequence[str]) -> str:
    """The name of the corpus at `paths`: its own where it is one, else `4 files in news`, `5 places`."""
    if len(paths) == 1:
        return "standard input" if paths[0] == "-" else Path(paths[0]).resolve().name or paths[0]
    places = [Path(path).resolve() for path in paths]
    things = "files" if all(place.is_file() for place in places) else "places"
    parents = {place.parent for place in places}
    within = f" in {places[0].parent.name}" if len(parents) == 1 and places[0].parent.name else ""
    return f"{len(paths):,} {things}{within}"
