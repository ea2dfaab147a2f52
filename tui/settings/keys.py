"""Which keys are bound: the default ones (`keymap.py`), a preset over them, and over both the reader's `keys.yaml`.

    preset: vim
    search: ["/", ctrl+s]
    top: g g

What a file names counts before what lies under it: a key that it takes is taken from the command that had it. Two
commands that one file puts on one key in one place cannot both have it; the first stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from tui.paths import config_folder
from tui.settings.key_names import NoKeyError, chord, is_typed
from tui.settings.keymap import BY_ID, COMMANDS, PLACES, Command, Place
from tui.settings.presets import DEFAULT_PRESET, preset_file, preset_names
from tui.settings.reading import Entry, SettingsProblem, read_mapping

NO_KEY = "none"
"""What stands in `keys.yaml` where a command shall have no key."""

ALWAYS = {"ctrl+q": "quit"}
"""Keys that mean the same whatever is bound: there is always a way out."""


@dataclass(frozen=True, slots=True)
class Bound:
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


class _Wish(NamedTuple):
    """A file wants a command to have these keys."""

    command: Command
    keys: tuple[str, ...]
    path: Path | None
    line: int


class _Taken(NamedTuple):
    keys: str
    wish: _Wish


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
    problems: list[SettingsProblem] = []
    own, named = _read_own(path, problems) if path.exists() else ([], None)
    if preset == DEFAULT_PRESET and named:
        preset = named
    under = [] if preset == DEFAULT_PRESET else _read(preset_file(preset), problems)
    keys = _resolve(own, under, problems)
    origins = {
        wish.command.id: f"{path.name}:{wish.line}" if wish in own else f"preset {preset}"
        for wish in (*under, *own)
    }
    commands = tuple(replace(command, keys=keys[command.id]) for command in COMMANDS)
    return Bound(commands, preset, origins, tuple(sorted(problems, key=lambda told: told.line or 0)))


# Reading.


def _read_own(path: Path, problems: list[SettingsProblem]) -> tuple[list[_Wish], str | None]:
    """What the reader wants, and the preset that they name."""
    entries, found = read_mapping(path)
    signs = 'put signs in quotes, as in search: "/"'
    problems += [
        problem._replace(advice=signs) if problem.line and "stands twice" not in problem.reason else problem
        for problem in found
    ]
    named = entries.pop("preset", None)
    preset = None
    if named is not None:
        if named.value in preset_names():
            preset = str(named.value)
        else:
            near = get_close_matches(str(named.value), preset_names(), n=1)
            advice = f"did you mean {near[0]}?" if near else f"write one of: {' | '.join(preset_names())}"
            problems.append(
                SettingsProblem(path, named.line, f"`preset: {named.value}` is no preset", advice)
            )
    return _wishes(path, entries, problems), preset


def _read(path: Path, problems: list[SettingsProblem]) -> list[_Wish]:
    entries, found = read_mapping(path)
    problems += found
    return _wishes(path, entries, problems)


def _wishes(path: Path, entries: Mapping[str, Entry], problems: list[SettingsProblem]) -> list[_Wish]:
    wishes = []
    for name, (value, line) in entries.items():
        command = BY_ID.get(name)
        if command is None:
            near = get_close_matches(name, [*BY_ID, "preset"], n=1)
            advice = f"did you mean `{near[0]}`?" if near else "`corpus-tui keys` lists all commands"
            problems.append(SettingsProblem(path, line, f"`{name}` is no command", advice))
            continue
        keys, wrong = _keys(command, value)
        problems += [SettingsProblem(path, line, f"`{name}`: {reason}", advice) for reason, advice in wrong]
        if keys or not wrong:
            wishes.append(_Wish(command, tuple(dict.fromkeys(keys)), path, line))
    return wishes


def _keys(command: Command, value: object) -> tuple[list[str], list[tuple[str, str]]]:
    """The keys that a value names for a command, and what was wrong with the others."""
    keys: list[str] = []
    wrong: list[tuple[str, str]] = []
    if value is None or value == NO_KEY:
        return keys, wrong
    for written in value if isinstance(value, list) else [value]:
        if isinstance(written, bool) or not isinstance(written, str | int):
            wrong.append((f"`{written}` is no key", "write a key or a list of keys; signs in quotes"))
            continue
        try:
            named = chord(str(written))
        except NoKeyError as error:
            wrong.append((error.reason, error.advice))
            continue
        if ALWAYS.get(named, command.id) != command.id:
            wrong.append((f"`{named}` always is {ALWAYS[named]}", "write another key"))
        elif not any(_counts(named, place) for place in command.where):
            reason = f"`{named}` is typed where this command counts"
            wrong.append((reason, "write a key with ctrl, or one that types nothing"))
        else:
            keys.append(named)
    return keys, wrong


def _counts(keys: str, place: Place) -> bool:
    """Whether keys can be pressed in a place: in the search box, letters are typed."""
    return place != "search" or not any(is_typed(step) for step in keys.split())


# Who has which key.


def _resolve(
    own: Iterable[_Wish], under: Iterable[_Wish], problems: list[SettingsProblem]
) -> dict[str, tuple[str, ...]]:
    """The keys of each command by its id; the reader's wishes first, then the preset's, then the default ones."""
    wishes: dict[str, _Wish] = {}
    for wish in (*own, *under, *(_Wish(command, command.keys, None, 0) for command in COMMANDS)):
        wishes.setdefault(wish.command.id, wish)
    mine = {wish.path for wish in own}
    taken: dict[Place, list[_Taken]] = {place: [] for place in PLACES}
    given: dict[str, tuple[str, ...]] = {}
    lost: dict[tuple[str, str, str], tuple[_Taken, _Wish, str, Place]] = {}
    for wish in wishes.values():
        kept = []
        for keys in wish.keys:
            clash = _clash(keys, wish.command, taken)
            if clash is None:
                kept.append(keys)
                for place in wish.command.where:
                    if _counts(keys, place):
                        taken[place].append(_Taken(keys, wish))
            elif clash[0].wish.path in mine or clash[0].wish.path == wish.path:
                had, place = clash
                lost[had.wish.command.id, wish.command.id, keys] = (had, wish, keys, place)
        given[wish.command.id] = tuple(kept)
    for had, wish, keys, place in lost.values():
        problems.append(_told(had, wish, keys, place, given[wish.command.id]))
    return given


def _clash(keys: str, command: Command, taken: Mapping[Place, list[_Taken]]) -> tuple[_Taken, Place] | None:
    """Who has these keys already in a place of the command, or keys that begin with them, or with which they begin."""
    for place in command.where:
        if _counts(keys, place):
            for had in taken[place]:
                if f"{had.keys} ".startswith(f"{keys} ") or f"{keys} ".startswith(f"{had.keys} "):
                    return had, place
    return None


def _told(had: _Taken, wish: _Wish, keys: str, place: Place, left: tuple[str, ...]) -> SettingsProblem:
    """Two commands wanted one key."""
    first, second = had.wish.command.id, wish.command.id
    where = f"in the place “{PLACES[place]}”"
    what = f"`{keys}` is" if keys == had.keys else f"`{had.keys}` and `{keys}` begin alike:"
    if wish.path == had.wish.path:
        line, reason = wish.line, f"{what} both `{first}` and `{second}` {where}; `{first}` keeps it"
    else:
        line, reason = had.wish.line, f"{what} `{first}` now, and was `{second}` {where}"
    rest = " or ".join(f"`{key}`" for key in left)
    advice = f"bind `{second}` anew; {f'{rest} is left' if rest else 'it has no key now'}"
    return SettingsProblem(had.wish.path or Path(), line, reason, advice)
