"""Read files in a process that may hold little memory: what it printed tells what it found."""

import subprocess
import sys
from pathlib import Path
from typing import IO

_READ = """
import resource, sys
from pathlib import Path
from tui.corpus.loading import Problem, read, read_stdin
from tui.corpus.sources import discover
megabytes = int(sys.argv[1])
if sys.platform == "linux":  # macOS does not hold processes to it
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
sources = discover(sys.argv[3:]).sources
for reading in [read(source) for source in sources] or [read_stdin()]:
    for found in reading:
        print(f"problem {found.reason}" if isinstance(found, Problem) else f"article {found.id}")
"""


def read_bounded(
    *paths: Path, megabytes: int, seconds: int = 20, standard_input: IO[bytes] | None = None
) -> list[str]:
    """`article ID` and `problem REASON`, a line each, of reading files in `megabytes` and `seconds` of CPU."""
    arguments = [str(megabytes), str(seconds), *map(str, paths)]
    ran = subprocess.run(
        [sys.executable, "-c", _READ, *arguments],
        stdin=standard_input,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()
