"""Any list in front goes to a file as it is shown: Markdown, CSV, JSON Lines; nothing is written over unasked."""

import csv
import json
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from tests.app.conftest import seen, until
from tui.app.app import CorpusApp
from tui.app.exporting import listing
from tui.export.listing import SUFFIXES, Listing, save
from tui.notebook.book import Book
from tui.notebook.marks import Mark, Target


@pytest.fixture(autouse=True)
def folder_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program was started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def written(pilot: Pilot[int], name: str, key: str = "E") -> str:
    """The file that the list in front is written to under this name."""
    await pilot.press(key)
    await until(pilot, "Write to a file")
    await pilot.press("home", "ctrl+k", *name, "enter")
    await until(pilot, "written to")
    return Path(name).read_text(encoding="utf-8")


def objects(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


async def test_the_articles_that_a_filter_keeps_are_written_under_the_name_that_is_offered(
    app: CorpusApp, folder_of_files: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", *"courier", "enter", "E")
        await until(pilot, "news-articles.md")
        await pilot.press("enter")
        await until(pilot, "1 row written to")
        assert "▸Articles “courier”" in seen(pilot)
    assert [path.name for path in folder_of_files.iterdir()] == ["news-articles.md"]
    page = Path("news-articles.md").read_text(encoding="utf-8").split("\n")
    assert page[0] == "# Articles “courier”"
    assert page[2].startswith("| id | title | source")
    assert page[4].startswith("| 001\\_harbour | Harbour Talks Enter a Second Week | The Coast Courier")
    assert page[5:] == [""]


async def test_the_arrows_choose_what_the_file_is(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        await until(pilot, "news-articles.md")
        await pilot.press("down")
        await until(pilot, "news-articles.csv")
        await pilot.press("down", "enter")
        await until(pilot, "4 rows written to")
    assert [one["id"] for one in objects(Path("news-articles.jsonl").read_text())] == [
        "001_harbour",
        "002_dockers",
        "003_bridge",
        "004_hostile",
    ]


async def test_a_file_that_is_there_is_written_over_only_when_that_is_said_twice(app: CorpusApp) -> None:
    Path("mine.csv").write_text("my own work", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E", "home", "ctrl+k", *"mine.txt", "enter")
        await until(pilot, "must end in .md, .csv or .jsonl")
        await pilot.press("backspace", "backspace", "backspace", *"csv", "enter")
        await until(pilot, "mine.csv is there already")
        assert Path("mine.csv").read_text() == "my own work"
        await pilot.press("escape")
        await until(pilot, "▸Articles")
        assert Path("mine.csv").read_text() == "my own work"
        await pilot.press("E", "home", "ctrl+k", *"mine.csv", "enter", "enter")
        await until(pilot, "4 rows written to")
    with Path("mine.csv").open(newline="", encoding="utf-8") as file:
        assert next(csv.DictReader(file))["title"] == "Harbour Talks Enter a Second Week"


async def test_a_folder_that_is_not_there_is_told(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("E", "home", "ctrl+k", *"none/x.csv", "enter")
        await until(pilot, "none/x.csv: cannot be written")


class Walked(NamedTuple):
    """A list: the keys that lead there from the one before, what is seen then, the words that its filter keeps, how
    many items have them, and what one of these holds."""

    keys: str
    seen: str
    words: str
    kept: int
    holds: str
    title: str


WALK = (
    Walked("", "▸Articles", "courier", 1, "001_harbour", "Articles “courier”"),
    Walked("enter a", "▸Actors · 001", "haddad", 1, "Omar Haddad", "Actors · 001 “haddad”"),
    Walked("W", "Mentions", "", 1, "Omar Haddad", "Omar Haddad"),
    Walked("q u", "▸Quotes · 001", "twice", 1, "We have paid twice already", "Quotes · 001 “twice”"),
    Walked("o", "▸Outline · 001", "", 2, "What follows", "Outline · 001"),
    Walked("U", "▸All quotes", "strike", 1, "Ines Moreau", "All quotes “strike”"),
    Walked("q e", "▸Events", "talks", 1, "001_harbour", "Events “talks”"),
    Walked("q d", "▸Differences", "former", 1, "Former Deputy Mayor", "Differences “former”"),
    Walked("q M", "▸Actors by article", "reyes", 1, "Paul Reyes", "Actors by article “reyes”"),
    Walked("q apostrophe", "▸Marks and notes", "mediate", 1, "=mediate", "Marks and notes “mediate”"),
    Walked("q 1 j v c", "compared with", "mediate", 1, "002_dockers", "002 compared with 001 “mediate”"),
    Walked("q slash w a n t s", "1 of ", "", 2, "Nobody wants a strike", "“wants”"),
    Walked("f5", "in context", "", 1, "a strike, but nobody", "“wants” in context"),
)


async def test_every_list_is_written_in_every_form_as_its_filter_keeps_it(
    app: CorpusApp, folder_of_files: Path
) -> None:
    for words in ("=mediate", "ask again"):
        Book().put(Mark("note", Target("actor", "Omar Haddad", "Omar Haddad"), text=words))

    def told() -> Listing:
        found = listing(app.screen)
        assert found is not None
        return found

    async with app.run_test(size=(200, 50)) as pilot:
        for at in WALK:
            await pilot.press(*at.keys.split())
            await until(pilot, at.seen)
            if at.words:
                await pilot.press("f", *at.words, "enter")
            await until(pilot, lambda at=at: len(list(told().items)) == at.kept)  # type: ignore[misc]
            assert told().title.startswith(at.title)
            for suffix in SUFFIXES:
                path = folder_of_files / f"{at.seen}{suffix}"
                assert save(told(), path) == at.kept
                assert at.holds in path.read_text(encoding="utf-8").replace("\\", ""), path
            await pilot.press(*["escape"] * bool(at.words))


async def test_a_text_is_no_list(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "E")
        await until(pilot, "There is no list in front.")
