"""Importing modules without what they would bring along, where they do as well without it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(module: str) -> Iterator[None]:
    """Meanwhile `module` is not to be had, as in a Python that was built without it; unless it is loaded already."""
    loaded = module in sys.modules
    if not loaded:
        sys.modules[module] = None  # type: ignore[assignment]  # so Python's own documentation says to do it
    try:
        yield
    finally:
        if not loaded:
            del sys.modules[module]
