"""A reader asks what does not agree between the papers, and wants few false alarms."""

from pathlib import Path

import pytest

from tests.compare.conftest import Account, Tell
from tui.compare.difference import SURE, Difference
from tui.compare.differences import differences
from tui.compare.weights import weigh


def found(accounts: list[Account], kind: str | None = None) -> list[Difference]:
    return [one for one in differences(accounts, weigh(accounts)) if kind in (None, one.kind)]


def values(difference: Difference) -> set[str]:
    return {side.value for side in difference.sides}


FERRY = (
    "A ferry sank off Mombasa on 3 May 2031, and {toll}. Divers searched the harbour of Mombasa until dark."
)


def test_a_person_in_office_here_and_out_of_it_there(tell: Tell) -> None:
    (role,) = found(
        tell(
            "Former Chilean President Michelle Bachelet opened the talks on water rights in Lima.",
            "Chilean President Michelle Bachelet opened the talks on water rights in Lima.",
        ),
        "role",
    )
    assert role.about == "role of Michelle Bachelet"
    assert values(role) == {"former: Former Chilean President", "current: Chilean President"}
    assert role.confidence >= SURE


def test_who_has_left_office_in_the_later_paper_is_no_difference(tell: Tell) -> None:
    accounts = tell(
        "Chilean President Michelle Bachelet opened the talks on water rights in Lima.",
        "Former Chilean President Michelle Bachelet opened the talks on water rights in Lima.",
        dates=("2031-05-03", "2031-07-09"),
    )
    assert found(accounts, "role") == []


def test_a_former_editor_who_now_edits_another_paper_is_no_difference(tell: Tell) -> None:
    text = (
        "Maria Lopez, executive director of the port and a former assistant director at the museum, resigned."
    )
    assert found(tell(text, text.replace("resigned", "stepped down")), "role") == []


def test_two_numbers_of_victims_that_cannot_both_hold(tell: Tell) -> None:
    accounts = tell(
        FERRY.format(toll="12 people were killed"), FERRY.format(toll="at least 19 people were killed")
    )
    (number,) = found(accounts, "number")
    assert values(number) == {"12 killed", "19 killed"}
    assert [side.text for side in number.sides] == ["12", "at least 19"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over 200 people were killed", "215 people were killed"),
        ("about 200 people were killed", "190 people were killed"),
        ("up to 12 people were killed", "nine people were killed"),
        ("12 people were killed", "12 men and women were killed"),
        ("12 people were killed", "12 people were injured"),
    ],
)
def test_numbers_that_can_both_hold_do_not_differ(tell: Tell, one: str, other: str) -> None:
    assert found(tell(FERRY.format(toll=one), FERRY.format(toll=other)), "number") == []


def test_a_number_that_the_other_paper_has_as_well_is_quiet(tell: Tell) -> None:
    accounts = tell(
        FERRY.format(toll="12 people were killed"),
        FERRY.format(toll="19 people were killed, after officials first said that 12 people were killed"),
    )
    assert found(accounts, "number") == []


def test_numbers_of_two_years_do_not_surely_differ(tell: Tell) -> None:
    accounts = tell(
        "The ferry line of Mombasa made a profit of $12 million in 2030, its director said of the year.",
        "The ferry line of Mombasa made a profit of $19 million in 2031, its director said of the year.",
    )
    assert all(one.doubtful for one in found(accounts, "number"))


MEETING = "A meeting between Kenyan President William Ruto and Indian Prime Minister Narendra Modi {when}, aides say."


def test_one_meeting_dated_to_two_days(tell: Tell) -> None:
    accounts = tell(
        MEETING.format(when="will take place on 3 May 2031"),
        MEETING.format(when="will take place on 9 June 2031"),
    )
    (date,) = found(accounts, "date")
    assert values(date) == {"2031-05-03", "2031-06-09"}
    assert [side.text for side in date.sides] == ["3 May 2031", "9 June 2031"]


def test_a_day_within_the_month_that_the_other_paper_tells_is_no_difference(tell: Tell) -> None:
    accounts = tell(
        MEETING.format(when="will take place on 3 May 2031"),
        MEETING.format(when="will take place in May 2031"),
    )
    assert found(accounts, "date") == []


def test_a_date_that_the_other_paper_gives_as_well_is_quiet(tell: Tell) -> None:
    first, second = (
        MEETING.format(when="will take place on 3 May 2031"),
        MEETING.format(when="is set for 9 June 2031"),
    )
    assert found(tell(first, second), "date")
    assert found(tell(first, f"{first}\n\n{second}"), "date") == []


def test_this_month_and_one_of_two_months_differ_though_nobody_gave_the_day(tell: Tell) -> None:
    accounts = tell(
        MEETING.format(when="could happen as early as this month"),
        MEETING.format(when="could happen as early as May or June 2031"),
    )
    (date,) = found(accounts, "date")
    assert "this month" in values(date)


def test_talks_that_were_held_here_and_are_planned_there(tell: Tell) -> None:
    accounts = tell(
        "Kenya and India held initial talks in Oslo, which ended without a result.",
        "Kenya and India are to resume relations, with talks planned in Oslo and in another town.",
    )
    (status,) = found(accounts, "status")
    assert values(status) == {"held", "planned"}
    assert status.confidence >= SURE


