"""What is installed is whole: the wheel, in an environment of its own, starts and shows the bundled articles."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tui import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `pip install .` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with the wheel in it; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"),
            *("install", "--quiet", "--no-deps", "--no-index", str(wheel)),
        ],
        check=True,
        capture_output=True,
    )
    (packages,) = folder.glob("lib/python*/site-packages")
    # Added only now, so that the installer sees an empty environment. A path file is not followed to further
    # path files: the checkout that the tests run from stays out of sight.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def run(installed: Path, folder: Path, *arguments: str) -> str:
    """What a command line of the installed program prints."""
    environment = {
        name: told for name, told in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))
    }
    done = subprocess.run(
        [str(installed / "corpus-tui"), *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_it_starts_and_shows_the_bundled_articles(installed: Path, tmp_path: Path) -> None:
    where = [str(installed / "python"), "-c", "import tui; print(tui.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert found.stdout.startswith(str(installed.parent))
    assert run(installed, tmp_path, "--version") == f"corpus-tui, version {__version__}\n"
    overview = run(installed, tmp_path)
    assert overview.startswith("4 articles · ")
    assert "Sergei Ryabkov" in overview


def test_its_themes_are_there(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, tmp_path, "themes")
    themes = {path.stem for path in (ROOT / "themes").glob("*.yaml")}
    assert len(themes) >= 6
    assert all(f" {theme} " in listed for theme in themes)


def test_all_that_the_program_reads_travels_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for path in (ROOT / "tui").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    for name in ("seeds", "themes"):
        assert any(inner.startswith(f"tui/bundled/{name}/") for inner in names)
    assert any(inner.endswith("licenses/LICENSE") for inner in names)
