"""The whole program on every kind of terminal: it is sent what it knows and nothing else, and is given back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.terminal.conftest import FERRY, Open

TRUE = 1 << 24
C_LOCALE = {"LANG": "C", "LC_ALL": "C"}


@dataclass(frozen=True)
class Kind:
    """A kind of terminal: what TERM says, and what terminals of that name know."""

    term: str
    colours: int
    size: tuple[int, int] = (80, 24)
    environment: Mapping[str, str] = field(default_factory=dict)
    alternate_screen: bool = True
    erases_characters: bool = True
    single_attributes: bool = True
    italics: bool = True

    def __str__(self) -> str:
        return "-".join((self.term, *self.environment, *map(str, self.size)))


KINDS = [
    Kind("xterm", 8, (40, 10)),
    Kind("xterm-16color", 16),
    Kind("xterm-256color", 256, (300, 80)),
    Kind("xterm-256color", TRUE, (120, 40), {"COLORTERM": "truecolor"}),
    Kind("xterm-256color", 0, environment={"COLORTERM": "truecolor", "NO_COLOR": "1"}),
    Kind("xterm-256color", 256, environment=C_LOCALE),
    Kind("tmux-256color", 256, (200, 50), erases_characters=False),
    Kind("screen", 8, erases_characters=False, italics=False),
    Kind("linux", 8, (100, 30), alternate_screen=False, italics=False),
    Kind(
        "vt100",
        0,
        alternate_screen=False,
        erases_characters=False,
        single_attributes=False,
        italics=False,
    ),
    Kind("xterm-kitty", TRUE),
    Kind("unheard-of", 8, erases_characters=False, italics=False),
]

SEQUENCE = re.compile(rb"\x1b(?:\[([?]?)([0-9;]*)([$]?[@-~])|(.))", re.DOTALL)
MODES = {"25", "7", "2004"}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_reader_on_any_terminal_moves_opens_searches_and_leaves(opened: Open, kind: Kind) -> None:
    with opened("--fresh", size=kind.size, term=kind.term, environment=kind.environment) as terminal:
        terminal.until("? keys" if kind.size[1] > 10 else "? k")
        here = next(y for y, row in enumerate(terminal.screen.display) if "Harbour council" in row)
        cell, other = (terminal.screen.buffer[y][10] for y in (here, here + 2))
        assert (cell.bg, cell.reverse) != (other.bg, other.reverse)
        terminal.press("down", "enter")
        terminal.until("block 1 of 4")
        terminal.press("/")
        terminal.type("brady hasty")
        terminal.until(lambda: re.search(r"/ brady hasty.* 1 of \d", terminal.text) is not None)
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored
        assert "brady" not in terminal.text
        assert unknown_to(kind, bytes(terminal.raw)) == set()


@pytest.mark.parametrize(
    ("columns", "spacing"), [(None, 1), (44, 2)], ids=["default", "narrow and wide apart"]
)
def test_prose_is_as_wide_and_its_lines_as_far_apart_as_the_reader_wants(
    opened: Open, tmp_path: Path, columns: int | None, spacing: int
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    prose = " ".join(f"clause {number} goes on" for number in range(100, 160))
    (news / "a.txt").write_text(f"One long paragraph\n\nIt begins. {prose}.\n")
    told = {
        "CORPUS_TUI_PROSE_WIDTH": str(columns) if columns else None,
        "CORPUS_TUI_LINE_SPACING": str(spacing),
    }
    with opened(path=news, size=(200, 70), environment=told) as terminal:
        terminal.until("1 article ")
        terminal.press("enter")
        terminal.until("clause 159")
        rows = [y for y, line in enumerate(terminal.screen.display) if "clause" in line]
        left = terminal.line(rows[0]).index("It begins")
        assert rows == list(range(rows[0], rows[-1] + 1, spacing))
        lines = [terminal.line(y)[left:] for y in rows]
        widest = columns or 80
        assert widest - len("clause 100 ") < max(map(len, lines)) <= widest
        assert " ".join(lines) == f"It begins. {prose}."


def test_with_ascii_no_other_byte_reaches_the_terminal(opened: Open, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for name, seats in (("001_ferry", "seven"), ("002_second", "eight")):
        (news / f"{name}.txt").write_text(FERRY.replace("seven", seats))
    with opened("--ascii", path=news, size=(160, 40)) as terminal:
        terminal.until("2 articles")
        for keys in (
            "\r",
            "v",
            "]",
            "a",
            "u",
            "o",
            "d",
            "e",
            "c",
            "H",
            "W",
            "M",
            "?",
            "/brady votes",
            "\x1b",
        ):
            terminal.type(keys)
            terminal.still(0.1)
        assert terminal.leave("ctrl+q") == 0
    assert set(filter(lambda byte: byte > 126, terminal.raw)) == set()


def unknown_to(kind: Kind, raw: bytes) -> set[str]:
    """The sequences that terminals of this kind do not know."""
    found = set()
    modes = MODES | ({"1049", "2026"} if kind.alternate_screen else {"2026"})
    for private, told, final, other in SEQUENCE.findall(raw):
        codes, ends = told.decode(), final.decode()
        known = {
            "m": not private and knows_pen(kind, codes),
            "h": private and codes in modes,
            "l": private and codes in modes,
            "$p": private and kind.alternate_screen,
            "X": not private and kind.erases_characters,
        }
        if other or not known.get(ends, ends in "HKJCABD" and not private):
            found.add(f"ESC [ {private.decode()}{codes}{ends}{other.decode('latin-1')}")
    return found


def knows_pen(kind: Kind, codes: str) -> bool:
    """Whether a terminal of this kind knows these colours and attributes."""
    told = re.sub(r"[34]8;5;\d+", "palette", re.sub(r"[34]8;2;\d+;\d+;\d+", "direct", codes))
    for code in filter(None, told.split(";")):
        if code in ("palette", "direct"):
            known = kind.colours >= (256 if code == "palette" else TRUE)
        elif int(code) >= 30:
            known = kind.colours >= (8 if int(code) < 50 else 16)
        else:
            off = code in ("22", "24", "27") and kind.single_attributes
            known = off or code in "01247" or (code in ("3", "23") and kind.italics)
        if not known:
            return False
    return True
