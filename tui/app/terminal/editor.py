"""The reader's own editor, for texts that are longer than a line."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from textual.app import App


def edit(app: App[object], text: str) -> tuple[str, str]:
    """`text` as the reader left it in $VISUAL or $EDITOR, which has the terminal meanwhile; or why it could not be.

    The editor is started with its arguments and a file of the reader's alone, never by a shell.
    """
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError:
        command = []
    if not command:
        return text, "No editor is set: name one in VISUAL or EDITOR."
    with tempfile.TemporaryDirectory(prefix="corpus-tui-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            with app.suspend():
                status = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 - the reader's own
            written = file.read_text(encoding="utf-8", errors="replace")
        except SuspendNotSupported:
            return text, "This terminal cannot be lent to an editor: write the note here."
        except OSError as error:
            return text, f"{command[0]} cannot be started ({error.strerror})."
    if status:
        return text, f"{command[0]} ended with status {status}: the note is as it was."
    return written.strip(), ""
