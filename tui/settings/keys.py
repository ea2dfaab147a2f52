"""Which keys are bound: the default ones (`keymap.py`), a preset over them, and over both the reader's `keys.yaml`.

    preset: vim
    search: ["/", ctrl+s]
    top: g g

What a file names counts before what lies under it: a key that it takes is taken from the command that had it. Two
commands that one file puts on one key in one place cannot both have it; the first stands.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui.paths import config_folder
from tui.settings.commands.command import Command
from tui.settings.keymap import COMMANDS
from tui.settings.presets import DEFAULT_PRESET
from tui.settings.reading import SettingsProblem


class Bound(NamedTuple):
    """All commands with the keys that they have, in the order of the help.

    `origins` tells of each command whose keys are not the default ones which file gave them: its name and line.
    """

    commands: tuple[Command, ...]
    preset: str
    origins: Mapping[str, str]
    problems: tuple[SettingsProblem, ...]

    @property
    def fault(self) -> str:
        """In a sentence, what is wrong; empty where nothing is."""
        if not self.problems:
            return ""
        first, more = self.problems[0], len(self.problems) - 1
        stop = "" if first.advice.endswith("?") else "."
        rest = f" And {more} more: `corpus-tui keys` tells them." if more else ""
        return f"{first.path.name}:{first.line or 1}: {first.reason}: {first.advice}{stop}{rest}"


def keys_file() -> Path:
    """Where the reader's keys are, whether or not there is such a file."""
    return config_folder() / "keys.yaml"


def load_keys(preset: str = DEFAULT_PRESET) -> Bound:
    """The keys in force; `preset` is the setting, and `keys.yaml` names one where the setting is the default.

    Never raises for what `keys.yaml` holds: what is wrong is told in `problems`, and the rest counts.
    """
    path = keys_file()
    if preset == DEFAULT_PRESET and not path.exists():
        return Bound(COMMANDS, DEFAULT_PRESET, {}, ())
    from dataclasses import replace  # most starts end above

    from tui.settings.binding import read_own, read_preset, resolve

    problems: list[SettingsProblem] = []
    own, named = read_own(path, problems) if path.exists() else ([], None)
    if preset == DEFAULT_PRESET and named:
        preset = named
    under = [] if preset == DEFAULT_PRESET else read_preset(preset, problems)
    keys = resolve(own, under, problems)
    origins = {
        wish.command.id: f"{path.name}:{wish.line}" if wish in own else f"preset {preset}"
        for wish in (*under, *own)
    }
    commands = tuple(replace(command, keys=keys[command.id]) for command in COMMANDS)
    return Bound(commands, preset, origins, tuple(sorted(problems, key=lambda told: told.line or 0)))
