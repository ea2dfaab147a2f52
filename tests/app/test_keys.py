"""Keys that the reader bound: they do what they say, chords wait to be finished, and every place shows them."""

import re
from pathlib import Path

import pytest

import tui.app
from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.commands import perform
from tui.app.keys import Keys
from tui.library.library import Library
from tui.settings.keys import keys_file, load_keys
from tui.settings.settings import Settings


@pytest.fixture
def bound_app(folder: Path, kept: Path, request: pytest.FixtureRequest) -> CorpusApp:
    """The app on the corpus, with a `keys.yaml` of this text."""
    path = keys_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(request.param, encoding="utf-8")
    bound = load_keys()
    library = Library.open([folder], folder=kept)
    keys = Keys(bound.commands, bound.fault)
    return CorpusApp(library, Settings(watch=False), corpus_name="news", keys=keys)


VIM = pytest.mark.parametrize("bound_app", ["preset: vim\n"], indirect=True)


@VIM
async def test_a_chord_is_shown_half_typed_and_done_when_it_is_whole(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(100, 24)) as pilot:
        await pilot.press("G")
        await until(pilot, "article 4 of 4")
        await pilot.press("g")
        await until(pilot, "g …  then g, t, T")
        await pilot.press("g")
        await until(pilot, "article 1 of 4")


@VIM
async def test_escape_drops_a_chord_and_so_does_a_key_that_is_none_of_it(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(100, 24)) as pilot:
        await pilot.press("G", "g")
        await until(pilot, "g …  then")
        await pilot.press("escape")
        await until(pilot, "article 4 of 4")
        await pilot.press("g", "k")
        await until(pilot, "gk does nothing here.")
        await pilot.press("k")
        await until(pilot, "article 3 of 4")


@VIM
async def test_a_chord_that_is_not_gone_on_with_is_dropped_after_a_while(
    bound_app: CorpusApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.base.SECONDS", 0.05)
    async with bound_app.run_test(size=(100, 24)) as pilot:
        await pilot.press("G", "g")
        await until(pilot, "article 4 of 4")
        assert bound_app.keys.pending == ""


@VIM
async def test_the_passage_comes_to_the_middle(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(60, 12)) as pilot:
        await pilot.press("enter")
        await until(pilot, "block 1 of")
        await pilot.press("j", "j", "j")
        await until(pilot, "block 4 of")
        reader = bound_app.reading_screen.reader
        assert reader is not None
        reader.level(reader.block.start if reader.block else 0, 0)
        await pilot.press("z", "z")
        await until(pilot, lambda: reader.row_of_cursor == reader.body // 2)


@pytest.mark.parametrize("bound_app", ["preset: emacs\nfilter: f9\nopen: ctrl+x f\n"], indirect=True)
async def test_footer_help_and_palette_show_the_keys_that_are_bound(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "ctrl+x f read · ctrl+x 3 beside")
        assert "ctrl+x f open" in row(pilot, " beside   ")
        assert "f9 filter" in row(pilot, " beside   ")
        await pilot.press("alt+x", *"quit", "space", *"once")
        await until(pilot, "Quit at once")
        assert "ctrl+x ctrl+c, ctrl+q" in row(pilot, "Quit at once")
        await pilot.press("escape")
        await until(pilot, "Harbour Talks")
        await pilot.press("ctrl+x", "ctrl+c")
        await until(pilot, lambda: bound_app.return_code == 0)


@pytest.mark.parametrize("bound_app", ["editor: f7\n"], indirect=True)
async def test_what_is_asked_names_the_key_that_the_reader_bound(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(100, 24)) as pilot:
        await until(pilot, "Harbour Talks")
        await pilot.press("i")
        await until(pilot, "f7 your editor")


@pytest.mark.parametrize("bound_app", ["serach: f9\nfilter: f10\n"], indirect=True)
async def test_what_is_wrong_in_the_file_is_told_on_the_screen(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "keys.yaml:1: `serach` is no command: did you mean `search`?")
        await pilot.press("f10")
        await until(pilot, "words of title")


@pytest.mark.parametrize("bound_app", ["preset: emacs\n"], indirect=True)
async def test_a_key_with_alt_is_not_the_letter_alone(bound_app: CorpusApp) -> None:
    async with bound_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+q", "alt+j")
        await pilot.pause()
        assert bound_app.is_running
        assert "article 1 of 4" in seen(pilot)


@pytest.mark.parametrize(
    ("bound_app", "keys"),
    [
        ("preset: vim\n", ("q", "enter", "v", "m")),
        ("preset: less\n", ("q", "enter", "v", "m")),
        ("preset: emacs\n", ("ctrl+x k", "enter", "ctrl+x 3", "m")),
        ("back: f9\nopen: f10\nopen_beside: f8\nbookmark: none\n", ("f9", "f10", "f8", "“Bookmark”")),
    ],
    indirect=["bound_app"],
    ids=["vim", "less", "emacs", "own"],
)
async def test_sentences_name_the_keys_that_are_bound(bound_app: CorpusApp, keys: tuple[str, ...]) -> None:
    back, open_, beside, bookmark = keys
    async with bound_app.run_test(size=(120, 24)) as pilot:
        screen = bound_app.reading_screen
        await until(pilot, "4 articles")
        perform(screen, "copy")
        await until(pilot, f"Nothing is open to copy from. {open_} opens an article.")
        perform(screen, "marks")
        await until(pilot, f"Nothing is marked yet. {bookmark} bookmarks the passage under the cursor")
        await until(pilot, lambda: f"{back} goes back." in " ".join(seen(pilot).split()))
        bound_app.come_home()
        perform(screen, "open")
        await until(pilot, " 1/9")
        perform(screen, "together")
        await until(pilot, f"One text alone has nothing to follow. {beside} opens another")
        perform(screen, "note")
        await until(pilot, f"{open_} keeps it")


def test_no_sentence_names_a_key_by_itself() -> None:
    """Whoever has bound another key would be told of the wrong one: `{back} goes back.` names the one that is bound."""
    named = re.compile(
        r"(?<![\w{])(?:enter|esc|[A-Za-z\]\[]) (?:goes|opens|keeps|shows|takes|leaves|quits|pauses|marks|tells)\b"
    )
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in Path(tui.app.__path__[0]).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for said in re.findall(r'"([^"]*)"', line)
        if named.search(said) and '"""' not in line and "ctrl+q quits" not in said  # it always does
    ]
    assert found == []
