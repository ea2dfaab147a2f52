"""Fold a text for matching, without changing its length."""


def fold(text: str) -> str:
    """`text` in lower case, with plain blanks, straight quotes and dashes, and no accents; each offset stays."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


class _Table(dict[int, int]):
    """What each character folds to, found when it is first met."""

    def __missing__(self, code: int) -> int:
        folded = self[code] = _fold_one(code)
        return folded


_STRAIGHT = {
    "’": "'",
    "‘": "'",
    "‚": "'",
    "‛": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
}


def _fold_one(code: int) -> int:
    """One character folded to one: a letter that would become two, or lose more than accents, stays."""
    character = chr(code)
    if character in _STRAIGHT:
        return ord(_STRAIGHT[character])
    if code > 127:
        import unicodedata

        category = unicodedata.category(character)
        if category == "Pd":
            return ord("-")
        if category == "Zs":
            return ord(" ")
        parts = unicodedata.normalize("NFKD", character)
        if parts and all(map(unicodedata.combining, parts[1:])):
            character = parts[0]
    lowered = character.lower()
    return ord(lowered) if len(lowered) == 1 else code


_TABLE = _Table()
