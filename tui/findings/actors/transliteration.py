"""Names written in another alphabet reach English in several spellings: fold them to one."""

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|az)-")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"sz|sch|sh", "s"),
        (r"tch|tsch|cz", "ch"),
        (r"kh", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"ou|oo", "u"),
        (r"[yj]", "i"),
        (r"ie", "e"),
        (r"x", "ks"),
        (r"(.)\1+", r"\1"),
        (r"ef$", "ev"),
        (r"of$", "ov"),
    )
)


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """`name` in lower case, without accents, apostrophes and full stops."""
    decomposed = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "’'`ʼ.")


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """What the spellings of one name have in common: `Zelenskyy`, `Zelenskiy` and `Zelensky` are one."""
    folded = _ARTICLE.sub("", plain(name))
    for pattern, to in _RULES:
        folded = pattern.sub(to, folded)
    return folded
