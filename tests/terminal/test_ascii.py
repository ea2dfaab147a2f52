"""With `--ascii` the program draws with ASCII alone: where the corpus has nothing else, no other byte is ever sent."""

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Indexed, Open, read_before

TITLE = (
    "Harbour council sets out the price of the new ferry, of the old pier and of all boats that nobody needs"
)

ARTICLES = {
    "001_harbour": f"""{TITLE}

LISTOWEL, March 3, 2024 - President Orla Keane and Prime Minister Tom Brady met in Vienna on Sunday.

"We will not wait for another winter," Keane said after the meeting. Brady "was not amused", an aide said.

Brady said that the ferry would cost 40 million euros and sail in June.

Keane will meet Brady again in Geneva on March 17, 2024.
""",
    "002_ferry": """Second ferry: Brady asks for a delay

VIENNA, March 4, 2024 - Former Prime Minister Tom Brady met President Orla Keane in Vienna on Sunday.

"We will not wait for another winter," Keane said after the meeting.

"Nobody has seen the bill," Brady said. The ferry would cost 60 million euros, he said.
""",
    "003_clerk": "The clerk\n\n"
    + "\n\n".join(
        f"Entry {n} tells which field was let in 2023 and what tenant {n} owes." for n in range(40)
    ),
}

WALK = (
    ("?", "Go to the next row"),
    ("q s s", "by source"),
    ("f z z enter", "No article has"),
    ("escape", "sets out"),
    ("g *", "Kept: star"),
    ("enter", "Keane and Prime"),
    ("v o", ">Outline"),
    ("o V", "arrows select"),
    ("escape", "? keys"),
    ("u", ">Quotes"),
    ("U", ">All quotes"),
    ("s s s f z z enter", "Nothing here has"),
    ("escape", "Keane"),
    ("q a g j", ">Actors"),
    ("W", "Other names"),
    ("q r", ">Correct"),
    ("q e", ">Events"),
    ("s s s s", "in Vienna"),
    ("q d", "40 million euros"),
    ("q M", ">Actors by article"),
    ("s s", ">Quotes by article"),
    ("q '", "Marks and notes"),
    ("q /", "search"),
    ("f e r y", "ferry"),
    ("f3", "ferry"),
)
"""Keys that lead through the screens, and what each line of them brings."""


@pytest.fixture
def plain_news(tmp_path: Path) -> Indexed:
    folder = tmp_path / "plain"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="ascii")
    return read_before(folder, tmp_path / "library")


def test_no_other_byte_is_sent(plain_news: Indexed, opened: Open) -> None:
    with opened("--ascii", path=plain_news, size=(120, 40)) as terminal:
        terminal.until("? keys")
        for keys, wanted in WALK:
            terminal.press(*keys.split())
            terminal.until(wanted)
        assert terminal.leave("ctrl+q") == 0
        sent = terminal.raw.decode()
    assert not re.findall(r".{0,30}[^\x00-\x7f].{0,30}", sent)
