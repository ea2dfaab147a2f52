"""Who said what in German: the verb stands second, first behind what was said, or last."""

import pytest

from tests.findings.german.evaluating import quotes_of


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (quote.kind, quote.words(text.strip() + "\n"), quote.speaker.text if quote.speaker else None)
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Das Amt teilte am Montag mit, die Brücke bleibe gesperrt.",
            "die Brücke bleibe gesperrt",
            "Das Amt",
        ),
        ("Die Brücke bleibe gesperrt, teilte das Amt mit.", "Die Brücke bleibe gesperrt", "das Amt"),
        ("Wie das Amt mitteilte, bleibt die Brücke gesperrt.", "bleibt die Brücke gesperrt", "das Amt"),
        ("Das Amt hat mitgeteilt, dass die Brücke gesperrt bleibt.", "die Brücke gesperrt bleibt", "Das Amt"),
        ("Am Montag wies Minister Pohl die Vorwürfe zurück.", "die Vorwürfe", "Minister Pohl"),
        ("Pohl sagte: Man werde die Brücke prüfen.", "Man werde die Brücke prüfen", "Pohl"),
        ("Dem Amt zufolge ist die Brücke sicher.", "ist die Brücke sicher", "Dem Amt"),
    ],
)
def test_verbs_that_part_and_change_their_place(text: str, words: str, speaker: str) -> None:
    assert told(text) == [("indirect", words, speaker)]


def test_a_verb_with_another_prefix_is_another_verb() -> None:
    assert told("Pohl sagte am Montag ab, weil die Brücke brannte.") == []
    assert told("Das Amt gab ein Fest, dass die Wände wackelten.") == []


def test_indirect_speech_goes_on_in_konjunktiv_and_ends_with_it() -> None:
    text = "Die Brücke sei sicher, sagte Gesa Pohl. Man werde sie prüfen. Die Brücke ist aus Holz. Hans Boll schwieg."
    assert told(text) == [
        ("indirect", "Die Brücke sei sicher", "Gesa Pohl"),
        ("indirect", "Man werde sie prüfen", "Gesa Pohl"),
    ]


def test_a_writer_who_wonders_reports_nobody() -> None:
    assert (
        told("Die Preise könnten steigen. Es sei denn, der Regen bleibt aus. Er tat, als sei nichts.") == []
    )


@pytest.mark.parametrize(
    ("text", "actor", "resolved"),
    [
        ("Kanzlerin Gesa Pohl kam. „Wir bleiben dabei“, sagte sie.", "Gesa Pohl", "pronoun"),
        ("Kanzlerin Gesa Pohl kam. „Wir bleiben dabei“, sagte die Kanzlerin.", "Gesa Pohl", "role"),
        ("Kanzlerin Gesa Pohl kam. „Wir bleiben dabei“, sagte Pohl.", "Gesa Pohl", "surname"),
        ("„Wir bleiben dabei“, hieß es aus Regierungskreisen.", None, "anonymous"),
        ("Kanzlerin Gesa Pohl schwieg. „Wir bleiben dabei“, sagte ihr Sprecher.", None, None),
        ("„Wir bleiben dabei“, sagte Gesa Pohls Sprecher.", None, None),
        ("„Wir bleiben dabei“, sagte der Sprecher von Ministerin Gesa Pohl.", None, None),
        ("„Wir bleiben dabei“, sagte die Chefin der Bahn, Gesa Pohl.", "Gesa Pohl", "name"),
    ],
)
def test_speakers_are_resolved_as_far_as_the_text_tells(
    text: str, actor: str | None, resolved: str | None
) -> None:
    (quote,) = quotes_of(text)
    assert (quote.actor, quote.resolved) == (actor, resolved)


def test_titles_names_of_papers_and_so_called_things_are_no_quotations() -> None:
    assert told("Die „Nordpost“ und der Film „Das letzte Boot“ handeln von der sogenannten „Flotte“.") == []


def test_what_one_thinks_is_doubtful_and_what_one_does_not_say_is_not_told() -> None:
    (quote,) = quotes_of("Gesa Pohl glaubt, dass die Brücke hält.")
    assert quote.doubtful
    assert told("Gesa Pohl sagte nicht, dass die Brücke hält.") == []


def test_a_fragment_stands_in_the_clause_that_reports_it() -> None:
    text = "Gesa Pohl nannte den Plan einen „teuren Irrtum“. Dann ging sie."
    (quote,) = quotes_of(text)
    assert quote.frame is not None
    assert (quote.kind, text[quote.frame.start : quote.frame.end]) == (
        "fragment",
        "nannte den Plan einen „teuren Irrtum“",
    )
