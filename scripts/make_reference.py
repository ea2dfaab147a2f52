"""Write the pages that are made from the program itself: `make reference`.

Keys, settings, themes, commands and the man page: a test fails when one of them is stale.
"""

from pathlib import Path
from textwrap import dedent

import click

from tui import __version__
from tui.cli.commands import COMMANDS, DEFAULT
from tui.cli.program import program
from tui.settings.keymap import COMMANDS as KEYS
from tui.settings.keymap import key_name
from tui.settings.places import PLACES
from tui.settings.settings import ENVIRONMENT, SETTINGS
from tui.settings.themes import COLOURS, load_themes

DOCS = Path(__file__).parents[1] / "docs"


def keys() -> str:
    """The page of all keys, by group."""
    lines = [
        "# Keys",
        "",
        "Every mouse gesture has a key; arrows and vim's keys both work. `?` shows this list inside the program, for",
        "the place where the cursor is. `corpus-tui keys` prints what is bound.",
        "",
        "## Keys of your own",
        "",
        "The setting `preset` takes the keys of vim, less or emacs as far as they have one for the command;",
        "`corpus-tui keys --preset vim` prints them. A file `keys.yaml` beside your settings binds single commands",
        "anew:",
        "",
        "```yaml",
        "preset: vim",
        'search: ["/", ctrl+s]   # one key or several; signs in quotes',
        "center: z z             # pressed one after the other",
        "pause: none             # no key",
        "```",
        "",
        "What you bind is taken from the command that had it, and you are told. A command or a key that does not",
        "exist is told with its line and the nearest one that does; of two commands on one key the first keeps it.",
        "`ctrl+q` always quits. In the search box letters are typed, so only keys that type nothing count there. Of",
        "keys pressed one after the other the status line shows the first; `esc` or two seconds drop it. A terminal",
        "does not tell `ctrl+i` from `tab`, `ctrl+m` from `enter`, `ctrl+h` from `backspace`, nor a sign with `alt`",
        "from the sign alone.",
    ]
    for group in dict.fromkeys(command.group for command in KEYS):
        lines += ["", f"## {group}", "", "| key | command | does | where |", "|---|---|---|---|"]
        for command in (command for command in KEYS if command.group == group):
            pressed = " ".join(f"`{_cell(key_name(key))}`" for key in command.keys)
            where = (
                "everywhere"
                if len(command.where) >= len(PLACES) - 1
                else ", ".join(PLACES[p] for p in command.where)
            )
            lines.append(f"| {pressed} | `{command.id}` | {_cell(command.tooltip)} | {where} |")
    return "\n".join(lines) + "\n"


def settings() -> str:
    """The page of all settings."""
    lines = [
        "# Settings",
        "",
        "Settings are a YAML file, `settings.yaml`, in the folder that `corpus-tui",
        "config` names. An option counts before the",
        "environment, that before the file, that before the default. What is wrong in",
        "the file is told with its line, and the",
        "default stands. `corpus-tui config --defaults` prints a file to begin with.",
        "",
        "| setting | means | values | default | environment |",
        "|---|---|---|---|---|",
    ]
    for setting in SETTINGS:
        default = str(setting.default).lower() if isinstance(setting.default, bool) else str(setting.default)
        values = _cell(setting.values)
        variable = f"{ENVIRONMENT}{setting.name.upper()}"
        lines.append(f"| `{setting.name}` | {_cell(setting.about)} | {values} | `{default}` | `{variable}` |")
    return "\n".join(lines) + "\n"


