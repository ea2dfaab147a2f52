"""Which command gets which key: what files of keys want, read and checked, and who yields where two want one key."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.errors import nearest
from tui.settings.commands.command import Command
from tui.settings.key_names import NoKeyError, chord, is_typed
from tui.settings.keymap import BY_ID, COMMANDS
from tui.settings.places import PLACES, Place
from tui.settings.presets import preset_file, preset_names
from tui.settings.reading import Entry, SettingsProblem, read_mapping

NO_KEY = "none"
"""What stands in `keys.yaml` where a command shall have no key."""

ALWAYS = {"ctrl+q": "quit"}
"""Keys that mean the same whatever is bound: there is always a way out."""


class Wish(NamedTuple):
    """A file wants a command to have these keys; `line` counts from 1. The default keys have no file."""

    command: Command
    keys: tuple[str, ...]
    path: Path | None
    line: int


class _Taken(NamedTuple):
    keys: str
    wish: Wish


def read_own(path: Path, problems: list[SettingsProblem]) -> tuple[list[Wish], str | None]:
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
            near = nearest(str(named.value), preset_names())
            advice = f"did you mean {near}?" if near else f"write one of: {' | '.join(preset_names())}"
            problems.append(
                SettingsProblem(path, named.line, f"`preset: {named.value}` is no preset", advice)
            )
    return _wishes(path, entries, problems), preset


def read_preset(name: str, problems: list[SettingsProblem]) -> list[Wish]:
    """What a preset wants."""
    path = preset_file(name)
    entries, found = read_mapping(path)
    problems += found
    return _wishes(path, entries, problems)


def _wishes(path: Path, entries: Mapping[str, Entry], problems: list[SettingsProblem]) -> list[Wish]:
    wishes = []
    for name, (value, line) in entries.items():
        command = BY_ID.get(name)
        if command is None:
            near = nearest(name, [*BY_ID, "preset"])
            advice = f"did you mean `{near}`?" if near else "`corpus-tui keys` lists all commands"
            problems.append(SettingsProblem(path, line, f"`{name}` is no command", advice))
            continue
        keys, wrong = _keys(command, value)
        problems += [SettingsProblem(path, line, f"`{name}`: {reason}", advice) for reason, advice in wrong]
        if keys or not wrong:
            wishes.append(Wish(command, tuple(dict.fromkeys(keys)), path, line))
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


def resolve(
    own: Iterable[Wish], under: Iterable[Wish], problems: list[SettingsProblem]
) -> dict[str, tuple[str, ...]]:
    """The keys of each command by its id; the reader's wishes first, then the preset's, then the default ones."""
    wishes: dict[str, Wish] = {}
    for wish in (*own, *under, *(Wish(command, command.keys, None, 0) for command in COMMANDS)):
        wishes.setdefault(wish.command.id, wish)
    mine = {wish.path for wish in own}
    taken: dict[Place, list[_Taken]] = {place: [] for place in PLACES}
    given: dict[str, tuple[str, ...]] = {}
    lost: dict[tuple[str, str, str], tuple[_Taken, Wish, str, Place]] = {}
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


def _told(had: _Taken, wish: Wish, keys: str, place: Place, left: tuple[str, ...]) -> SettingsProblem:
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
