"""The door from corpus text to a terminal for commands: what goes through cannot be obeyed or hide."""

import re
import unicodedata

TOWER = 3
"""Combining marks that may stand on one letter."""

_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWERS = re.compile(f"(?<={_MARKS}{{{TOWER}}}){_MARKS}+")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")


class _Shown(dict[int, str]):
    """What is shown for each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if category == "Cf" or 0xFE00 <= code <= 0xFE0F:
            shown = (
                ""  # bidi controls, joiners, tags, variation selectors: nothing that has a shape of its own
            )
        elif code < 0x20:
            shown = chr(0x2400 + code)
        elif code == 0x7F:
            shown = "\u2421"
        elif category in {"Cc", "Cs"} or code & 0xFFFE == 0xFFFE:
            shown = "\ufffd"
        else:
            shown = letter
        self[code] = shown
        return shown


_SHOWN = _Shown({ord("\n"): "\n", ord("\t"): "\t"})


def safe(text: str) -> str:
    """`text` for a terminal: control characters as visible signs, invisible ones dropped; lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return _TOWERS.sub("", _LINE_ENDS.sub("\n", text).translate(_SHOWN))


def line(text: str) -> str:
    """`text` for a terminal, in one line: outer blanks gone, inner ones made one."""
    return safe(" ".join(text.split()))
