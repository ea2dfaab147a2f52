"""Bytes from the terminal: keys, pastes and answers, in whatever pieces they come, and whatever they hold."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator
from time import monotonic

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"

ANSWER = re.compile(r"(\x1b\[\?[0-9;]+\$y)")
"""What the terminal answers by itself, also amid what is pasted."""

LONGEST_PASTE = 10_000
"""Characters of a paste that are kept; nobody searches for more, and a megabyte must not hang the app."""

BURST = 256
"""Characters that come at once without any escape sequence: no hand types so, it is a paste."""

SOON = 0.05
"""Seconds after such a burst in which even a single character is the rest of it."""


class Keyboard:
    """Turns what the terminal sends into messages. Bytes that are no UTF-8 are ignored."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        self._parser = XTermParser()
        self._pasting = False
        self._pasted = ""
        self._tail = ""
        self._burst_at = 0.0

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that `data` completes, after those that have waited long enough."""
        yield from self.tick()
        text = self._decode(data)
        while text:
            if self._pasting:
                text = yield from self._paste(text)
                continue
            before, start, rest = text.partition(PASTE_START)
            for part in ANSWER.split(before):
                if self._bursts(part):
                    yield events.Paste(_kept(part))
                elif part:
                    yield from self._parser.feed(part)
            self._pasting = bool(start)
            text = rest

    @property
    def waiting(self) -> bool:
        """Whether something has come that may go on: `tick` tells when it has waited long enough."""
        return self._parser._timeout_time is not None

    def tick(self) -> Iterator[Message]:
        """The escape key, if nothing that it could have begun has come since."""
        yield from self._parser.tick()

    def _bursts(self, text: str) -> bool:
        """Whether no hand has typed this."""
        now = monotonic()
        least = 1 if now - self._burst_at < SOON else BURST
        if "\x1b" in text or len(text) < least:
            return False
        self._burst_at = now
        return True

    def _paste(self, text: str) -> Generator[Message, None, str]:
        """Keep the paste's text; what follows its end is returned."""
        text = self._tail + text
        inside, end, rest = text.partition(PASTE_END)
        if not end:
            # The end may have been cut in two.
            self._tail = next((PASTE_END[:n] for n in range(5, 0, -1) if text.endswith(PASTE_END[:n])), "")
            inside = text.removesuffix(self._tail)
        if len(self._pasted) < LONGEST_PASTE:
            self._pasted += inside
        if not end:
            return ""
        yield events.Paste(_kept(self._pasted))
        self._pasting, self._pasted, self._tail = False, "", ""
        return rest


def _kept(text: str) -> str:
    return text[:LONGEST_PASTE].replace("\x00", "")
