"""Read files in a process that may hold little memory: what it printed tells what it found."""

import subprocess
import sys
from pathlib import Path

_READ = """
import resource, sys
from pathlib import Path
from tui.corpus.loading import Problem, read
from tui.corpus.sources import discover
megabytes = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
for source in discover(sys.argv[3:]).sources:
    for found in read(source):
        print(f"problem {found.reason}" if isinstance(found, Problem) else f"article {found.id}")
"""


def read_bounded(*paths: Path, megabytes: int = 800, seconds: int = 20) -> list[str]:
    """`article ID` and `problem REASON`, a line each, of reading files in `megabytes` and `seconds` of CPU."""
    arguments = [str(megabytes), str(seconds), *map(str, paths)]
    ran = subprocess.run(
        [sys.executable, "-c", _READ, *arguments], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()
