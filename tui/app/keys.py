"""Which command a pressed key means in a place; keys that mean something only together wait for each other."""

from collections.abc import Iterable, Mapping

from tui.settings.commands.command import Command
from tui.settings.key_names import is_typed
from tui.settings.keymap import COMMANDS, key_name
from tui.settings.places import Place

SECONDS = 2.0
"""How long a chord waits for its next key."""


class Keys:
    """The keys of some commands (by default all, with their default keys).

    `pending` are the keys of a chord that is pressed half, as bound; empty where there is none. `fault` is what a
    reader should know about their `keys.yaml`, in a sentence.
    """

    def __init__(self, commands: Iterable[Command] = COMMANDS, fault: str = "") -> None:
        self.commands = tuple(commands)
        self.fault = fault
        self.pending = ""
        self._found: dict[tuple[Place, str], str] = {}
        self._begun: set[tuple[Place, str]] = set()
        self._shown: dict[Place, dict[str, str]] = {}
        for command in self.commands:
            for place in command.where:
                for key in command.keys:
                    self._found.setdefault((place, key), command.id)
                    steps = key.split()
                    self._begun.update((place, " ".join(steps[:count])) for count in range(1, len(steps)))
                if command.keys:
                    told = [key for key in command.keys if place != "search" or not is_typed(key.split()[0])]
                    self._shown.setdefault(place, {})[command.id] = (told or command.keys)[0]

    def press(self, place: Place, key: str, character: str | None) -> str | None:
        """The id of the command, if this key completes one; else what is `pending` is what has been pressed so far.

        Escape drops a chord, and so does a key that does not go on with it; neither does anything else then.
        """
        before, self.pending = self.pending, ""
        if before and key == "escape":
            return None
        for name in _names(key, character):
            pressed = f"{before} {name}" if before else name
            if (place, pressed) in self._found:
                return self._found[place, pressed]
            if (place, pressed) in self._begun:
                self.pending = pressed
                return None
        return None

    def drop(self) -> None:
        """Wait no longer for the rest of a chord."""
        self.pending = ""

    def shown(self, place: Place) -> dict[str, str]:
        """The first key of each command of a place, by the command's id."""
        return self._shown.get(place, {})

    def told(self, place: Place, words: Mapping[str, str]) -> str:
        """`enter read · v beside`: the key of each of these commands, and a word for it; none that has no key."""
        keys = self.shown(place)
        return " · ".join(f"{key_name(keys[name])} {word}" for name, word in words.items() if name in keys)

    def spelled(self, place: Place, sentence: str, **told: str) -> str:
        """A sentence with the key of a command where it says `{command}`, and what is `told` where it says its name.

        A command that has no key there is named as it is in the list of all commands.
        """
        return sentence.format_map(
            _Spelled({name: key_name(key) for name, key in self.shown(place).items()} | told)
        )

    def half_typed(self, place: Place) -> str:
        """What has been pressed of a chord, and what it can become, as people write it."""
        steps = len(self.pending.split())
        begin = f"{self.pending} "
        rest = [key.split()[steps] for of, key in self._found if of == place and key.startswith(begin)]
        return f"{key_name(self.pending)} …  then {', '.join(map(key_name, dict.fromkeys(rest)))}"


class _Spelled(dict[str, str]):
    def __missing__(self, command: str) -> str:
        return next(f"“{one.name}”" for one in COMMANDS if one.id == command)


def _names(key: str, character: str | None) -> tuple[str, ...]:
    """What a pressed key can be bound as; with alt it is not the character that it types alone."""
    return (key, character) if character and not key.startswith("alt+") else (key,)
