"""A small corpus of its own for each test."""

from pathlib import Path

import pytest

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
