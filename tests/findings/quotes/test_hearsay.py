"""What is told of somebody's words, wishes and beliefs, and how doubtful that is."""

import pytest

from tests.findings.quotes.reading import reported, speaker
from tui.findings.quotes.quote import DOUBTFUL


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nobody shares her claim that the bridge is safe.", "the bridge is safe", "her"),
        ("The mayor’s criticism of the bridge is old.", "the bridge", "The mayor"),
        ("Mary Holt is confident that the bridge is safe.", "the bridge is safe", "Mary Holt"),
        ("The bridge is expected to open in May.", "The bridge … to open in May", None),
        ("The bridge is widely seen as a mistake.", "The bridge … as a mistake", None),
        ("Mary Holt seemed to regret the bridge.", "Mary Holt … to regret the bridge", None),
        ("The council reportedly bought the bridge.", "The council … bought the bridge", None),
        ("The bridge that critics rejected is old.", "that", "critics"),
        ("The talk was of a bridge which Mary Holt had criticized.", "which", "Mary Holt"),
        ("Asked whether the bridge is safe, she smiled.", "whether the bridge is safe", None),
        ("Mary Holt supports the bridge after years of doubt.", "the bridge", "Mary Holt"),
        ("Mary Holt wants to open the bridge in May.", "to open the bridge in May", "Mary Holt"),
        ("The report highlights the age of the bridge.", "the age of the bridge", "The report"),
        ("In the mayor’s view, the bridge is safe.", "the bridge is safe", "the mayor"),
        ("Her argument has been that the bridge is safe.", "the bridge is safe", "Her"),
        ("It was said that the bridge is safe.", "the bridge is safe", None),
        ("Mary Holt is best known for the bridge.", "Mary Holt … for the bridge", None),
        ("She is said to have urged repairs.", "She … to have urged repairs", None),
        ("Few expect that the bridge will last.", "the bridge will last", "Few"),
    ],
)
def test_a_belief_a_noun_or_a_thing_is_found_and_doubtful(text, words, name):
    (quote,) = reported(text)
    assert quote.words(text) == words
    assert speaker(quote) == name
    assert quote.confidence < DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "Mary Holt said that the bridge is safe.",
        "The council warned that the bridge is old.",
        "Residents say the bridge shakes.",
        "People on the island report that the bridge shakes.",
        "Mary Holt came on Monday. She added that the bridge is safe.",
        "According to Mary Holt, the bridge is safe.",
        "The council rejected the claim.",
    ],
)
def test_what_somebody_says_is_not_doubtful(text):
    (quote,) = reported(text)
    assert quote.confidence >= 0.6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mary Holt criticized the plan and has called for a new one.", "the plan"),
        ("Mary Holt criticized the plan, which the council had approved.", "the plan"),
        ("Mary Holt rejected the plan last week.", "the plan"),
        ("Mary Holt praised the recent win of the council.", "the recent win of the council"),
        (
            "Mary Holt praised all the ferries, including the old one.",
            "all the ferries, including the old one",
        ),
        ("Mary Holt promised to shut the bridge, a relic of the flood.", "to shut the bridge"),
        ("Mary Holt refused to sign the plan and left the council.", "to sign the plan and left the council"),
        ("Mary Holt promised to build the Trans-Island Bridge.", "to build the Trans-Island Bridge"),
    ],
)
def test_the_object_ends_where_the_writer_goes_on(text, words):
    assert reported(text)[0].words(text) == words


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mary Holt: Bridge Is Safe For Years", "Bridge Is Safe For Years", "Mary Holt"),
        ("Mayor Mary Holt Says Bridge Is Safe", "Bridge Is Safe", "Mayor Mary Holt"),
    ],
)
def test_a_headline_tells_who_says_what(text, words, name):
    (quote,) = reported(f"{text}\n\nMary Holt opened the bridge on Monday, after years of work.\n")
    assert quote.words(f"{text}\n") == words
    assert speaker(quote) == name


def test_a_speakers_turn_is_theirs():
    text = "MARY HOLT: We will open the bridge in May.\n\nMary Holt is the mayor of the island.\n"
    (quote,) = reported(text)
    assert quote.words(text) == "We will open the bridge in May"
    assert quote.actor == "Mary Holt"


def test_a_label_that_names_nobody_says_nothing():
    assert (
        reported("Conclusion: A Careful Way Forward\n\nThe bridge opened on Monday, after years of work.\n")
        == []
    )


@pytest.mark.parametrize(
    "text", ["At one point the bridge that they built fell.", "Her claim surprised the council."]
)
def test_a_noun_alone_brings_nothing(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    "text", ["Tensions warn that war is near.", "Transparent claims that the bridge is old."]
)
def test_a_common_word_that_opens_a_sentence_is_a_doubtful_speaker(text):
    assert all(quote.doubtful for quote in reported(text))


def test_what_is_joined_by_or_is_reported_too():
    text = "The council asked whether it should support or oppose the bridge."
    assert reported(text)[0].words(text) == "whether it should support or oppose the bridge"
