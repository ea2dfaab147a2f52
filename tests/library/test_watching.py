"""A new article appears by itself."""

import threading
from collections.abc import Callable
from pathlib import Path

from tui.library.watching import watch


def first_change(corpus: Path, write: Callable[[int], object]) -> frozenset[Path]:
    """What is told first while `write` is called again and again, as a watch takes a moment to begin."""
    stop, done = threading.Event(), threading.Event()

    def keep_writing() -> None:
        for turn in range(200):
            write(turn)
            if done.wait(0.05):
                return

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        return next(filter(None, watch([corpus], stop)), frozenset())
    finally:
        done.set()
        stop.set()
        writer.join()


def test_a_new_article_is_told(corpus: Path) -> None:
    told = first_change(
        corpus, lambda turn: (corpus / f"new{turn}.txt").write_text("New\n\nText.\n", "utf-8")
    )
    assert told
    assert {path.parent for path in told} == {corpus.resolve()}


def test_what_is_no_article_is_not_told(corpus: Path) -> None:
    def write(turn: int) -> None:
        (corpus / ".hidden.txt").write_text(str(turn), "utf-8")
        (corpus / "picture.png").write_text(str(turn), "utf-8")
        (corpus / "told.txt").write_text(str(turn), "utf-8")

    assert {path.name for path in first_change(corpus, write)} == {"told.txt"}


def test_that_all_is_watched_is_told_first_and_what_is_written_then_is_not_missed(corpus: Path) -> None:
    stop = threading.Event()
    changes = watch([corpus], stop)
    assert next(changes) == frozenset()
    (corpus / "new.txt").write_text("New\n\nText.\n", "utf-8")
    assert {path.name for path in next(changes)} == {"new.txt"}
    stop.set()


def test_watching_nothing_ends_at_once(tmp_path: Path) -> None:
    assert list(watch([tmp_path / "none", "-"], threading.Event())) == []


def test_watching_ends_when_it_is_stopped(corpus: Path) -> None:
    stop = threading.Event()
    stop.set()
    assert list(watch([corpus], stop)) == []
