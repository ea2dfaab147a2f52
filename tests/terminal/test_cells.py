"""Only changed cells are sent, and the screen is the same as if everything had been sent."""

import os
import random
import unicodedata
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from tests.terminal.memory import CONSOLE, FULL, TMUX, Remembered, run, seen
from tests.terminal.screen import Feed, Screen
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.cells import Cells
from tui.app.terminal.pens import Pens

SEQUENCES = int(os.environ.get("CORPUS_TUI_KEY_SEQUENCES", "3"))
"""How many random sequences of keys are tried; benchmarks try 200."""

LINES = [
    "The minister said: “We will not go back.”",
    "東京都知事は会見で述べた and went on in English",
    "Zu\u0308rich, Sa\u0303o Paulo, Co\u0302te d’Ivoire",
    "한국어와 日本語が混ざった行 12",
    "",
    "— and what then? ✓ ≈ ◆ •",
]


class Lines(ScrollView, can_focus=True):
    """A list drawn line by line, with a cursor."""

    BINDINGS: ClassVar = [("j,down", "move(1)"), ("k,up", "move(-1)"), ("d", "move(7)"), ("u", "move(-7)")]
    at = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(60, 60)

    def action_move(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), 59)
        self.scroll_to(y=max(0, self.at - 5), animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        style = self.rich_style + (Style(bgcolor="#303848", bold=True) if row == self.at else Style())
        text = f"{row:3} {LINES[row * 7 % len(LINES)]}" if row < 60 else ""
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)


class Question(ModalScreen[None]):
    CSS = "Question { align: center middle; } Question Static { width: 30; border: solid red; }"
    BINDINGS: ClassVar = [("escape,m", "dismiss")]

    def compose(self) -> ComposeResult:
        yield Static("Open the address 東京?", markup=False)


class Sample(Remembered):
    """An app with all that makes cells hard: panes, wide and combining characters, a modal screen, an input."""

    CSS = """
    Screen { layout: grid; grid-size: 2 2; grid-rows: 1fr 3; scrollbar-size: 0 0; }
    Lines { scrollbar-size: 0 0; } #right { background: #202830; color: #c0c8d0; text-style: italic; }
    """
    BINDINGS: ClassVar = [("m", "ask"), ("t", "text"), ("x", "theme")]
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Lines()
        yield Static("\n".join(LINES), id="right", markup=False)
        box = Input(placeholder="search", id="box")
        box.cursor_blink = False
        yield box
        yield Static("a status line", markup=False)

    def action_ask(self) -> None:
        self.push_screen(Question())

    def action_text(self) -> None:
        self.query_one("#right", Static).update("\n".join(reversed(LINES)))

    def action_theme(self) -> None:
        self.theme = "textual-light" if self.theme == "textual-dark" else "textual-dark"


KEYS = ["j", "k", "d", "u", "down", "tab", "m", "escape", "t", "x", "a", "é", "backspace", "resize", "forget"]


async def press(pilot: Pilot[Any], app: Sample, key: str, chance: random.Random) -> None:
    if key == "resize":
        columns, rows = chance.randrange(40, 100), chance.randrange(12, 40)
        app.new_window(columns, rows)
        await pilot.resize_terminal(columns, rows)
    elif key == "forget":
        app.drawn.reset()
        app.drawn.draw("another program was here")
        app.forget_screen()
    else:
        await pilot.press(key)
    await pilot.pause()


@pytest.mark.parametrize("capabilities", [FULL, TMUX], ids=["full", "tmux"])
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_keys_the_screen_is_what_textual_would_show(seed: int, capabilities: Capabilities) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    keys = chance.choices(KEYS, k=12)
    app = Sample(capabilities=capabilities)

    async def story(pilot: Pilot[Any]) -> None:
        assert app.difference() == ""
        for count, key in enumerate(keys, 1):
            await press(pilot, app, key, chance)
            assert app.difference() == "", f"after {keys[:count]}"

    run(app, story, (80, 24))
    assert sum(app.updates) > 0


def test_a_cursor_key_costs_two_rows_of_changes() -> None:
    app = Sample(capabilities=FULL)
    costs = []

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("tab")
        await pilot.press("shift+tab")
        for _ in range(4):
            app.updates.clear()
            await pilot.press("j")
            await pilot.pause()
            costs.append(sum(app.updates))

    run(app, story, (80, 24))
    assert 0 < max(costs) < 300


def test_an_unknown_textual_draws_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.terminal.display.version_of", lambda _: "9.0.0")
    app = Sample(capabilities=FULL)

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("j")
        await pilot.pause()
        sent = "".join(app._driver.sent)  # type: ignore[union-attr]
        screen = Screen(80, 24)
        Feed(screen)(sent.replace("\n", "\r\n").encode())
        assert "a status line" in "\n".join(screen.display)

    run(app, story, (80, 24))


INKS = st.sampled_from([None, "#d8d4cc", "#ff9580", "red"])
GROUNDS = st.sampled_from([None, "#17171a", "#2b2e37"])
STYLES = st.builds(
    Style, color=INKS, bgcolor=GROUNDS, bold=st.booleans(), dim=st.booleans(), italic=st.booleans(),
    underline=st.booleans(), reverse=st.booleans(), strike=st.booleans(),
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.sampled_from("ab  “’é漢字한—\u0301"), max_size=12),
    st.integers(6, 60).map(" ".__mul__),
    st.sampled_from(["word", "two words", "x" * 30, "…"]),
)
DRAWN = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 59), TEXTS, STYLES), max_size=8)
TERMINALS = [FULL, TMUX, CONSOLE, Capabilities(colours=8, single_attributes=False), Capabilities(colours=0)]


