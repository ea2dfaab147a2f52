"""What each command does, found by its id (`settings/keymap.py`)."""

from tui.app.commands import (
    browsing,
    copying,
    correcting,
    findings,
    lists,
    marking,
    moving,
    noting,
    opening,
    program,
    searching,
    selecting,
)
from tui.app.commands.table import ANYWHERE, READING, perform

__all__ = [
    "ANYWHERE",
    "READING",
    "browsing",
    "copying",
    "correcting",
    "findings",
    "lists",
    "marking",
    "moving",
    "noting",
    "opening",
    "perform",
    "program",
    "searching",
    "selecting",
]
