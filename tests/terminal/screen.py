"""A real terminal for tests: a program in a pseudo-terminal, the keys typed and the screen that it drew.

    with Terminal(["corpus-tui", str(folder)], size=(80, 24)) as terminal:
        terminal.until("Articles")
        terminal.press("down", "enter")
        terminal.type("/visible")
        terminal.until(lambda: "3 of 412" in terminal.line(0))
        terminal.resize(120, 40)
        assert terminal.leave("q") == 0
        assert terminal.restored

Nothing here sleeps: each wait is for text, for a condition, for silence or for the end of the program, and
fails with the screen as it stood.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pyte
import pyte.modes
import pyte.screens

PATIENCE = 60.0
"""Seconds that a wait may take before the test fails; a busy machine is slow, not wrong."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for a key, by Textual's name of it."""

ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""Questions that a modern terminal answers by itself."""

QUESTION = re.compile(b"|".join(re.escape(question) for question in ANSWERS))

# What pyte would print or stumble over: private CSI with < = >, mode queries, strings (DCS, APC, OSC).
FOREIGN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$?[pu]|\x1b[P_^].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)",
    re.DOTALL,
)
UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?$]*|[P_^\]][^\x07\x1b]*\x1b?)?$")

ALTERNATE_SCREEN = 1049
MOUSE = frozenset({1000, 1002, 1003, 1006, 1015, 1016})
PASTE = 2004
FOCUS = 1004
CURSOR = 25
SYNCHRONIZED = 2026


class Screen(pyte.Screen):
    """pyte with an alternate screen, all modes, and faint text (kept as blinking, which nobody uses)."""

    def __init__(self, columns: int, lines: int) -> None:
        self.private: set[int] = {CURSOR, 7}
        self._main: Any = None
        super().__init__(columns, lines)

    def set_mode(self, *modes: int, **how: Any) -> None:
        if how.get("private"):
            self.private |= set(modes)
            if ALTERNATE_SCREEN in modes and self._main is None:
                self.save_cursor()
                self._main = {y: dict(row) for y, row in self.buffer.items()}
                self.erase_in_display(2)
        super().set_mode(*modes, **how)

    def reset_mode(self, *modes: int, **how: Any) -> None:
        if how.get("private"):
            self.private -= set(modes)
            if ALTERNATE_SCREEN in modes and self._main is not None:
                self.erase_in_display(2)
                for y, row in self._main.items():
                    self.buffer[y].update(row)
                self._main = None
                self.restore_cursor()
        super().reset_mode(*modes, **how)

    def select_graphic_rendition(self, *attributes: int, **_: Any) -> None:
        told, rest = [], list(attributes)
        while rest:
            code = rest.pop(0)
            if code in (38, 48) and rest:
                take = 4 if rest[0] == 2 else 2
                told += [code, *rest[:take]]
                rest = rest[take:]
            else:
                told += {2: [5], 5: [], 22: [22, 25]}.get(code, [code])
        if told or not attributes:
            super().select_graphic_rendition(*told)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self._erase(super().erase_in_line, how, private)

    def erase_characters(self, count: int | None = None) -> None:
        self._erase(super().erase_characters, count)

    def _erase(self, erase: Callable[..., None], *how: Any) -> None:
        """What is erased takes the background in use, and nothing else of the pen."""
        pen = self.cursor.attrs
        self.cursor.attrs = self.default_char._replace(bg=pen.bg)
        erase(*how)
        self.cursor.attrs = pen

    @property
    def display(self) -> list[str]:
        """The rows as text; pyte's own fails while half of a wide character is overwritten."""
        return ["".join(cell.data for cell in row) for row in self.cells()]

    def cells(self) -> list[list[pyte.screens.Char]]:
        """Every cell of the screen with its colours and attributes, row by row."""
        return [[self.buffer[y][x] for x in range(self.columns)] for y in range(self.lines)]


class Feed:
    """Bytes of a program, however they were cut, put on a `Screen`."""

    def __init__(self, screen: Screen) -> None:
        self._stream = pyte.ByteStream(screen)
        self._rest = b""

    def __call__(self, data: bytes) -> None:
        data = self._rest + data
        found = UNFINISHED.search(data)
        cut = found.start() if found else len(data)
        self._rest = data[cut:]
        self._stream.feed(FOREIGN.sub(b"", data[:cut]))


