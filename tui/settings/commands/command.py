"""A command as data."""

from dataclasses import dataclass

from tui.settings.places import Place


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does.

    `id` names it in settings; `name` is what the palette and the help call it; `label` is the word in the footer;
    `tooltip` is one sentence. `keys` are Textual's names of keys, or single characters; keys pressed one after the
    other stand with a blank between (`g g`); the first is the one that is shown. `where` tells the places in which the
    keys count. `group` is the heading in the help.
    """

    id: str
    name: str
    label: str
    tooltip: str
    keys: tuple[str, ...]
    where: tuple[Place, ...]
    group: str
