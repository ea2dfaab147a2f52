"""Over a slow line less is sent: when the reader asks for it, and by itself when the line is slow to answer."""

import time
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.terminal.conftest import Indexed, Open
from tests.terminal.memory import FULL, run
from tests.terminal.test_whole_app import WholeApp
from tui.app.terminal.bandwidth import SLOW_ANSWER, SLOW_REPAINT
from tui.app.terminal.capabilities import Capabilities
from tui.library.library import Library
from tui.settings.settings import Settings

QUESTION, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
TRUECOLOUR = {"COLORTERM": "truecolor"}
OVER_SSH = TRUECOLOUR | {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


@pytest.mark.parametrize(
    ("environment", "late", "options", "slow"),
    [
        (OVER_SSH, True, [], True),
        (OVER_SSH, False, [], False),
        (TRUECOLOUR, True, [], False),
        (TRUECOLOUR, False, ["--low-bandwidth"], True),
    ],
    ids=["late over ssh", "in time over ssh", "late at home", "asked for"],
)
def test_a_slow_line_is_sent_less(
    opened: Open, environment: dict[str, str], late: bool, options: list[str], slow: bool
) -> None:
    with opened("--fresh", *options, size=(100, 30), environment=environment, answers=False) as terminal:
        terminal.until(lambda: QUESTION in terminal.raw)
        asked = time.monotonic()
        terminal.until("? keys")
        if late:
            terminal.until(lambda: time.monotonic() > asked + 2 * SLOW_ANSWER)
        terminal.type(ANSWER)
        terminal.still()
        before = len(terminal.raw)
        terminal.press("/")
        terminal.until("f1 shows the syntax")
        terminal.type("brady hasty")
        terminal.until("called the")
        terminal.still()
        sent = bytes(terminal.raw[before:])
        # Each colour by its number in a palette, not by its red, green and blue.
        assert (b"8;5;" in sent, b"8;2;" in sent) == (slow, not slow)
        # The match is in the list, and unless the line is slow in the preview below it.
        assert terminal.text.count("purchase hasty on Monday") == (1 if slow else 2)
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored


class Sending(WholeApp):
    """Tells when it sent."""

    def __init__(self, *told: Any, **options: Any) -> None:
        self.sent_at: list[float] = []
        super().__init__(*told, **options)

    def _send(self) -> None:
        self.sent_at.append(time.monotonic())
        super()._send()


def test_a_slow_line_gets_ten_pictures_a_second_and_the_last_is_whole(
    indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Capabilities, "of_terminal", classmethod(lambda _: FULL))
    library = Library.open([str(indexed.news)], folder=indexed.folder)
    app = Sending(library, Settings(watch=False), corpus_name="news", fresh=True)
    app.low_bandwidth = True

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", *"jjjjjjjjjjkkkkk" * 4)
        while app._pending is not None:
            await pilot.pause(SLOW_REPAINT)
        app.catch_up()
        assert app.difference() == ""

    run(app, story, (100, 30))
    library.close()
    assert len(app.sent_at) > 2
    gaps = [after - before for before, after in zip(app.sent_at, app.sent_at[1:], strict=False)]
    assert min(gaps) >= SLOW_REPAINT * 0.98  # the clock of timers is coarse
