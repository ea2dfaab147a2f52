"""What a command line asks for, and how it ends. Click is loaded only where there is more than paths."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.commands import COMMANDS, DEFAULT, NAME
from tui.cli.interrupts import raise_interrupts
from tui.cli.output import give_up_output, prepare, tell
from tui.errors import DONE, FAILED, INTERRUPTED, CorpusError, nearest


def run(arguments: Sequence[str]) -> int:
    """Run one command line. Returns the exit status; whatever goes wrong has been told by then."""
    prepare()
    try:
        return _call(arguments)
    except CorpusError as error:
        return _failed(error, arguments)
    except BrokenPipeError:
        give_up_output()
        return DONE
    except KeyboardInterrupt:
        tell("interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a reader gets a sentence, not a traceback
        return _unexpected(error)


def _call(arguments: Sequence[str]) -> int:
    """Open the app where nothing but paths is told, which needs no reading of options; else ask Click.

    What a shell asks, to complete a command line, Click answers, and ends the process.
    """
    if f"_{NAME.upper().replace('-', '_')}_COMPLETE" in os.environ:
        from tui.cli.program import program

        program.main(prog_name=NAME)
    if _only_paths(arguments):
        from tui.cli.opening import open_app
        from tui.settings.settings import load_settings

        open_app(arguments, load_settings())
        sys.stdout.flush()
        return DONE
    raise_interrupts()
    from tui.cli.program import call

    return call(arguments)


def _only_paths(arguments: Sequence[str]) -> bool:
    """Whether the arguments are paths to be opened: the first is no command, and none an option."""
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        return False
    return not arguments or arguments[0] not in {*COMMANDS, DEFAULT}


def _failed(error: CorpusError, arguments: Sequence[str]) -> int:
    """Tell what went wrong and what to do; a word that was meant as a command gets the nearest one."""
    tell(f"{NAME}: {error.title}")
    if error.advice:
        tell(f"  {error.advice}")
    first = arguments[0] if arguments else ""
    near = nearest(first, COMMANDS)
    if near and first not in COMMANDS and not Path(first).exists():
        tell(f"  If a command was meant: {NAME} {near}")
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
