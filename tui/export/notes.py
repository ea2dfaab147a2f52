"""A reader's book as Markdown, for people to read and for programs to take over: nothing is lost on the way and back.

Below what people read of a mark stands an HTML comment with the same as a W3C Web Annotation; that is what is read.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from tui.errors import CorpusError
from tui.export.markdown import plain, quoted
from tui.notebook.annotations import annotation
from tui.notebook.annotations import read as read_annotations
from tui.notebook.book import MARK
from tui.notebook.journal import Entry
from tui.notebook.marks import Mark, from_data

HEAD = (
    "Each comment below holds the whole of a mark: `corpus-tui notes import` reads these, and nothing else. "
    "What is changed in the words between them stays on this page.\n"
)
_COMMENT = re.compile(r"^<!-- corpus-tui (\{.*\}) -->$", re.MULTILINE)


def notes_markdown(entries: Iterable[Entry]) -> str:
    """A book's marks by what they are on, each with its words, and its corrections."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.data is not None:
            groups.setdefault(_heading(_mark(entry)), []).append(entry)
    parts = ["# Notes\n", HEAD]
    for heading in sorted(groups, key=lambda one: one == CORRECTIONS):
        parts.append(f"## {plain(heading)}\n")
        parts += [f"{_told(entry)}\n{_comment(entry)}\n" for entry in groups[heading]]
    return "\n".join(parts)


def read(text: str, name: str, tell: Callable[[str], None] = lambda _: None) -> list[Entry]:
    """The entries that `notes_markdown` wrote, whatever was written around them since.

    `name` is the file's, for errors; `tell` is told where the words that people read were changed by hand. Raises
    CorpusError, with the line, where a comment is broken, or where there is none.
    """
    found, text = [], text.replace("\r\n", "\n")
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        try:
            told: dict[str, Any] = json.loads(match[1])
        except ValueError as error:
            raise CorpusError(
                f"{name}:{line}: the comment is broken ({error})", "Nothing was imported: put it right."
            ) from error
        (entry,) = read_annotations(json.dumps(told), f"{name}:{line}")
        if not text[: match.start()].endswith(_told(entry) + "\n"):
            tell(f"{name}:{line}: what stands above was changed by hand; what the comment says is taken over")
        found.append(entry)
    if not found:
        advice = "Name a file that `corpus-tui notes export` wrote, as JSON-LD or Markdown."
        raise CorpusError(f"{name}: there is no note of this program in it", advice)
    return found


CORRECTIONS = "Corrections of findings"


def _mark(entry: Entry) -> Mark | None:
    try:
        return from_data(entry.data or {}) if entry.kind == MARK else None
    except ValueError:
        return None


def _heading(mark: Mark | None) -> str:
    if mark is None:
        return CORRECTIONS
    target = mark.target
    if target.anchors and target.about in {"passage", "quote", "article"}:
        return target.anchors[0].article
    return f"{target.about}: {target.name}"


def _told(entry: Entry) -> str:
    """What people read of an entry."""
    mark = _mark(entry)
    if mark is None:
        told = [f"{field}: {value}" for field, value in (entry.data or {}).items() if field != "texts"]
        return plain(" · ".join(told)) + "\n"
    line = [mark.label, *(f"#{tag}" for tag in mark.tags), mark.created[:10]]
    parts = [" · ".join([f"**{plain(mark.kind)}**", *(plain(part) for part in line if part)]) + "\n"]
    parts += [quoted(anchor.exact) + "\n" for anchor in mark.target.anchors if anchor.exact.strip()]
    if mark.text.strip():
        parts.append("\n\n".join(plain(part) for part in re.split(r"\n\s*\n", mark.text)) + "\n")
    return "\n".join(parts)


def _comment(entry: Entry) -> str:
    """An entry as a comment. No text can end it: `--` and `>` are written as JSON lets them be written otherwise."""
    told = json.dumps(annotation(entry), ensure_ascii=True, separators=(",", ":"))
    told = told.replace("--", r"\u002d\u002d").replace(">", r"\u003e")
    return f"<!-- corpus-tui {told} -->\n"
