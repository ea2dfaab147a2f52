"""The index forgets and adds by number, and is written anew in one go where it came bit by bit."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.conftest import small_disk  # noqa: F401 - a fixture
from tui.search.index import Index, Text

REWRITING = """
import sys
from pathlib import Path
from tests.search.test_index import texts
from tui.search.index import Index
def told():
    for number, text in enumerate(texts(range(1, 20_001))):
        if number == 15_000:
            print("midway", flush=True)
            sys.stdin.readline()
        yield text
Index(Path(sys.argv[1])).rewrite(7, told())
"""


def texts(numbers: "range | list[int]") -> Iterator[Text]:
    """Texts of their own words: `w3` in the third alone, `every` in all."""
    for number in numbers:
        yield number, 0, f"every text has words w{number} of its own and x{number % 97} of others"


def held(index: Index, word: str, field: str = "passage") -> list[int]:
    """The numbers of the texts with `word`."""
    searcher = index.searcher()
    hits = searcher.search(tantivy.Query.term_query(index.schema, field, word), 100_000).hits
    return sorted(int(one or 0) for one in searcher.fast_field_values("id", [at for _, at in hits]))


def bit_by_bit(folder: Path | None) -> Index:
    """Six hundred texts that came in twelve commits."""
    index = Index(folder)
    for turn in range(12):
        index.update(turn + 1, [], texts(range(turn * 50 + 1, turn * 50 + 51)))
    return index


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sets(st.integers(1, 200), max_size=40), min_size=1, max_size=6),
    st.sets(st.integers(1, 200)),
)
def test_what_is_there_is_what_came_and_did_not_go(turns: list[set[int]], gone: set[int]) -> None:
    index, there = Index(None), set[int]()
    for generation, numbers in enumerate(turns, 1):
        index.update(generation, [], texts(sorted(numbers - there)))
        there |= numbers
    index.update(99, sorted(gone), [])
    assert held(index, "every") == sorted(there - gone)
    assert index.generation == 99


def test_texts_that_differ_by_digits_have_one_group_and_others_none() -> None:
    index = Index(None)
    index.update(
        1, [], [(1, 0, "they sold 12 boats"), (2, 0, "they sold 13 boats"), (3, 0, "they sold boats")]
    )
    searcher = index.searcher()
    hits = searcher.search(tantivy.Query.term_query(index.schema, "passage", "boats"), 9).hits
    numbers, groups = (searcher.fast_field_values(name, [at for _, at in hits]) for name in ("id", "group"))
    group = dict(zip(numbers, groups, strict=True))
    assert group[1] == group[2] is not None
    assert group[3] is None


def test_what_came_bit_by_bit_is_written_in_one_go_and_in_fewer_bytes(tmp_path: Path) -> None:
    index = bit_by_bit(tmp_path / "index")
    assert index.scattered
    reading, before = Index(tmp_path / "index", writable=False), index.size()
    index.rewrite(12, texts(range(1, 601)))
    assert (index.generation, index.searcher().num_segments, index.scattered) == (12, 1, False)
    assert index.size() < before
    assert held(index, "every") == list(range(1, 601))
    assert held(reading, "w77") == [77]  # as it was opened
    reading = Index(tmp_path / "index")
    assert held(reading, "every") == list(range(1, 601))


def test_even_what_came_in_two_pieces_is_written_in_one() -> None:
    index = Index(None)
    index.update(1, [], texts(range(1, 101)))
    assert not index.scattered
    index.update(2, [], texts(range(101, 301)))
    assert index.scattered


def test_a_little_that_comes_later_lets_it_be(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    index.update(1, [], texts(range(1, 301)))
    for turn in range(6):
        index.update(turn + 2, [turn + 1], texts([1000 + turn]))
    assert not index.scattered
    assert held(index, "every") == [*range(7, 301), *range(1000, 1006)]


def test_a_rewriting_that_is_killed_leaves_what_was_there(tmp_path: Path) -> None:
    before = held(bit_by_bit(tmp_path / "index"), "every")
    process = subprocess.Popen(
        [sys.executable, "-c", REWRITING, str(tmp_path / "index")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "midway\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    index = Index(tmp_path / "index")
    assert (index.generation, held(index, "every")) == (12, before)
    index.update(13, [1], texts([601]))
    assert held(index, "every") == list(range(2, 602))


def test_a_rewriting_that_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    def stopped() -> Iterator[Text]:
        yield from texts(range(1, 100))
        raise InterruptedError

    index = bit_by_bit(tmp_path / "index")
    with pytest.raises(InterruptedError):
        index.rewrite(12, stopped())
    assert (index.generation, held(index, "every")) == (12, list(range(1, 601)))


def test_a_small_disk_has_no_room_for_another(small_disk: Path) -> None:  # noqa: F811
    index = bit_by_bit(small_disk / "index")
    assert index.scattered
    assert not index.has_room


def test_a_disk_that_fills_while_it_is_written_anew_leaves_what_was_there(
    small_disk: Path,  # noqa: F811
) -> None:
    index = bit_by_bit(small_disk / "index")
    chance = random.Random(3)  # noqa: S311
    words = ((one, 0, f"every {chance.random()} {chance.random()} w{one}") for one in range(1, 60_001))
    with pytest.raises((ValueError, OSError)):
        index.rewrite(12, words)
    for opened in (index, Index(small_disk / "index")):
        assert (opened.generation, held(opened, "every")) == (12, list(range(1, 601)))
    index.update(13, [1], texts([601]))  # there is room again
    assert held(index, "every") == list(range(2, 602))
