"""A reader stops in the middle and goes on where they stopped."""

import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.terminal.conftest import HARBOUR, LONG, PROGRAM, Indexed, Open
from tests.terminal.screen import Terminal
from tui.app.terminal.session import SessionFile


def read_on(opened: Open, news: Path) -> None:
    """Open the first article and walk down to its sixth passage."""
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until("3 articles")
        terminal.press("enter")
        terminal.until(" block 1 of")
        terminal.press(*"jjjjj")
        terminal.until(" block 6 of")


def test_what_lay_open_is_there_again_at_the_same_words(opened: Open, news: Path) -> None:
    read_on(opened, news)
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until(" block 6 of")
    article = news / "001_harbour.txt"
    article.write_text(HARBOUR.format(middle=LONG).replace("By Ines", "Updated on Tuesday.\n\nBy Ines"))
    subprocess.run([*PROGRAM, "index", str(news)], check=True, capture_output=True)
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until(" block 7 of")


def end(terminal: Terminal, how: str) -> int:
    """End it from outside; its exit status."""
    if how == "killed":
        terminal.still(0.8)
        terminal.signal(signal.SIGKILL)
    elif how == "vanished":
        terminal.hang_up()
    else:
        terminal.signal(signal.Signals[how])
    return terminal.wait()


@pytest.mark.parametrize(
    ("how", "status"),
    [("killed", -signal.SIGKILL), ("SIGTERM", 128 + signal.SIGTERM), ("vanished", 128 + signal.SIGHUP)],
)
def test_a_program_that_was_ended_from_outside_has_lost_nothing(
    opened: Open, indexed: Indexed, how: str, status: int
) -> None:
    with opened("--fresh", size=(120, 40)) as terminal:
        terminal.until("? keys")
        terminal.press("down", "enter")
        terminal.until(" block 1 of 4")
        terminal.press("j", "j")
        terminal.until(" block 3 of 4")
        assert end(terminal, how) == status
    kept = SessionFile([str(indexed.news)]).load()
    assert kept is not None
    assert [(text.article, text.block) for text in kept.texts] == [("002_ferry", 3)]


def test_fresh_starts_with_the_list(opened: Open, news: Path) -> None:
    read_on(opened, news)
    with opened("--fresh", path=news, size=(120, 40)) as terminal:
        terminal.until("? keys")
        assert " block " not in terminal.text


def test_an_article_that_is_gone_is_left_out(opened: Open, news: Path) -> None:
    read_on(opened, news)
    (news / "001_harbour.txt").unlink()
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until("2 articles")
        terminal.still()
        assert terminal.leave("ctrl+q") == 0


def test_the_theme_that_was_chosen_is_worn_again(opened: Open, news: Path) -> None:
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until("3 articles")
        before = terminal.screen.buffer[20][20].bg
        terminal.press("t")
        terminal.until("Theme ")
        terminal.until(lambda: terminal.screen.buffer[20][20].bg != before)
        chosen = terminal.screen.buffer[20][20].bg
        terminal.leave("ctrl+q")
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until("3 articles")
        assert terminal.screen.buffer[20][20].bg == chosen


def unread(terminal: Terminal) -> list[str]:
    """The numbers of the articles that are told as unread, in a list with a row an article."""
    rows = [line.split() for line in terminal.text.splitlines() if re.search(r" 00[123] ", line)]
    return [next(word for word in row if word.startswith("00")) for row in rows if "•" in row]


def test_what_was_read_is_no_longer_new_at_the_next_start(opened: Open, news: Path) -> None:
    with opened(path=news, size=(140, 40)) as terminal:
        terminal.until("3 articles")
        terminal.until(lambda: unread(terminal) == ["001", "002", "003"])
        terminal.press("down", "enter")
        terminal.until(" block 1 of 4")
        terminal.press("x")
        terminal.until("article 2 of 3")
        assert terminal.leave("ctrl+q") == 0
    for options in ([], ["--fresh"]):
        with opened(*options, path=news, size=(140, 40)) as terminal:
            terminal.until("003 The clerk")
            assert unread(terminal) == ["001", "003"]  # also before the app itself is there
            terminal.until("? keys")
            terminal.still()
            assert unread(terminal) == ["001", "003"]
            assert terminal.leave("ctrl+q") == 0


def test_two_terminals_on_one_corpus_do_not_fight(opened: Open, news: Path) -> None:
    with opened(path=news, size=(140, 40)) as one, opened(path=news, size=(140, 40)) as two:
        for terminal in (one, two):
            terminal.until("3 articles")
        one.press("enter")
        one.until(" block 1 of 64")
        two.press("G", "enter", "j", "j")
        two.until(" block 3 of 60")
        one.press("j")
        one.until(" block 2 of 64")
        assert one.leave("ctrl+q") == 0
        two.press("j")
        two.until(" block 4 of 60")
        assert two.leave("ctrl+q") == 0
    with opened(path=news, size=(140, 40)) as terminal:  # what the last one left, and all that was read
        terminal.until(" block 4 of 60")
        terminal.press("x")
        terminal.until("article 3 of 3")
        assert unread(terminal) == ["002"]
