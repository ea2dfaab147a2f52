"""`config`, `themes`, `keys`: where the settings are, what they mean, what is bound."""

from collections.abc import Iterable

import click

from tui import paths
from tui.cli.output import Format, plain_format_option, say, tell
from tui.cli.safe import line
from tui.errors import WRONG_USAGE
from tui.export.table import Object, csv_lines, json_line


def _print(form: Format, items: list[Object]) -> None:
    """Print objects that are no findings, as JSON Lines or CSV."""
    lines: Iterable[str] = (json_line(item) + "\n" for item in items)
    if form == "csv":
        lines = csv_lines(items, tuple(items[0]))
    for written in lines:
        click.echo(written, nl=False)


@click.command(
    epilog="""\b
Examples:
  corpus-tui config
  corpus-tui config --defaults > ~/.config/corpus-tui/settings.yaml
  CORPUS_TUI_THEME=sepia corpus-tui config --format jsonl
"""
)
@click.option("--defaults", is_flag=True, help="Print a settings file with all defaults, each one explained.")
@plain_format_option
@click.pass_context
def config(context: click.Context, defaults: bool, form: Format) -> None:
    """Print where the settings are, what each means, its value and where that comes from.

    An option counts before the environment (CORPUS_TUI_THEME …), that before the file, that before the default. Ends
    with status 2 where the file has faults; they are told with their lines.
    """
    from tui.settings.settings import ENVIRONMENT, SETTINGS, load_settings, settings_file

    if defaults:
        for setting in SETTINGS:
            click.echo(f"# {setting.about}\n# {setting.values}\n{setting.name}: {_yaml(setting.default)}\n")
        return
    loaded = load_settings()
    for problem in loaded.problems:
        tell(str(problem))
    items: list[Object] = [
        {
            "setting": setting.name,
            "value": getattr(loaded.settings, setting.name),
            "origin": loaded.origins.get(setting.name, "default"),
            "default": setting.default,
            "values": setting.values,
            "environment": ENVIRONMENT + setting.name.upper(),
            "about": setting.about,
        }
        for setting in SETTINGS
    ]
    if form != "text":
        _print(form, items)
    else:
        there = (
            ""
            if settings_file().exists()
            else "  (there is none yet: corpus-tui config --defaults prints one)"
        )
        say(f"settings   {settings_file()}{there}")
        say(f"keys       {paths.config_folder() / 'keys.yaml'}")
        say(f"themes     {paths.config_folder() / 'themes'}")
        say(f"notes      {paths.data_folder()}")
        say(f"sessions   {paths.state_folder()}")
        say(f"libraries  {paths.cache_folder()}")
        for item in items:
            origin = "" if item["origin"] == "default" else f"  ({item['origin']})"
            say(f"\n{item['setting']}: {_yaml(item['value'])}{origin}\n  {item['about']}\n  {item['values']}")
    if loaded.problems:
        context.exit(WRONG_USAGE)


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@click.command(
    epilog="""\b
Examples:
  corpus-tui themes
  corpus-tui --theme sepia ~/news
"""
)
@plain_format_option
@click.pass_context
def themes(context: click.Context, form: Format) -> None:
    """Print the themes there are, bundled and your own, and where each stands.

    A theme of your own is a YAML file with seven colours in the folder that `corpus-tui config` names. Ends with status
    2 where one of them is broken; its fault is told with its line.
    """
    from tui.settings.settings import load_settings
    from tui.settings.themes import COLOURS, load_themes

    loaded = load_themes()
    for problem in loaded.problems:
        tell(str(problem))
    current = load_settings().settings.theme
    if form != "text":
        items: list[Object] = [
            {"theme": theme.name, "about": theme.about, "dark": theme.dark, "path": str(theme.path)}
            | {colour: getattr(theme, colour) for colour in COLOURS}
            for theme in loaded.themes.values()
        ]
        _print(form, items)
    else:
        for theme in loaded.themes.values():
            mark = "▸" if theme.name == current else " "
            say(f"{mark} {line(theme.name):<10} {'dark ' if theme.dark else 'light'}  {line(theme.about)}")
    if loaded.problems:
        context.exit(WRONG_USAGE)


@click.command(
    epilog="""\b
Examples:
  corpus-tui keys
  corpus-tui keys --preset vim
  corpus-tui keys --format csv
"""
)
@plain_format_option
@click.option("--preset", help="As if this preset were set: default, vim, less, emacs.")
@click.pass_context
def keys(context: click.Context, form: Format, preset: str | None) -> None:
    """Print which key does what, where it counts, and which file bound it.

    `keys.yaml`, in the folder that `corpus-tui config` names, binds keys anew: a command and its key, or a list of
    keys, a line. Keys pressed one after the other have a blank between (g g, ctrl+x b); `none` is no key; `preset: vim`
    begins with the keys of vim. Ends with status 2 where the file has faults; they are told with their lines.
    """
    from tui.settings.keymap import key_names
    from tui.settings.keys import keys_file, load_keys
    from tui.settings.places import PLACES
    from tui.settings.settings import load_settings

    bound = load_keys(load_settings({"preset": preset}).settings.preset)
    for problem in bound.problems:
        tell(str(problem))
    if form != "text":
        items: list[Object] = [
            {
                "command": command.id,
                "name": command.name,
                "keys": list(command.keys),
                "where": [PLACES[place] for place in command.where],
                "group": command.group,
                "about": command.tooltip,
                "origin": bound.origins.get(command.id, "default"),
            }
            for command in bound.commands
        ]
        _print(form, items)
    else:
        there = keys_file() if keys_file().exists() else f"{keys_file()} (there is none yet)"
        say(f"preset  {bound.preset}\nfile    {there}")
        group = ""
        for command in bound.commands:
            if command.group != group:
                group = command.group
                say(f"\n{group}")
            origin = bound.origins.get(command.id, "")
            told = f"{key_names(command.keys) or 'no key':<20} {command.id:<20} {command.tooltip}"
            say(f"  {told}{f'  ({origin})' if origin else ''}")
    if bound.problems:
        context.exit(WRONG_USAGE)
