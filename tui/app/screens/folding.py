"""Screens of findings that fold the doubtful away, behind a last row that says how many: enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.screens.findings import FindingsScreen
from tui.app.widgets import sidebar
from tui.app.widgets.finding_list import Finding, Row

if TYPE_CHECKING:
    from tui.app.app import CorpusApp


@dataclass(frozen=True, slots=True)
class Fold(Finding):
    """The row behind which the doubtful are."""


class FoldingScreen(FindingsScreen):
    """Findings, then a row for the doubtful ones, and these once they are asked for."""

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.unfolded = False

    def folded(self, count: int, rows: Sequence[Row]) -> list[Row]:
        """The row for `count` doubtful findings, and their rows if they are shown; nothing where there are none."""
        if not count:
            return []
        fold = Fold(
            sign=self.look.glyphs.down if self.unfolded else self.look.glyphs.front,
            about="",
            words=self.keyed(sidebar.Fold(count).told(unfolded=self.unfolded)),
            place="",
            spots=(),
            ink="quiet",
        )
        return [lambda: fold, *(rows if self.unfolded else ())]

    def _go(self, *, beside: bool) -> None:
        if isinstance(self.list.item, Fold):
            self.unfolded = not self.unfolded
            self.show_rows(keep=True)
        else:
            super()._go(beside=beside)

    def do_copy(self) -> None:
        """Copy the words of a finding."""
        if not isinstance(self.list.item, Fold):
            super().do_copy()
