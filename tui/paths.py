"""Where everything lies: the reader's folders (XDG, on macOS too) and what is bundled with the program."""

import os
from pathlib import Path

NAME = "corpus-tui"


def _xdg(variable: str, default: str) -> Path:
    told = os.environ.get(variable, "")
    base = Path(told) if told.startswith("/") else Path.home() / default
    return base / NAME


def config_folder() -> Path:
    """Settings, keys and themes of the reader's own."""
    return _xdg("XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """What the reader made: notes, corrections, bookmarks. Never rebuilt, never deleted by the program."""
    return _xdg("XDG_DATA_HOME", ".local/share")


def state_folder() -> Path:
    """Where the reader stopped: open articles, searches, layout."""
    return _xdg("XDG_STATE_HOME", ".local/state")


def cache_folder() -> Path:
    """Libraries: can be deleted at any time and is made anew."""
    return _xdg("XDG_CACHE_HOME", ".cache")


def bundled(name: str) -> Path:
    """The folder `themes` or `seeds` that comes with the program, from the wheel or beside a checkout's `tui/`."""
    package = Path(__file__).parent
    inside = package / "bundled" / name
    return inside if inside.is_dir() else package.parent / name
