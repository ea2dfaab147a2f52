"""Open the app: the one way in, for the command line."""

from tui.library.library import Library
from tui.settings.settings import Settings

SECONDS_TO_STOP = 2.0
"""What is being read when the reader quits is kept as far as it is read in this time; the next start goes on."""


def run(library: Library, settings: Settings, *, corpus_name: str = "", fresh: bool = False) -> int:
    """Show `library` on the terminal until the reader quits; gives the exit status.

    What is new in the corpus is read in the background. `corpus_name` is what the corpus is called on the screen;
    `fresh` leaves out what lay open when the reader stopped.
    """
    from tui.app.app import CorpusApp

    name = corpus_name or ", ".join(path.rstrip("/").rpartition("/")[2] or path for path in library.paths)
    app = CorpusApp(library, settings, corpus_name=name, fresh=fresh)
    try:
        app.run(mouse=settings.mouse)
        return app.return_code or 0
    finally:
        app.reading_in.stop(SECONDS_TO_STOP)
