"""No byte of a corpus reaches the terminal as control, in whatever field it stands and wherever it is shown."""

import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment

from tests.terminal.conftest import Open
from tests.terminal.hostile import ATTACKS, smuggled
from tests.terminal.memory import FULL, TMUX
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.cells import Cells
from tui.app.terminal.pens import Pens

TEXTS = int(os.environ.get("CORPUS_TUI_HOSTILE_TEXTS", "200"))
"""How many made-up texts go through the whole program to a terminal; 2,000 once in a while."""

BATCH = 20

ALL = " ".join(ATTACKS.values())


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A corpus with every attack in every field, also in the names of files."""
    folder = tmp_path / "news \x1b[31;1337m\x1b]0;owned\x07"
    folder.mkdir()
    lines = []
    for number, (name, attack) in enumerate(ATTACKS.items(), 1):
        text = (
            f"{attack} opens the story.\n\n“We {attack} will not go,” Mayor Ada {attack} Keane of Cork said.\n\n"
            f"According to {attack} Keane, the {attack} council met on {attack} March 3, 2024."
        )
        told = dict.fromkeys(("title", "source", "author", "date", "url", "language"), f"{name} {attack}")
        lines.append(json.dumps({"id": f"{number} {attack}", "text": text, **told}))
    lines.append("{broken \x1b[31;1337m json")
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")
    (folder / "x\x1b]52;c;AAAA\x07\x1b[31;1337m\u202e.txt").write_text(
        f"Title {ALL}\n\nText {ALL}\n", encoding="utf-8"
    )
    (folder / "bad.html\x1b[31;1337m").write_bytes(b"\xff\xfe\x00")
    return folder


@pytest.mark.parametrize("size", [(80, 24), (160, 40)], ids=["narrow", "wide"])
def test_nothing_of_a_hostile_corpus_reaches_the_terminal_as_control(
    opened: Open, hostile: Path, size: tuple[int, int]
) -> None:
    with opened(path=hostile, size=size) as terminal:
        terminal.until(f"{len(ATTACKS) + 1} articles")
        for keys in (
            ["down"] * 3,
            ["enter"],
            ["pagedown"] * 3,
            ["v"],
            ["J"] * 6,
            ["a"],
            ["down", "enter"],
            ["u"],
        ):
            terminal.press(*keys)
            terminal.still()
        terminal.press("o", "d", "escape", "/")
        terminal.type("mayor keane said")
        terminal.still()
        terminal.press("down", "enter")
        terminal.still()
        terminal.press("?")
        terminal.still()
        terminal.press("escape")
        for question in ("i", "H", "#"):  # a note, a label, tags
            terminal.press(question)
            terminal.paste(ALL)
            terminal.press("enter")
            terminal.still()
        for screen in ("'", "U", "e", "M", "W", "D"):
            terminal.press(screen)
            terminal.still()
            terminal.press("down", "q")
            terminal.still()
        terminal.paste(ALL)
        terminal.press("/")
        terminal.paste(ALL)
        terminal.still()
        assert smuggled(bytes(terminal.raw)) == []
        assert terminal.leave("ctrl+q") == 0, terminal.text
        assert smuggled(bytes(terminal.raw)) == []
        assert terminal.restored


def test_what_is_wrong_is_told_without_saying_it_to_the_terminal(opened: Open, tmp_path: Path) -> None:
    nothing = tmp_path / "no such \x1b[31;1337m\x1b]0;owned\x07 folder"
    with opened(path=nothing) as terminal:
        assert terminal.wait() != 0
        assert smuggled(bytes(terminal.raw)) == []
        assert "no such" in terminal.text


def test_a_hostile_theme_name_is_only_shown(opened: Open) -> None:
    with opened("--theme", "\x1b[31;1337m\x1b]0;owned\x07dark") as terminal:
        assert terminal.wait() != 0
        assert smuggled(bytes(terminal.raw)) == []


UNKIND = [
    *map(
        chr,
        (
            *range(0x20),
            *range(0x7F, 0xA0),
            0xAD,
            0x61C,
            0x180E,
            *range(0x200B, 0x2010),
            *range(0x2028, 0x202F),
        ),
    ),
    *map(
        chr,
        (
            *range(0x2060, 0x2070),
            0xFEFF,
            *range(0xFFF9, 0xFFFE),
            0xE0001,
            0xE0041,
            0xE007F,
            0x1D173,
            0x10FFFF,
        ),
    ),
    *map(chr, (0x300, 0x489, 0x20DD, 0xFE0F, 0x1F1EE, 0x1F468, 0x6771, 0xD800, 0xDFFF, 0xE000, 0x378)),
    *(
        "[/]",
        "[b",
        "](",
        "\x1b[",
        "\x1b]0;",
        "\x1bP",
        "\x9b",
        "\x9d52;c;",
        "\x1b\\",
        "\x07",
        "31;1337m",
        "9999H",
    ),
]
WORDS = ["said", "Mayor", "Ada", "Keane", "“", "”", "the", "council", ".", " ", " ", "\n"]


def unkind_text(chance: random.Random) -> str:
    """Words with whatever terminals stumble over between them."""
    return "".join(
        chance.choice(UNKIND if chance.random() < 0.5 else WORDS) for _ in range(chance.randrange(2, 40))
    )


def test_no_text_in_any_field_reaches_the_terminal_as_control(opened: Open, tmp_path: Path) -> None:
    """Each article has ten texts: seven fields, and three paragraphs."""
    chance = random.Random(20)  # noqa: S311 - no secret
    fields = ("id", "title", "source", "author", "date", "url", "language")
    articles = [
        {name: unkind_text(chance) for name in fields}
        | {"text": "\n\n".join(f"Ada {unkind_text(chance)}" for _ in range(3))}
        for _ in range(TEXTS // 10)
    ]
    corpus = tmp_path / "all.jsonl"
    corpus.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    with opened("--fresh", path=corpus, size=(160, 50)) as terminal:
        terminal.until(f"{len(articles):,} articles", 60)
        terminal.press("enter")
        terminal.until(" block 1 of")
        for number in range(len(articles)):
            terminal.press("j", "j", "J")
            if number % 10 == 0:
                terminal.still(0.05)
        terminal.press("a", "j", "u", "j", "A", "escape", "U")
        terminal.still()
        assert smuggled(bytes(terminal.raw)) == []
        assert len(terminal.raw) > 100 * len(articles), "nothing was shown"
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored


@settings(max_examples=2000 // BATCH, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(st.characters(exclude_categories=()), max_size=60), st.sampled_from([*ATTACKS.values()])
        ),
        min_size=BATCH,
        max_size=BATCH,
    ),
    st.sampled_from([FULL, TMUX]),
)
def test_no_text_at_all_passes_the_last_door(texts: list[str], capabilities: Capabilities) -> None:
    cells = Cells(60, BATCH, Pens(capabilities), capabilities)
    for y, text in enumerate(texts):
        cells.draw(y, 3, [Segment(text)])
    assert smuggled(cells.flush().encode("utf-8", "replace")) == []
