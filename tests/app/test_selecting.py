"""Words selected by keyboard are the file's own words, whatever lies between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import until
from tui.app.app import CorpusApp
from tui.app.selecting import _after, _around, _before


def selected(app: CorpusApp) -> str:
    """The words that are selected."""
    selection = app.reading_screen.selection
    return selection.words if selection is not None else ""


async def test_words_are_selected_and_copied_as_the_file_has_them(
    app: CorpusApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    async with app.run_test(size=(60, 24)) as pilot:
        monkeypatch.setattr(app, "copy", lambda _screen, text: copied.append(text))
        await pilot.press("enter")
        await until(pilot, "block 1 of")
        await pilot.press("V")
        await until(pilot, "arrows select words")
        await pilot.press("l", "right", "right")
        await until(pilot, "4 words selected")
        assert selected(app) == "The talks between the"
        await pilot.press("V", "h")
        assert selected(app) == "between the"
        await pilot.press("j")
        assert selected(app).startswith("the dockers' union and")
        words = selected(app)
        await pilot.press("y")
        assert copied == [words]
        assert words in app.reading_screen.reader.article.text  # type: ignore[union-attr]
        await until(pilot, "block 1 of")


async def test_lines_extend_it_over_passages_and_escape_ends_it(app: CorpusApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "block 1 of")
        await pilot.press("V", "j", "j", "j")
        await until(pilot, lambda: "The talks between" in selected(app))
        await pilot.press("k", "k", "k", "k")
        assert selected(app) == "The"
        await pilot.press("escape")
        await until(pilot, "block 1 of")
        assert app.reading_screen.selection is None


async def test_another_command_ends_it_and_is_done(app: CorpusApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, "block 1 of")
        await pilot.press("V", "l", "slash")
        await until(pilot, lambda: app.screen is not app.reading_screen)
        assert app.reading_screen.selection is None


async def test_in_the_list_there_is_nothing_to_select(app: CorpusApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("V")
        assert app.reading_screen.selection is None


TEXT = st.text(st.sampled_from("ab é\u200b\n "), max_size=30)


@given(TEXT, st.integers(0, 30))
def test_words_are_found_forth_and_back(text: str, offset: int) -> None:
    words = text.split()
    found, at = [], 0
    while (word := _after(text, at, len(text))) is not None:
        found.append(text[word.start : word.end])
        at = word.end
    assert found == words
    back, at = [], len(text)
    while (word := _before(text, 0, at)) is not None:
        back.append(text[word.start : word.end])
        at = word.start
    assert back[::-1] == words
    around = _around(text, offset, 0, len(text))
    assert (around is None) == (not words)
    if around is not None:
        assert text[around.start : around.end] in words
