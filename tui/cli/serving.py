"""The server behind `serve`: the app's page and its line, on loopback, for whoever knows the token in the address.

Textual-serve brings the terminal of the page and the talk between page and app. Its own page asks another site for a
font, and its own server answers everybody and starts the app by a shell: these parts are replaced here.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

import textual_serve
from aiohttp import web
from textual_serve import server
from textual_serve.app_service import AppService

LOOPBACK: Final = "127.0.0.1"
DRIVER: Final = "tui.app.terminal.web:PageDriver"

PATIENCE: Final = 3.0
"""Seconds that the app has for ending after its page was closed."""

STATIC: Final = Path(textual_serve.__file__).parent / "static"
HERE: Final = Path(__file__).parent
PARTS: Final = {
    "page.js": HERE / "page.js",
    "terminal.js": STATIC / "js" / "textual.js",
    "terminal.css": STATIC / "css" / "xterm.css",
    "upright.ttf": STATIC / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "italic.ttf": STATIC / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
"""What the page is made of, beside itself."""

PAGE: Final = Template((HERE / "page.html").read_text(encoding="utf-8"))

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:;"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page asks nobody but its server, is in no other page, and tells nobody its address."""

NOT_HANDED_DOWN: Final = ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "NO_COLOR")
"""What tells of the terminal in which the server was started: the page is another."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageApp(AppService):
    """The app with the arguments `options` behind one page: a process of its own, which ends with the page."""

    def __init__(self, options: Sequence[str], **talk: Any) -> None:
        super().__init__("corpus-tui", **talk)
        self._command = (sys.executable, "-m", "tui", "open", *options)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        told = super()._build_environment(width, height)
        for name in NOT_HANDED_DOWN:
            told.pop(name, None)
        return told | {"TEXTUAL_DRIVER": DRIVER, "TERM": "xterm-256color", "COLORTERM": "truecolor"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start it by its words, never by a shell."""
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height)
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the app draws until it ends, and the page with it."""
        await super().run()
        await self.remote_close()

    async def stop(self) -> None:
        """End the app; one that hears nothing is ended for it."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await super().stop()
                await process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


class Server(server.Server):
    """Serves the app with the arguments `options`, on a port of loopback (0: a free one). OSError where it is taken.

    `address` is where it is found. What does not begin with its token is answered 404, whatever is asked for.
    """

    def __init__(self, options: Sequence[str], port: int) -> None:
        self._socket = socket.create_server((LOOPBACK, port))
        super().__init__("corpus-tui", host=LOOPBACK, port=self._socket.getsockname()[1])
        self._options = options
        self._token = secrets.token_urlsafe(32)
        self._lines: set[web.WebSocketResponse] = set()
        self.address = f"{self.public_url}/{self._token}/"

    def run(self) -> None:
        """Serve until SIGINT, SIGTERM or SIGHUP."""
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        ended = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        try:
            await web.SockSite(runner, self._socket).start()
            await ended.wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._known])
        app.add_routes(
            [
                web.get("/{token}/", self.handle_index),
                web.get("/{token}/line", self.handle_websocket),
                web.get("/{token}/{part}", _part),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _known(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only who knows the token; compared so that the time it takes tells nothing of it."""
        told = request.path.split("/")[1]
        if not hmac.compare_digest(told.encode("utf-8", "surrogateescape"), self._token.encode()):
            raise web.HTTPNotFound
        return await handler(request)

    async def handle_index(self, _: web.Request) -> web.Response:
        """The page."""
        line = f"{self.address.replace('http', 'ws', 1)}line"
        return web.Response(
            text=PAGE.substitute(line=escape(line)), content_type="text/html", headers=HEADERS
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The line between a page and its app, for as long as both are there."""
        line = web.WebSocketResponse(heartbeat=15)
        await line.prepare(request)
        self._lines.add(line)
        app = PageApp(
            self._options,
            write_bytes=line.send_bytes,
            write_str=line.send_str,
            close=line.close,
            download_manager=self.download_manager,
        )
        size = (
            server.to_int(request.query.get(name, ""), least)
            for name, least in (("width", 80), ("height", 24))
        )
        try:
            await app.start(*size)
            await self._process_messages(line, app)
        finally:
            self._lines.discard(line)
            await app.stop()
        return line

    async def on_shutdown(self, _: web.Application) -> None:
        """End all pages."""
        for line in tuple(self._lines):
            await line.close()


async def _part(request: web.Request) -> web.FileResponse:
    path = PARTS.get(request.match_info["part"])
    if path is None:
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=HEADERS)
