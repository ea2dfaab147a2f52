"""Sessions played again from a file, and written down to one as the reader goes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.events import Event, Key, Paste, Resize
from textual.geometry import Size
from textual.keys import _character_to_key

from tui import __version__
from tui.app import commands
from tui.app.screens.base import CorpusScreen
from tui.app.steps import Step
from tui.app.text import plain
from tui.errors import WRONG_USAGE, CorpusError

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

PACE = 0.06
"""Seconds between two keys that are played."""

PATIENCE = 10.0
"""Seconds that an `until` waits."""

PAUSE = 1.0
"""Seconds without a key from which a pause is written down."""

LONGEST_PAUSE = 5.0
"""Seconds that a pause is written down as, however long it was."""


class Player:
    """Plays steps in an app. `problem` tells the step that did not come about; then the rest is not played.

    `sleep` waits for so many seconds, after each key and where a step says so; who makes pictures takes one then.
    """

    def __init__(
        self,
        app: CorpusApp,
        steps: Sequence[Step],
        *,
        name: str = "",
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
    ) -> None:
        self.app, self.steps, self.name = app, steps, name
        self.problem = ""
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Play while the app goes on."""
        self._task = asyncio.create_task(self.play())

    async def play(self) -> None:
        """All steps, one after the other."""
        for step in self.steps:
            await self._step(step)
            if self.problem or not self.app.is_running:
                return

    async def _step(self, step: Step) -> None:
        match step.kind:
            case "key":
                for key in step.keys:
                    await self._press(key)
            case "type":
                for character in step.words:
                    await self._press("space" if character == " " else character)
            case "do":
                screen = self.app.screen
                if isinstance(screen, CorpusScreen):
                    commands.perform(screen, step.words.strip())
                    if screen.is_attached:
                        screen.tell()
                await self._sleep(PACE)
            case "wait":
                await self._sleep(float(step.words))
            case "until":
                await self._until(step)

    async def _press(self, key: str) -> None:
        character = " " if key == "space" else key if len(key) == 1 else None
        named = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        self.app.post_message(Key(named, character))
        await self._sleep(PACE)

    async def _until(self, step: Step) -> None:
        until = monotonic() + PATIENCE
        while step.words.strip() not in screen_text(self.app):
            if monotonic() > until:
                self.problem = f"{self.name}:{step.line}: “{step.words.strip()}” did not come on the screen"
                if isinstance(self.app.screen, CorpusScreen):
                    self.app.screen.say(plain(self.problem), warning=True)
                return
            await asyncio.sleep(PACE)


def screen_text(app: CorpusApp) -> str:
    """What is on the screen, row by row."""
    strips = app.screen._compositor.render_strips()  # Textual has no public way to it
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


class Recorder:
    """Writes down what is pressed, at once, so that nothing is lost where the program ends in a fault."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("x", encoding="utf-8", buffering=1)
        except FileExistsError:
            raise CorpusError(f"{path}: is there already", "Name another file.", WRONG_USAGE) from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CorpusError(
                f"{path}: cannot be written ({reason})", "Name another file.", WRONG_USAGE
            ) from error
        self._kind = ""
        self._last = 0.0
        self._size = Size()
        self._file.write(
            f"# A session of corpus-tui {__version__}: corpus-tui --replay FILE PATH plays it again.\n"
        )

    def close(self) -> None:
        """Nothing more is written down."""
        self._end()
        self._file.close()

    def take(self, event: Event, *, typing: bool) -> None:
        """Write an event down, where it is one that is played again; `typing` tells that letters are typed."""
        if isinstance(event, Resize):
            if event.size != self._size:
                self._line(f"size {event.size.width}x{event.size.height}")
            self._size = event.size
        elif isinstance(event, Paste):
            self._begin("type")
            self._file.write("".join(letter for letter in event.text if letter.isprintable()))
        elif isinstance(event, Key):
            letter = event.character if event.is_printable else None
            if typing and letter and letter.isprintable():
                self._begin("type")
                self._file.write(letter)
            else:
                self._begin("key")
                told = letter if letter and letter != " " and event.key == _named(letter) else event.key
                self._file.write(f" {told}")
        self._file.flush()

    def _begin(self, kind: str) -> None:
        """Go on with the line of this kind, or begin one, after the pause there was."""
        now, last = monotonic(), self._last
        self._last = now
        if last and now - last > PAUSE:
            self._line(f"wait {min(now - last, LONGEST_PAUSE):.1f}")
        if kind != self._kind:
            self._end()
            self._kind = kind
            self._file.write(kind if kind == "key" else f"{kind} ")

    def _line(self, line: str) -> None:
        self._end()
        self._file.write(f"{line}\n")

    def _end(self) -> None:
        if self._kind:
            self._file.write("\n")
        self._kind = ""


def _named(letter: str) -> str:
    return letter if letter.isalnum() else _character_to_key(letter)
