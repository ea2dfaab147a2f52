"""The command line: which command, and how each of them ends. A command's module is read only when it is called."""

import glob
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem

from tui import __version__
from tui.cli.output import give_up_output, prepare, tell
from tui.errors import DONE, FAILED, INTERRUPTED, CorpusError

NAME = "corpus-tui"


class Place(NamedTuple):
    """Where a command is written: `tui.cli.MODULE`, and the line that `--help` shows of it."""

    module: str
    about: str


COMMANDS: dict[str, Place] = {
    "serve": Place("serve", "Open the articles in a browser on this machine."),
    "articles": Place("articles", "List the articles."),
    "show": Place("articles", "Print one article's text as read, or its blocks."),
    "index": Place("index", "Read, extract and index what is new."),
    "add": Place("add", "Write articles of any format as Markdown files."),
    "quotes": Place("quotes", "Who said what."),
    "actors": Place("actors", "People, organisations, states and places, with their roles."),
    "search": Place("search", "Search the texts; typing mistakes and unfinished words are found too."),
    "compare": Place("compare", "Passages of one article and their counterparts in another."),
    "differences": Place("compare", "Where accounts differ: roles, dates, numbers, places."),
    "events": Place("events", "What happened when and where, and who took part; or every date."),
    "report": Place("report", "A Markdown or HTML report of all the findings."),
    "cite": Place("cite", "Citations: Chicago, APA, plain, BibTeX, CSL-JSON."),
    "notes": Place("noting", "Bookmarks, notes and corrections: add, list, export, import."),
    "config": Place("configuration", "Where the settings are, and what they mean."),
    "themes": Place("configuration", "The themes there are."),
    "keys": Place("configuration", "Which key does what."),
    "completions": Place("completions", "Print the completions for a shell."),
}

DEFAULT = "open"
"""The command of a command line that begins with none: it opens the app."""


class Program(click.Group):
    """A group that reads a command's module when it is called, and opens the app where no command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All commands, as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Read the module of a command, and give the command."""
        place = Place("open", "") if cmd_name == DEFAULT else COMMANDS.get(cmd_name)
        if place is None:
            return None
        command = getattr(importlib.import_module(f"tui.cli.{place.module}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with no command."""
        if not args and ctx.resilient_parsing:  # a shell asks what the first word could be
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in {"--help", "-h", "--version", DEFAULT}):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Both ways to call it."""
        formatter.write_usage(NAME, "[OPTIONS] [PATH]...")
        formatter.write_usage(NAME, "COMMAND PATH... [OPTIONS]", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options of opening, then the commands, without reading their modules."""
        opening = self.get_command(ctx, DEFAULT)
        options = [*(opening.params if opening else ()), *self.params]
        records = [
            record
            for option in options
            if isinstance(option, click.Option) and (record := option.get_help_record(ctx))
        ]
        with formatter.section("Options"):
            formatter.write_dl(records)
        with formatter.section(f"Commands ({NAME} COMMAND --help tells more, with examples)"):
            formatter.write_dl([(name, place.about) for name, place in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, and files: the first word may be either."""
        if incomplete.startswith("-"):
            opening = self.get_command(ctx, DEFAULT)
            return opening.shell_complete(ctx, incomplete) if opening else []
        named = [
            CompletionItem(name, help=place.about)
            for name, place in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        # A shell completes files by itself only where nothing else is offered.
        there = [CompletionItem(path) for path in sorted(glob.glob(glob.escape(incomplete) + "*"))]  # noqa: PTH207 - as typed
        return [*named, *there] if named else [CompletionItem(incomplete, type="file")]


@click.group(
    NAME,
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"""\b
Examples:
  {NAME}                             open the bundled articles
  {NAME} ~/news                      open a folder of articles
  {NAME} quotes ~/news               who said what, one JSON object a line in a pipe
  {NAME} show ~/news --article 001   one article as plain text, for pagers and screen readers
""",
)
@click.version_option(__version__, prog_name=NAME)
def program() -> None:
    """Read a corpus of news articles in a terminal: who said what, where the accounts differ, where it says so.

    Without a command the articles at PATH (a folder, a file, or - for standard input) are opened; with no PATH either,
    the bundled ones. Where there is no terminal, a plain overview of them is printed instead.
    """


def main() -> None:
    """Run the command line of this process, and end the process with its status."""
    if f"_{NAME.upper().replace('-', '_')}_COMPLETE" in os.environ:
        program.main(prog_name=NAME)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line. Returns the exit status; whatever goes wrong has been told by then."""
    prepare()
    try:
        with program.make_context(NAME, list(arguments)) as context:
            program.invoke(context)
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except CorpusError as error:
        return _failed(error, arguments)
    except BrokenPipeError:
        give_up_output()
        return DONE
    except (KeyboardInterrupt, click.Abort):
        tell("interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a reader gets a sentence, not a traceback
        return _unexpected(error)
    return DONE


def _failed(error: CorpusError, arguments: Sequence[str]) -> int:
    """Tell what went wrong and what to do; a word that was meant as a command gets the nearest one."""
    import difflib

    tell(f"{NAME}: {error.title}")
    if error.advice:
        tell(f"  {error.advice}")
    first = arguments[0] if arguments else ""
    near = difflib.get_close_matches(first, COMMANDS, n=1)
    if near and first not in COMMANDS and not Path(first).exists():
        tell(f"  If a command was meant: {NAME} {near[0]}")
    return error.status


def _unexpected(error: Exception) -> int:
    """Tell of a fault of the program itself; its traceback only to those who ask for it."""
    if os.environ.get("CORPUS_TUI_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    tell(f"{NAME}: a fault of the program: {type(error).__name__}: {error}")
    tell(
        "  What was written before is whole. CORPUS_TUI_TRACEBACK=1 shows where it happened; please report it."
    )
    return FAILED
