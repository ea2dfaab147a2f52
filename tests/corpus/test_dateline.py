"""Dates are told by metadata or by a line near the top, in the ways newsrooms write them."""

import pytest

from tui.corpus.dateline import dateline, iso_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-02-03", "2025-02-03"),
        ("2025-02-03T14:05:00Z", "2025-02-03"),
        ("March 01, 2008", "2008-03-01"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("Sept. 9, 2016", "2016-09-09"),
        ("9 September 2016", "2016-09-09"),
        ("Tue, 19 Jun 2018 10:00:00 GMT", "2018-06-19"),
        ("03.02.2025", "2025-02-03"),
        ("Mittwoch, 12. März 2025", "2025-03-12"),
        ("3. Jänner 2024", "2024-01-03"),
        ("31. Februar 2024", None),
        ("2025", None),
        ("03/02/2025", None),
        ("February 30, 2025", None),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_a_day_is_told_or_left_open(written: str, day: str | None) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bridge Reopens\n\nMarch 01, 2008\n\nThe bridge reopened.", "2008-03-01"),
        ("Bridge Reopens\nPublished: 3 May 2021, 10:30 a.m.\nThe bridge reopened.", "2021-05-03"),
        ("Bridge Reopens\n\nOSLO, Feb 3, 2025 (AP) — The bridge reopened.", "2025-02-03"),
        ("Bridge Reopens\nThursday, May 7, 2015 On Tuesday, the bridge reopened.", "2015-05-07"),
        ("Bridge Reopens\n\nOSLO, Feb. 3 (AP) — The bridge reopened.", None),
        ("Die Brücke\n\n12. März 2025, 10:30 Uhr\n\nSie ist offen.", "2025-03-12"),
        ("Die Brücke\n\n12. März 2025\n\nSie ist offen.", "2025-03-12"),
        ("Bridge Reopens\n\nThe bridge was built on March 1, 1908, and reopened.", None),
    ],
)
def test_the_text_tells_its_day_only_by_a_date_line(text: str, day: str | None) -> None:
    assert dateline(text) == day
