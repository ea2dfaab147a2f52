"""Accounts are compared on the command line as they are in the app, whatever the articles are."""

import json
from dataclasses import asdict
from pathlib import Path

from tests.cli.conftest import Run
from tui.app.comparing import Comparing
from tui.app.noted import Noted
from tui.export.objects import counterpart_object, difference_object
from tui.library.library import Library

HARBOUR = """Dockers Walk Out in Gdansk

Dockers at the port of Gdansk walked out on Monday after talks on night shifts broke down, their union said.

The port's director, Anna Nowak, said that 12 container ships would be sent to Hamburg until the strike is over.

Former Chilean President Michelle Bachelet opened the talks on water rights in Lima.
"""
QUAY = """Ships Sent to Hamburg

In Gdansk, port workers laid down their tools on Monday when talks about night shifts failed, their union said.

Until the strike is over, 15 container ships are to be sent to Hamburg, the port's director, Anna Nowak, said.

Chilean President Michelle Bachelet opened the talks on water rights in Lima.
"""
GERMAN = (
    "Streik im Hafen\n\nDie Direktorin des Hafens, Anna Nowak, sagte, dass die Schiffe nach Hamburg fahren, bis der "
    "Streik der Arbeiter in der Stadt vorbei ist und die Container wieder von den Kranen auf die Wagen kommen.\n"
)


def news(folder: Path, *texts: str) -> Path:
    place = folder / "news"
    place.mkdir()
    for number, text in enumerate(texts, 1):
        (place / f"{number:03}_told.txt").write_text(text, encoding="utf-8")
    return place


def test_the_command_line_tells_what_the_app_tells(corpus_tui: Run, tmp_path: Path) -> None:
    place = news(tmp_path, HARBOUR, QUAY)
    differs = corpus_tui("differences", place).findings
    told = corpus_tui("compare", place, "--article", "001", "--article", "002").findings
    library = Library.open([place])
    app = Comparing(library, Noted(library))
    assert differs == [json.loads(json.dumps(difference_object(one))) for one in app.differences()]
    assert {"role", "number"} <= {one["kind"] for one in differs}
    counterparts = app.counterparts("001_told", "002_told")
    assert told == [json.loads(json.dumps(counterpart_object(one))) for one in counterparts]
    assert all(one["matches"] for one in told)


def test_the_command_line_tells_on_whose_word_an_article_leans_as_the_app_does(
    corpus_tui: Run, tmp_path: Path
) -> None:
    hedged = "Reportedly the cranes stood still.\n\nThe port has six of them.\n\nOne more, said an official, comes.\n"
    place = news(tmp_path, QUAY, hedged)
    told = [one["sourcing"] for one in corpus_tui("articles", place, "--sourcing").findings]
    assert told[1] == {"named": 0, "anonymous": 1, "hedged": 1, "none": 1}
    library = Library.open([place])
    app = Comparing(library, Noted(library))
    assert told == [asdict(app.sourcing(row.id)) for row in library.rows()]
    assert (
        "sentences: 1 anonymous, 1 hedged, 1 no source"
        in corpus_tui("articles", place, "--sourcing", "--format", "text").out
    )
    header, *_ = corpus_tui("articles", place, "--sourcing", "--format", "csv").out.splitlines()
    assert header.endswith("sourcing.named,sourcing.anonymous,sourcing.hedged,sourcing.none")


def test_one_article_differs_with_nothing_and_is_compared_with_itself(
    corpus_tui: Run, tmp_path: Path
) -> None:
    place = news(tmp_path, HARBOUR)
    ran = corpus_tui("differences", place)
    assert (ran.status, ran.findings) == (0, [])
    told = corpus_tui("compare", place, "--article", "001", "--article", "001").findings
    assert [one["matches"][0]["start"] for one in told] == [one["start"] for one in told]


def test_articles_in_two_languages_are_told_so(corpus_tui: Run, tmp_path: Path) -> None:
    place = news(tmp_path, HARBOUR, GERMAN)
    ran = corpus_tui("compare", place, "--article", "001", "--article", "002")
    assert ran.status == 0
    assert "in different languages (en, de)" in ran.err


def test_a_long_article_beside_one_of_two_sentences(corpus_tui: Run, tmp_path: Path) -> None:
    paragraphs = (
        f"Paragraph {at} tells of ferry {at} and of what its passengers saw.\n\n" for at in range(900)
    )
    place = news(
        tmp_path, "".join(paragraphs), "Ferry 876 sank.\n\nIts passengers saw the shore and swam to it.\n"
    )
    ran = corpus_tui("compare", place, "--article", "002", "--article", "001")
    assert ran.status == 0
    assert {one["article"] for one in ran.findings} == {"002_told"}
    assert corpus_tui("differences", place).status == 0


def test_a_thousand_articles_with_one_text(corpus_tui: Run, tmp_path: Path) -> None:
    place = tmp_path / "news"
    place.mkdir()
    lines = [json.dumps({"id": f"{at:04}", "text": "Ferry 876 sank off Mombasa."}) for at in range(1000)]
    (place / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = corpus_tui("differences", place)
    assert (ran.status, ran.findings) == (0, [])
    told = corpus_tui("compare", place, "--article", "0001", "--article", "0999").findings
    assert [one["matches"][0]["score"] for one in told] == [1.0]
