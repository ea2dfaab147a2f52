"""The report as a browser shows and prints it: whole, quiet, and each link goes to the words it names."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli.running import run
from tui.library.library import Library
from tui.paths import bundled

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    assert run(["report", str(bundled("seeds")), "-o", str(path)]) == 0
    return path


def browse(report: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Show the report in a browser without a window, with a profile of its own."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip("no Chromium is installed")
    profile = f"--user-data-dir={report.parent / 'profile'}"
    shown = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0", profile]
    done = subprocess.run(
        [browser, *shown, *options, report.as_uri()], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def test_a_browser_shows_all_of_it_and_finds_no_fault(report: Path) -> None:
    shown = browse(report, "--dump-dom")
    assert not [line for line in shown.stderr.splitlines() if "CONSOLE" in line]
    assert re.findall(r"<h2>(.*?)</h2>", shown.stdout) == [
        *("Articles", "Who is quoted", "Where accounts differ", "Timeline", "Actors", "Notes", "Texts")
    ]
    assert "<rect" in shown.stdout


def test_it_prints_and_its_links_go_to_the_page_with_the_words(report: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    printed = report.with_suffix(".pdf")
    browse(report, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    document = pypdf.PdfReader(io.BytesIO(printed.read_bytes()))
    pages = [" ".join(page.extract_text().split()) for page in document.pages]
    assert len(pages) > 3
    assert not any(page.endswith(("Timeline", "Actors", "Who is quoted")) for page in pages)
    destinations = document.named_destinations
    linked = [
        str(annotation["/Dest"])
        for page in document.pages
        for annotation in (one.get_object() for one in page.get("/Annots", ()))
        if "/Dest" in annotation
    ]
    assert len(linked) > 50
    texts = [
        Library.open([bundled("seeds")]).article(row.id).text
        for row in Library.open([bundled("seeds")]).rows()
    ]
    exact = [found for name in linked if (found := re.fullmatch(r"/?t(\d+)-(\d+)", name))]
    assert exact
    for found in exact[::7]:
        page = document.get_destination_page_number(destinations[found[0]])
        word = re.findall(r"\w+", texts[int(found[1]) - 1][int(found[2]) :])[0]
        assert word in f"{pages[page]} {pages[min(page + 1, len(pages) - 1)]}"
