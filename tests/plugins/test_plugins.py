"""Other packages add readers, finders and exporters: installed as any package is, without a network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example"
INTERVIEW = (
    "An interview at the port\n\nReporter: When does it open?\nAda Stone: In May, if 5% more is paid.\n"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example package, installed by pip into a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *options, str(EXAMPLE)],
        check=True,
    )
    return folder


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """An interview, and an article as all others."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001.transcript").write_text(INTERVIEW, encoding="utf-8")
    (folder / "002.txt").write_text("The port\n\n“It will open,” said Ada Stone.\n", encoding="utf-8")
    return folder


def run(folder: Path | None, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The program in a fresh process that has the packages in `folder`."""
    environment = {**os.environ, "PYTHONPATH": str(folder or "")}
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def quotes(told: subprocess.CompletedProcess[str]) -> list[tuple[str, str, str]]:
    """Article, speaker and rule of each quotation."""
    found = [json.loads(line) for line in told.stdout.splitlines()]
    return [(one["article"], one["speaker"]["text"], one["rule"]) for one in found]


def broken(folder: Path, name: str, entry_points: str, code: str) -> Path:
    """A package in `folder` that was written without care."""
    (folder / f"{name}-0.1.dist-info").mkdir(parents=True)
    (folder / f"{name}-0.1.dist-info" / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    return folder


def test_a_package_adds_a_format_findings_and_a_report(installed: Path, news: Path, tmp_path: Path) -> None:
    without = run(None, "quotes", news)
    assert [article for article, *_ in quotes(without)] == ["002"]
    assert "(.transcript)" in without.stderr
    with_it = run(installed, "quotes", news)
    assert quotes(with_it)[:2] == [("001", "Reporter", "transcript"), ("001", "Ada Stone", "transcript")]
    assert [article for article, *_ in quotes(with_it)] == ["001", "001", "002"]
    assert with_it.stderr == ""
    report = run(installed, "report", news, "-o", tmp_path / "news.tex")
    assert report.returncode == 0
    assert r"``In May, if 5\% more is paid.'' (001)" in (tmp_path / "news.tex").read_text(encoding="utf-8")
    assert quotes(run(None, "quotes", news)) == quotes(without)


def test_a_report_of_an_unknown_kind_names_those_there_are(installed: Path, news: Path) -> None:
    told = run(installed, "report", news, "-o", "news.docx")
    assert told.returncode == 2
    assert ".html, .md, .tex" in told.stderr


def test_broken_plug_ins_are_told_and_the_rest_goes_on(news: Path, tmp_path: Path) -> None:
    points = (
        "[corpus_tui.readers]\ntranscript = careless:read\n"
        "[corpus_tui.finders]\nstumbling = careless:find\nodd = careless:nothing\nmissing = not_there:find\n"
        "outside = careless:outside\n[corpus_tui.exporters]\ntex = careless:LATER\n"
    )
    code = (
        "from dataclasses import replace\n"
        "from tui.corpus.article import Span\n"
        "LATER = None\n"
        "def read(file, place):\n    yield 'no article'\n"
        "def find(article, findings):\n    return findings.nothing\n"
        "def nothing(article, findings):\n    return None\n"
        "def outside(article, findings):\n"
        "    quotes = [replace(one, spans=(Span(5, 9999),)) for one in findings.quotes]\n"
        "    return replace(findings, quotes=tuple(quotes))\n"
    )
    folder = broken(tmp_path / "site", "careless", points, code)
    told = run(folder, "quotes", news)
    assert quotes(told) == [("002", "Ada Stone", quotes(run(None, "quotes", news))[0][2])]
    lines = told.stderr.splitlines()
    assert [line for line in lines if "001.transcript: its reader stumbled over it (TypeError" in line]
    assert [line for line in lines if "the plug-in missing of careless-0.1 cannot be loaded" in line]
    for name in ("stumbling", "odd", "outside"):
        assert [line for line in lines if f"002: the plug-in {name} stumbled over it" in line]
    assert told.returncode == 0
    report = run(folder, "report", news, "-o", tmp_path / "news.tex")
    assert (report.returncode, (tmp_path / "news.tex").exists()) == (1, False)
    assert "the plug-in tex of careless-0.1 is no function" in report.stderr


def test_a_start_without_plug_ins_does_not_read_what_all_packages_tell_of_themselves(news: Path) -> None:
    code = (
        "import sys; from tui.cli.running import run; run(sys.argv[1:]);"
        "print('importlib.metadata' in sys.modules, file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, "articles", str(news)], capture_output=True, text=True, check=True
    )
    assert told.stderr.splitlines()[-1] == "False"
