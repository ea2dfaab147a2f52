"""Importing modules without what they would bring along, where they do as well without it."""

import os
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


def version_of(package: str) -> str:
    """The version of an installed package that is imported already, told by the folder in which its metadata stands.

    `importlib.metadata` tells the same, with the readers of archives and of e-mail: 2 MB. It is asked where no such
    folder is found. Raises its PackageNotFoundError where nothing is known.
    """
    begin, end = f"{package}-", ".dist-info"
    folder = os.path.dirname(os.path.dirname(sys.modules[package].__file__ or ""))  # noqa: PTH120
    for name in os.listdir(folder):  # noqa: PTH208
        if name.startswith(begin) and name.endswith(end):
            return name[len(begin) : -len(end)]
    from importlib.metadata import version

    return version(package)
