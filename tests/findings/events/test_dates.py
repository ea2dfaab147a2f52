"""A reader asks when things happened, and gets days where the text tells them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.findings.events.conftest import Write
from tui.findings.document import Document
from tui.findings.events import edtf
from tui.findings.events.dates import find_dates
from tui.findings.events.event import TimeExpression


def values(document: Document) -> dict[str, str | None]:
    return {date.text: date.value for date in find_dates(document)}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The treaty was signed on 14 July 2023 in the capital.", "2023-07-14"),
        ("The treaty was signed on Friday, July 14th, 2023.", "2023-07-14"),
        ("The treaty was signed on 2023-07-14, the log says.", "2023-07-14"),
        ("The treaty was signed on 14.07.2023 in the capital.", "2023-07-14"),
        ("The treaty was signed on 7/14/2023 in the capital.", "2023-07-14"),
        ("The treaty was signed in early July 2023.", "2023-07"),
        ("The treaty was signed in Sept. 2023.", "2023-09"),
        ("The treaty was signed in the summer of 2023.", "2023-06/2023-08"),
        ("Sales rose in the third quarter of 2023, it said.", "2023-07/2023-09"),
        ("The two have been at odds since the 1990s.", "1990/1999"),
        ("The two have been at odds since the ’90s.", "1990/1999"),
        ("It was the worst flood since the 19th century.", "1801/1900"),
        ("He took office in 2019 and left.", "2019"),
        ("The fair was held July 10–16, 2023, in the capital.", "2023-07-10/2023-07-16"),
        ("The fair was held from 10 to 16 July 2023 in the capital.", "2023-07-10/2023-07-16"),
        ("The siege lasted three weeks.", "P3W"),
        ("She was held for a decade.", "P10Y"),
    ],
)
def test_a_date_written_in_full_needs_nothing_else(write: Write, sentence: str, value: str) -> None:
    assert list(values(write(sentence)).values()) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The minister resigned yesterday.", "2024-05-14"),
        ("The minister resigned on Monday.", "2024-05-13"),
        ("The minister resigned on Wednesday.", "2024-05-15"),
        ("The minister will resign on Monday.", "2024-05-20"),
        ("The minister will resign on Wednesday.", "2024-05-15"),
        ("The minister resigned last Friday.", "2024-05-10"),
        ("The minister resigned last week.", "2024-05-06/2024-05-12"),
        ("The minister will resign next month.", "2024-06"),
        ("The minister resigned in March.", "2024-03"),
        ("The minister resigned in November.", "2023-11"),
        ("The minister will resign on Jan. 3, aides say.", "2025-01-03"),
        ("The minister resigned two years ago.", "2022"),
        ("The minister resigned three weeks ago.", "2024-04-22/2024-04-28"),
        ("The minister resigned last summer.", "2023-06/2023-08"),
        ("The minister resigned over the weekend.", "2024-05-11/2024-05-12"),
        ("The minister will resign later in the week.", "2024-05-13/2024-05-19"),
        ("The minister was away March 3-9, an aide said.", "2024-03-03/2024-03-09"),
        ("The minister will resign in the next two weeks.", "2024-05-15/2024-05-29"),
        ("The minister resigned on Christmas Eve.", "2023-12-24"),
        ("The minister will resign by the end of the year.", "2024-12-31"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_the_article(write: Write, words: str, value: str) -> None:
    assert list(values(write(words, date="2024-05-15")).values()) == [value]


def test_without_a_date_of_the_article_relative_dates_stay_open_and_say_so(write: Write) -> None:
    found = find_dates(write("The minister resigned last week. The vote is on Tuesday. She left in 2019."))
    assert [(date.text, date.value, date.anchored) for date in found] == [
        ("last week", None, False),
        ("Tuesday", None, False),
        ("2019", "2019", True),
    ]


def test_vague_words_get_no_days(write: Write) -> None:
    found = find_dates(
        write("He resigned nearly a decade ago, and in recent months said little.", date="2024-05-15")
    )
    assert [date.value for date in found] == [None, None]


def test_a_day_that_could_be_of_two_months_is_left_open(write: Write) -> None:
    assert values(write("The invoice of 3/4/2021 was never paid.")) == {"3/4/2021": None}


def test_a_year_once_told_dates_the_months_after_it(write: Write) -> None:
    text = "In early February 2031, the two states began to talk.\n\nA summit could come as early as March or May."
    assert values(write(text)) == {"early February 2031": "2031-02", "March": "2031-03", "May": "2031-05"}


def test_a_month_takes_the_year_of_the_one_it_is_joined_to(write: Write) -> None:
    assert values(write("It could be in May or June 2031.")) == {"May": "2031-05", "June 2031": "2031-06"}
    found = values(write("They met on May 3 and June 4, 2031.", date="2024-05-15"))
    assert found == {"May 3": "2031-05-03", "June 4, 2031": "2031-06-04"}


def test_months_stay_open_where_the_article_tells_of_two_years(write: Write) -> None:
    text = "It began in May 2029. It ended in June 2031. A new round could follow in September."
    assert values(write(text))["September"] is None


def test_a_date_in_a_heading_dates_its_section_alone(write: Write) -> None:
    text = (
        "Two years of diplomacy\n\nThe envoys never stopped to talk, whatever was said in public by both sides.\n\n"
        "## July 2033: Talks at the lake\n\nThe envoys met on 14 July and parted as they had come, in silence.\n\n"
        "## What comes next\n\nThe envoys plan to write to each other again in October, their aides let it be known."
    )
    blocks = "\n".join(line.removeprefix("## ") for line in text.split("\n"))
    found = values(write(blocks))
    assert found["July 2033"] == "2033-07"
    assert found["14 July"] == "2033-07-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa May said that April Ryan may march with 2000 people.",
        "The Sunday Times and USA Today wrote about Flight 1549.",
        "A 15-year-old won $2016 in Room 2017 for the 3,000 meters.",
        "Send it to 1600 Penn Ave by bus route 2001/2.",
    ],
)
def test_what_only_looks_like_a_date_is_none(write: Write, sentence: str) -> None:
    assert values(write(sentence)) == {}


def test_two_years_of_a_range_are_two_dates(write: Write) -> None:
    assert values(write("Yields fell in 2000-2050 models.")) == {"2000": "2000", "2050": "2050"}


def test_an_impossible_day_is_found_but_names_no_day(write: Write) -> None:
    assert values(write("It was dated February 30, 2021, by mistake.")) == {"February 30, 2021": None}


TIMES = st.sampled_from(
    [
        "May 3, 2021",
        "last week",
        "yesterday",
        "in 2019",
        "’90s",
        "two weeks",
        "3/4/2021",
        "next",
        "Monday",
        "(",
        "\n\n",
        "“",
    ]
)


@given(
    st.lists(TIMES | st.text(max_size=12), max_size=12),
    st.sampled_from([None, "2024-05-15", "2024", "x", "0001-01-01"]),
)
def test_every_date_is_the_words_of_the_text_in_order(
    write: Write, pieces: list[str], date: str | None
) -> None:
    document = write(" ".join(pieces), date=date)
    text, end = document.article.text, 0
    for found in find_dates(document):
        assert found.start >= end
        assert text[found.start : found.end] == found.text != ""
        assert found.value is None or found.value.startswith("P") or edtf.days(found.value)
        end = found.end


def test_time_expressions_of_news_articles_reach_the_mark(write: Write, evaluation: Path) -> None:
    right = given_ = wanted = valued = 0
    for line in (evaluation / "data" / "dates_wikinews.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        gold = [timex for timex in row["timex"] if timex["kind"] == "date"]
        found = [date for date in find_dates(write(row["text"], date=row["dct"])) if not _lasts(date)]
        wanted, given_ = wanted + len(gold), given_ + len(found)
        for date in found:
            hit = next(
                (timex for timex in gold if timex["start"] < date.end and date.start < timex["end"]), None
            )
            if hit:
                gold.remove(hit)
                right += 1
                valued += _days(hit) == edtf.days(date.value)
    assert 2 * right / (given_ + wanted) >= 0.90
    assert 2 * valued / (given_ + wanted) >= 0.84


def _lasts(date: TimeExpression) -> bool:
    return (date.value or "").startswith("P")


def _days(timex: dict[str, str]) -> object:
    if timex.get("from") and timex.get("to"):
        return edtf.days(f"{timex['from']}/{timex['to']}")
    return edtf.days(timex.get("when"))
