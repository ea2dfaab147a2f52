"""An article's address is opened by the reader's browser: the web's own addresses only, asked for, and by no shell."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tests.terminal.screen import Terminal

BROWSER = """#!/bin/sh
printf '%s\\n' "$@" >> "$0.told"
"""

ARTICLE = "---\ntitle: The ferry; $(touch {folder}/ran)\nurl: {url}\n---\nThe ferry sails in June.\n"


def browse(terminal: Terminal) -> None:
    terminal.until("1 article ")
    terminal.press("B")


def asked(opened: Open, folder: Path, url: str) -> Terminal:
    """The program on one article of that address, with a browser that writes down what it is given."""
    news = folder / "$(touch ran)"
    news.mkdir()
    (news / "a;touch ran.md").write_text(ARTICLE.format(folder=folder, url=url), encoding="utf-8")
    browser = folder / "browser"
    browser.write_text(BROWSER)
    browser.chmod(0o755)
    return opened("--fresh", path=news, size=(140, 30), environment={"BROWSER": str(browser)}, folder=folder)


def test_an_address_is_opened_when_the_reader_says_so(opened: Open, tmp_path: Path) -> None:
    url = "https://news.example/a?b=1&c=$(touch%20ran);touch${IFS}ran"
    with asked(opened, tmp_path, url) as terminal:
        browse(terminal)
        terminal.until("Open at news.example")
        terminal.press("n", "enter")
        terminal.until("Not opened.")
        assert not (tmp_path / "browser.told").exists()
        terminal.press("B")
        terminal.until("Open at news.example")
        terminal.press("y", "enter")
        terminal.until((tmp_path / "browser.told").exists)
        terminal.until("? keys")
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored
    assert (tmp_path / "browser.told").read_text().splitlines() == [url]
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("file:///etc/passwd", "Only http and https are opened"),
        ("javascript:alert(1)", "Only http and https are opened"),
        ("https://bank.example@evil.example/", "could mislead"),
        ('""', "No address is told"),
    ],
)
def test_other_addresses_are_told_and_not_opened(opened: Open, tmp_path: Path, url: str, told: str) -> None:
    with asked(opened, tmp_path, url) as terminal:
        browse(terminal)
        terminal.until(told)
        terminal.press("y", "enter")
        assert terminal.leave("ctrl+q") == 0
    assert not (tmp_path / "browser.told").exists()
