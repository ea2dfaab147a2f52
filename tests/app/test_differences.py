"""Where the accounts differ: the reader says what is so, why, and takes it back."""

from pathlib import Path

from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.differences import DifferencesScreen
from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook.book import Book
from tui.notebook.judging import judged_differences
from tui.settings.settings import Settings


def listed(pilot: Pilot[int]) -> DifferencesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DifferencesScreen)
    return screen


async def shown(pilot: Pilot[int]) -> int:
    """Open the list; how many there are."""
    await pilot.press("d")
    await until(pilot, " open · 0 confirmed · 0 dismissed")
    return sum(not one.doubtful for one in listed(pilot).found)


async def test_a_difference_is_confirmed_with_a_note_dismissed_and_reopened(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        count = await shown(pilot)
        assert row(pilot, " role ").startswith(" !")
        await pilot.press("c")
        await until(pilot, f"{count - 1} open · 1 confirmed · 0 dismissed")
        assert row(pilot, " role ").startswith(" ✓")
        assert row(pilot, " role ").endswith("confirmed")
        await pilot.press("i", *"former, says 002", "enter")
        await until(pilot, "✎ confirmed")
        judged = judged_differences(app.library, Book())
        assert [one.kind for one in judged if one.state == "confirmed"] == ["role"]
        assert [mark.text for mark in Book().marks if mark.kind == "judgement"] == ["former, says 002"]
        await pilot.press("x")
        await until(pilot, f"{count - 1} open · 0 confirmed · 1 dismissed")
        await until(pilot, lambda: not app.differing.within("001_harbour", 0, 9999))
        await pilot.press("z")
        await until(pilot, f"{count - 1} open · 1 confirmed · 0 dismissed")
        await pilot.press("i", "ctrl+u", "enter", "o")
        await until(pilot, f"{count} open · 0 confirmed · 0 dismissed")


TALKS = """Talks Begin in Lysholm

The talks between Karelia and Ostrov began in Lysholm on Monday.
President Anna Krog of Karelia said the war in Ostrov must end.

The war has lasted two years.
"""


async def test_the_doubtful_are_folded_away_until_they_are_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001_war.txt").write_text(TALKS, encoding="utf-8")
    (folder / "002_conflict.txt").write_text(TALKS.replace("war", "conflict"), encoding="utf-8")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shown(pilot) == 0
        await until(pilot, "1 doubtful: enter shows them")
        assert " label " not in seen(pilot)
        await pilot.press("G", "enter")
        await until(pilot, "enter folds them away")
        assert row(pilot, " label ").startswith(" ?")
        await pilot.press("j", "c")
        await until(pilot, "0 open · 1 confirmed · 0 dismissed")
        assert "doubtful" not in seen(pilot)


async def test_who_a_difference_is_about_is_marked_among_the_actors(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001_held.txt").write_text(
        "A Thief in Lysholm\n\nThe baker of Lysholm, Nils Holm, was arrested with six loaves, Ida Berg said.\n"
    )
    (folder / "002_sought.txt").write_text(
        "Bread Is Gone\n\nIn Lysholm Ida Berg is still hunting for Nils Holm, a baker who took six loaves.\n"
    )
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.differing) == 2)
        await pilot.press("a")
        await until(pilot, "Ida Berg")
        assert "!" in row(pilot, "Nils Holm")
        assert "!" not in row(pilot, "Ida Berg").partition("Ida Berg")[2]


async def test_enter_opens_both_sides_level_and_lit(app: CorpusApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await shown(pilot)
        one = listed(pilot).found[0]
        await pilot.press("enter")
        home = app.reading_screen
        await until(pilot, lambda: pilot.app.screen is home and len(home.desk.texts) == 2)
        assert home.desk.texts == [side.article for side in one.sides[:2]]
        assert home.readers[home.desk.last].article.id == one.sides[0].article  # type: ignore[union-attr]
        for reader, side in zip(home.readers, one.sides, strict=False):
            assert " ".join(side.text.split()[:2]) in " ".join(seen(pilot).split()), reader.short


async def test_kinds_are_stepped_through(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot)
        kinds = list(dict.fromkeys(one.kind for one in listed(pilot).found))
        for kind in kinds:
            await pilot.press("s")
            await until(pilot, lambda kind=kind: seen(pilot).split("\n")[1].endswith(kind))
        await pilot.press("s")
        await until(pilot, "all kinds, surest first")


def test_the_app_and_the_command_line_tell_the_same(app: CorpusApp, folder: Path) -> None:
    assert app.comparing.differences() == judged_differences(app.library, Book())
