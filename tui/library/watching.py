"""Watch the folders of a corpus, so that a new article appears by itself."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.corpus.kinds import kind_of, suffix_of
from tui.corpus.naming import STANDARD_INPUT, is_address

_SETTLED = 400  # milliseconds without another change before it is told: many files are often copied at once
_LOOK = 200  # milliseconds between looks at `stop`


def watch(paths: Iterable[str | Path], stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield the files that changed, appeared or went below `paths`, each time some did and all was quiet again.

    The first that is yielded is empty: now all is watched, and what changed before that is for the caller to find.
    Only files that can be read as articles, hidden ones left out. Ends once `stop` is set, or at once where there is
    nothing to watch: no such folder, standard input, or a system that gives no more watches.
    """
    import watchfiles

    named = [Path(path).resolve() for path in paths if str(path) != STANDARD_INPUT and not is_address(path)]
    folders = {path if path.is_dir() else path.parent for path in named if path.exists()}
    if not folders:
        return

    def wanted(_: watchfiles.Change, changed: str) -> bool:
        path = Path(changed)
        return any(path == one or (one in path.parents and _is_article(path, one)) for one in named)

    watching = False
    try:
        for changes in watchfiles.watch(
            *folders,
            watch_filter=wanted,
            debounce=_SETTLED,
            step=_LOOK // 4,
            stop_event=stop,
            rust_timeout=_LOOK,
            raise_interrupt=False,
            yield_on_timeout=True,
        ):
            if not watching:
                watching = True
                yield frozenset()
            if changes:
                yield frozenset(Path(path) for _, path in changes)
    except (
        OSError,
        RuntimeError,
    ):  # RuntimeError is what watchfiles raises where the system has no watches left
        return


def _is_article(path: Path, folder: Path) -> bool:
    """Whether a changed path below `folder` may be an article, or a folder of them that went."""
    inside = path.relative_to(folder).parts
    return not any(part.startswith(".") for part in inside) and (
        kind_of(suffix_of(path.name)) is not None or not path.suffix
    )
