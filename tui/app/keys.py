"""Which command a pressed key means in a place."""

from collections.abc import Iterable

from tui.settings.keymap import COMMANDS, Command, Place


class Keys:
    """The keys of some commands (by default all, with their default keys)."""

    def __init__(self, commands: Iterable[Command] = COMMANDS) -> None:
        self.commands = tuple(commands)
        self._found: dict[tuple[Place, str], str] = {}
        self._shown: dict[Place, dict[str, str]] = {}
        for command in self.commands:
            for place in command.where:
                for key in command.keys:
                    self._found.setdefault((place, key), command.id)
                if command.keys:
                    self._shown.setdefault(place, {})[command.id] = command.keys[0]

    def command(self, place: Place, key: str, character: str | None) -> str | None:
        """The id of the command, by the key's name, else by the character that it types."""
        return self._found.get((place, key)) or self._found.get((place, character or key))

    def shown(self, place: Place) -> dict[str, str]:
        """The first key of each command of a place, by the command's id."""
        return self._shown.get(place, {})
