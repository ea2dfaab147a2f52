"""The program itself, by random keys: what the terminal shows is what Textual would show, cell for cell."""

import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.terminal.conftest import FERRY, HARBOUR, LEDGER, LONG
from tests.terminal.memory import FULL, TMUX, Remembered, run
from tui.app.app import CorpusApp
from tui.app.terminal.capabilities import Capabilities
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings

SEQUENCES = int(os.environ.get("CORPUS_TUI_KEY_SEQUENCES", "2"))
"""How many random sequences of keys are tried; benchmarks try 200."""

KEYS = [
    *[
        "down",
        "up",
        "j",
        "k",
        "pagedown",
        "pageup",
        "g",
        "G",
        "enter",
        "v",
        "x",
        "tab",
        "shift+tab",
        "J",
        "K",
    ],
    *["right_square_bracket", "left_square_bracket", "a", "u", "e", "d", "o", "c", "t", "s", "question_mark"],
    *["slash", "m", "i", "n", "e", "s", "escape", "escape", "1", "2", "equals_sign", "A", "resize", "forget"],
]

CAPABILITIES = {"xterm-256color": FULL, "tmux-256color": TMUX}

WIDE = "東京の知事は会見で述べた。\n\n“Zu\u0308rich – wir gehen nicht zuru\u0308ck,” 山田太郎 said.\n\n한국어 문장.\n"


class WholeApp(Remembered, CorpusApp):
    """The program on a remembered terminal."""

    window = (100, 30)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two accounts of one story, a long article, and one of wide and combining characters."""
    news = tmp_path_factory.mktemp("news")
    texts = {"001_harbour": HARBOUR.format(middle=LONG), "002_ferry": FERRY, "003_clerk": LEDGER}
    for name, text in (texts | {"004_wide": f"東京 and Zu\u0308rich\n\n{WIDE * 5}"}).items():
        (news / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library.open([str(news)], folder=tmp_path_factory.mktemp("library"))
    refresh(library, jobs=1)
    yield library
    library.close()


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color"])
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_keys_the_screen_is_what_textual_would_show(
    seed: int, term: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr(Capabilities, "of_terminal", classmethod(lambda _: CAPABILITIES[term]))
    chance = random.Random(seed)  # noqa: S311 (no secret)
    keys = chance.choices(KEYS, k=25)
    app = WholeApp(library, Settings(watch=False), corpus_name="news", fresh=True)

    async def story(pilot: Pilot[Any]) -> None:
        for count, key in enumerate(keys, 1):
            if key == "resize":
                columns, rows = chance.randrange(30, 170), chance.randrange(8, 50)
                app.new_window(columns, rows)
                await pilot.resize_terminal(columns, rows)
            elif key == "forget":
                app.drawn.reset()
                app.drawn.draw("another program was here")
                app.forget_screen()
            else:
                await pilot.press(key)
            await pilot.pause()
            assert app.difference() == "", f"after {keys[:count]}"

    run(app, story, (100, 30))
