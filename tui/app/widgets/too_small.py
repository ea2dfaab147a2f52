"""What a terminal shows that is too small to read in."""

from rich.segment import Segment

from tui.app.layout import LEAST
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.widgets.chrome import Bar
from tui.app.wrapping import wrap


class TooSmall(Bar):
    """A sentence that says how large the window must be; nothing that was open is lost meanwhile."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="too-small")

    def segments(self, y: int, cells: int) -> Segments:
        """A row of the sentence."""
        sentence = f"Too small to read in: make the window {LEAST[0]}x{LEAST[1]} or larger. ctrl+q quits."
        lines = wrap(sentence, max(cells, 1))
        return [Segment(sentence[slice(*lines[y])], self.look.inks.page.text)] if y < len(lines) else []
