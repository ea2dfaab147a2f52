"""Settings: what each means, its default, and where its value comes from: an option, the environment or the file."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from tui.errors import WRONG_USAGE, CorpusError, nearest
from tui.paths import config_folder
from tui.settings.presets import DEFAULT_PRESET, preset_names
from tui.settings.reading import SettingsProblem, read_mapping
from tui.settings.themes import DEFAULT, theme_files

Value = str | int | bool
LowBandwidth = Literal["auto", "always", "never"]
CitationStyle = Literal["chicago", "apa", "plain"]

ENVIRONMENT = "CORPUS_TUI_"
"""What the name of an environment variable begins with: `CORPUS_TUI_THEME`."""


class Settings(NamedTuple):
    """The settings in force; `SETTINGS` tells what each one means."""

    theme: str = DEFAULT
    prose_width: int = 80
    line_spacing: int = 1
    ascii: bool = False
    mouse: bool = False
    low_bandwidth: LowBandwidth = "auto"
    watch: bool = True
    jobs: int = 0
    citation: CitationStyle = "chicago"
    metonyms: bool = True
    preset: str = DEFAULT_PRESET


class Setting(NamedTuple):
    """One setting: what it means, its default, and which values are right (by name, or a range of whole numbers)."""

    name: str
    about: str
    default: Value
    choices: Callable[[], tuple[str, ...]] | None = None
    range: tuple[int, int] | None = None

    @property
    def values(self) -> str:
        """The right values, as a person would write them down."""
        if self.choices:
            return " | ".join(self.choices())
        if self.range:
            return f"{self.range[0]} to {self.range[1]}"
        return "true | false"


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "The colours of the screen.", DEFAULT, choices=lambda: tuple(theme_files())),
    Setting("prose_width", "Columns of prose at most; lists may be wider.", 80, range=(30, 120)),
    Setting("line_spacing", "Rows a line of prose takes: 1 is dense, 2 leaves a row free.", 1, range=(1, 2)),
    Setting("ascii", "Draw with letters and signs of ASCII alone.", False),
    Setting(
        "mouse",
        "The mouse points, scrolls and selects words; the terminal's own selection then needs shift.",
        False,
    ),
    Setting(
        "low_bandwidth",
        "Send less: fewer colours, no preview while typing. `auto` is told by the line.",
        "auto",
        choices=lambda: ("auto", "always", "never"),
    ),
    Setting("watch", "Read what is new or changed in the corpus while it is open.", True),
    Setting("jobs", "Processes that read new articles; 0 is one a processor.", 0, range=(0, 256)),
    Setting(
        "citation",
        "How a passage is cited.",
        "chicago",
        choices=lambda: ("chicago", "apa", "plain"),
    ),
    Setting("metonyms", "A capital can stand for its state: “Moscow objects” names Russia.", True),
    Setting(
        "preset",
        "The keys to begin with; `keys.yaml` binds single ones anew.",
        DEFAULT_PRESET,
        choices=preset_names,
    ),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}
_WORDS = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


class Loaded(NamedTuple):
    """The settings in force, where each that is no default comes from, and what was wrong in the file."""

    settings: Settings
    origins: dict[str, str]
    problems: tuple[SettingsProblem, ...]


def settings_file() -> Path:
    """Where the reader's settings are, whether or not there is such a file."""
    return config_folder() / "settings.yaml"


def load_settings(options: Mapping[str, Value | None] | None = None) -> Loaded:
    """The settings: defaults, overridden by the file, then by the environment, then by `options` that are not None.

    What is wrong in the file is told in `problems`, and the default stands. What is wrong in the environment or in the
    options raises CorpusError.
    """
    values: dict[str, Value] = {}
    origins: dict[str, str] = {}
    path = settings_file()
    problems = _from_file(path, values, origins) if path.exists() else []
    for setting in SETTINGS:
        variable = ENVIRONMENT + setting.name.upper()
        told = os.environ.get(variable)
        if told:
            values[setting.name] = _from_words(setting, told, variable)
            origins[setting.name] = f"environment: {variable}"
    for name, value in (options or {}).items():
        if value is not None:
            option = f"--{name.replace('_', '-')}"
            wrong = _wrong(_BY_NAME[name], value)
            if wrong:
                raise CorpusError(f"{option} {value}: {wrong[0]}.", wrong[1], WRONG_USAGE)
            values[name] = value
            origins[name] = f"option: {option}"
    return Loaded(Settings(**values), origins, tuple(problems))  # type: ignore[arg-type]  # each was checked by name


def _from_file(path: Path, values: dict[str, Value], origins: dict[str, str]) -> list[SettingsProblem]:
    entries, problems = read_mapping(path)
    for name, (value, line) in entries.items():
        setting = _BY_NAME.get(name)
        if setting is None:
            near = nearest(name, _BY_NAME)
            advice = f"did you mean `{near}`?" if near else "`corpus-tui config` lists all settings"
            problems.append(SettingsProblem(path, line, f"`{name}` is no setting", advice))
            continue
        wrong = _wrong(setting, value)
        if wrong:
            problems.append(SettingsProblem(path, line, f"`{name}: {value}` {wrong[0]}", wrong[1]))
        else:
            values[name] = value
            origins[name] = f"{path}:{line}"
    return problems


def _from_words(setting: Setting, told: str, variable: str) -> Value:
    """The value that an environment variable tells in words."""
    value: Value = told
    if isinstance(setting.default, bool):
        value = _WORDS.get(told.lower(), told)
    elif isinstance(setting.default, int) and told.isdecimal():
        value = int(told)
    wrong = _wrong(setting, value)
    if wrong:
        raise CorpusError(f"{variable}={told}: {wrong[0]}.", wrong[1], WRONG_USAGE)
    return value


def _wrong(setting: Setting, value: object) -> tuple[str, str] | None:
    """What is wrong with `value`, and what to write instead; None where nothing is."""
    advice = f"write one of: {setting.values}"
    if setting.choices:
        if value in setting.choices():
            return None
        near = nearest(str(value), setting.choices())
        return "is not one of its values", f"did you mean {near}?" if near else advice
    if setting.range:
        low, high = setting.range
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return None
        return "is no whole number in its range", f"write a number from {low} to {high}"
    return None if isinstance(value, bool) else ("is neither true nor false", "write true or false")
