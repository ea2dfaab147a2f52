"""What findings are made with, told without loading what finds them."""

import hashlib
from functools import cache
from pathlib import Path

from tui.library import encoding

_FINDERS = ("corpus", "findings")
"""The rooms whose code and word lists decide what is found in a text."""


@cache
def finders_version() -> str:
    """What findings are made with: a digest of all code and word lists that find.

    Articles that were read with another are read again.
    """
    digest = hashlib.sha256(encoding.SHAPE.encode())
    package = Path(__file__).parents[1]
    for path in sorted(path for room in _FINDERS for path in (package / room).rglob("*.*")):
        if path.suffix in {".py", ".txt"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
