"""To whom marked words belong, by where the verb of saying stands: each rule with its nearest miss."""

import pytest

from tests.findings.quotes.reading import marked, speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Mary Holt, “the bridge is shut for good.”", "Mary Holt"),
        ("In the words of Mary Holt, “the bridge is shut for good.”", "Mary Holt"),
        ("“The bridge is shut for good.” — Mary Holt", "Mary Holt"),
        ("Mary Holt was blunt: “The bridge is shut for good.”", "Mary Holt"),
        ("“The bridge is shut,” Mary Holt said on Monday.", "Mary Holt"),
        ("“The bridge is shut,” said Mary Holt. “Nobody may cross it.”", "Mary Holt"),
    ],
)
def test_each_way_to_tell_who_speaks(text: str, name: str) -> None:
    quotes = marked(text)
    assert quotes
    assert {speaker(quote) for quote in quotes} == {name}


def test_a_dash_before_something_else_names_nobody() -> None:
    assert [speaker(quote) for quote in marked("“The bridge is shut for good.” — and nothing more")] == [None]


def test_a_verb_right_before_the_marks_brings_them_and_not_the_one_after() -> None:
    first, second = marked("Mary Holt said, “The bridge is shut.” Tom Brady told reporters, “It was old.”")
    assert (speaker(first), speaker(second)) == ("Mary Holt", "Tom Brady")
    first, second = marked("“The bridge is shut,” said Mary Holt. Tom Brady said, “It was old.”")
    assert (speaker(first), speaker(second)) == ("Mary Holt", "Tom Brady")
