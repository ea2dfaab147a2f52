"""What is new in the corpus comes in while the reader reads, and nothing jumps under the cursor."""

from pathlib import Path

from tests.app.conftest import seen, until
from tui.app.app import CorpusApp
from tui.app.screens.reading import ReadingScreen
from tui.library.library import Library
from tui.library.progress import Progressed
from tui.settings.settings import Settings


def write(folder: Path, name: str, title: str) -> None:
    (folder / name).write_text(f"---\ntitle: {title}\n---\n{title} happened on Monday.\n", encoding="utf-8")


def opened(folder: Path, kept: Path) -> CorpusApp:
    return CorpusApp(Library.open([folder], folder=kept), Settings(), corpus_name="news")


async def test_articles_come_in_and_a_new_one_appears_by_itself(tmp_path: Path) -> None:
    folder, kept = tmp_path / "news", tmp_path / "kept"
    folder.mkdir()
    write(folder, "b.md", "The second")
    write(folder, "c.md", "The third")
    app = opened(folder, kept)
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, "The third")
        await pilot.press("j")
        await until(pilot, "article 2 of 2")
        await until(pilot, lambda: not app.reading_in.working)
        home = pilot.app.screen
        assert isinstance(home, ReadingScreen)
        write(folder, "a.md", "The first")
        await until(pilot, "The first")
        assert home.articles.row is not None
        assert home.articles.row.title == "The third"
        await until(pilot, "article 3 of 3")
    app.reading_in.stop(5)


async def test_what_cannot_be_read_is_told_and_the_rest_comes_in(tmp_path: Path) -> None:
    folder, kept = tmp_path / "news", tmp_path / "kept"
    folder.mkdir()
    write(folder, "good.md", "A good one")
    (folder / "broken.jsonl").write_text('{"text": "fine"}\n{"text": \n', encoding="utf-8")
    app = opened(folder, kept)
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, "broken.jsonl:2")
        assert "A good one" in seen(pilot)
    app.reading_in.stop(5)


async def test_an_empty_folder_says_so_and_what_to_do(tmp_path: Path) -> None:
    folder, kept = tmp_path / "news", tmp_path / "kept"
    folder.mkdir()
    app = opened(folder, kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "There is no article here")
        await until(pilot, "Not read:")
        await pilot.press("P")
        await until(pilot, "nothing to pause")
    app.reading_in.stop(5)


async def test_the_first_start_tells_four_keys(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "enter read · v beside · / search · ? all keys")
        await pilot.press("j")
        await until(pilot, "article 2 of 4")


async def test_a_search_says_that_more_may_come_and_shows_it_when_it_has(tmp_path: Path) -> None:
    folder, kept = tmp_path / "news", tmp_path / "kept"
    folder.mkdir()
    write(folder, "a.md", "The flood")
    app = opened(folder, kept)
    app.reading_in.paused = True
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: app.reading_in.working)
        app.reading_in.report(Progressed("reading", 0, 0.0, 0.0, None))
        await until(pilot, "goes on")
        await pilot.press("slash", *"harbour")
        await until(pilot, "so far")
        await pilot.press(*["backspace"] * len("harbour"), *"flood")
        app.reading_in.paused = False
        await until(pilot, "1 of ")
        await until(pilot, lambda: "so far" not in seen(pilot))
    app.reading_in.stop(5)
