"""HTML to text: paragraphs, headings and items of lists as Markdown marks them; nothing else of the page is kept.

Linear in the length of the markup, however broken: Python's own parser takes a minute for 60 kB of `<a <a <a`.
"""

import re
from html import unescape

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""")
_LONGEST_TAG = 4000
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
_UNSEEN = frozenset({"head", "template", "noscript", "svg", "iframe", "object", "select", "math", "nav"})
_HIDDEN = re.compile(r"display\s*:\s*none|\shidden\b|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE)
_CAN_HIDE = frozenset({"div", "span", "table"})
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|o:p|q|rp|rt|ruby|s|samp"
    "|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}


def text_of(markup: str) -> str:
    """The text of a piece of HTML: blocks with an empty line between them, headings behind `#`, items behind `-`."""
    text = _Text()
    at = 0
    while at < len(markup):
        opening = markup.find("<", at)
        if opening < 0:
            text.add(markup[at:])
            break
        text.add(markup[at:opening])
        at = _after_mark(markup, opening, text)
    text.end_block()
    return "\n\n".join(text.blocks)


def headed(title: str | None, text: str) -> str:
    """Marked `text` with its title as headline above it, where it does not begin with that."""
    words = " ".join((title or "").split())
    first = text.partition("\n")[0].lstrip("# ").strip()
    if not words or first.casefold() == words.casefold():
        return text
    return f"# {words}\n\n{text}"


def _after_mark(markup: str, at: int, text: "_Text") -> int:
    """Take the tag, comment or lone sign at offset `at`, and give the offset behind it."""
    if markup.startswith("<!--", at):
        return _behind(markup, "-->", at)
    if markup[at + 1 : at + 2] in ("!", "?"):
        return _behind(markup, ">", at)
    tag = _TAG.match(markup, at, at + _LONGEST_TAG)
    if tag:
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        end = tag.end()
    elif markup[at + 1 : at + 2].isalpha() or markup[at + 1 : at + 2] == "/":
        end = _behind(markup, ">", at)
        closing, name, attributes = "", "", ""
    else:
        text.add("<")
        return at + 1
    if not closing and name in _RAW:
        found = _RAW[name].search(markup, end)
        return found.start() if found else len(markup)
    text.tag(name, attributes, closes=bool(closing))
    return end


def _behind(markup: str, sign: str, at: int) -> int:
    found = markup.find(sign, at)
    return len(markup) if found < 0 else found + len(sign)


class _Text:
    """The blocks of a text as its tags go by."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._parts: list[str] = []
        self._mark = ""
        self._unseen = ""
        self._depth = 0

    def add(self, text: str) -> None:
        """Text between two tags."""
        if text and not self._unseen:
            self._parts.append(_BLANKS.sub(" ", text))

    def tag(self, name: str, attributes: str, *, closes: bool) -> None:
        """A tag; a name that is none is passed over."""
        if self._unseen and not (self._unseen == "head" and name == "body"):
            if name == self._unseen:
                self._depth += -1 if closes else 1
                self._unseen = self._unseen if self._depth else ""
            return
        self._unseen = ""
        if not closes and (name in _UNSEEN or (name in _CAN_HIDE and _HIDDEN.search(attributes))):
            if not attributes.endswith("/"):
                self.end_block()
                self._unseen, self._depth = name, 1
        elif name == "br":
            self._parts.append("\n")
        elif name and not _INLINE.fullmatch(name):
            self.end_block()
            if name in _HEADINGS:
                self._mark = "" if closes else _HEADINGS[name]
            elif name == "li":
                self._mark = "" if closes else "- "

    def end_block(self) -> None:
        """What was added since the last block becomes one, or several where empty lines part it."""
        if not self._parts:
            return
        whole = unescape("".join(self._parts))
        self._parts.clear()
        lines = [line.strip() for line in whole.split("\n")]
        for block in re.split(r"\n{2,}", "\n".join(lines).strip("\n")):
            if block and not block.isspace():
                inner = block.replace("\n", " ") if self._mark else block
                self.blocks.append(self._mark + inner)
                self._mark = ""
