"""Two accounts beside each other: level where they tell the same, a gap where one tells alone, their words compared."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.findings.actors.corrections import Merge, Reject
from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook.book import Book
from tui.notebook.corrections import keep
from tui.notebook.judging import judged_differences
from tui.settings.settings import Settings

HARBOUR = """Dockers Walk Out in Gdansk

Dockers at the port of Gdansk walked out on Monday after talks on night shifts broke down, their union said.

The theatre of the town opens its season this week with a comedy about a lighthouse keeper and his two cats.

The port's director, Anna Nowak, said that container ships would be sent to Hamburg until the strike is over.
"""
QUAY = """Ships Sent to Hamburg

In Gdansk, port workers laid down their tools on Monday when talks about night shifts failed, their union said.

Ships with containers are sent to Hamburg for as long as the strike lasts, according to director Anna Nowak.
"""
FORMER = "Former Chilean President Michelle Bachelet opened the talks on water rights in Lima.\n"
THINGS = ["mill", "bridge", "ferry", "market", "school", "tower", "chapel", "garden", "quarry", "station"]
PLACES = [
    "upper",
    "lower",
    "eastern",
    "western",
    "northern",
    "southern",
    "inner",
    "outer",
    "former",
    "distant",
]
GERMAN = (
    "Streik im Hafen\n\nDie Direktorin des Hafens, Anna Nowak, sagte, dass die Schiffe nach Hamburg fahren, bis der "
    "Streik der Arbeiter in der Stadt vorbei ist und die Container wieder von den Kranen auf die Wagen kommen.\n"
)


def reading(tmp_path: Path, *texts: str) -> CorpusApp:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate(texts, 1):
        (folder / f"{number:03}_told.txt").write_text(text, encoding="utf-8")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library, jobs=1)
    return CorpusApp(library, Settings(watch=False), corpus_name="news")


def line_of(pilot: Pilot[int], words: str) -> int:
    return next(at for at, line in enumerate(seen(pilot).split("\n")) if words in line)


async def test_texts_stand_level_and_a_gap_stands_against_what_one_tells_alone(tmp_path: Path) -> None:
    app = reading(tmp_path, HARBOUR, QUAY)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("enter", "1", "j", "v", "2", "equals_sign", "j")
        await until(pilot, lambda: "≈Dockers" in seen(pilot))
        await until(pilot, lambda: line_of(pilot, "≈Dockers") == line_of(pilot, "≈In Gdansk"))
        await pilot.press("j")
        await until(pilot, "◆ not told here")
        assert line_of(pilot, "◆ not told here") == line_of(pilot, "The theatre")
        assert line_of(pilot, "Ships with containers") > line_of(pilot, "lighthouse")
        await pilot.press("j")
        await until(pilot, lambda: "◆ not told here" not in seen(pilot))
        await until(pilot, lambda: line_of(pilot, "≈The port") == line_of(pilot, "≈Ships with"))
        await pilot.press("k")
        await until(pilot, "◆ not told here")
        await pilot.press("equals_sign")
        await until(pilot, lambda: "◆ not told here" not in seen(pilot))


async def test_on_a_small_screen_the_counterpart_lies_below(tmp_path: Path) -> None:
    app = reading(tmp_path, HARBOUR, QUAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j", "right_square_bracket")
        await until(pilot, "≈In Gdansk")
        assert line_of(pilot, "≈Dockers") < line_of(pilot, " 002 Ships Sent") < line_of(pilot, "≈In Gdansk")
        await pilot.press("1")
        await until(pilot, lambda: "≈In Gdansk" not in seen(pilot))


async def test_words_of_a_passage_and_its_counterpart_are_marked_in_the_texts(tmp_path: Path) -> None:
    app = reading(tmp_path, HARBOUR, QUAY)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("enter", "w")
        await until(pilot, "First ] shows where another tells this")
        await pilot.press("right_square_bracket")
        await until(pilot, "≈Dockers")  # the heading's first paragraph
        await until(pilot, "≈ 1 of ")
        await pilot.press("w")
        await until(pilot, "Marked: shared words.")
        compared = [_words(reader) for reader in app.reading_screen.readers]
        assert "union" in compared[0]
        assert "union" in compared[1]
        assert "tools" not in compared[1]
        await pilot.press("w")
        await until(pilot, "Marked: differing words.")
        assert "tools" in _words(app.reading_screen.readers[1])
        await pilot.press("w")
        await until(pilot, "Marked: no words.")
        assert not any(_words(reader) for reader in app.reading_screen.readers)


def _words(reader: object) -> list[str]:
    from tui.app.widgets.paired_reader import PairedReader

    assert isinstance(reader, PairedReader)
    return [reader.article.text[start:end] for start, end in reader.compared] if reader.article else []


async def test_paragraphs_that_repeat_their_own_article_stand_apart(tmp_path: Path) -> None:
    again = "\nDockers at the port of Gdansk walked out on Monday after talks on night shifts broke down.\n"
    app = reading(tmp_path, HARBOUR + again, QUAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "1", "j", "v", "1", "k", "c")
        await until(pilot, "compared with")
        if "002 compared" in seen(pilot):
            await pilot.press("q", "2", "c")
        await until(pilot, "told again in 001")
        assert line_of(pilot, "told again in 001") > line_of(pilot, "001:4 ")
        await pilot.press("G")
        await until(pilot, "tells again 001:2")


@pytest.mark.parametrize("corrected", [False, True])
def test_the_app_and_the_command_line_tell_the_same_as_corrected(tmp_path: Path, *, corrected: bool) -> None:
    app = reading(tmp_path, FORMER, FORMER.removeprefix("Former "), HARBOUR, QUAY)
    if corrected:
        keep(Book(), app.library, Reject("Michelle Bachelet"), Merge("Anna Nowak", ("Hamburg",)))
    found = app.comparing.differences()
    assert found == judged_differences(app.library, Book())
    assert any(one.about == "role of Michelle Bachelet" for one in found) is not corrected


async def test_a_large_corpus_is_told_of_where_it_is_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    wire = HARBOUR.replace("\n", "\\n").replace('"', "'")
    quiet = (
        "The {0} of the valley had a quiet week.\\n\\nNobody spoke of anything but the {0}, said Anna Nowak."
    )
    texts = [quiet.format(f"mill {number}") for number in range(90)]
    lines = [f'{{"id": "{number:03}", "text": "{text}"}}' for number, text in enumerate([wire, wire, *texts])]
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library, jobs=1)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "92 articles (1 copy) · ")
        await pilot.press("+", "j")
        await until(pilot, lambda: row(pilot, " 001 ").startswith(" • ≈"))
        await until(pilot, "≈ same text as 000 · sentences ")
        await pilot.press("G")
        await until(pilot, "article 92 of 92 · sentences ")
        assert " 1 named" in seen(pilot)


async def test_half_a_megabyte_beside_two_sentences_is_compared(tmp_path: Path) -> None:
    stock = [f"the {thing} of {place} was" for thing in THINGS for place in PLACES]
    paragraphs = [
        " ".join(stock[(number * step + step) % len(stock)] for step in range(1, 25))
        for number in range(1_000)
    ]
    app = reading(tmp_path, QUAY, "Annals\n\n" + "\n\n".join([*paragraphs, HARBOUR.split("\n\n")[1]]))
    assert len(app.library.article(app.library.resolve("002")).text) > 500_000
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "right_square_bracket")
        await until(pilot, "≈ 1 of 1: 002:1002")
        await pilot.press("d")
        await until(pilot, "These accounts differ in nothing that was looked for")


async def test_three_hundred_articles_of_one_text_are_compared(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    text = HARBOUR.replace("\n", "\\n")
    lines = [f'{{"id": "{number:03}", "text": "{text}"}}' for number in range(300)]
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library, jobs=1)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "right_square_bracket")
        await until(pilot, "≈ 1 of 2: 001:2 · each the other's best")
        await pilot.press("d")
        await until(pilot, "These accounts differ in nothing that was looked for")
        await pilot.press("q", "M")
        await until(pilot, "299 copies not counted again")
        await until(pilot, "Anna Nowak")
        assert row(pilot, "Anna Nowak").split()[4:7] == ["1", "◆1", "1"]
        await pilot.press("O", "l")
        await until(pilot, "in 001 · a copy, not counted again")


async def test_what_is_told_of_other_corpora(tmp_path: Path) -> None:
    app = reading(tmp_path, HARBOUR)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "j", "right_square_bracket")
        await until(pilot, "no other article tells this passage")
        await pilot.press("c")
        await until(pilot, "Open two articles to compare them")
        await pilot.press("equals_sign")
        await until(pilot, "One text alone has nothing to follow")
        await pilot.press("d")
        await until(pilot, "0 open · 0 confirmed · 0 dismissed")


async def test_articles_in_two_languages_say_so(tmp_path: Path) -> None:
    app = reading(tmp_path, HARBOUR, GERMAN)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("enter", "1", "j", "v", "1", "k", "2", "c")
        await until(pilot, "compared with")
        await pilot.press("j")
        await until(pilot, "in different languages")
