"""Read a settings file: a flat YAML mapping whose every key knows its line, so that what is wrong can be named."""

import re
from pathlib import Path
from typing import Any, NamedTuple

LARGEST = 256 * 1024
"""Bytes; a settings file is a page or two, and a larger one is some other file."""

_SIMPLE = re.compile(
    r"(?:(?P<name>[a-z_]+): +(?:(?P<truth>true|false)|(?P<number>0|[1-9][0-9]{0,8})"
    r"|'(?P<quoted>[#A-Za-z0-9 ]*)'|(?P<words>[A-Za-z][A-Za-z0-9_,. ()-]*[a-z)])))?"
    r" *(?:(?:^| )#[ -~]*)?"
)
"""A line that YAML, too, reads so: nothing, a comment, or a name and a value of one of the simplest kinds."""

_NO_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""What YAML reads as something else than a word, in lower case."""


class SettingsProblem(NamedTuple):
    """What is wrong in a settings file, and what to do. `line` counts from 1; None where the whole file is meant."""

    path: Path
    line: int | None
    reason: str
    advice: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.reason} — {self.advice}"


class Entry(NamedTuple):
    """A value as YAML read it, and the line (from 1) of its key."""

    value: Any
    line: int


def read_mapping(path: Path) -> tuple[dict[str, Entry], list[SettingsProblem]]:
    """The entries of the YAML mapping in `path`, and what was wrong; an empty file is an empty mapping.

    Never raises for what the file holds: a file that cannot be read, is no YAML or no mapping gives no entries and a
    problem. Anchors and aliases are refused, since a few of them can grow to any size.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({(error.strerror or 'unknown reason').lower()})"
        return {}, [SettingsProblem(path, None, reason, "check that the file is there and may be read")]
    if len(raw) > LARGEST:
        reason = "is too large for a settings file"
        return {}, [SettingsProblem(path, None, reason, f"keep it under {LARGEST} bytes")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return {}, [SettingsProblem(path, line, "is not UTF-8", "save the file as UTF-8")]
    simple = _simple_entries(text)
    return _read_yaml(path, text) if simple is None else (simple, [])


def _simple_entries(text: str) -> dict[str, Entry] | None:
    """The entries of a file with nothing but simple lines, as all themes have; None for any other, which is YAML's.

    Before the first screen, importing a parser of YAML takes longer than all the rest of the settings.
    """
    found: dict[str, Entry] = {}
    for line, told in enumerate(text.split("\n"), 1):
        simple = _SIMPLE.fullmatch(told)
        if simple is None or simple["name"] in found or (simple["words"] or "").lower() in _NO_WORDS:
            return None
        if simple["truth"]:
            found[simple["name"]] = Entry(simple["truth"] == "true", line)
        elif simple["number"]:
            found[simple["name"]] = Entry(int(simple["number"]), line)
        elif simple["name"]:
            found[simple["name"]] = Entry(simple["words"] or simple["quoted"], line)
    return found


def _read_yaml(path: Path, text: str) -> tuple[dict[str, Entry], list[SettingsProblem]]:
    import yaml  # read only where there is a file to read: most starts have none

    def refuse(mark: Any, reason: str, advice: str) -> tuple[dict[str, Entry], list[SettingsProblem]]:
        return {}, [SettingsProblem(path, mark.line + 1 if mark else None, reason, advice)]

    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return refuse(event.start_mark, "anchors and aliases are not read", "write the value out")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deeply"
        return refuse(getattr(error, "problem_mark", None), f"is no YAML ({said})", _ADVICE)
    if root is None:
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        return refuse(root.start_mark, "holds no `key: value` lines", _ADVICE)
    return _entries(path, root)


def _entries(path: Path, root: Any) -> tuple[dict[str, Entry], list[SettingsProblem]]:
    import yaml

    found: dict[str, Entry] = {}
    problems: list[SettingsProblem] = []
    build = yaml.SafeLoader("")
    for key, node in root.value:
        line = key.start_mark.line + 1
        try:
            name, value = build.construct_object(key, deep=True), build.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError) as error:
            said = getattr(error, "problem", None) or str(error)
            problems.append(SettingsProblem(path, line, f"cannot be understood ({said})", _ADVICE))
            continue
        if not isinstance(name, str):
            # YAML reads on, off, yes and 1 as other things than words; the file's own letters are meant.
            name = key.value if isinstance(key.value, str) else str(name)
        if name in found:
            problems.append(
                SettingsProblem(path, line, f"`{name}` stands twice", "keep one; the first one counts")
            )
            continue
        found[name] = Entry(value, line)
    return found, problems


_ADVICE = "write one `key: value` a line"
