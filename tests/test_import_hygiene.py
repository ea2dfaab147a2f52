"""Commands start quickly: a fresh interpreter that runs one has not loaded what only the app needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, sys
from tui.cli.running import run
status = run(sys.argv[1:])
print(json.dumps({"status": status, "modules": sorted(sys.modules)}), file=sys.stderr)
"""

HEAVY = ("textual", "rich", "numpy", "asyncio")


def loaded(*arguments: str) -> set[str]:
    """The top-level modules and `tui` modules that a command line leaves loaded."""
    ran = subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=True)
    told = json.loads(ran.stderr.splitlines()[-1])
    assert told["status"] == 0, ran.stderr[:500]
    return set(told["modules"])


@pytest.mark.parametrize("command", ["", "quotes", "articles", "actors", "index", "search", "show"])
def test_no_command_loads_what_only_the_app_needs(tmp_path: Path, command: str) -> None:
    (tmp_path / "one.txt").write_text("A title\n\n“It is,” said Ann Lee.\n", encoding="utf-8")
    words = [command, str(tmp_path)] if command else [str(tmp_path)]
    modules = loaded(*words, *(["title"] if command == "search" else []))
    assert not modules & set(HEAVY)
    assert not {name for name in modules if name.startswith("tui.app")}


def test_help_loads_neither_the_library_nor_any_finder() -> None:
    modules = loaded("--help")
    assert not {
        name for name in modules if name.startswith(("tui.library", "tui.findings", "tui.app", "textual"))
    }
    assert not modules & {"sqlite3", "tantivy", "yaml", "rapidfuzz"}


@pytest.mark.parametrize("command", ["config", "themes", "keys"])
def test_settings_are_told_without_a_library(command: str) -> None:
    modules = loaded(command)
    assert not {
        name for name in modules if name.startswith(("tui.library", "tui.findings", "textual", "rich"))
    }
