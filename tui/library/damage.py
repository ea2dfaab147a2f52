"""What is not as it was written: told as an error of the library's, which is then set aside and made anew."""

import contextlib
from collections.abc import Iterator

from tui.errors import CorpusError


class Damaged(CorpusError):  # noqa: N818 - it says what it is
    """What was read is not what was written."""

    def __init__(self) -> None:
        super().__init__("the library is damaged", "It is made anew from the articles: try again.")


@contextlib.contextmanager
def damage() -> Iterator[None]:
    """Tell values that are not shaped as they were written as Damaged."""
    try:
        yield
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise Damaged from error
