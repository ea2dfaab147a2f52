"""Open the app: the one way in, for the command line."""

from tui.library.library import Library
from tui.settings.settings import Settings


def run(library: Library, settings: Settings, *, corpus_name: str = "") -> int:
    """Show `library` on the terminal until the reader quits; gives the exit status.

    What is new in the corpus is read in the background. `corpus_name` is what the corpus is called on the screen.
    """
    from tui.app.app import CorpusApp

    name = corpus_name or ", ".join(path.rstrip("/").rpartition("/")[2] or path for path in library.paths)
    return CorpusApp(library, settings, corpus_name=name).run() or 0
