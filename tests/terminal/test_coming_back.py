"""A reader stops in the middle and goes on where they stopped."""

import signal
import subprocess
from pathlib import Path

from tests.terminal.conftest import HARBOUR, LONG, PROGRAM, Open


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


def test_a_killed_program_has_lost_nothing(opened: Open, news: Path) -> None:
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until("3 articles")
        terminal.press("down", "enter")
        terminal.until(" block 1 of 4")
        terminal.still(0.8)
        terminal.signal(signal.SIGKILL)
        terminal.wait()
    with opened(path=news, size=(120, 40)) as terminal:
        terminal.until(" block 1 of 4")


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
