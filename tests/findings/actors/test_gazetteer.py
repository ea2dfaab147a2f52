"""The gazetteer is small, fast, and read by nobody who does not need it."""

import subprocess
import sys
from importlib.resources import files

from tui.findings.actors.gazetteer import gazetteer

LARGEST, SLOWEST = 300_000, 0.2
PROGRAM = """
import time
from tui.findings.actors import finding, merging
from tui.findings.actors.gazetteer import gazetteer

assert gazetteer.cache_info().currsize == 0
start = time.process_time()
gazetteer()
print(time.process_time() - start)
"""


def test_it_is_small() -> None:
    listed = files("tui.findings.language").joinpath("english", "gazetteer.txt")
    assert len(listed.read_bytes()) <= LARGEST


def test_importing_the_finder_reads_nothing_and_the_first_call_is_quick() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert float(told.stdout) < SLOWEST


def test_it_knows_states_by_their_short_names_and_adjectives() -> None:
    known = gazetteer()
    assert {known.singles[name].name for name in ("U.S.", "US", "USA", "America")} == {"United States"}
    assert known.demonyms["American"] == "United States"
    assert known.capitals["Kyiv"] == known.capitals["Kiev"] == "Ukraine"
    assert known.genders["emily"] == "f"
