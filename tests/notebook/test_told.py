"""What a reader tells of a text, that it does not tell itself, holds: dates, speakers, and what is no quotation."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notebook.test_placing import library
from tui.cli.running import run
from tui.findings.actors.corrections import Merge, Reject, Rename
from tui.library.library import Library
from tui.notebook.anchors import anchor
from tui.notebook.annotations import export, read
from tui.notebook.book import Book
from tui.notebook.corrections import Corrected, from_data, keep, to_data, undated
from tui.notebook.told import Dated, NotSaid, Said, called_later, date_told

PORT = (
    "The port\n\nAnn Lee met Omar Haddad in Vienna last Friday. “It opens in May,” said Ann Lee.\n\n"
    "“We will see,” said Omar Haddad. The sign says “mind the gap” in red.\n"
)
STRIKE = "The strike\n\nAnn Lee met Omar Haddad in Vienna on 3 May 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "001.txt").write_text(PORT, encoding="utf-8")
    (path / "002.txt").write_text(STRIKE, encoding="utf-8")
    return path


def corrected(folder: Path) -> Corrected:
    return Corrected(library(folder), Book())


def tell_date(folder: Path, date: str) -> None:
    there = library(folder)
    keep(Book(), there, Dated(anchor(there.article("001")), date))


def tell_speaker(folder: Path, words: str, name: str | None) -> None:
    there = library(folder)
    start = PORT.index(words)
    keep(Book(), there, Said(anchor(there.article("001"), start, start + len(words)), name))


def speakers(folder: Path) -> dict[str, str | None]:
    return {placed.text: placed.actor for placed in corrected(folder).quotes("001")}


def test_an_undated_article_leaves_its_relative_dates_open_until_its_date_is_told(folder: Path) -> None:
    before = {date.text: date for date in corrected(folder).findings("001").dates}
    assert (before["last Friday"].value, before["last Friday"].anchored) == (None, False)
    tell_date(folder, "2024-05-06")
    now = corrected(folder)
    after = {date.text: date for date in now.findings("001").dates}
    assert (after["last Friday"].value, after["last Friday"].anchored) == ("2024-05-03", True)
    assert now.article("001").date == "2024-05-06"
    assert [event.date for event in now.findings("001").events if event.kind == "meeting"] == ["2024-05-03"]


def test_events_of_the_corpus_follow_a_told_date(folder: Path) -> None:
    tell_date(folder, "2024-05-06")
    meetings = [event for event in corrected(folder).events() if event.kind == "meeting"]
    assert [event.date for event in meetings] == ["2024-05-03"]
    assert {mention.article for mention in meetings[0].mentions} == {"001", "002"}
    assert [event.date for event in library(folder).events() if event.kind == "meeting"] == ["2024-05-03"]


def test_a_search_by_date_means_the_dates_that_were_told(folder: Path) -> None:
    found = lambda asked: {match.article for match in corrected(folder).found(asked)}  # noqa: E731
    assert "001" not in found("date:2024-05")
    tell_date(folder, "2024-05-06")
    assert found("date:2024-05..2024") == found("date:2024-05-06") == {"001"}
    assert "001" not in found("!date:2024-05") | found("date:2025") | found("date:..2023")


def test_a_told_month_is_the_date_but_counts_no_days(folder: Path) -> None:
    tell_date(folder, "2024-05")
    now = corrected(folder)
    assert now.article("001").date == "2024-05"
    assert [date.value for date in now.findings("001").dates if date.text == "last Friday"] == [None]


def test_a_told_date_outlives_an_edit_and_is_taken_back_by_itself(folder: Path) -> None:
    tell_date(folder, "2024-05-06")
    (folder / "001.txt").write_text(PORT.replace("It opens", "The port opens"), encoding="utf-8")
    assert corrected(folder).dates == {"001": "2024-05-06"}
    book = Book()
    assert undated(book, library(folder), "001")
    assert corrected(folder).dates == {}
    assert not undated(book, library(folder), "001")
    book.undo()
    assert corrected(folder).dates == {"001": "2024-05-06"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2024-05-06", "2024-05-06"),
        (" 2024-05 ", "2024-05"),
        ("2024", "2024"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("0000", None),
        ("6 May 2024", None),
        ("2024-5-6", None),
        ("2024/2025", None),
        ("", None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(typed: str, told: str | None) -> None:
    assert date_told(typed) == told


@given(st.text())
def test_whatever_is_typed_is_a_date_of_the_calendar_or_none(typed: str) -> None:
    assert date_told(typed) in (None, typed.strip())


def test_a_quotation_is_given_to_another_speaker(folder: Path) -> None:
    tell_speaker(folder, "It opens in May,", "Omar Haddad")
    assert speakers(folder)["It opens in May,"] == "Omar Haddad"
    placed = next(one for one in corrected(folder).quotes() if one.text == "It opens in May,")
    assert (placed.quote.attribution, placed.quote.rule, placed.quote.speaker) == ("named", "corrected", None)


def test_a_speaker_who_is_no_actor_of_the_corpus_can_be_told(folder: Path) -> None:
    tell_speaker(folder, "mind the gap", "the harbour master")
    assert speakers(folder)["mind the gap"] == "the harbour master"


def test_a_quotation_has_no_speaker_or_is_none(folder: Path) -> None:
    tell_speaker(folder, "It opens in May,", None)
    there = library(folder)
    start = PORT.index("mind the gap")
    keep(Book(), there, NotSaid(anchor(there.article("001"), start, start + len("mind the gap"))))
    assert speakers(folder) == {"It opens in May,": None, "We will see,": "Omar Haddad"}
    counts = corrected(folder).counts()
    assert (counts.quotes, counts.unknown) == (2, 1)


def test_a_told_speaker_is_called_what_it_is_called_later(folder: Path) -> None:
    tell_speaker(folder, "It opens in May,", "Omar Haddad")
    keep(Book(), library(folder), Rename("Omar Haddad", "O. Haddad"))
    assert speakers(folder)["It opens in May,"] == "O. Haddad"
    assert called_later("a", [Merge("b", ("a",)), Rename("b", "c"), Rename("a", "x")]) == "c"
    assert called_later("a", [Reject("a"), Rename("a", "b")]) is None


def test_what_was_told_of_a_text_outlives_an_edit_of_it(folder: Path) -> None:
    tell_speaker(folder, "It opens in May,", "Omar Haddad")
    (folder / "001.txt").write_text("A new first line.\n\n" + PORT, encoding="utf-8")
    assert speakers(folder)["It opens in May,"] == "Omar Haddad"


def test_what_was_told_comes_back_from_the_book_and_travels(folder: Path, tmp_path: Path) -> None:
    place = anchor(library(folder).article("001"), 10, 20)
    for correction in (Said(place, "Ann Lee"), Said(place, None), NotSaid(place), Dated(place, "2024")):
        assert from_data(json.loads(json.dumps(to_data(correction, [])))) == correction
    tell_speaker(folder, "It opens in May,", "Omar Haddad")
    tell_date(folder, "2024-05-06")
    other = Book(tmp_path / "other")
    other.merge(read(json.dumps(export(Book().entries())), "x"))
    there = Corrected(library(folder), other)
    assert there.dates == {"001": "2024-05-06"}
    assert "Omar Haddad" in [one.actor for one in there.quotes() if one.text == "It opens in May,"]


def test_by_command_the_date_and_a_speaker_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(folder)])
    told = ["--date", "001", "2024-05-06", "--said", "001", "opens in May", "Omar Haddad"]
    assert run(["notes", "correct", str(folder), *told, "--no-quotation", "001", "mind the gap"]) == 0
    capsys.readouterr()
    run(["articles", str(folder), "--format", "text"])
    assert "date told by you: 2024-05-06" in capsys.readouterr().out
    run(["quotes", str(folder), "--format", "jsonl"])
    quotes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(quote["text"], quote["actor"]) for quote in quotes] == [
        ("It opens in May,", "Omar Haddad"),
        ("We will see,", "Omar Haddad"),
    ]
    run(["events", str(folder), "--dates", "--format", "jsonl"])
    dates = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {date["value"] for date in dates if date["text"] == "last Friday"} == {"2024-05-03"}


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (["--date", "001", "last week"], "give a year, a month or a day: 2024, 2024-05 or 2024-05-17"),
        (["--said", "001", "nobody said this", "Ann Lee"], "no quotation of 001 has the words"),
        (["--no-speaker", "001", "e"], "3 quotations of 001 have the words"),
        (["--split", "Nobody", "001", "X"], "no actor is called 'Nobody'"),
    ],
)
def test_by_command_what_does_not_fit_is_told(
    folder: Path, told: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["index", str(folder)])
    assert run(["notes", "correct", str(folder), *told]) == 2
    assert answer in " ".join(capsys.readouterr().err.split())
    assert Book().corrections == {}


def test_by_command_an_actor_is_split_by_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(folder)])
    assert run(["notes", "correct", str(folder), "--split", "Ann Lee", "002", "Anna Lee"]) == 0
    found = {actor.name: actor.articles for actor in Corrected(Library.open([folder]), Book()).actors()}
    assert (found["Ann Lee"], found["Anna Lee"]) == (("001",), ("002",))


CAPITALS = (
    "The talks\n\nTalks between Washington and Moscow stalled. “We are ready,” Moscow said. Russia waited.\n\n"
    "The envoy flew to Washington on Friday.\n"
)


def test_without_metonyms_a_capital_is_the_city_again(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "1.txt").write_text(CAPITALS, encoding="utf-8")
    there = library(tmp_path / "news")
    named = {actor.name: actor for actor in Corrected(there, Book()).actors()}
    metonyms = [alias.text for alias in named["United States"].aliases if alias.relation == "metonym"]
    assert metonyms == ["Washington"]
    assert len(named["Washington"].mentions) == 1
    cities = Corrected(there, Book(), metonyms=False)
    plain = {actor.name: actor for actor in cities.actors()}
    assert "United States" not in plain
    assert [mention.text for mention in plain["Russia"].mentions] == ["Russia"]
    assert [(mention.start, mention.text) for mention in plain["Washington"].mentions] == [
        (CAPITALS.index("Washington"), "Washington"),
        (CAPITALS.rindex("Washington"), "Washington"),
    ]
    assert (plain["Moscow"].type, plain["Moscow"].parent) == ("place", "Russia")
    assert [placed.actor for placed in cities.quotes()] == ["Moscow"]
    assert {actor.name for actor in cities.findings("1").actors} == set(plain)
    assert cities.counts().actors == len(plain)


def test_without_metonyms_events_name_the_cities_that_stand_there(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "1.txt").write_text(
        "Talks between Washington and Moscow were held in Geneva on 3 May 2024.\n\n"
        "A second round of talks between Russia and Turkey took place in Oslo on 9 May 2024.\n",
        encoding="utf-8",
    )
    (tmp_path / "news" / "2.txt").write_text(
        "Talks between Washington and Moscow in Geneva ended on 3 May 2024.\n", encoding="utf-8"
    )
    there = library(tmp_path / "news")

    def who(told: Corrected) -> list[tuple[str, ...]]:
        return [event.participants for event in told.events()]

    assert who(Corrected(there, Book())) == [("United States", "Russia"), ("Russia", "Turkey")]
    cities = Corrected(there, Book(), metonyms=False)
    assert who(cities) == [("Washington", "Moscow"), ("Russia", "Turkey")]
    assert cities.events()[0].title.startswith("Washington–Moscow talks")
    assert cities.findings("2").events[0].participants == ("Washington", "Moscow")
    keep(Book(), there, Dated(anchor(there.article("2")), "2024-05-04"))
    assert who(Corrected(there, Book(), metonyms=False)) == who(cities)


def test_the_setting_switches_metonyms_off_in_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "1.txt").write_text(CAPITALS, encoding="utf-8")
    told = {}
    for setting in ("true", "false"):
        monkeypatch.setenv("CORPUS_TUI_METONYMS", setting)
        assert run(["actors", str(tmp_path / "news"), "--format", "jsonl"]) == 0
        told[setting] = {json.loads(line)["actor"] for line in capsys.readouterr().out.splitlines()}
    assert told["true"] - told["false"] == {"United States"}
    assert told["false"] - told["true"] == {"Moscow"}