def themes() -> str:
    """The page of the bundled themes, and how to make one."""
    found = load_themes().themes
    lines = [
        "# Themes",
        "",
        "`t` goes to the next theme at once; the setting `theme` is the one to begin",
        "with. All bundled themes have a contrast of",
        "at least 4.5:1 in each ink, and no meaning hangs on colour alone.",
        "",
        "| theme | for |",
        "|---|---|",
        *(f"| `{theme.name}` | {_cell(theme.about)} |" for theme in found.values()),
        "",
        "## A theme of your own",
        "",
        "A file `NAME.yaml` in the folder `themes` beside your settings: five inks and",
        "two grounds. Nothing else has a colour.",
        "",
        "```yaml",
        *(found["dark"].path.read_text(encoding="utf-8").strip().splitlines()),
        "```",
        "",
        f"The colours are {', '.join(f'`{colour}`' for colour in COLOURS)}: `#rrggbb`,",
        "or a name of the terminal's own sixteen.",
        "A broken file is named with its line and passed over.",
    ]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """The page of all commands, with the help of each."""
    lines = [
        "# Commands",
        "",
        "The command line shows the same findings as the program on the screen. Data",
        "goes to standard output, all else to standard",
        "error. Exit status: 0 done, 1 failed, 2 wrong usage or configuration, 130",
        "interrupted. `PATH` is a folder, a file, or `-`",
        "for standard input. `--format` is `text` on a terminal and `jsonl` in a pipe, unless you say otherwise.",
    ]
    for name, command in _commands():
        title = "corpus-tui" if name == DEFAULT else f"corpus-tui {name}"
        lines += ["", f"## {title}", "", "```text", _help(name, command).rstrip(), "```"]
    return "\n".join(lines) + "\n"


def man_page() -> str:
    """The man page, in roff."""
    lines = [
        f'.TH CORPUS-TUI 1 "" "corpus-tui {__version__}" "User Commands"',
        ".SH NAME",
        r"corpus\-tui \- read a corpus of news articles in a terminal",
        ".SH SYNOPSIS",
        r".B corpus\-tui",
        "[OPTIONS] [PATH]...",
        ".br",
        r".B corpus\-tui",
        "COMMAND PATH... [OPTIONS]",
        ".SH DESCRIPTION",
        "Who said what, where the accounts differ, and where it says so: a list of",
        "articles, texts side by side, search that",
        "forgives typing mistakes, and a sidebar of actors and quotations. Without a",
        "command the articles at PATH are opened.",
        ".SH COMMANDS",
    ]
    for name, command in _commands():
        title = "corpus-tui [PATH]..." if name == DEFAULT else f"corpus-tui {name}"
        lines += [
            f".SS {_roff(title)}",
            ".nf",
            *(_roff(line) for line in _help(name, command).splitlines()),
            ".fi",
        ]
    lines += [".SH KEYS", ".nf"]
    for command in KEYS:
        lines.append(_roff(f"{' '.join(key_name(key) for key in command.keys):<24} {command.tooltip}"))
    lines += [".fi", ".SH EXIT STATUS", "0 done, 1 failed, 2 wrong usage or configuration, 130 interrupted."]
    return "\n".join(lines) + "\n"


PAGES = {
    "keys.md": keys,
    "settings.md": settings,
    "themes.md": themes,
    "commands.md": commands,
    "corpus-tui.1": man_page,
}
"""The name of each page in `docs/`, and what makes it."""


def _commands() -> list[tuple[str, click.Command]]:
    context = click.Context(program, info_name="corpus-tui")
    found = [(name, program.get_command(context, name)) for name in (DEFAULT, *COMMANDS)]
    return [(name, command) for name, command in found if command is not None]


def _help(name: str, command: click.Command) -> str:
    """A command's help as `--help` prints it, 80 columns wide."""
    told = {"max_content_width": 80, "terminal_width": 80} | program.context_settings
    parent = click.Context(program, info_name="corpus-tui", **told)
    if name == DEFAULT:
        return program.get_help(parent)
    return dedent(command.get_help(click.Context(command, info_name=name, parent=parent, terminal_width=80)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _roff(line: str) -> str:
    line = line.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{line}" if line.startswith((".", "'")) else line


def main() -> None:
    """Write all pages."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
