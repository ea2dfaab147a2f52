"""What takes time is found once, and again when anything that it depends on has changed."""

from pathlib import Path

import pytest

from tui.compare.weights import Weights
from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook import judging
from tui.notebook.accounts import Accounts
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.judging import found_differences

TOLL = "A ferry sank off the island of Sund on Monday, and {toll} people were killed, the coast guard said."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, toll in (("001", 12), ("002", 19)):
        (folder / f"{name}.txt").write_text(f"The ferry\n\n{TOLL.format(toll=toll)}\n", encoding="utf-8")
    return folder


def accounts(library: Library) -> Accounts:
    return Accounts(library, lambda: shown(library, Book()))


def test_what_was_found_is_found_again_without_comparing(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open([news], folder=tmp_path / "library")
    refresh(library)
    found = found_differences(accounts(library))
    assert [difference.kind for difference in found] == ["number"]
    library.close()
    library = Library.open([news], folder=tmp_path / "library")
    monkeypatch.setattr(Accounts, "all", lambda _: pytest.fail("compared again"))
    assert found_differences(accounts(library)) == found


def test_another_text_is_compared_again(news: Path, tmp_path: Path) -> None:
    library = Library.open([news], folder=tmp_path / "library")
    refresh(library)
    assert len(found_differences(accounts(library))) == 1
    (news / "002.txt").write_text(f"The ferry\n\n{TOLL.format(toll=12)}\n", encoding="utf-8")
    refresh(library)
    assert found_differences(accounts(library)) == []


def test_what_is_kept_otherwise_is_found_anew(news: Path, tmp_path: Path) -> None:
    library = Library.open([news], folder=tmp_path / "library")
    refresh(library)
    found = found_differences(accounts(library))
    with library.store.writing() as connection:
        connection.execute("UPDATE meta SET value = value || '}' WHERE key = 'differences'")
    assert found_differences(accounts(library)) == found


def test_a_wire_text_told_twice_is_one_account(news: Path, tmp_path: Path) -> None:
    (news / "003.txt").write_text((news / "002.txt").read_text("utf-8") + "\n", encoding="utf-8")
    library = Library.open([news], folder=tmp_path / "library")
    refresh(library)
    (found,) = judging.judged_differences(library, Book())
    assert [side.article for side in found.sides] == ["001", "002"]


def test_how_rare_words_are_is_counted_once(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open([news], folder=tmp_path / "library")
    refresh(library)
    rarity = told(accounts(library).weights())
    with monkeypatch.context() as once:
        once.setattr(Accounts, "one", lambda *_: pytest.fail("counted again"))
        assert told(accounts(library).weights()) == rarity
    with library.store.writing() as connection:
        connection.execute("UPDATE meta SET value = value || '}' WHERE key = 'weights'")
    assert told(accounts(library).weights()) == rarity


def told(weights: Weights) -> list[float]:
    return [weights.grams["ferr"], weights.word("ferry"), weights.term("dead"), weights.actor("Sund")]
