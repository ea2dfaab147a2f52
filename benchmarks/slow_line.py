#!/usr/bin/env python3
"""Start and page over SSH and a slow line, all on one machine: the program beside less and newsboat.

    slow_line.py [--delay 0.1] [--rate 64000] [--size 120x40] [--articles 200] [--runs 5] [-- corpus-tui]

An OpenSSH server with keys of its own listens on loopback, as the user who calls this; between it and the client stands
a proxy that holds each byte back for half of `--delay` seconds and lets `--rate` bytes a second through, each way.
After login a shell waits at the far end; a start is measured from the enter key until the list (newsboat:
its feeds; less: the text) is on the screen, a page from the key until its last byte. Articles are made of the bundled
ones, the first is long, and less shows the same file. Prints medians, bytes, and the ratios.
"""

import argparse
import asyncio
import getpass
import os
import random
import re
import shlex
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.terminal.screen import Terminal  # noqa: E402

QUIET = 0.7
"""Seconds without a byte after which a screen is whole."""

PAGES = 6
PROMPT = "at the far end:"
SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


class FarTerminal(Terminal):
    """A terminal whose program is at the far end of the line."""

    at = 0.0
    """When the last bytes came."""

    def _read(self) -> bool:
        self.at = time.monotonic()
        return super()._read()

    def seconds(self, key: str, text: str = "") -> tuple[float, int]:
        """Press a key: seconds until `text` is on the screen, or (where none is told) the last byte; and all bytes."""
        began, before = time.monotonic(), len(self.raw)
        self.press(key)
        if text:
            self.until(text, 60)
            shown = self.at
            self.still(QUIET)
        else:
            self.until(lambda: len(self.raw) > before, 60)
            self.still(QUIET)
            shown = self.at
        return shown - began, len(self.raw) - before


