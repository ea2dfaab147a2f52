"""A small corpus of news, and commands run on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tui.cli.running import run

HARBOUR = """\
Harbour to Open in May

ELLSTAD, 14 March 2024 - The new harbour will open in May, Minister of Transport Ann Lee said on Thursday.

“We have waited ten years for this,” Lee said. “Now the ships can come.”

The opening was planned for 2022. Costs rose to 215 million euros, according to the Transport Agency (TA).

Related Posts
"""

STRIKE = """\
---
title: Dockers strike before the opening
source: The Ellstad Mail
author: Jo Brandt
date: 2024-04-02
url: https://mail.example/strike
---

Dockers in Ellstad stopped work on Tuesday, weeks before the harbour opens.

“No contract, no ships,” said Omar Haddad, who leads the dockers' union.

Former Minister of Transport Ann Lee called the strike “a costly mistake”.
"""

LETTER = {
    "id": "letter",
    "title": "A letter",
    "text": "The harbour is too dear.\n\n“Who pays?” asked a reader.\n",
}


class Ran(NamedTuple):
    """What a command line did."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.split("\n") if line]


Run = Callable[..., Ran]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles in three formats."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001_harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "002_strike.md").write_text(STRIKE, encoding="utf-8")
    (folder / "letters.jsonl").write_text(json.dumps(LETTER, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def corpus_tui(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process, as in a pipe."""

    def ran(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        return Ran(status, *capsys.readouterr())

    return ran
