"""Importing without what is not needed."""

import sys
from importlib.metadata import PackageNotFoundError, version

import pytest
import textual  # noqa: F401 - its version is told

from tui.imports import version_of, without


def test_a_version_is_told_by_the_folder_of_its_metadata() -> None:
    assert version_of("textual") == version("textual")
    with pytest.raises(PackageNotFoundError):
        version_of("tui")


def test_a_module_is_not_to_be_had_for_a_while() -> None:
    with without("wave"), pytest.raises(ImportError):
        import wave
    import wave

    with without("wave"):
        assert sys.modules["wave"] is wave
