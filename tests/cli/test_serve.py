"""The app in a browser on this machine: for whoever has the address, and for nobody else."""

import asyncio
import contextlib
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.cli.browser import CHROMIUM, Browser
from tests.terminal.conftest import PROGRAM, write_news
from tests.terminal.screen import Feed, Screen

counted = pytest.mark.skipif(
    not Path("/proc/self").is_dir(), reason="what a process has started and listens to is not told here"
)


class Served:
    """A server, its address, and the apps that it has started."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, "serve", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    @property
    def apps(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=10)
        return self.process.returncode


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(str(write_news(tmp_path / "news")))
    yield server
    if server.process.poll() is None:
        server.end()


@contextlib.asynccontextmanager
async def page(address: str) -> AsyncIterator[tuple[aiohttp.ClientWebSocketResponse, Screen]]:
    """A page as the server knows it, with what it shows: open once the app has drawn."""
    screen = Screen(80, 24)
    feed = Feed(screen)
    async with aiohttp.ClientSession() as web, web.ws_connect(f"{address}line?width=80&height=24") as line:
        while not any("3 articles" in row for row in screen.display):
            feed(await line.receive_bytes(timeout=20))
        yield line, screen


async def gone(pids: list[int]) -> None:
    """Wait until no process of them is left."""
    until = time.monotonic() + 10
    while any(
        Path(f"/proc/{pid}/cmdline").exists() and Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids
    ):
        assert time.monotonic() < until, "the app goes on without its page"
        await asyncio.sleep(0.02)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
async def test_a_reader_opens_the_address_and_reads_without_a_network(served: Served, tmp_path: Path) -> None:
    async with Browser(tmp_path / "profile", (1200, 800)) as browser:
        await browser.open(served.address)
        await browser.until("3 articles")
        await browser.press("ArrowDown", "Enter")
        await browser.until(" block 1 of 4")
        assert "Harbour council" in browser.text, "there is room for list and text"
        before = await browser.picture()
        assert before.startswith(b"\x89PNG")

        await browser.resize(700, 500)
        await browser.until(lambda: "Harbour council" not in browser.text)
        await browser.press("j", "j")
        await browser.until(" block 3 of 4")
        assert await browser.picture() != before

        origin = served.address.rsplit("/", 2)[0]
        assert {re.sub("^ws", "http", asked).startswith(origin) for asked in browser.asked} == {True}
        assert [told for told in browser.told if "WebGL" not in told] == []

        await browser.press("q", "q", "q")
        await browser.until(lambda: browser.closed)
        assert "Open it again" in await browser.ask("document.body.innerText")
    assert served.end() == 0


@counted
async def test_who_does_not_know_the_token_gets_nothing(served: Served) -> None:
    host, token = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)([\w-]{43})/", served.address).groups()  # type: ignore[union-attr]
    wrong = token[:-1] + ("A" if token[-1] != "A" else "B")
    async with aiohttp.ClientSession() as web:
        for part in ("", "terminal.js", "terminal.css", "upright.ttf", "page.js"):
            async with web.get(f"{host}{token}/{part}") as answer:
                assert answer.status == 200
                assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        for path in (
            "",
            "line",
            "terminal.js",
            f"{wrong}/",
            f"{wrong}/terminal.js",
            "%ff%fe/",
            f"{token}/secret",
        ):
            async with web.get(f"{host}{path}") as answer:
                assert answer.status == 404
                assert token not in await answer.text()
        for path in ("line", "ws", f"{wrong}/line"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await web.ws_connect(f"{host}{path}")
            assert refused.value.status == 404
    assert served.apps == []


@counted
async def test_it_listens_on_this_machine_alone(served: Served) -> None:
    port = int(re.search(r":(\d+)/", served.address)[1])  # type: ignore[index]
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    assert [local for local in listening if local.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]


@counted
async def test_every_page_is_a_reader_of_its_own_and_ends_with_it(served: Served) -> None:
    async with page(served.address) as (_, one), page(served.address) as (line, two):
        assert any("Harbour council" in row for row in one.display)
        assert any("Harbour council" in row for row in two.display)
        apps = served.apps
        assert len(apps) == 2
        await line.close()
        await gone(apps[1:])
        assert apps[0] in served.apps
    await gone(apps)
    assert served.end() == 0


@counted
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_with_the_server_all_readers_end(served: Served, number: signal.Signals) -> None:
    async with page(served.address):
        apps = served.apps
        assert served.end(number) == (0 if number != signal.SIGKILL else -number)
        await gone(apps)


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [(["-"], 2, "standard input cannot be served"), (["/no/such/folder"], 1, "/no/such/folder")],
)
def test_what_cannot_be_served_is_told(options: list[str], status: int, told: str) -> None:
    done = subprocess.run([*PROGRAM, "serve", *options], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert told in done.stderr
    assert done.stdout == ""


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    port = re.search(r":(\d+)/", served.address)[1]  # type: ignore[index]
    done = subprocess.run([*PROGRAM, "serve", "--port", port], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"port {port} is not to be had" in done.stderr


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['textual_serve'] = None; from tui.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "serve"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'corpus-tui[serve]'" in done.stderr
