"""A small corpus of its own for each test, a large one for all, and a small disk."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.library.build import refresh
from tui.library.library import Library

HARBOUR = """Harbour bridge to close for repairs

The harbour bridge will close on Monday, Mayor Ana Lindqvist said.

“We cannot wait another winter,” Lindqvist said. “The cables are worn.”

Ferries will run every 20 minutes, according to the port authority.
"""
ORCHARD = """Frost destroys half of the orchards

Growers in the valley lost half of their apple trees to the frost of 12 April.

“I have never seen a spring like this,” said Tomas Brandt, who owns 40 hectares.

The ministry of agriculture promised help.
"""
LIBRARY = """City library opens at night

The city library stays open until midnight from October.

“Students asked for it for years,” said its director, Ida Moreau.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with three articles."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("001_bridge", HARBOUR), ("002_frost", ORCHARD), ("library", LIBRARY)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that takes a while: 200 articles, each told a little differently."""
    path = tmp_path_factory.mktemp("large") / "corpus.jsonl"
    people = ("Ana Lindqvist", "Tomas Brandt", "Ida Moreau", "Jonas Weber")
    with path.open("w", encoding="utf-8") as file:
        for number in range(200):
            name = people[number % 4]
            text = "\n\n".join(
                f"“The plan number {number} of part {part} is {'sound' if part % 2 else 'bold'},” said {name}, who met"
                f" the council of district {number % 17} on Monday. {name} promised {part * number} trees."
                for part in range(10)
            )
            file.write(json.dumps({"id": f"n{number}", "title": f"Plan {number}", "text": text}) + "\n")
    return path


@pytest.fixture(scope="session")
def whole(large: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[object]]:
    """The library of the large corpus, and all that it tells."""
    folder = tmp_path_factory.mktemp("whole") / "library"
    library = Library.open([large], folder=folder)
    refresh(library, jobs=1)
    told = everything(library)
    library.close()
    return folder, told


def everything(library: Library) -> list[object]:
    """All that a library tells of its corpus."""
    return [
        [library.article(row.id) for row in library.rows()],
        library.quotes(),
        library.actors(),
        library.events(),
        [(match.article, match.start) for match in library.search("plan number 77 bold", limit=5)],
    ]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
