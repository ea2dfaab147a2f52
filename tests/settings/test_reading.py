"""Simple settings files are read without a parser of YAML, and as it would read them."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.settings.reading import _read_yaml, _simple_entries
from tui.settings.themes import theme_files

SIGNS = "'#:-,._\t\ré[~()\u2028\n "
WORDS = ("a", "on", "dark", "true", "No", "null", "0", "12", "07", "1.5", "Warm grey", "'#17171a'")
LARGER = ("a: ", "b_c: ", ": ", " # ", "\n\n", "---", "&a", "*a", "!!str")
PARTS = st.sampled_from([*SIGNS, *WORDS, *LARGER])


@given(st.lists(PARTS, max_size=14).map("".join))
@example("a: 'it''s'")
@example("on: yes\nno: off")
@example("a: b\n  c")
@example("a: 1\na: 2")
@example("a: b #c\nb: c# d")
@example("a: 2024-01-02")
def test_what_is_read_simply_is_what_yaml_reads(text: str) -> None:
    simple = _simple_entries(text)
    if simple is not None:
        assert (simple, []) == (_read_yaml(Path("a.yaml"), text) if text.strip() else ({}, []))


@pytest.mark.parametrize("name", theme_files())
def test_the_themes_are_simple(name: str) -> None:
    assert _simple_entries(theme_files()[name].read_text(encoding="utf-8")) is not None
