"""Where the reader stopped: what was open and at which words, what was searched, theme and layout; one file a library.

Places are kept by passage: the number of the block and its first words, so that they are found again after the text has
grown or shrunk. The file is replaced as a whole: two terminals on one library never tear it, the last to write is what
comes back.

    kept = SessionFile(library.paths)
    session = kept.load()                          # None: nothing kept, nothing that can be read
    kept.save(Session(texts=(place_at(article, offset),), theme="dark"))
    offset = find_place(article, session.texts[0])
"""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tui.paths import state_folder

if TYPE_CHECKING:
    from tui.corpus.article import Article

FORM: Final = 1
"""The file's form: another is not read."""

QUOTED: Final = 60
"""Code points of a passage that are kept to find it again."""

MOST_SEARCHES: Final = 50


class KeptPlace(NamedTuple):
    """A passage of an article: the number of its block, from 1, and its first words."""

    article: str
    block: int
    words: str = ""


class KeptSearch(NamedTuple):
    """A search as it was left: what was asked, and where what the cursor was on stands, in code points.

    `kind` is the match's, empty in a concordance; `article` is empty where nothing was found.
    """

    text: str
    typos: bool = True
    view: str = "best"
    article: str = ""
    kind: str = ""
    start: int | None = None
    end: int | None = None


class Session(NamedTuple):
    """What a reader comes back to.

    `texts` are the open articles from left to right; `front` is "list", "side" or the number of a text, from 0;
    `selected` is the article under the list's cursor. `searches` are in the order that the app keeps them, and
    `ended` tells how those were left that were left in an app of this kind. `theme` is what was chosen in the app while
    the settings said `theme_set`; where they say something else now, they win. `opened` are the articles that were
    opened at any time, `read` those that are marked as read in the reader's book: the first screen has no book yet.
    """

    texts: tuple[KeptPlace, ...] = ()
    front: str | int = "list"
    selected: str | None = None
    sort: str = ""
    filter: str = ""
    side: str | None = None
    everywhere: bool = True
    searches: tuple[str, ...] = ()
    ended: tuple[KeptSearch, ...] = ()
    theme: str = ""
    theme_set: str = ""
    opened: tuple[str, ...] = ()
    read: tuple[str, ...] = ()

    def afresh(self) -> "Session":
        """Only what was read is still known."""
        return Session(opened=self.opened, read=self.read)


def place_at(article: "Article", offset: int) -> KeptPlace:
    """The passage that holds the code point at `offset`."""
    block = article.block_at(offset)
    if block is None:
        return KeptPlace(article.id, 1)
    return KeptPlace(article.id, block.number, article.text[block.start : block.end][:QUOTED])


def find_place(article: "Article", place: KeptPlace) -> int:
    """Where a kept passage starts now, in code points: by its words, nearest its old number, else by its number."""
    blocks = article.blocks
    if not blocks:
        return 0
    if place.words:
        same = [block for block in blocks if article.text.startswith(place.words, block.start)]
        if same:
            return min(same, key=lambda block: abs(block.number - place.block)).start
        found = article.text.find(place.words)
        if found >= 0:
            return found
    return blocks[min(max(place.block, 1), len(blocks)) - 1].start


class SessionFile:
    """The kept session of the library made of `paths`; nothing is kept of standard input."""

    def __init__(self, paths: Sequence[str]) -> None:
        real = "\n".join(sorted(os.path.realpath(path) for path in paths))
        name = hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:20]
        self.path: Path | None = None if "-" in paths else state_folder() / "sessions" / f"{name}.json"

    def load(self) -> Session | None:
        """What was kept last; None where there is nothing, or nothing that can be read."""
        if self.path is None:
            return None
        try:
            told = self.path.read_text(encoding="utf-8")
            import json  # the first start has nothing to read

            return _read(json.loads(told))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def save(self, session: Session) -> None:
        """Keep a session in place of the last. A full or read-only disk is no reason to stop reading."""
        if self.path is None:
            return
        import json

        parts = {name: [one._asdict() for one in getattr(session, name)] for name in ("texts", "ended")}
        told = json.dumps({"form": FORM, **session._asdict(), **parts}, ensure_ascii=True, indent=1)
        with suppress(OSError):
            _replace(self.path, told)

    def forget(self) -> None:
        """Start clean the next time."""
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()


def _read(told: dict[str, Any]) -> Session:
    if told.pop("form") != FORM:
        raise ValueError("another form")
    texts = tuple(
        KeptPlace(str(text["article"]), int(text["block"]), str(text["words"])) for text in told.pop("texts")
    )
    searches = tuple(str(search) for search in told.pop("searches"))[:MOST_SEARCHES]
    ended = tuple(_search(search) for search in told.pop("ended", []))[:MOST_SEARCHES]
    opened, read = (tuple(map(str, told.pop(name, ()))) for name in ("opened", "read"))
    rest = {name: value for name, value in told.items() if name in Session._fields}
    for name, value in rest.items():
        if not isinstance(value, (str, int, bool, type(None))):
            raise TypeError(name)
    return Session(texts=texts, searches=searches, ended=ended, opened=opened, read=read, **rest)


def _search(told: dict[str, Any]) -> KeptSearch:
    start, end = (None if told[name] is None else int(told[name]) for name in ("start", "end"))
    words = {name: str(told[name]) for name in ("text", "view", "article", "kind")}
    return KeptSearch(**words, typos=bool(told["typos"]), start=start, end=end)


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    import tempfile  # the first screen reads a session, and writes none

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)  # noqa: PTH105 - of a name, not a path
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
