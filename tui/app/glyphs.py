"""The signs that tell meaning without colour, each with a twin for terminals that draw ASCII only."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.findings.quotes.quote import Quote


class Glyphs(NamedTuple):
    """One sign a field, one cell each. Words are never replaced: what is text stays as it was written."""

    direct: str = "“"
    fragment: str = "‹"
    indirect: str = "~"
    unknown: str = "?"
    differs: str = "!"
    only_here: str = "◆"
    counterpart: str = "≈"
    unread: str = "•"
    bookmark: str = "*"
    note: str = "✎"
    star: str = "★"
    highlight: str = "■"
    confirmed: str = "✓"
    dismissed: str = "×"
    front: str = "▸"
    cursor: str = "▌"
    passage: str = "¶"
    title: str = "§"
    actor: str = "@"
    line: str = "│"
    rule: str = "─"
    dot: str = "·"
    down: str = "↓"
    shades: str = "█▓▒░"

    def quote(self, quote: "Quote") -> str:
        """The sign of a quotation: of its kind, or `?` where no speaker is told."""
        if quote.attribution in ("unknown", "cut_off"):
            return self.unknown
        return {"direct": self.direct, "fragment": self.fragment, "indirect": self.indirect}[quote.kind]


UNICODE = Glyphs()
ASCII = Glyphs(
    direct='"',
    fragment="<",
    only_here="^",
    counterpart="=",
    unread="o",
    note="#",
    star="%",
    highlight="&",
    confirmed="+",
    dismissed="x",
    front=">",
    cursor="|",
    passage="P",
    title="T",
    line="|",
    rule="-",
    dot="-",
    down="v",
    shades="#=~.",
)

MEANINGS: tuple[tuple[str, str], ...] = (
    ("direct", "quoted directly"),
    ("fragment", "some quoted words"),
    ("indirect", "reported without marks"),
    ("unknown", "no speaker told"),
    ("differs", "accounts differ"),
    ("only_here", "told only here"),
    ("counterpart", "counterpart of the passage"),
    ("unread", "unread"),
    ("bookmark", "bookmark"),
    ("note", "note"),
    ("star", "star"),
    ("highlight", "highlight"),
    ("confirmed", "difference confirmed"),
    ("dismissed", "difference dismissed"),
    ("passage", "passage found"),
    ("title", "title found"),
    ("actor", "actor found"),
)
"""What the help tells about the signs, by their field."""
