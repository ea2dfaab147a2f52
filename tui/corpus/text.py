"""Fold a text for matching, without changing its length."""


def fold(text: str) -> str:
    """`text` in lower case, with plain blanks, straight quotes and dashes, and no accents; each offset stays."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


class _Table(dict[int, int]):
    def __missing__(self, code: int) -> int:
        folded = self[code] = _fold_one(code)
        return folded


_PLAIN = {"’": "'", "‘": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}


def _fold_one(code: int) -> int:
    import unicodedata

    character = chr(code)
    if character in _PLAIN:
        return ord(_PLAIN[character])
    if unicodedata.category(character) == "Pd":
        return ord("-")
    if character.isspace() and character not in "\r\n":
        return ord(" ")
    base = unicodedata.normalize("NFKD", character)
    lowered = base[0].lower() if base else character
    return ord(lowered) if len(lowered) == 1 and not unicodedata.combining(lowered) else code


_TABLE = _Table()
