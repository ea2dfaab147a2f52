"""What a reader puts right: at once in every list, kept, and taken back."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import seen, until
from tui.app.app import CorpusApp
from tui.app.commands.browsing import web_address
from tui.app.screens.card import CardScreen
from tui.app.screens.correcting import CorrectingScreen
from tui.app.screens.reading import ReadingScreen
from tui.cli.running import run
from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook.book import Book
from tui.settings.settings import Settings


def home(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen_stack[0]
    assert isinstance(found, ReadingScreen)
    return found


def shown_actors(pilot: Pilot[int]) -> list[str]:
    return [item[0].name for item in home(pilot).actors.items if isinstance(item, tuple)]


async def on_actor(pilot: Pilot[int], name: str) -> None:
    """Put the cursor on an actor of the sidebar."""
    await pilot.press("a")
    await until(pilot, lambda: name in shown_actors(pilot))
    while home(pilot).actors.item is None or home(pilot).actors.item.name != name:
        await pilot.press("j")


async def correct(pilot: Pilot[int], choice: str) -> None:
    """Press r, and choose."""
    await pilot.press("r")
    await until(pilot, lambda: isinstance(pilot.app.screen, CorrectingScreen))
    await until(pilot, choice)
    screen = pilot.app.screen
    assert isinstance(screen, CorrectingScreen)
    while screen.list.choice is None or choice not in screen.list.choice.name:
        await pilot.press("j")
    await pilot.press("enter")


async def test_an_actor_is_renamed_everywhere_and_named_as_before_by_undo(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_actor(pilot, "Greta Lund")
        await pilot.press("asterisk")
        await until(pilot, "Kept: star on “Greta Lund”")
        await correct(pilot, "Another name")
        await pilot.press("ctrl+u", *"Greta", "space", *"Holm", "enter")
        await until(pilot, "Kept: Greta Lund is called Greta Holm. z takes it back.")
        await until(pilot, lambda: "Greta Holm" in shown_actors(pilot))
        assert "Greta Lund" not in shown_actors(pilot)
        await pilot.press("j", "k")
        await until(pilot, "★ · Greta Holm · person")
        await pilot.press("U")
        await until(pilot, "Greta Holm")
        await pilot.press("q")
        await pilot.press("z")
        await until(pilot, "Taken back: Greta Lund is called Greta Holm.")
        await until(pilot, lambda: "Greta Lund" in shown_actors(pilot))
        assert Book().corrections == {}


async def test_two_actors_become_one_by_typing_a_name(
    app: CorpusApp, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_actor(pilot, "Ines Moreau")
        before = len(shown_actors(pilot))
        await correct(pilot, "The same as")
        await pilot.press(*"omar")
        await until(pilot, "Ines Moreau is the same as")
        await pilot.press("enter")
        await until(pilot, "Kept: Ines Moreau is Omar Haddad")
        await until(pilot, lambda: len(shown_actors(pilot)) == before - 1)
        assert f"{before - 1} actors" in seen(pilot).split("\n")[0]
        shown = shown_actors(pilot)
    assert run(["actors", str(folder), "--format", "jsonl"]) == 0
    told = [json.loads(line)["actor"] for line in capsys.readouterr().out.splitlines()]
    assert sorted(told) == sorted(shown)


async def test_from_a_card_an_actor_is_of_another_type_and_then_none(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await on_actor(pilot, "Paul Reyes")
        await pilot.press("enter", "a")
        await until(pilot, lambda: home(pilot).desk.front == "side")
        app.push_screen(CardScreen(app, "Paul Reyes"))
        await until(pilot, "Paul Reyes · person")
        await correct(pilot, "An organisation")
        await until(pilot, "Paul Reyes · organisation")
        await correct(pilot, "No actor")
        await until(pilot, "This actor is no longer in the corpus")
        await pilot.press("q")
        await until(pilot, lambda: "Paul Reyes" not in shown_actors(pilot))


async def test_in_a_text_the_actors_of_the_passage_are_offered(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j", "j", "j", "j", "j", "j", "j", "r")
        await until(pilot, "Correct what?")
        assert "Omar Haddad" in seen(pilot)
        assert "Greta Lund" in seen(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home(pilot))


async def test_a_name_that_another_has_is_refused(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await on_actor(pilot, "Ines Moreau")
        await correct(pilot, "Another name")
        await pilot.press("ctrl+u", *"Paul", "space", *"Reyes", "enter")
        await until(pilot, "merge the two")
        assert Book().corrections == {}


async def test_the_address_is_opened_only_after_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, script = tmp_path / "opened", tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > {opened}.part && mv {opened}.part {opened}\n')
    script.chmod(0o700)
    monkeypatch.setenv("BROWSER", f"{script} %s &")
    folder = tmp_path / "news"
    folder.mkdir()
    address = "https://example.org/a?b=1&c=$(id);d"
    (folder / "1.md").write_text(f"---\ntitle: Bridge\nurl: '{address}'\n---\nThe bridge is open.\n")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B")
        await until(pilot, f"Open at example.org: {address} ?")
        await pilot.press("enter")
        await until(pilot, "Not opened.")
        assert not opened.exists()
        await pilot.press("B", "y", "enter")
        await until(pilot, opened.exists)
        assert opened.read_text() == f"1\n{address}\n"


@pytest.mark.parametrize(
    "told",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://bank.example@evil.example/",
        "https://exa\u202emple.org/",
        "https://",
        "http://[",
        "-o https://x",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_not_opened(told: str) -> None:
    assert web_address(told)[0] == ""
    assert web_address(told)[1]


def test_a_host_in_another_script_is_told_as_the_network_knows_it() -> None:
    assert web_address("https://\u0430pple.com/x")[0] == "https://xn--pple-43d.com/x"