class SlowLine(threading.Thread):
    """Lets connections to `port` through to `behind`, late and slowly."""

    def __init__(self, behind: int, delay: float, rate: float) -> None:
        super().__init__(daemon=True)
        self._behind, self._delay, self._rate = behind, delay / 2, rate
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])

    def run(self) -> None:
        """Serve until the program ends."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        async with await asyncio.start_server(self._connected, sock=self._socket) as server:
            await server.serve_forever()

    async def _connected(self, near: asyncio.StreamReader, to_near: asyncio.StreamWriter) -> None:
        far, to_far = await asyncio.open_connection("127.0.0.1", self._behind)
        for writer in (to_near, to_far):
            writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.gather(self._through(near, to_far), self._through(far, to_near))

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        handing_on = asyncio.create_task(self._hand_on(waiting, writer))
        free_at = 0.0
        while data := await reader.read(256):
            now = time.monotonic()
            free_at = max(free_at, now) + len(data) / self._rate
            waiting.put_nowait((free_at + self._delay, data))
        await waiting.join()
        handing_on.cancel()
        writer.close()

    @staticmethod
    async def _hand_on(waiting: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter) -> None:
        while True:
            due, data = await waiting.get()
            await asyncio.sleep(due - time.monotonic())
            with suppress(ConnectionError):
                writer.write(data)
                await writer.drain()
            waiting.task_done()


@contextmanager
def far_end(folder: Path, delay: float, rate: float) -> Iterator[list[str]]:
    """The SSH server behind the slow line; gives the client's command, to which a command can be added."""
    for name in ("host", "reader"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    (folder / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/reader.pub\n"
        "PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n"
    )
    assert SSHD is not None
    server = subprocess.Popen(
        [SSHD, "-D", "-e", "-f", folder / "sshd_config"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        while "listening" not in (told := server.stderr.readline()):
            if not told:
                raise SystemExit("slow_line: sshd does not start")
        line = SlowLine(port, delay, rate)
        line.start()
        known = ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={folder}/known"]
        quiet = ["-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes"]
        who = f"{getpass.getuser()}@127.0.0.1"
        yield [
            "ssh",
            "-F",
            "/dev/null",
            "-tt",
            "-p",
            str(line.port),
            "-i",
            str(folder / "reader"),
            *known,
            *quiet,
            who,
        ]
    finally:
        server.terminate()
        server.wait()


def make_corpus(folder: Path, count: int) -> tuple[Path, str]:
    """Articles of the paragraphs of the bundled ones, dealt out with other numbers; the folder, the first title."""
    chance = random.Random(7)
    pool = [
        paragraph
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n")
        if len(paragraph) > 80
    ]
    articles = folder / "articles"
    articles.mkdir()
    for number in range(count):
        told = chance.choices(pool, k=80 if number == 0 else chance.randrange(6, 14))
        text = "\n\n".join(re.sub(r"\d", lambda _: str(chance.randrange(1, 10)), one) for one in told)
        title = f"Report {number:05} of the day"
        (articles / f"{number:05}.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    return articles, "Report 00000"


def make_feed(folder: Path, articles: Path) -> list[str]:
    """The articles as a local feed that newsboat has read already; newsboat's command."""
    items = "".join(
        f"<item><title>Report {path.stem} of the day</title><guid>{path.stem}</guid></item>"
        for path in sorted(articles.iterdir())[:1000]
    )
    feed = folder / "feed.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>All reports</title>{items}</channel></rss>')
    (folder / "urls").write_text(f"file://{feed}\n")
    (folder / "newsboat.conf").write_text("auto-reload no\n")
    command = [
        "newsboat",
        "-q",
        "-u",
        f"{folder}/urls",
        "-c",
        f"{folder}/newsboat.db",
        "-C",
        f"{folder}/newsboat.conf",
    ]
    subprocess.run([*command, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
    return command


@dataclass
class Figures:
    """What was measured of one program: seconds and bytes of each start and each page."""

    starts: list[tuple[float, int]] = field(default_factory=list)
    pages: list[tuple[float, int]] = field(default_factory=list)


def median(measured: list[tuple[float, int]]) -> tuple[float, float]:
    return statistics.median(one[0] for one in measured), statistics.median(one[1] for one in measured)


def measure(
    far: list[str], command: list[str], text: str, keys: list[str], page: str, size: tuple[int, int]
) -> Figures:
    """One start and some pages."""
    told = Figures()
    with FarTerminal([*far, f"PS1={shlex.quote(PROMPT)} exec sh"], size=size) as terminal:
        terminal.until(PROMPT, 60)
        terminal.type(f"clear; {shlex.join(command)}")
        terminal.still(QUIET)
        told.starts.append(terminal.seconds("enter", text))
        for key in keys:
            terminal.seconds(key)
        told.pages = [terminal.seconds(page) for _ in range(PAGES)] if page else []
    return told


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--delay", type=float, default=0.1)
    parser.add_argument("--rate", type=float, default=64_000)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("command", nargs="*", default=[])
    options = parser.parse_args()
    if SSHD is None or not shutil.which("ssh-keygen"):
        print("slow_line: not measured: OpenSSH's server is not installed", file=sys.stderr)
        return 0
    columns, _, rows = options.size.partition("x")
    size = (int(columns), int(rows))
    ours = options.command or [str(Path(sys.executable).parent / "corpus-tui")]
    with tempfile.TemporaryDirectory(prefix="slow-line-") as name:
        folder = Path(name)
        articles, title = make_corpus(folder, options.articles)
        own = [f"XDG_{part}_HOME={folder}/{part}" for part in ("CACHE", "STATE", "DATA", "CONFIG")]
        ours = ["env", *own, "COLORTERM=truecolor", "LANG=C.UTF-8", *ours]
        subprocess.run([*ours, "index", str(articles)], check=True, stdout=subprocess.DEVNULL)
        less = ["env", "LANG=C.UTF-8", "less", str(articles / "00000.txt")]
        programs = {
            "corpus-tui": ([*ours, str(articles)], title, ["enter"], "pagedown"),
            "less": (less, title, [], "space"),
        }
        if shutil.which("newsboat"):
            programs["newsboat"] = (make_feed(folder, articles), "All reports", [], "")
        else:
            print("slow_line: newsboat is not installed, and not measured", file=sys.stderr)
        figures = {program: Figures() for program in programs}
        with far_end(folder, options.delay, options.rate) as far:
            for _ in range(options.runs):
                for program, told in programs.items():
                    shutil.rmtree(folder / "STATE", ignore_errors=True)  # each start is the first
                    one = measure(far, *told, size)
                    figures[program].starts += one.starts
                    figures[program].pages += one.pages
    report(figures)
    return 0


def report(figures: dict[str, Figures]) -> None:
    """Print medians, and the program's ratio to the others."""
    for program, told in figures.items():
        seconds, sent = median(told.starts)
        line = f"{program:12} start {seconds:6.3f} s {sent:7.0f} B"
        if told.pages:
            seconds, sent = median(told.pages)
            line += f"   page {seconds:6.3f} s {sent:6.0f} B"
        print(line)
    ours, less, newsboat = figures["corpus-tui"], figures["less"], figures.get("newsboat")
    seconds, sent = (mine / its for mine, its in zip(median(ours.pages), median(less.pages), strict=True))
    print(f"page: {seconds:.2f} x less in time, {sent:.2f} x in bytes")
    if newsboat is not None:
        print(f"start after login: {median(ours.starts)[0] / median(newsboat.starts)[0]:.2f} x newsboat")


if __name__ == "__main__":
    raise SystemExit(main())
