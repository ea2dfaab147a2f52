"""A small app of the terminal's own, run as a program by the tests: `python -m tests.terminal.sample [WHAT]`.

`echo` shows each key and paste; `stuck` computes for ever when `s` is pressed, as a program with a fault does.
"""

import sys
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from tui.app.terminal.display import TerminalApp


class Sample(TerminalApp):
    BINDINGS: ClassVar = [("q", "quit"), ("ctrl+z", "suspend_process"), ("s", "stick")]
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static("ready", id="told", markup=False)
        yield Static("", id="keys", markup=False)

    def on_key(self, event: events.Key) -> None:
        self.tell(event.key)

    def on_paste(self, event: events.Paste) -> None:
        self.tell(f"pasted:{len(event.text)}:{event.text[:3]}")

    def on_resize(self, event: events.Resize) -> None:
        self.query_one("#told", Static).update(f"ready {event.size.width}x{event.size.height}")

    def tell(self, what: str) -> None:
        told = self.query_one("#keys", Static)
        told.update(f"{told.content} {what}"[-300:])

    def action_stick(self) -> None:
        while True:
            pass


if __name__ == "__main__":
    app = Sample()
    app.run(mouse="mouse" in sys.argv)
    sys.exit(app.return_code or 0)
