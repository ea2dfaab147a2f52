"""Where accounts differ: what of, what each side tells, and the passages level with each other."""

from collections.abc import Sequence
from typing import ClassVar

from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.compare.difference import Difference
from tui.settings.keymap import Place


class DifferencesScreen(FindingsScreen):
    """All differences of the corpus. The word is "differs": both sides may be right."""

    name_of_list = "Differences"
    waiting = "Comparing the accounts …"
    nothing = "These accounts differ in nothing that was looked for. q goes back."
    orders: ClassVar[tuple[str, ...]] = ("surest first", "by kind")

    @property
    def place(self) -> Place:
        """The differences."""
        return "differences"

    def find(self) -> None:
        """Compare all accounts of one story."""
        self.found: list[Difference] = self.corpus_app.comparing.differences()

    def rows(self) -> Sequence[Row]:
        """The sure ones, then those in doubt; or by what sort of thing differs."""
        groups: dict[str, list[Difference]] = {}
        for one in self.found:
            doubt = "in doubt" if one.doubtful else "differs"
            groups.setdefault(one.kind if self.order else doubt, []).append(one)
        rows: list[Row] = []
        for heading, group in groups.items():
            rows.append(Heading(heading, str(len(group))))
            rows += [self._row(one) for one in group]
        return rows

    def _row(self, one: Difference) -> Finding:
        exact = one.kind in ("role", "date", "number", "place", "label")
        sides = [
            f"{plain(side.text if exact else side.value)} {self.place_of(side.article, side.start)}"
            for side in one.sides
        ]
        about = plain(one.about)
        return Finding(
            sign=self.look.glyphs.unknown if one.doubtful else self.look.glyphs.differs,
            about=f"{one.kind:<12} {about.removeprefix(f'{one.kind} of ')}",
            words=f" {self.look.glyphs.line} ".join(sides),
            place="",
            spots=tuple(Spot(side.article, side.start, side.end) for side in one.sides),
            status=f"{about} differs: {' / '.join(sides)}",
            ink="warn",
        )
