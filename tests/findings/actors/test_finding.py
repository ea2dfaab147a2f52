"""Who an article names, and who it only seems to name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.findings.actors.told import actors, article, mentions
from tui.findings.actors.finding import find_actors
from tui.findings.document import analyse


def types(text: str) -> dict[str, str]:
    return {name: actor.type for name, actor in actors(text).items()}


def test_two_states_joined_by_a_hyphen_are_two_actors() -> None:
    found = types("The envoys spoke about U.S.-Russia relations for three hours.")
    assert found == {"United States": "state", "Russia": "state"}


def test_two_people_joined_by_a_hyphen_are_two_actors() -> None:
    found = actors(
        "A Trump-Putin summit is likely. Donald Trump wrote to Vladimir Putin. Trump hopes, and Putin waits."
    )
    assert set(found) == {"Donald Trump", "Vladimir Putin"}
    assert mentions(found["Donald Trump"]) == ["Trump", "Donald Trump", "Trump"]


def test_a_hyphen_inside_a_first_name_joins() -> None:
    assert set(types("The commission heard Jean-Claude Dupont and Anne-Marie Leblanc.")) == {
        "Jean-Claude Dupont",
        "Anne-Marie Leblanc",
    }


def test_a_heading_in_title_case_or_capitals_makes_no_actor_of_its_own() -> None:
    text = (
        "Grave Concerns Over Harbour Expansion\n\n"
        "The harbour of Rotterdam is to grow, said Anna Berg, who lives beside it.\n\n"
        "BERG AGAINST THE CRANES\n\n"
        "She fears the noise. Berg has written to the ministry.\n"
    )
    found = actors(text)
    assert set(found) == {"Rotterdam", "Anna Berg"}


def test_a_heading_adds_mentions_of_whom_the_text_names() -> None:
    text = (
        "What Norway Wants From the Talks\n\n"
        "Norway wants more fish. The talks between Norway and Iceland go on until Friday, and nobody is in a hurry.\n"
    )
    found = actors(text)
    assert mentions(found["Norway"]) == ["Norway", "Norway", "Norway"]


def test_a_first_name_makes_a_hall_a_person() -> None:
    assert types("“It holds,” says Emily Hall, a builder of bridges.") == {"Emily Hall": "person"}
    assert types("The choir sang in Carnegie Hall last night.") == {"Carnegie Hall": "place"}


def test_a_title_and_a_surname_mean_whom_the_article_named_in_full() -> None:
    found = actors("Dr. Michael Green spoke first. It rained. Dr. Green went on all the same.")
    assert mentions(found["Michael Green"]) == ["Michael Green", "Green"]
    assert found["Michael Green"].gender == "m"


def test_names_go_on_across_a_line_end_and_a_no_break_space() -> None:
    text = (
        "The minister and her two guests from abroad walked through the garden with Angela\n"
        "Merkel and Petra\u00a0Novak, and for a good half hour nobody said a word about the\n"
        "talks of the day before. In the end Merkel smiled, and all of them went in again.\n"
    )
    found = actors(text)
    assert mentions(found["Angela Merkel"]) == ["Angela\nMerkel", "Merkel"]
    assert mentions(found["Petra Novak"]) == ["Petra\u00a0Novak"]


def test_the_surname_at_the_start_of_a_sentence_is_found() -> None:
    found = actors("The court heard Laura Stone on Monday. Stone denied it all. Nobody else did.")
    assert mentions(found["Laura Stone"]) == ["Laura Stone", "Stone"]


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    assert types("Preparations began early. Analysts doubt it. Sanctions bite. Yesterday was quiet.") == {}


def test_a_treaty_is_no_actor() -> None:
    text = (
        "They spoke about the New START Treaty, the Intermediate-Range Nuclear Forces (INF) Treaty, the INF Treaty "
        "and the Paris Agreement."
    )
    assert types(text) == {}


def test_names_of_many_languages_are_whole() -> None:
    text = (
        "Bashar al-Assad received Alexander van der Berg, Osama bin Salim, Sean O'Malley, Ursula von der Leyen "
        "and Luiz Inácio Lula da Silva."
    )
    assert set(types(text)) == {
        "Bashar al-Assad",
        "Alexander van der Berg",
        "Osama bin Salim",
        "Sean O'Malley",
        "Ursula von der Leyen",
        "Luiz Inácio Lula da Silva",
    }


def test_assad_is_found_under_both_his_surnames() -> None:
    found = actors("Bashar al-Assad stayed. Assad has no plans to leave, and al-Assad said so.")
    assert mentions(found["Bashar al-Assad"]) == ["Bashar al-Assad", "Assad", "al-Assad"]


def test_the_officials_of_a_state_are_a_group_and_its_adjective_is_not_the_state() -> None:
    found = actors("Russian officials were pleased. The Russian winter was mild, and Russians enjoyed it.")
    assert {(a.name, a.type, a.parent) for a in found.values()} == {
        ("Russian officials", "group", "Russia"),
        ("Russians", "group", "Russia"),
    }


def test_the_kremlin_and_the_white_house_are_organisations_with_a_state_above_them() -> None:
    found = actors("The Kremlin kept silent. The White House did not.")
    assert (found["Kremlin"].type, found["Kremlin"].parent) == ("organisation", "Russia")
    assert (found["White House"].type, found["White House"].parent) == ("organisation", "United States")


def test_an_administration_is_an_actor_beside_the_person_it_is_named_after() -> None:
    found = actors(
        "The Biden administration has said nothing. It has propped up the Assad regime, others say."
    )
    assert (found["Biden administration"].type, found["Biden administration"].parent) == (
        "organisation",
        "United States",
    )
    assert found["Assad regime"].type == "organisation"
    assert found["Assad"].type == "person"


def test_a_title_is_no_part_of_a_name() -> None:
    found = actors("U.S. President Donald Trump called. Later President Putin answered him from his dacha.")
    assert set(found) == {"United States", "Donald Trump", "Putin"}
    assert mentions(found["Putin"]) == ["Putin"]


def test_an_acronym_goes_with_the_long_form_that_explains_it() -> None:
    text = (
        "The Bureau of Harbour Statistics (BHS) counts ships. BHS counted nine. The price was set by the "
        "Organization of the Petroleum Exporting Countries (OPEC), and OPEC stood by it."
    )
    found = actors(text)
    assert mentions(found["Bureau of Harbour Statistics"]) == ["Bureau of Harbour Statistics", "BHS", "BHS"]
    assert len(found["Organization of the Petroleum Exporting Countries"].mentions) == 3


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    found = actors(
        "Brinkmann Holdings Ltd. sold its ships. Brinkmann Holdings has none left, and Brinkmann is glad."
    )
    assert len(found) == 1
    assert [a.type for a in found.values()] == ["organisation"]


def test_of_two_people_of_one_surname_the_honorific_tells_which() -> None:
    text = (
        "Bill Weaver and Hannah Weaver came together. Mrs. Weaver spoke, Mr. Weaver listened. "
        "Bill Weaver left early."
    )
    found = actors(text)
    assert mentions(found["Hannah Weaver"]) == ["Hannah Weaver", "Weaver"]
    assert mentions(found["Bill Weaver"]) == ["Bill Weaver", "Weaver", "Bill Weaver"]


def test_a_list_names_the_surname_first() -> None:
    found = actors("Those present were Doe, John; Berg, Anna; and the mayor. John Doe signed the list.")
    assert set(found) == {"John Doe", "Anna Berg"}
    assert mentions(found["John Doe"]) == ["Doe, John", "John Doe"]


def test_short_words_for_an_organisation_mean_the_one_that_was_named() -> None:
    text = (
        "NATO moved its ships. Countries that joined the alliance later objected. "
        "The High Court heard of it; the Court wept."
    )
    found = actors(text)
    assert mentions(found["NATO"]) == ["NATO", "the alliance"]
    assert mentions(found["High Court"]) == ["High Court", "Court"]


def test_a_mission_belongs_to_the_state_that_sent_it() -> None:
    found = actors("The U.S. mission to the United Nations drafted it.")
    assert found["U.S. mission to the United Nations"].parent == "United States"
    assert {"United States", "United Nations"} < set(found)


def test_what_stands_in_boilerplate_alone_is_no_actor() -> None:
    text = "Anna Berg spoke in Oslo on Monday.\n\nShe was heard by many, and the hall was full.\n\nRelated Posts\n"
    assert "Related Posts" not in actors(text)


def test_a_pair_that_the_article_names_nowhere_else_is_two_people_all_the_same() -> None:
    assert set(types("Could the Trump-Putin meeting reshape the landscape?")) == {"Trump", "Putin"}


def test_a_family_name_that_stands_first_is_the_surname() -> None:
    found = actors("Xi Jinping met Kim Jong-un in the spring. Xi smiled, and Kim bowed.")
    assert mentions(found["Xi Jinping"]) == ["Xi Jinping", "Xi"]
    assert mentions(found["Kim Jong-un"]) == ["Kim Jong-un", "Kim"]


def test_a_name_that_begins_a_compound_is_named_there() -> None:
    found = actors("NATO met in Riga. The NATO-led force left.")
    assert mentions(found["NATO"]) == ["NATO", "NATO"]


def test_a_number_opens_the_name_of_a_division() -> None:
    assert "82nd Airborne Division" in actors("He served in the 82nd Airborne Division for years.")


PIECES = [
    "The",
    "Anna",
    "Berg",
    "U.S.",
    "-",
    "President",
    "of",
    "the",
    "(",
    ")",
    "said",
    ",",
    ".",
    "“",
    "and",
    "al-Assad",
]
PIECES += [
    "Washington",
    "administration",
    "NATO",
    "'s",
    "O",
    "'",
    "St.",
    "\n\n",
    "\u00a0",
    "Doe",
    "John",
    ";",
    "IE6",
    "@",
    "é",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40))
def test_every_mention_is_the_text_to_the_letter_and_names_are_unique(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_actors(analyse(article(text)))
    assert len({actor.name for actor in found}) == len(found)
    for actor in found:
        assert actor.mentions
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: (m.start, -m.end))
        for words in (*actor.mentions, *actor.roles):
            assert text[words.start : words.end] == words.text
            assert words.text.strip() == words.text
        assert 0 <= actor.confidence <= 1


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        (
            "Ana von der Mark spoke. Von der Mark left.",
            "Ana von der Mark",
            ["Ana von der Mark", "Von der Mark"],
        ),
        ("Peter De Vries spoke. De Vries left.", "Peter De Vries", ["Peter De Vries", "De Vries"]),
        ("Marko Šimić met a man. Simic left.", "Marko Šimić", ["Marko Šimić", "Simic"]),
        ("Oleh Petrenskyy met a man. Petrensky left.", "Oleh Petrenskyy", ["Oleh Petrenskyy", "Petrensky"]),
        (
            "Raúl Quispe Mamani met a man. Quispe left.",
            "Raúl Quispe Mamani",
            ["Raúl Quispe Mamani", "Quispe"],
        ),
        ("Kim Ji-young spoke. Mr. Kim left.", "Kim Ji-young", ["Kim Ji-young", "Kim"]),
        ("Vice Premier He Lifeng spoke to them.", "He Lifeng", ["He Lifeng"]),
        (
            "Mara Inga Lopez Obrando spoke. MILO left.",
            "Mara Inga Lopez Obrando",
            ["Mara Inga Lopez Obrando", "MILO"],
        ),
    ],
)
def test_other_forms_of_a_name_mean_the_person_who_was_named_in_full(
    text: str, name: str, forms: list[str]
) -> None:
    found = actors(text)
    assert mentions(found[name]) == forms
    assert [actor.name for actor in found.values() if actor.type == "person"] == [name]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        (
            "They bought shares of Foo Electronics Co., Ltd. on Monday.",
            "Foo Electronics Co., Ltd.",
            "organisation",
        ),
        ("They bought shares of Bar Holdings, Inc. on Monday.", "Bar Holdings, Inc.", "organisation"),
        ("The chief of Cleveland-Foo Inc. left.", "Cleveland-Foo Inc.", "organisation"),
        ("Voters like the Ruritania Nationalist Party (RNP).", "Ruritania Nationalist Party", "organisation"),
        ("The European People's Party cheered.", "European People's Party", "organisation"),
        ("The Move Forward Party was dissolved.", "Move Forward Party", "organisation"),
        ("BUENOS AIRES — The storm is over.", "Buenos Aires", "place"),
        ("Jordan's King Abdullah II spoke in Amman.", "Jordan", "state"),
    ],
)
def test_bodies_and_places_are_found_whole(text: str, name: str, type_: str) -> None:
    assert types(text)[name] == type_


def test_what_only_describes_an_office_is_no_body_and_a_prize_is_no_person() -> None:
    found = types("Ruritanian and Indian External Affairs Minister Ana Ruiz met Nobel laureate Paul Reyes.")
    assert not {"Indian External Affairs", "External Affairs", "Nobel"} & set(found)


def test_of_a_pair_the_one_who_is_named_only_there_is_a_person() -> None:
    assert types("The Biden-Xi summit eased tensions. Xi Jinping was pleased.")["Biden"] == "person"


def test_a_surname_that_is_told_by_its_letter_means_the_one_person() -> None:
    found = actors(
        "Judith Doe spoke in Paris. Judith D. left early. The list named Doe, Judith. Karl D. stayed."
    )
    assert mentions(found["Judith Doe"]) == ["Judith Doe", "Judith D", "Doe, Judith"]
    assert "Karl D" in found


def test_a_first_name_that_is_a_month_is_one_before_a_surname_only() -> None:
    assert set(types("They tried Jan Petrovich in May.")) == {"Jan Petrovich"}
    assert "Petrov" in types("Back in May Petrov said no, and Petrov left.")


def test_a_sentence_that_shouts_and_a_nickname_in_quotes_are_no_actors() -> None:
    assert types("She read it out: MAYOR SAYS NO. Paul Reyes, known as “the Crocodile”, left.") == {
        "Paul Reyes": "person"
    }
