"""German time expressions and the days they name."""

from dataclasses import replace

import pytest

from tests.findings.german.evaluating import document_of
from tui.findings.german import find_dates


def dates(text: str, date: str | None = "2025-03-12") -> dict[str, str | None]:
    document = document_of(text)
    document = replace(document, article=replace(document.article, date=date))
    return {found.text: found.value for found in find_dates(document)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 3. März 2025 begann es.", {"3. März 2025": "2025-03-03"}),
        ("Es begann am 03.03.2025.", {"03.03.2025": "2025-03-03"}),
        ("Der Stand vom 31.02.2025 fehlt.", {}),
        ("Im Jänner 2024 und seit 2019.", {"Jänner 2024": "2024-01", "2019": "2019"}),
        ("Am 3. April soll es beginnen.", {"3. April": "2025-04-03"}),
        ("Am 20. November war es so weit.", {"20. November": "2024-11-20"}),
        ("Am Montag kam er.", {"Montag": "2025-03-10"}),
        ("Am Montag will er kommen.", {"Montag": "2025-03-17"}),
        ("Am vergangenen Mittwoch kam er.", {"vergangenen Mittwoch": "2025-03-05"}),
        ("Er kam gestern Abend.", {"gestern": "2025-03-11"}),
        ("Am Morgen kam er.", {}),
        ("Vor zwei Wochen kam er.", {"Vor zwei Wochen": "2025-02-24/2025-03-02"}),
        ("In drei Tagen geht er.", {"In drei Tagen": "2025-03-15"}),
        (
            "Vergangene Woche kam er, nächstes Jahr geht er.",
            {"Vergangene Woche": "2025-03-03/2025-03-09", "nächstes Jahr": "2026"},
        ),
        ("Ende Februar kam er.", {"Ende Februar": "2025-02"}),
        ("Im Sommer 2023 war er da.", {"Sommer 2023": "2023-06/2023-08"}),
    ],
)
def test_what_they_name(text: str, expected: dict[str, str | None]) -> None:
    assert dates(text) == expected


def test_without_the_articles_date_what_hangs_on_it_stays_open() -> None:
    document = document_of("Am Montag kam er, am 3. März 2025.")
    weekday, day = find_dates(document)
    assert (weekday.value, weekday.anchored) == (None, False)
    assert (day.value, day.anchored) == ("2025-03-03", True)
