"""Lists as Markdown: words of the corpus are written so that they stay words."""

import re
from collections.abc import Iterable, Sequence

from tui.export.characters import without_controls

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~!])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s)")


def plain(text: str) -> str:
    """`text` in one line of Markdown in which nothing is a mark-up, a link or a tag."""
    line = _SPECIAL.sub(r"\\\1", " ".join(without_controls(text).split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING.sub(r"\1\\\2", line)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; its cells are made plain."""
    lines = [row(header), row(["---"] * len(header), raw=True)]
    lines += [row(cells) for cells in rows]
    return "\n".join(lines) + "\n"


def row(cells: Sequence[str], *, raw: bool = False) -> str:
    """A row of a Markdown table; its cells are made plain unless they are `raw`."""
    return f"| {' | '.join(cell if raw else plain(cell) for cell in cells)} |"


def quoted(text: str) -> str:
    """`text` as a block quotation, paragraph by paragraph."""
    paragraphs = [plain(part) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "\n>\n".join(f"> {part}" for part in paragraphs)
