"""Lending the terminal to another program: the reader's own editor, or a browser that runs in a terminal."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from tui.app.terminal.display import TerminalApp


def lend(app: TerminalApp, deed: Callable[[], object]) -> None:
    """Do `deed` while the terminal is as it was before the program began, then draw the screen anew.

    Raises what `deed` raises, and SuspendNotSupported where the terminal cannot be lent.
    """
    failure: OSError | None = None
    with app.suspend():
        # ctrl+c is for the other program; a handler, unlike SIG_IGN, is not handed down to it.
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            deed()
        except OSError as error:
            failure = error
        finally:
            signal.signal(signal.SIGINT, before)
    app.forget_screen()
    if failure is not None:
        raise failure


def edit(app: TerminalApp, text: str) -> tuple[str, str]:
    """`text` as the reader left it in $VISUAL or $EDITOR, which has the terminal meanwhile; or why it could not be.

    The editor is started with its arguments and a file that is the reader's alone, never by a shell.
    """
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:
        command = []
    if not command:
        return text, "No editor is set: name one in VISUAL or EDITOR."
    name, statuses = Path(command[0]).name, list[int]()
    with tempfile.TemporaryDirectory(prefix="corpus-tui-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            lend(app, lambda: statuses.append(subprocess.run([*command, str(file)], check=False).returncode))  # noqa: S603
            written = file.read_text(encoding="utf-8", errors="replace")
        except SuspendNotSupported:
            return text, "This terminal cannot be lent to an editor: write the note here."
        except OSError as error:
            return text, f"{name} cannot be started ({error.strerror})."
    if statuses != [0]:
        return text, f"{name} ended with status {statuses[0]}: the note is as it was."
    return written.strip(), ""
