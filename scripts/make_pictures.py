"""Make the pictures of the README and the docs from the running app: `make pictures`.

Each is the app on the bundled articles, after some keys, as SVG without anything from outside.
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
FROM_OUTSIDE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
RUN = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)(?=[^<&])')
CELL = 12.2
"""How wide a cell is in the SVG."""


class Picture(NamedTuple):
    """A picture's name, the theme and size (columns, rows) of the screen, and the keys that were pressed."""

    name: str
    theme: str
    size: tuple[int, int]
    keys: tuple[str, ...]


ALL = (
    Picture("reading", "light", (140, 40), ("down", "enter", *["down"] * 6, "]", "u")),
    Picture("differences", "light", (120, 30), ("d",)),
    Picture("search", "dark", (80, 24), ("slash", *"visble", "space", *"shfits")),
    Picture("small", "dark", (80, 24), ("down", "enter")),
)


async def take(picture: Picture) -> str:
    """The SVG of the app after the picture's keys."""
    from tui.app.app import CorpusApp
    from tui.library.build import refresh
    from tui.library.library import Library
    from tui.paths import bundled
    from tui.settings.settings import Settings

    library = Library.open([bundled("seeds")])
    refresh(library)
    app = CorpusApp(library, Settings(theme=picture.theme), corpus_name="seeds")
    async with app.run_test(size=picture.size) as pilot:
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        drawn = app.export_screenshot(title="corpus-tui", simplify=True)
    library.close()
    return RUN.sub(_without_leading_blanks, FROM_OUTSIDE.sub("", drawn))


def _without_leading_blanks(run: re.Match[str]) -> str:
    """A run of text that begins where its first letter stands: some viewers drop blanks before it."""
    x, y, length, more, blanks = run.groups()
    moved = CELL * blanks.count(";")
    return f'x="{float(x) + moved:g}" y="{y}" textLength="{float(length) - moved:g}"{more}>'


def main() -> None:
    """Make all pictures, in folders of their own, so that nobody's settings are in them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for part in ("CACHE", "STATE", "DATA", "CONFIG"):
            os.environ[f"XDG_{part}_HOME"] = str(Path(home) / part.lower())
        for picture in ALL:
            path = PICTURES / f"{picture.name}.svg"
            path.write_text(asyncio.run(take(picture)), encoding="utf-8")
            print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
