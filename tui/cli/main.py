"""The way in. Before anything else is imported, an interrupt is made to end the program without a word."""

import sys

from tui.cli.interrupts import end_quietly


def main() -> None:
    """Run the command line of this process, and end the process with its status."""
    end_quietly()
    from tui.cli.running import run

    sys.exit(run(sys.argv[1:]))
