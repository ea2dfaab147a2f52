"""The command line as Click reads it. A command's module is read only when it is called."""

import glob
import importlib
import sys
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from tui import __version__
from tui.cli.commands import COMMANDS, DEFAULT, NAME, Place
from tui.errors import DONE


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


def call(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name. Returns the exit status; what Click finds wrong has been told by then.

    Raises what the command raises. KeyboardInterrupt where the reader gave up at a question.
    """
    try:
        with program.make_context(NAME, list(arguments)) as context:
            program.invoke(context)
            sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort as gave_up:
        raise KeyboardInterrupt from gave_up
    return DONE
