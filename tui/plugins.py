"""Plug-ins: what other packages add to this program, by entry points.

A package declares them in its `pyproject.toml`, one group a kind:

    [project.entry-points."corpus_tui.readers"]    # NAME = "module:read": reads files that end in .NAME
    [project.entry-points."corpus_tui.exporters"]  # NAME = "module:write": writes reports to files that end in .NAME
    [project.entry-points."corpus_tui.finders"]    # NAME = "module:find": adds to the findings of an article

https://packaging.python.org/en/latest/specifications/entry-points/
"""

import os
import sys
from functools import cache
from importlib import import_module
from typing import Any, Literal, NamedTuple

from tui.errors import CorpusError

Group = Literal["readers", "exporters", "finders"]
_GROUP = "corpus_tui."


class Plugin(NamedTuple):
    """One entry point: `value` is its `module:attribute`, `package` the name and version of what declares it."""

    group: str
    name: str
    value: str
    package: str

    def load(self) -> Any:
        """What it names. Raises CorpusError, whatever went wrong: what is inside nobody knows beforehand."""
        module, _, attribute = self.value.partition(":")
        try:
            found: Any = import_module(module)
            for part in filter(None, attribute.split(".")):
                found = getattr(found, part)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            raise CorpusError(
                f"the plug-in {self.name} of {self.package} cannot be loaded ({reason})",
                "Mend that package, or uninstall it.",
            ) from error
        if not callable(found):
            raise CorpusError(
                f"the plug-in {self.name} of {self.package} is no function", f"It names {self.value}."
            )
        return found


def plugins(group: Group) -> tuple[Plugin, ...]:
    """The plug-ins of a group, by name. Imports none of them."""
    return tuple(sorted(plugin for plugin in _declared() if plugin.group == group))


@cache
def _declared() -> frozenset[Plugin]:
    """All plug-ins that installed packages declare.

    The folders of packages are looked through here: `importlib.metadata` takes fifty times as long to be imported, and
    most readers have no plug-in.
    """
    found: set[Plugin] = set()
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or ".") as entries:
                installed = [entry for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue  # no folder, or none that can be read
        for entry in installed:
            try:
                with open(os.path.join(entry.path, "entry_points.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                    told = file.read()
            except (OSError, UnicodeDecodeError):
                continue
            if _GROUP in told:
                found |= _read(told, entry.name.rpartition(".")[0])
    return frozenset(found)


def _read(told: str, package: str) -> set[Plugin]:
    """The plug-ins in an `entry_points.txt`."""
    found: set[Plugin] = set()
    group = ""
    for line in map(str.strip, told.split("\n")):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif group.startswith(_GROUP) and "=" in line and not line.startswith(("#", ";")):
            name, _, value = (part.strip() for part in line.partition("="))
            found.add(Plugin(group.removeprefix(_GROUP), name, value.partition("[")[0].strip(), package))
    return found