class Terminal:
    """A program in a pseudo-terminal of `size` (columns, rows) cells.

    `environment` is added to a small clean one (PATH, HOME, LANG, the XDG folders); a value of None removes a
    name. `answers` tells whether the terminal answers what programs ask of it (device attributes, modes).
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
        environment: Mapping[str, str | None] | None = None,
        answers: bool = True,
        folder: str | os.PathLike[str] | None = None,
    ) -> None:
        self.screen = Screen(*size)
        self.raw = bytearray()
        """All bytes that the program has written."""
        self._feed = Feed(self.screen)
        self._answers = answers
        self._ended = False
        self._fd, line = pty.openpty()
        self._set_size(*size)
        # The line is opened by name in a new session: so it becomes the controlling terminal of the program.
        self.process = subprocess.Popen(
            ["sh", "-c", 'exec "$@" 0<>"$0" 1>&0 2>&0', os.ttyname(line), *command],
            env=_environment(term, environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=folder,
        )
        # The line stays open here until the program has opened it, else a read could meet a closed line.
        self._line: int | None = line
        self._modes_before = termios.tcgetattr(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What goes in.

    def type(self, text: str | bytes) -> None:
        """Send text, or raw bytes, as if typed; what the program writes meanwhile is read."""
        data = text.encode() if isinstance(text, str) else text
        deadline = time.monotonic() + PATIENCE
        while data and not self._ended:
            assert time.monotonic() < deadline, self._failure("the program does not read what is typed")
            readable, writable, _ = select.select([self._fd], [self._fd], [], 1)
            if readable:
                self._read()
            if writable:
                data = data[os.write(self._fd, data[:1024]) :]

    def press(self, *keys: str) -> None:
        """Send keys by name (`enter`, `ctrl+p`, `pagedown`) or as one character."""
        for key in keys:
            self.type(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Send text as a terminal in paste mode does."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away, as a dropped connection does."""
        self._ended = True
        if self._line is not None:
            os.close(self._line)
            self._line = None
        os.close(self._fd)
        self._fd = -1

    # What comes out.

    @property
    def text(self) -> str:
        """The screen, one line a row, without the blanks at the ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line(self, row: int) -> str:
        return self.screen.display[row].rstrip()

    @property
    def modes(self) -> set[int]:
        """The private modes that are on: 1049 alternate screen, 25 cursor, 2004 paste, 1000–1016 mouse …"""
        return self.screen.private

    @property
    def restored(self) -> bool:
        """Is the terminal as a shell expects it: main screen, cursor, no mouse or paste mode, line modes?"""
        clean = CURSOR in self.modes and not self.modes & (
            {ALTERNATE_SCREEN, PASTE, FOCUS, SYNCHRONIZED} | MOUSE
        )
        return clean and termios.tcgetattr(self._fd) == self._modes_before

    def until(self, wanted: str | Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait until text is on the screen, or a condition holds."""

        def met() -> bool:
            return wanted in self.text if isinstance(wanted, str) else wanted()

        deadline = time.monotonic() + seconds
        while not met():
            left = deadline - time.monotonic()
            assert left > 0, self._failure(f"waited {seconds:g} s for {wanted!r}")
            ended = self._ended or self.process.poll() is not None
            if not self._pump(min(left, 0.1)) and not met():
                assert not ended, self._failure(f"the program ended before {wanted!r}")

    def still(self, quiet: float = 0.15, seconds: float = PATIENCE) -> int:
        """Wait until nothing was written for `quiet` seconds; the number of bytes that came meanwhile."""
        before = len(self.raw)
        deadline = time.monotonic() + seconds
        while not self._ended and self._pump(quiet):
            assert time.monotonic() < deadline, self._failure(f"not still after {seconds:g} s")
        return len(self.raw) - before

    def wait(self, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended; its exit status, negative for a signal."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, self._failure(f"still running after {seconds:g} s")
            self._pump(0.02)
        while self._fd >= 0 and self._pump(0):
            pass
        return self.process.returncode

    def leave(self, *keys: str, seconds: float = PATIENCE) -> int:
        """Press keys that end the program; its exit status."""
        self.press(*keys)
        return self.wait(seconds)

    def close(self) -> None:
        """End the program (hang-up, then kill) and free the terminal."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGHUP)
            self.process.send_signal(signal.SIGCONT)
            try:
                self.process.wait(2)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self._line is not None:
            os.close(self._line)
            self._line = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _pump(self, seconds: float) -> bool:
        """Read once if something comes within `seconds`."""
        if self._ended or self._fd < 0:
            select.select([], [], [], min(seconds, 0.02))
            return False
        readable, _, _ = select.select([self._fd], [], [], seconds)
        return bool(readable) and self._read()

    def _read(self) -> bool:
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self._ended = True
            return False
        self.raw += data
        self._feed(data)
        if self._answers:
            for question in QUESTION.findall(data):
                os.write(self._fd, ANSWERS[question])
        return True

    def _failure(self, what: str) -> str:
        status = self.process.poll()
        ended = "" if status is None else f" (the program ended with {status})"
        frame = "─" * self.screen.columns
        return f"{what}{ended}; the screen:\n{frame}\n{self.text}\n{frame}"


def _environment(term: str, changes: Mapping[str, str | None]) -> dict[str, str]:
    kept = (
        "PATH",
        "HOME",
        "LANG",
        "TMPDIR",
        "VIRTUAL_ENV",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
    )
    clean = {name: os.environ[name] for name in (*kept, "XDG_CONFIG_HOME") if name in os.environ}
    clean.setdefault("LANG", "C.UTF-8")
    clean["TERM"] = term
    for name, value in changes.items():
        if value is None:
            clean.pop(name, None)
        else:
            clean[name] = value
    return clean
