"""Lists and notes as Markdown: words of the corpus are written so that they stay words."""

import re
from collections.abc import Iterable, Sequence

from tui.export.characters import without_controls
from tui.notebook.marks import Mark

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~!])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s)")


def plain(text: str) -> str:
    """`text` in one line of Markdown in which nothing is a mark-up, a link or a tag."""
    line = _SPECIAL.sub(r"\\\1", " ".join(without_controls(text).split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING.sub(r"\1\\\2", line)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; its cells are made plain."""
    lines = [_row(header), _row(["---"] * len(header), raw=True)]
    lines += [_row(row) for row in rows]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else plain(cell) for cell in cells)} |"


def quoted(text: str) -> str:
    """`text` as a block quotation, paragraph by paragraph."""
    paragraphs = [plain(part) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "\n>\n".join(f"> {part}" for part in paragraphs)


def notes_markdown(marks: Iterable[Mark]) -> str:
    """A reader's marks as a Markdown document, by what they are on, each with its words."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(_heading(mark), []).append(mark)
    parts = ["# Notes\n"]
    for heading, members in groups.items():
        parts.append(f"## {plain(heading)}\n")
        parts += [_entry(mark) for mark in members]
    return "\n".join(parts)


def _heading(mark: Mark) -> str:
    target = mark.target
    if target.anchors and target.about in {"passage", "quote", "article"}:
        return target.anchors[0].article
    return f"{target.about}: {target.name}"


def _entry(mark: Mark) -> str:
    told = [f"**{mark.kind}**"]
    if mark.label:
        told.append(plain(mark.label))
    told += [plain(f"#{tag}") for tag in mark.tags]
    told.append(mark.created[:10])
    parts = [" · ".join(told) + "\n"]
    parts += [quoted(anchor.exact) + "\n" for anchor in mark.target.anchors if anchor.exact]
    if mark.text:
        parts.append(plain(mark.text) + "\n")
    return "\n".join(parts)
