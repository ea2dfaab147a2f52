"""A corpus lies on a server, which changes or cannot be reached; what it gave before is there all the same."""

import json
import os
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.library.conftest import HARBOUR
from tui.library.build import refresh
from tui.library.library import Library

pytest.importorskip("aiohttp", reason="fsspec reads web servers with it")
pytest.importorskip("fsspec", reason="the extra cluster is not installed")

MORE = "\nOmnibuses will run until then.\n"


class Site:
    """A web server of a folder's files. It counts what is fetched; of some it answers only so many times."""

    def __init__(self, folder: Path) -> None:
        self.fetched: Counter[str] = Counter()
        self.answers: dict[str, int] = {}
        site = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.rpartition("/")[2]
                site.fetched[name] += 1
                if site.fetched[name] > site.answers.get(name, 1000):
                    self.send_error(500)
                else:
                    super().do_GET()

            def log_message(self, *_: object) -> None:
                pass

        self._handler = partial(Handler, directory=str(folder))
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def articles_fetched(self) -> Counter[str]:
        """How often each article was fetched since it was asked last."""
        told = Counter({name: count for name, count in self.fetched.items() if name.endswith(".txt")})
        self.fetched.clear()
        return told

    def start(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def site(corpus: Path) -> Iterator[Site]:
    site = Site(corpus)
    yield site
    site.stop()


def test_each_file_is_fetched_once_and_none_again_that_did_not_change(corpus: Path, site: Site) -> None:
    library = Library.open([site.address])
    assert refresh(library).read == 3
    assert set(site.articles_fetched().values()) == {1}
    assert refresh(library).read == 0
    assert not site.articles_fetched()
    (corpus / "001_bridge.txt").write_text(HARBOUR + MORE, "utf-8")
    os.utime(corpus / "001_bridge.txt", (0, 0))
    assert refresh(library).read == 1
    assert site.articles_fetched() == {"001_bridge.txt": 1}


def test_a_server_that_cannot_be_reached_takes_nothing_away(corpus: Path, site: Site) -> None:
    here = corpus.parent / "here"
    here.mkdir()
    (here / "a_note.txt").write_text("A note\n\nFrom here.\n", "utf-8")
    paths = [str(here), site.address]
    library = Library.open(paths)
    refresh(library)
    before = library.ask("SELECT id, position, key FROM article ORDER BY position")
    site.stop()
    report = refresh(Library.open(paths))
    assert (report.articles, report.read) == (4, 0)
    [problem] = report.problems
    assert problem.path == site.address
    assert "cannot be reached" in problem.reason
    assert library.ask("SELECT id, position, key FROM article ORDER BY position") == before
    assert library.search("ferries")[0].article == "001_bridge"
    site.start()
    report = refresh(library)
    assert (report.articles, report.read, report.problems) == (4, 0, ())


def test_a_file_that_fails_keeps_what_was_read_of_it_and_is_tried_again(corpus: Path, site: Site) -> None:
    library = Library.open([site.address])
    refresh(library)
    site.answers = {"001_bridge.txt": 0, "new.txt": 0}
    (corpus / "001_bridge.txt").write_text(HARBOUR + MORE, "utf-8")
    (corpus / "new.txt").write_text("New\n\nSomething new.\n", "utf-8")
    report = refresh(library)
    assert (report.articles, report.read, report.skipped) == (3, 0, 2)
    assert library.search("ferries")[0].article == "001_bridge"
    generation = library.meta("generation")
    assert refresh(library).skipped == 2
    assert library.meta("generation") == generation  # nothing that could be seen changed
    site.answers.clear()
    report = refresh(library)
    assert (report.articles, report.read, report.skipped) == (4, 2, 0)
    assert library.search("'omnibuses")[0].article == "001_bridge"


def test_a_slice_that_fails_keeps_the_others_and_is_tried_again(corpus: Path, site: Site) -> None:
    for path in corpus.iterdir():
        path.unlink()
    with (corpus / "corpus.jsonl").open("w", encoding="utf-8") as file:
        for number in range(130):
            text = f"Plan {number}\n\n" + "A tree stands at the gate. " * 45
            file.write(json.dumps({"id": f"n{number}", "text": text}) + "\n")
    library = Library.open([site.address])
    site.answers = {"corpus.jsonl": 2}  # it is looked through, and the first of its two slices is read
    report = refresh(library, jobs=1)
    assert 0 < report.articles < 130
    assert report.skipped == 1
    kept = dict(library.ask("SELECT key, id FROM article"))
    site.answers.clear()
    report = refresh(library, jobs=1)
    assert (report.articles, report.skipped) == (130, 0)
    assert kept.items() <= dict(library.ask("SELECT key, id FROM article")).items()
