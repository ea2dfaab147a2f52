"""Themes: seven colours and a name each, read from YAML files; the reader's own stand before the bundled ones."""

import re
from pathlib import Path
from typing import NamedTuple

from tui.errors import WRONG_USAGE, CorpusError, nearest
from tui.paths import bundled, config_folder
from tui.settings.reading import Entry, SettingsProblem, read_mapping

COLOURS = ("text", "quiet", "accent", "mark", "warn", "page", "selection")
"""Five inks and two grounds: nothing on the screen has another colour."""

DEFAULT = "dark"

TERMINAL_COLOURS = frozenset(
    ["ansi_default"]
    + [
        f"ansi_{bright}{name}"
        for bright in ("", "bright_")
        for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
    ]
)
"""The terminal's own colours; what they look like is the terminal's affair."""

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


class Theme(NamedTuple):
    """What the screen is painted with.

    `name` is the file's name without its suffix. `text`: prose; `quiet`: metadata, boilerplate, hints; `accent`: focus,
    links, the match; `mark`: what the cursor's passage or actor lights up; `warn`: differs, unknown, error; `page` and
    `selection`: the two grounds. Each is `#rrggbb`, or `ansi_…` for one of the terminal's own colours.
    """

    name: str
    about: str
    dark: bool
    text: str
    quiet: str
    accent: str
    mark: str
    warn: str
    page: str
    selection: str
    path: Path

    @property
    def terminal_colours(self) -> bool:
        """Whether it is painted with the terminal's own colours only."""
        return all(getattr(self, colour) in TERMINAL_COLOURS for colour in COLOURS)


class Themes(NamedTuple):
    """All themes that could be read, by name, the default first; and what was wrong with the others."""

    themes: dict[str, Theme]
    problems: tuple[SettingsProblem, ...]

    def named(self, name: str) -> Theme:
        """The theme called `name`. Raises CorpusError, with the nearest name, where there is none."""
        found = self.themes.get(name)
        if found is None:
            raise unknown_theme(name, self.themes)
        return found


def load_themes() -> Themes:
    """Read the bundled themes and the reader's own; one of the reader's replaces a bundled one of the same name.

    A broken file is skipped and told in `problems`, with its line; a bundled theme that it would have replaced stays.
    """
    themes: dict[str, Theme] = {}
    problems: list[SettingsProblem] = []
    for path in _every_theme_file():
        theme, wrong = read_theme(path)
        problems += wrong
        if theme is not None:
            themes[theme.name] = theme
    order = sorted(themes, key=lambda name: (name != DEFAULT, name))
    return Themes({name: themes[name] for name in order}, tuple(problems))


def load_theme(name: str) -> Theme:
    """Read the one theme called `name`, without reading the others.

    Raises CorpusError where there is no such theme, or where its file is broken.
    """
    files = theme_files()
    if name not in files:
        raise unknown_theme(name, files)
    theme, problems = read_theme(files[name])
    if theme is None:
        first = problems[0]
        raise CorpusError(f"{first.path}:{first.line or 1}: {first.reason}", first.advice, WRONG_USAGE)
    return theme


def unknown_theme(name: str, known: dict[str, Path] | dict[str, Theme]) -> CorpusError:
    """The error that names the nearest of the `known` themes, or else all of them."""
    near = nearest(name, known)
    advice = f"Did you mean {near}?" if near else f"There are: {', '.join(known)}."
    return CorpusError(f"There is no theme called {name!r}.", advice, WRONG_USAGE)


def read_theme(path: Path) -> tuple[Theme | None, list[SettingsProblem]]:
    """The theme in `path`, or None with what is wrong in it. An unknown key is told, and the theme is still good."""
    entries, problems = read_mapping(path)
    if problems:
        return None, problems
    known = ("about", "dark", *COLOURS)
    for key in entries.keys() - set(known):
        near = nearest(key, known)
        advice = f"did you mean `{near}`?" if near else f"a theme has {', '.join(known)}"
        problems.append(SettingsProblem(path, entries[key].line, f"`{key}` is unknown", advice))
    wrong = [problem for colour in COLOURS if (problem := _wrong_colour(path, colour, entries.get(colour)))]
    dark = entries.get("dark")
    if dark is not None and not isinstance(dark.value, bool):
        wrong.append(
            SettingsProblem(path, dark.line, "`dark` is neither true nor false", "write true or false")
        )
    problems.sort(key=lambda problem: problem.line or 0)
    if wrong:
        return None, wrong + problems
    about = entries.get("about")
    values = {colour: str(entries[colour].value) for colour in COLOURS}
    return Theme(
        name=path.stem,
        about=str(about.value) if about else "",
        dark=bool(dark.value) if dark else _is_dark(values["page"]),
        path=path,
        **values,
    ), problems


def theme_files() -> dict[str, Path]:
    """Where each theme stands, by name, good or broken; nothing is read."""
    return {path.stem: path for path in _every_theme_file()}


def _every_theme_file() -> list[Path]:
    """Bundled files, then the reader's own: a later one of the same name replaces an earlier one."""
    folders = (bundled("themes"), config_folder() / "themes")
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]


def _wrong_colour(path: Path, colour: str, entry: Entry | None) -> SettingsProblem | None:
    if entry is None:
        return SettingsProblem(path, None, f"`{colour}` is missing", f"add a line like {colour}: '#a0a0a0'")
    value = entry.value
    if isinstance(value, str) and (_HEX.fullmatch(value) or value in TERMINAL_COLOURS):
        return None
    if value is None:
        return SettingsProblem(
            path, entry.line, f"`{colour}` has no value", "put quotes around it: '#a0a0a0'"
        )
    near = nearest(str(value), TERMINAL_COLOURS)
    advice = (
        f"did you mean {near}?" if near else "write '#rrggbb', or ansi_default, ansi_red, ansi_bright_red …"
    )
    return SettingsProblem(path, entry.line, f"`{colour}: {value}` is no colour", advice)


def contrast(ink: str, ground: str) -> float:
    """How well `ink` stands out from `ground`, both `#rrggbb`: 1 (not at all) to 21, as WCAG 2 measures it."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _is_dark(page: str) -> bool:
    return not _HEX.fullmatch(page) or _luminance(page) < 0.18
