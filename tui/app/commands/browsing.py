"""Opening an article's address in the browser: only the web's own addresses, and only when the reader says so."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.app import SuspendNotSupported

from tui.app.commands.table import reading
from tui.app.terminal.editor import lend
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen

SECONDS = 20
"""After which a browser that has not answered is left alone."""


@reading("browse")
def browse(screen: ReadingScreen) -> None:
    """Open the article's address in the browser, after asking."""
    row = screen.articles.row
    wanted = row.id if screen.desk.front == "list" and row is not None else screen.desk.reading
    article = screen.corpus_app.article_or_none(wanted) if wanted else None
    if article is None or not article.url:
        screen.say(
            "No address is told for this article."
            if article
            else screen.keyed("No article is open: {open} opens one.")
        )
        return
    address, problem = web_address(article.url)
    if problem:
        screen.say(problem, warning=True)
        return

    def answered(text: str) -> None:
        if text.strip().casefold() in ("y", "yes"):
            _open(screen, address)
        else:
            screen.say("Not opened.")

    screen.ask("y and {open} open it · {escape} leaves it", "", answered=answered)
    screen.say(f"Open at {urlsplit(address).hostname}: {address} ?")


def web_address(told: str) -> tuple[str, str]:
    """The address as it is opened and can be shown, to the letter; or why it is not opened.

    Names in other scripts are told as the network knows them (`xn--…`), so that none looks like another.
    """
    address = told.strip()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return "", f"This is no address: {plain(told)}"
    if parts.scheme.lower() not in ("http", "https") or not host:
        return "", f"Only http and https are opened, not {plain(told)}"
    if parts.username or parts.password or plain(address) != address or " " in address:
        return "", f"This address could mislead, and is not opened: {plain(told)}"
    if not (parts.hostname or "").isascii():
        address = parts._replace(netloc=host if port is None else f"{host}:{port}").geturl()
    return address, ""


def _open(screen: ReadingScreen, address: str) -> None:
    """Open it: a browser in the terminal gets the terminal meanwhile, another one is started beside it."""
    app = screen.corpus_app
    if app.is_web:
        app.open_url(address)
        screen.say("Handed to the browser.")
        return
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        screen.say("No browser was found: name one in BROWSER.", warning=True)
        return
    if type(browser) is webbrowser.GenericBrowser:
        try:
            lend(app, lambda: browser.open(address))
        except SuspendNotSupported:
            screen.say("This terminal cannot be lent to a browser.", warning=True)
        return
    failed: list[str] = []

    def done(problem: str) -> None:
        if screen.is_attached:
            told = problem or "".join(failed)
            screen.say(told or "Handed to the browser.", warning=bool(told))

    app.background.do("browser", lambda: failed.extend(_start(address)), done)


def _start(address: str) -> list[str]:
    """Let Python's own `webbrowser` open it in another process, so that nothing it prints gets on the screen."""
    try:
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-m", "webbrowser", address]
        subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=SECONDS, check=True)  # noqa: S603
    except subprocess.TimeoutExpired:
        return []
    except (OSError, subprocess.CalledProcessError):
        return ["The browser could not be started."]
    return []
