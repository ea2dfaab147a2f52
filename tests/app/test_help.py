"""All keys are shown, and each can be found by its words and done."""

import pytest

from tests.app.conftest import seen, until
from tui.app import commands
from tui.app.app import CorpusApp
from tui.app.screens.compare import CompareScreen
from tui.app.screens.differences import DifferencesScreen
from tui.app.screens.help import HelpScreen
from tui.app.screens.matrix import MatrixScreen
from tui.app.screens.search import SearchScreen
from tui.settings.keymap import BY_ID, COMMANDS, FOOTERS
from tui.settings.places import READING


async def test_the_help_shows_every_command(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Go to the next row or passage.")
        shown = [item.id for item in pilot.app.screen.commands.items if hasattr(item, "id")]  # type: ignore[attr-defined]
        assert shown == [command.id for command in COMMANDS]
        await pilot.press("G")
        await until(pilot, "For screen readers, in a shell")
        await until(pilot, "`corpus-tui show`: an article as plain text")
        await pilot.press("pageup")
        await until(pilot, "some quoted words")
        await pilot.press("q")
        await until(pilot, "Harbour Talks")


async def test_the_palette_finds_a_command_and_does_it(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"who", "space", *"named")
        await until(pilot, "Show who is named")
        await pilot.press("enter")
        await until(pilot, "Actors · all articles")


async def test_a_command_that_does_not_count_here_says_where_it_does(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"forgive")
        await until(pilot, "Forgive typos")
        await pilot.press("enter")
        await until(pilot, "Typos counts in: search.")


async def test_leaving_the_palette_changes_nothing(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "enter read")
        await pilot.press("g")
        await until(pilot, "article 1 of 4 · sentences")
        before = seen(pilot)
        await pilot.press("ctrl+p", "z", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, HelpScreen))
        assert seen(pilot) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_does_something(command: object) -> None:
    id_ = command.id  # type: ignore[attr-defined]
    own = [
        getattr(kind, f"do_{id_}", None)
        for kind in (SearchScreen, HelpScreen, MatrixScreen, CompareScreen, DifferencesScreen)
    ]
    where = command.where  # type: ignore[attr-defined]
    if set(where) & set(READING):
        assert id_ in commands.READING or id_ in commands.ANYWHERE
    else:
        assert any(own) or id_ in commands.ANYWHERE


def test_no_key_means_two_things_in_one_place() -> None:
    keys = [(place, key) for command in COMMANDS for place in command.where for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


def test_footers_show_only_commands_that_count_there() -> None:
    for place, wanted in FOOTERS.items():
        assert len(wanted) <= 6
        assert all(place in BY_ID[name].where for name in wanted)
