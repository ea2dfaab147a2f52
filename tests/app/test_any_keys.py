"""Whatever is pressed, in whatever order and window, the program goes on."""

import random
from pathlib import Path

import pytest

from tests.app.conftest import seen
from tui.app.app import CorpusApp
from tui.settings.keymap import COMMANDS

KEYS = sorted({key for command in COMMANDS for key in command.keys} - {"q", "ctrl+q"})
WINDOWS = [(80, 24), (120, 40), (200, 50), (40, 10), (31, 9), (20, 5), (100, 16)]


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("seed", range(3))
async def test_any_keys_in_any_window(
    app: CorpusApp, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a list may be written to a file
    chance = random.Random(seed)  # noqa: S311 - the same keys in every run
    async with app.run_test(size=chance.choice(WINDOWS)) as pilot:
        for _ in range(8):
            keys = [chance.choice([*KEYS, *"aeiou", "enter", "escape", "down"]) for _ in range(15)]
            await pilot.press(*keys)
            if chance.random() < 0.4:
                await pilot.resize_terminal(*chance.choice(WINDOWS))
            await pilot.pause()
            assert app.is_running, keys
            assert seen(pilot).strip(), keys
