"""Make the pictures of the README and the docs from the running app: `make pictures`.

Each is a session in `docs/pictures/*.session`, played on the bundled articles (`corpus-tui --replay` plays it in a
terminal too), as SVG without anything from outside: its last screen, or where `MOVING` says so all of it.
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from animation import Frame, animated

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
THEMES = {"reading": "light", "differences": "light"}
"""The themes of pictures that are not dark."""

MOVING = {"tour"}
SLOWER = 2.0
"""How many times longer a key stands in a picture than in a terminal."""

FROM_OUTSIDE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
RUN = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)(?=[^<&])')
CELL = 12.2
"""How wide a cell is in the SVG."""


async def take(path: Path) -> str:
    """The SVG of a session."""
    from tui.app.app import CorpusApp
    from tui.app.playing import PACE, Player
    from tui.app.steps import read_steps
    from tui.library.build import refresh
    from tui.library.library import Library
    from tui.paths import bundled
    from tui.settings.settings import Settings
    from tui.settings.themes import load_theme

    steps = read_steps(path)
    columns, rows = (
        int(part) for part in next(step.words for step in steps if step.kind == "size").split("x")
    )
    theme = load_theme(THEMES.get(path.stem, "dark"))
    library = Library.open([bundled("seeds")])
    refresh(library)
    app = CorpusApp(library, Settings(theme=theme.name, watch=False), corpus_name="seeds", fresh=True)
    frames: list[Frame] = []
    async with app.run_test(size=(columns, rows)) as pilot:

        async def stand(seconds: float) -> None:
            await pilot.pause()
            drawn = tuple(tuple(strip) for strip in app.screen._compositor.render_strips())
            frames.append(Frame(drawn, seconds * SLOWER if seconds == PACE else seconds))

        player = Player(app, steps, name=str(path), sleep=stand)
        await player.play()
        if player.problem:
            raise SystemExit(player.problem)
        await pilot.pause()
        drawn = app.export_screenshot(title="corpus-tui", simplify=True)
    library.close()
    if path.stem in MOVING:
        return animated(frames, columns, theme.page, theme.text)
    return RUN.sub(_without_leading_blanks, FROM_OUTSIDE.sub("", drawn))


def _without_leading_blanks(run: re.Match[str]) -> str:
    """A run of text that begins where its first letter stands: some viewers drop blanks before it."""
    x, y, length, more, blanks = run.groups()
    moved = CELL * blanks.count(";")
    return f'x="{float(x) + moved:g}" y="{y}" textLength="{float(length) - moved:g}"{more}>'


def main() -> None:
    """Make all pictures, in folders of their own, so that nobody's settings are in them."""
    for session in sorted(PICTURES.glob("*.session")):
        with tempfile.TemporaryDirectory() as home:
            for part in ("CACHE", "STATE", "DATA", "CONFIG"):
                os.environ[f"XDG_{part}_HOME"] = str(Path(home) / part.lower())
            path = session.with_suffix(".svg")
            path.write_text(asyncio.run(take(session)), encoding="utf-8")
            print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
