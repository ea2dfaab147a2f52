"""What all tests share: folders of their own, and the evaluation folder where it lies beside the checkout."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("patient")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, notes or libraries of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for part in ("CACHE", "STATE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{part}_HOME", str(home / part.lower()))


@pytest.fixture(autouse=True)
def uncollected(request: pytest.FixtureRequest) -> Iterator[None]:
    """What grows with the length of a text is told by its own cost, not by the garbage of all tests before it."""
    if request.node.path.parent.name not in {"corpus", "quotes", "actors", "events", "german", "compare"}:
        yield
        return
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The evaluation folder; tests that need it are skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation folder does not lie beside this checkout")
    return SHARED
