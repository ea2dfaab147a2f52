"""What lies open, and what comes to the front when something is opened or closed."""

from tui.app.desk import MOST_TEXTS, Desk


def test_what_opens_from_the_list_opens_in_the_text_that_was_in_front_last() -> None:
    desk = Desk()
    desk.open("one")
    desk.go("list")
    desk.open("two")
    assert desk.texts == ["two"]
    assert desk.front == 0


def test_a_text_opens_right_of_the_one_in_front() -> None:
    desk = Desk()
    desk.open("one")
    desk.open_beside("three")
    desk.go(0)
    desk.open_beside("two")
    assert desk.texts == ["one", "two", "three"]
    assert desk.reading == "two"


def test_a_fifth_text_takes_the_place_of_the_next_one() -> None:
    desk = Desk()
    for name in "abcd":
        desk.open_beside(name)
    assert len(desk.texts) == MOST_TEXTS
    desk.open_beside("e")
    assert desk.texts == ["e", "b", "c", "d"]
    assert desk.reading == "e"


def test_closing_a_text_brings_its_neighbour_to_the_front_and_at_last_the_list() -> None:
    desk = Desk()
    for name in "abc":
        desk.open_beside(name)
    desk.close(2)
    assert desk.reading == "b"
    desk.close(1)
    assert desk.reading == "a"
    desk.close(0)
    assert desk.front == "list"
    assert desk.reading is None


def test_panes_go_round_from_left_to_right() -> None:
    desk = Desk()
    desk.open("a")
    desk.show_side("quotes")
    assert desk.panes == ["list", 0, "side"]
    desk.cycle(1)
    assert desk.front == "list"
    desk.cycle(-1)
    assert desk.front == "side"
    desk.close_side()
    assert desk.front == 0