@settings(max_examples=60, deadline=None)
@given(st.lists(DRAWN, max_size=4), st.sampled_from(TERMINALS))
def test_what_was_drawn_in_steps_is_what_is_drawn_at_once(
    steps: list[list[tuple[int, int, str, Style]]], capabilities: Capabilities
) -> None:
    pens = Pens(capabilities)
    stepwise, screen = Cells(60, 5, pens, capabilities), Screen(60, 5)
    at_once, whole = Cells(60, 5, pens, capabilities), Screen(60, 5)
    feed = Feed(screen)
    feed(b"\x1b[?7l")
    for step in steps:
        for y, x, text, style in step:
            stepwise.draw(y, x, [Segment(text, style)])
            at_once.draw(y, x, [Segment(text, style)])
        feed(stepwise.flush().encode())
        assert stepwise.flush() == ""
    Feed(whole)(b"\x1b[?7l" + at_once.flush().encode())
    assert seen(screen) == seen(whole)


PIECES = st.sampled_from(["word ", "  ", "a", " " * 12, " words and more words", "“é”", "x" * 30])
FEW_STYLES = [
    Style(),
    Style(dim=True),
    Style(bold=True),
    Style(underline=True),
    Style(color="red", bgcolor="#17171a"),
]
ROWS = st.lists(st.tuples(PIECES, st.sampled_from(FEW_STYLES)), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, min_size=2, max_size=4), st.sampled_from(TERMINALS))
def test_rows_of_which_most_has_changed_are_what_they_shall_be(
    steps: list[list[tuple[str, Style]]], capabilities: Capabilities
) -> None:
    cells, screen = Cells(60, 1, Pens(capabilities), capabilities), Screen(60, 1)
    feed = Feed(screen)
    feed(b"\x1b[?7l")
    for step in steps:
        row = [Segment(text, style) for text, style in step]
        row = Segment.adjust_line_length(row, 60, Style())
        cells.draw(0, 0, row)
        feed(cells.flush().encode())
        letter_by_letter, whole = Cells(60, 1, Pens(capabilities), capabilities), Screen(60, 1)
        letters = [(letter, style) for text, style, _ in row for letter in text]
        for x, (letter, style) in enumerate(letters):
            letter_by_letter.draw(0, x, [Segment(letter, style)])
        Feed(whole)(b"\x1b[?7l" + letter_by_letter.flush().encode())
        assert seen(screen) == seen(whole)


def test_a_cursor_from_a_larger_window_stands_where_the_terminal_puts_it() -> None:
    cells, screen = Cells(20, 10, Pens(FULL), FULL), Screen(20, 10)
    feed = Feed(screen)
    for y in range(10):
        cells.draw(y, 0, [Segment(f"row {y}")])
    feed(cells.flush((4, 12)).encode())
    cells.draw(8, 4, [Segment("eight")])
    feed(cells.flush().encode())
    assert screen.display == [f"row {y if y != 8 else 'eight'}".ljust(20) for y in range(10)]


def test_a_mark_that_begins_a_segment_stands_on_the_letter_before() -> None:
    cells, screen = Cells(20, 2, Pens(FULL), FULL), Screen(20, 2)
    feed = Feed(screen)
    cells.draw(0, 0, [Segment("Zu"), Segment("\u0308rich", Style(bold=True))])
    cells.draw(1, 0, [Segment("Zu")])
    cells.draw(1, 2, [Segment("\u0308rich")])
    feed(cells.flush().encode())
    assert screen.display == [f"{'Zürich':<20}"] * 2
    cells.draw(1, 2, [Segment("\u0308rich")])
    assert cells.flush() == ""


@pytest.mark.parametrize("colours", [0, 16])
def test_with_few_colours_a_sign_is_marked_and_the_blanks_around_it_are_not(colours: int) -> None:
    few = Capabilities(colours=colours)
    cells = Cells(20, 2, Pens(few, {"#ffff00": "mark", "#202020": "selection"}), few)
    ground = Style(bgcolor="#202020")
    cells.draw(0, 0, [Segment(" ~ ", Style(color="#ffff00")), Segment("he said")])
    cells.draw(1, 0, [Segment(" ~ ", ground + Style(color="#ffff00")), Segment("he said", ground)])
    screen = Screen(20, 2)
    Feed(screen)(cells.flush().encode())
    plain, selected = screen.cells()
    assert (plain[1].underscore, plain[1].fg) == ((True, "default") if not colours else (False, "brown"))
    assert not plain[0].underscore
    assert not plain[2].underscore
    assert {(cell.reverse, cell.underscore, cell.fg) for cell in (selected[0], selected[2], selected[5])} == {
        (True, False, "default")
    }


@given(st.text(st.characters(), max_size=40))
def test_no_text_at_all_can_send_a_control_character(text: str) -> None:
    cells = Cells(40, 2, Pens(FULL), FULL)
    cells.flush()
    cells.draw(0, 0, [Segment(text)])
    sent = cells.flush()
    own = sent.replace("\x1b[", "").replace("\b", "").replace("\r", "")
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in own), sent
