"""A reader with German articles, alone and beside articles in other languages."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DEICH = """\
---
title: Deichbruch in der Region
date: 2025-02-15
language: de-DE
---

Nach dem Deichbruch hat Landrätin Gesa Poppinga Fehler eingeräumt. „Wir haben die Warnungen zu spät ernst genommen“,
sagte Poppinga am Freitag in Bremen. Man werde nun alle Deiche prüfen.
"""
BRUECKE = """\
Die Brücke bleibt zu

Wie das Landgericht Bremen mitteilte, ist die Klage gegen die Sperrung der Brücke nicht zulässig. Das ist für die Stadt
ein Erfolg, den sie sich von dem Verfahren erhofft hatte.
"""
BRIDGE = """\
The bridge stays closed

“We cannot wait any longer for the repairs,” said Mary Holt, who is the mayor of the town, on Friday.
"""
PONT = """\
Le pont reste fermé

« Nous ne pouvons pas attendre une année de plus », a déclaré le maire de la ville dans une salle du théâtre.
"""


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    for name, text in (("deich.md", DEICH), ("bruecke.txt", BRUECKE), ("bridge.txt", BRIDGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for number in (1, 2):
        (tmp_path / f"pont{number}.txt").write_text(PONT.replace("reste", "reste" * number), encoding="utf-8")
    return tmp_path


def test_who_said_what_each_article_by_the_rules_of_its_language(corpus_tui: Run, mixed: Path) -> None:
    said = {
        (quote["actor"], quote["kind"], quote["text"]) for quote in corpus_tui("quotes", str(mixed)).findings
    }
    assert said == {
        ("Gesa Poppinga", "direct", "Wir haben die Warnungen zu spät ernst genommen"),
        ("Gesa Poppinga", "indirect", "Man werde nun alle Deiche prüfen"),
        ("Landgericht Bremen", "indirect", "ist die Klage gegen die Sperrung der Brücke nicht zulässig"),
        ("Mary Holt", "direct", "We cannot wait any longer for the repairs,"),
        (None, "direct", "Nous ne pouvons pas attendre une année de plus"),
    }


def test_a_language_without_rules_is_told_once(corpus_tui: Run, mixed: Path) -> None:
    ran = corpus_tui("quotes", str(mixed))
    assert ran.status == 0
    assert ran.err.count("the language (fr) has no rules for findings") == 1
    assert "pont1 and 1 more" in ran.err


def test_actors_and_dates_in_german(corpus_tui: Run, mixed: Path) -> None:
    found = {actor["actor"]: actor for actor in corpus_tui("actors", str(mixed)).findings}
    assert found["Gesa Poppinga"]["roles"][0]["role"] == "Landrätin"
    assert found["Bremen"]["parent"] == "Deutschland"
    dates = corpus_tui("events", str(mixed), "--dates").findings
    assert ("deich", "Freitag", "2025-02-14") in {
        (date["article"], date["text"], date["value"]) for date in dates
    }


def test_articles_in_two_languages_are_not_compared_word_by_word_and_it_says_so(
    corpus_tui: Run, mixed: Path
) -> None:
    ran = corpus_tui("compare", str(mixed), "--article", "deich", "--article", "bridge")
    assert "in different languages (de, en): compared by names and numbers alone" in ran.err
