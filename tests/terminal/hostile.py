"""Texts that try to take the terminal over, and what the program itself may send."""

import re
import unicodedata

ATTACKS = {
    "clear the screen": "\x1b[2J\x1b[9999;1H",
    "colour": "\x1b[31;1337m red",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "device control": "\x1bP+q544e\x1b\\",
    "application string": "\x1b_Gi=31;AAAA\x1b\\",
    "privacy message": "\x1b^secret\x1b\\",
    "answer back": "\x1b[c\x1b[>c\x1b[6n\x05",
    "mouse": "\x1b[?1003h\x1b[?1049l",
    "8-bit controls": "\x9b2J\x9d0;owned\x9c\x90q\x9c\x85",
    "bells": "\x07\x08\x0b\x0c\x0e\x0f\x7f",
    "bidi": "\u202etxt.exe\u202c \u2066isolated\u2069 \u200fright",
    "zero width": "in\u200bvis\u2060ible \ufeffword \u00adsoft",
    "tags": "hello" + "".join(chr(0xE0000 + ord(letter)) for letter in "tagged"),
    "tower": "Z" + "\u0341\u0317\u0346" * 40 + "algo",
    "line ends": "one\u2028two\u2029three\x85four\r\nfive\rsix",
    "markup": "[/b] [@click=app.quit]quit[/] [bold red]x[/bold red] [sic] \\[",
    "emoji": "👨‍👩‍👧‍👦 ❤️ 🏳️‍🌈 🇮🇪",
}
"""One of each kind; `1337` and `9999` are numbers that the program has no use for."""

OWN = re.compile(
    rb"\x1b\[[0-9;]*[mHKXCABJ]"
    rb"|\x1b\[\?(?:1049|25|7|2004|2026|1000|1002|1006)[hl]"
    rb"|\x1b\[\?2026\$p"
    rb"|[\r\n\b]"
)
"""Every sequence that the program sends."""

FOREIGN_NUMBERS = re.compile(rb"\x1b\[[0-9;]*(?:1337|9999)")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def smuggled(raw: bytes) -> list[str]:
    """What is in the bytes that the program would not send by itself; nothing, if all is well."""
    found = [repr(match.group()) for match in FOREIGN_NUMBERS.finditer(raw)]
    text = OWN.sub(b"", raw).decode("utf-8", "surrogateescape")
    for at, character in enumerate(text):
        if unicodedata.category(character) in UNSEEN:
            found.append(f"U+{ord(character):04X} in {text[max(at - 20, 0) : at + 20]!r}")
    return found
