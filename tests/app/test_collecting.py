"""Very many findings are gathered, and letters typed, without a pause."""

import gc
import weakref
from threading import Thread

import pytest

from tui.app.collecting import DUE, MANY, collect_if_due, put_off_until_rest, without_pauses


def _gather() -> None:
    with without_pauses():
        pass


class Thing:
    """Something that can be watched."""


def test_nothing_is_looked_for_meanwhile_and_what_is_let_go_is_freed_afterwards() -> None:
    with without_pauses():
        assert not gc.isenabled()
        thing = Thing()
        gone = weakref.ref(thing)
    assert gc.isenabled()
    del thing
    assert gone() is None


def test_very_many_are_left_out_of_the_searches_that_follow_and_few_are_not() -> None:
    before = gc.get_freeze_count()
    with without_pauses():
        few = [[] for _ in range(10)]
    assert few
    assert gc.get_freeze_count() == before
    with without_pauses():
        many = [[] for _ in range(2 * MANY)]
    assert gc.get_freeze_count() > before + len(many)
    gc.unfreeze()


def test_of_several_threads_the_last_one_ends_it() -> None:
    with without_pauses():
        other = Thread(target=_gather)
        other.start()
        other.join()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_fault_ends_it_too() -> None:
    with pytest.raises(ValueError, match="no"), without_pauses():
        raise ValueError("no")
    assert gc.isenabled()


def test_what_was_let_go_while_the_reader_typed_is_freed_when_the_reader_rests() -> None:
    thresholds = gc.get_threshold()
    put_off_until_rest()
    try:
        gc.collect()
        circle = Thing()
        circle.itself = circle  # type: ignore[attr-defined]
        gone = weakref.ref(circle)
        gc.collect(0)
        del circle
        collect_if_due()
        assert gone() is not None  # nothing to speak of was made since
        for _ in range(DUE):
            gc.collect(0)
        gc.disable()
        collect_if_due()
        gc.enable()
        assert gone() is not None  # very many findings are being gathered
        collect_if_due()
        assert gone() is None
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
