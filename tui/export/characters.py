"""Characters that have no place in a document that leaves the program."""

import re

# HTML and Markdown have no place for control characters; bidi controls could turn the document's own words round.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str) -> str:
    """`text` with U+FFFD for each control character, and without bidi controls."""
    return _BIDI.sub("", _CONTROLS.sub("\ufffd", text))
