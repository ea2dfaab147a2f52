"""A session is written down as the reader goes, and played again: for demonstrations and for reports of faults."""

from pathlib import Path

import pytest

from tests.app.conftest import seen, until
from tui.app.app import CorpusApp
from tui.app.playing import Player, Recorder, screen_text
from tui.app.steps import Step, read_steps
from tui.errors import CorpusError
from tui.notebook.book import Book

TOUR = """\
# what a reader does
size 100x30
key j enter

type jj
until 3/3
do bookmark
until Kept: bookmark
key /
type strike
until 1 of
wait 0
"""


def steps(path: Path, text: str) -> list[Step]:
    path.write_text(text, encoding="utf-8")
    return read_steps(path)


async def test_a_session_is_played_step_by_step(app: CorpusApp, tmp_path: Path) -> None:
    player = Player(app, steps(tmp_path / "tour.txt", TOUR))
    async with app.run_test(size=(100, 30)):
        await player.play()
        assert player.problem == ""
        assert "Nobody wants a strike" in screen_text(app)
    assert len(Book().marks) == 1


async def test_what_is_pressed_is_written_down_and_can_be_played(
    app: CorpusApp, folder: Path, kept: Path, tmp_path: Path
) -> None:
    path = tmp_path / "session.txt"
    app.recorder = Recorder(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "enter", "i")
        await until(pilot, "New note on")
        await pilot.press(*"ask her", "enter")
        await until(pilot, "Kept: note on")
        await pilot.press("question_mark", "escape", "slash")
        await until(pilot, "f1 shows the syntax")
        await pilot.press(*"strik", "backspace", "escape", "G")
        await until(pilot, "002 block 3 of 3")
    app.recorder.close()
    told = path.read_text(encoding="utf-8").split("\n")
    assert told[0].startswith("# A session of corpus-tui")
    assert [line for line in told[1:] if line and not line.startswith("wait")] == [
        "size 100x30",
        "key j enter i",
        "type ask her",
        "key enter ? escape /",
        "type strik",
        "key backspace escape G",
    ]
    Book().remove(*Book().marks)
    from tui.library.library import Library
    from tui.settings.settings import Settings

    again = CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="news")
    async with again.run_test(size=(100, 30)) as pilot:
        await Player(again, read_steps(path)).play()
        await until(pilot, "002 block 3 of 3")
    assert [mark.text for mark in Book().marks] == ["ask her"]


async def test_what_does_not_come_about_ends_it_and_is_told(
    app: CorpusApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.playing.PATIENCE", 0.1)
    player = Player(app, steps(tmp_path / "x", "key j\nuntil no such words\nkey enter\n"), name="x.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await player.play()
        assert player.problem == "x.txt:2: “no such words” did not come on the screen"
        await until(pilot, "x.txt:2: “no such words” did not come on the screen")
        assert "▸Articles" in seen(pilot)


def test_every_wrong_line_is_told_with_its_number_and_nothing_is_played(tmp_path: Path) -> None:
    wrong = "key j\npress x\nkey ctrl+nope\ndo bokmark\nwait long\nsize big\ntype\nuntil \n"
    with pytest.raises(CorpusError) as told:
        steps(tmp_path / "wrong.txt", wrong)
    lines = f"{told.value.title} {told.value.advice}"
    for number, reason in {
        2: "`press` is no step",
        3: "`ctrl+nope`",
        4: "did you mean bookmark?",
        5: "write seconds",
        6: "as in 120x40",
        7: "needs the text",
        8: "needs the words",
    }.items():
        assert f"wrong.txt:{number}: " in lines
        assert reason in lines
    assert "wrong.txt:1:" not in lines


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.write_bytes(b"\xff\xfe\x00")])
def test_a_file_that_cannot_be_read_is_told(make: object, tmp_path: Path) -> None:
    make(tmp_path / "x")  # type: ignore[operator]
    with pytest.raises(CorpusError, match="x: "):
        read_steps(tmp_path / "x")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CorpusError, match="is there already"):
        Recorder(tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
