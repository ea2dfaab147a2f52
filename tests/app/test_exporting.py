"""Any list in front goes to a file as it is shown: Markdown, CSV, JSON Lines; nothing is written over unasked."""

import csv
import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import seen, until
from tui.app.app import CorpusApp
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


async def test_each_list_of_findings_is_written_as_it_is_shown(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await until(pilot, "Greta Lund")
        actors = objects(await written(pilot, "actors.jsonl"))
        assert "Greta Lund" in [one["actor"] for one in actors]
        await pilot.press("u")
        await until(pilot, "We have paid")
        quotes = objects(await written(pilot, "quotes.jsonl"))
        assert "We have paid twice already," in [one["text"] for one in quotes]
        await pilot.press("U", "f", *"strike", "enter")
        await until(pilot, "All quotes “strike”")
        (said,) = objects(await written(pilot, "strike.jsonl"))
        assert said["actor"] == "Ines Moreau"
        row = (await written(pilot, "strike.md")).splitlines()[4]
        assert row.startswith("| Ines Moreau | Ines Moreau | said | Nobody wants a strike")
        assert row.endswith("| direct | 002:2 |")
        await pilot.press("escape", "q", "d")
        await until(pilot, "role")
        (role, *_) = objects(await written(pilot, "differs.jsonl"))
        assert role["kind"] == "role"
        page = await written(pilot, "differs.md")
        assert "Former Deputy Mayor (002:3)" in page
        await pilot.press("e")
        await until(pilot, "▸Events")
        assert all("mentions" in one for one in objects(await written(pilot, "events.jsonl")))
        await pilot.press("M")
        await until(pilot, "Actors by article")
        matrix = (await written(pilot, "matrix.csv")).splitlines()
        assert matrix[0] == "actor,of,all,001,002,003,004"
        assert "Greta Lund,person,4,3,1,0,0" in matrix


async def test_notes_and_what_a_search_found_are_written_too(app: CorpusApp) -> None:
    Book().put(Mark("note", Target("actor", "Omar Haddad", "Omar Haddad"), text="=call him"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("apostrophe")
        await until(pilot, "On actors")
        (note,) = csv.DictReader((await written(pilot, "notes.csv")).splitlines())
        assert note["text"] == "'=call him"
        await pilot.press("q", "slash", *"strike")
        await until(pilot, "1 of ")
        matches = objects(await written(pilot, "matches.jsonl", "f8"))
        assert {one["query"] for one in matches} == {"strike"}
        await pilot.press("enter", "f5")
        await until(pilot, "in context")
        lines = objects(await written(pilot, "lines.jsonl", "f8"))
        assert [one["text"] for one in lines] == ["strike"]
        assert str(lines[0]["left"]).endswith("“Nobody wants a ")


async def test_a_comparison_and_an_actor_are_written(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "1", "j", "v", "c")
        await until(pilot, "compared with")
        await until(pilot, "≈")
        passages = objects(await written(pilot, "compared.jsonl"))
        assert passages[0]["article"] == "002_dockers"
        await pilot.press("q", "a", "W")
        await until(pilot, "Mentions")
        (actor,) = objects(await written(pilot, "actor.jsonl"))
        assert actor["mentions"]


async def test_a_text_is_no_list(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "E")
        await until(pilot, "There is no list in front.")