def test_talks_planned_in_an_older_paper_and_held_in_a_newer_do_not_differ(tell: Tell) -> None:
    accounts = tell(
        "Kenya and India held initial talks in Oslo, which ended without a result.",
        "Kenya and India are to resume relations, with talks planned in Oslo and in another town.",
        dates=("2031-06-01", "2031-05-01"),
    )
    assert found(accounts, "status") == []


def test_one_article_can_differ_with_itself(tell: Tell) -> None:
    text = (
        "Kenya and India held initial talks in Oslo, which ended without a result.\n\n"
        "Observers in both capitals have long waited for news from the north, and they wait for it still.\n\n"
        "Kenya and India are to resume relations, with talks planned in Oslo and in another town."
    )
    (status,) = found(tell(text), "status")
    assert {side.article for side in status.sides} == {"a"}


def test_one_article_can_date_one_meeting_twice_and_that_is_doubtful(tell: Tell) -> None:
    text = (
        "A week of talks\n\nWilliam Ruto and Narendra Modi will meet in Oslo on 3 May, aides say.\n\n"
        "Observers in both capitals have long waited for news from the north, and they wait for it still.\n\n"
        "The meeting of William Ruto and Narendra Modi in Oslo is planned for 9 May."
    )
    (date,) = found(tell(text), "date")
    assert [side.text for side in date.sides] == ["3 May", "9 May"]
    assert date.doubtful


def test_one_article_can_tell_two_roles_of_one_person(tell: Tell) -> None:
    (role,) = found(
        tell(
            "Talks in Lima\n\nFormer Chilean President Michelle Bachelet opened the talks on water in Lima.\n\n"
            "Nobody left the hall before the evening, and Chilean President Michelle Bachelet was pleased."
        ),
        "role",
    )
    assert values(role) == {"former: Former Chilean President", "current: Chilean President"}


def test_who_was_left_out(tell: Tell) -> None:
    accounts = tell(
        "Kenya and India held talks in Oslo over the war in Sudan, which excluded African leaders.",
        "Talks between Kenya and India in Oslo took place without the involvement of Sudan or African nations.",
    )
    (left_out,) = found(accounts, "participants")
    assert values(left_out) == {"African leaders", "Sudan or African nations"}


def test_what_a_war_is_called(tell: Tell) -> None:
    accounts = tell(
        "The conflict in Sudan goes on. Kenya and India spoke of the conflict in Sudan during talks in Oslo.",
        "The war in Sudan goes on. Kenya and India spoke of the war in Sudan during talks in Oslo.",
    )
    (label,) = found(accounts, "label")
    assert values(label) == {"conflict", "war"}


def test_on_whose_word_a_meeting_is_told(tell: Tell) -> None:
    accounts = tell(
        "The Kremlin said that a meeting between William Ruto and Narendra Modi could happen in May 2031.",
        "A meeting between William Ruto and Narendra Modi could reportedly happen in May 2031.",
    )
    (source,) = found(accounts, "sourcing")
    assert values(source) == {"named", "hedged"}


def test_each_side_is_the_exact_words_and_the_name_of_a_difference_stays(tell: Tell) -> None:
    accounts = tell(FERRY.format(toll="12 people were killed"), FERRY.format(toll="19 people were killed"))
    texts = {account.article.id: account.article.text for account in accounts}
    first, again = found(accounts), found(accounts)
    assert [one.id for one in first] == [one.id for one in again]
    assert len({one.id for one in first}) == len(first)
    for one in first:
        assert one.state == "open"
        assert len(one.sides) > 1
        for side in one.sides:
            assert side.text == texts[side.article][side.start : side.end] != ""


def test_stories_that_have_nothing_to_do_with_each_other_do_not_differ(tell: Tell) -> None:
    accounts = tell(
        FERRY.format(toll="12 people were killed"),
        "Voters in Uruguay chose a new senate on Sunday; turnout was 74 percent, and 30 senators lost their seats.",
        "The price of wool fell by 12 percent in Wellington, where 900 farmers met to speak of it for two days.",
    )
    assert found(accounts) == []


def test_a_thousand_copies_of_one_text_differ_in_nothing(tell: Tell) -> None:
    (account,) = tell(FERRY.format(toll="12 people were killed"))
    copies = [Account(account.article, account.findings)] * 1000
    assert differences(copies, weigh(copies)) == []


def test_the_surest_stand_first(seeds: list[Account]) -> None:
    confidences = [one.confidence for one in found(seeds)]
    assert confidences == sorted(confidences, reverse=True)


def test_the_differences_that_a_reader_of_the_seeds_must_see(seeds: list[Account], evaluation: Path) -> None:
    sure = [one for one in found(seeds) if not one.doubtful]
    trump = next(one for one in sure if one.kind == "role")
    assert {side.article for side in trump.sides} >= {"000", "001", "002"}
    date = next(one for one in sure if one.kind == "date")
    assert {side.text for side in date.sides} == {"this month", "February or March"}
    status = next(one for one in sure if one.kind == "status" and "Saudi" in one.about)
    assert values(status) == {"held", "planned"}
