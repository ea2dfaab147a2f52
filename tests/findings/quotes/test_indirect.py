import pytest

from tests.findings.quotes.reading import reported, speaker


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mary Holt said that the bridge is safe.", "the bridge is safe", "Mary Holt"),
        ("Mary Holt said the bridge would open in May.", "the bridge would open in May", "Mary Holt"),
        ("The bridge is safe, Mary Holt said on Monday.", "The bridge is safe", "Mary Holt"),
        ("The bridge is safe, said Mary Holt, the engineer.", "The bridge is safe", "Mary Holt"),
        ("According to Mary Holt, the bridge is safe.", "the bridge is safe", "Mary Holt"),
        ("The bridge is safe, according to Mary Holt.", "The bridge is safe", "Mary Holt"),
        ("As Mary Holt noted, the bridge is old.", "the bridge is old", "Mary Holt"),
        ("Mary Holt told reporters on Monday that the bridge is safe.", "the bridge is safe", "Mary Holt"),
        ("Mary Holt, who built the bridge, emphasized that it is safe.", "it is safe", "Mary Holt"),
        ("The council reiterated its demand for a new bridge.", "its demand for a new bridge", "The council"),
        ("Critics argue that the bridge is too old.", "the bridge is too old", "Critics"),
        ("Insider reports suggest that the bridge will close.", "the bridge will close", "Insider reports"),
        ("Mary Holt asked whether the bridge is safe.", "whether the bridge is safe", "Mary Holt"),
        (
            "The talks failed, the minister said, state agency IRNA reported.",
            "The talks failed",
            "the minister",
        ),
        ("Mary Holt said the talks failed, state agency IRNA reported.", "the talks failed", "Mary Holt"),
        ("Mary Holt points out that the bridge is old.", "the bridge is old", "Mary Holt"),
        ("The council suggested earlier this week that it may close.", "it may close", "The council"),
        ("The bridge was criticized by Mary Holt.", "The bridge", "Mary Holt"),
        ("The closure was first reported by the Island Herald.", "The closure", "the Island Herald"),
        (
            "Since May, according to Mary Holt, the bridge has been shut.",
            "the bridge has been shut",
            "Mary Holt",
        ),
        ("The lamps, which officials said will last, are new.", "which … will last", "officials"),
        ("The council rejected attacks on the bridge.", "attacks on the bridge", "The council"),
        ("The council demanded $5 million for the bridge.", "$5 million for the bridge", "The council"),
        ("Mary Holt described herself as an optimist.", "herself as an optimist", "Mary Holt"),
        ("Mary Holt echoed that idea.", "that idea", "Mary Holt"),
        ("Mary Holt promised not to close the bridge.", "not to close the bridge", "Mary Holt"),
        ("Mary Holt vowed never to close the bridge.", "never to close the bridge", "Mary Holt"),
        ("Mary Holt told drivers not to use the bridge.", "not to use the bridge", "Mary Holt"),
        ("Drivers were warned by Mary Holt not to use the bridge.", "not to use the bridge", "Mary Holt"),
        ("Records show that the bridge is old.", "the bridge is old", "Records"),
        ("The minister indicated the bridge would close.", "the bridge would close", "The minister"),
        ("The council has since stressed that the bridge is safe.", "the bridge is safe", "The council"),
        ("The bridge is safe, he said; it was built to last.", "The bridge is safe", "he"),
        (
            "The council has not said whether it would support or oppose the bridge.",
            "whether it would support or oppose the bridge",
            "The council",
        ),
        (
            "Mary Holt expressed willingness to speak, provided that the mayor, the council, and other guests come.",
            "willingness to speak, provided that the mayor, the council, and other guests come",
            "Mary Holt",
        ),
        (
            "Mary Holt reassured traders in Port Ida and Elm that the bridge is safe.",
            "the bridge is safe",
            "Mary Holt",
        ),
        ("Mary Holt said there’s no other bridge.", "there’s no other bridge", "Mary Holt"),
        ("Mary Holt has said from the start that the bridge is safe.", "the bridge is safe", "Mary Holt"),
        (
            "Mary Holt said on CNN, where she is a guest, that the bridge is safe.",
            "the bridge is safe",
            "Mary Holt",
        ),
        ("Mary Holt told cheering residents that the bridge is safe.", "the bridge is safe", "Mary Holt"),
        ("Mary Holt told John Ames to cross the bridge.", "to cross the bridge", "Mary Holt"),
        ("Mary Holt reminded the crowd of the flood.", "the flood", "Mary Holt"),
        ("Mary Holt spoke in Leeds on Monday about the bridge.", "the bridge", "Mary Holt"),
        ("Mary Holt railed against the bridge.", "the bridge", "Mary Holt"),
        ("Mary Holt described how the bridge fell.", "how the bridge fell", "Mary Holt"),
        (
            "Mary Holt predicts between two and four more floods.",
            "between two and four more floods",
            "Mary Holt",
        ),
        ("The council put the cost at $5 million.", "the cost at $5 million", "The council"),
        ("It was late, and the mayor said so on Monday.", "so", "the mayor"),
        ("As reported by the Island Herald, the bridge is shut.", "the bridge is shut", "the Island Herald"),
        ("Mary Holt said that, even so, the bridge is safe.", "even so, the bridge is safe", "Mary Holt"),
        ("While only 7% said they had heard of it, the bridge is known.", "they had heard of it", "7%"),
        ("She was warned by engineers that the bridge was old.", "the bridge was old", "engineers"),
        (
            "The bridge was described by John Ames as a mistake.",
            "The bridge … as a mistake",
            "John Ames",
        ),
        (
            "The bridge is old, sooner than planned, the council reported on Monday -- a day that was wet.",
            "The bridge is old, sooner than planned",
            "the council",
        ),
        (
            "The council met on Monday, reassuring traders in Elm that the bridge is safe.",
            "the bridge is safe",
            "The council",
        ),
    ],
)
def test_reported_words_and_who_is_reported(text, words, name):
    (quote,) = reported(text)
    assert quote.words(text) == words
    assert speaker(quote) == name


def test_a_parenthesis_splits_what_is_reported():
    text = "The bridge, Mary Holt said, would open in May."
    (quote,) = reported(text)
    assert quote.words(text) == "The bridge … would open in May"


def test_what_the_writer_adds_is_not_reported():
    text = "As Mary Holt said, and John Ames said too, nothing changes."
    assert all("Ames" not in quote.words(text) for quote in reported(text))
    text = "Mary Holt said the bridge was safe, but the road was closed."
    (quote,) = reported(text)
    assert quote.words(text) == "the bridge was safe"


@pytest.mark.parametrize("text", ["He said that.", "But, according to Mary Holt.", "“No,” he said that"])
def test_nothing_is_reported_where_no_words_follow(text):
    assert reported(text) == []


def test_two_reports_of_one_sentence_stay_apart():
    text = "Mary Holt said the bridge was safe, adding that the road was not."
    assert [quote.words(text) for quote in reported(text)] == ["the bridge was safe", "the road was not"]
    text = "Mary Holt said the bridge was safe and called for calm."
    assert [quote.words(text) for quote in reported(text)] == ["the bridge was safe", "calm"]


def test_who_is_not_named_is_anonymous():
    (quote,) = reported("Critics argue that the bridge is too old.")
    assert quote.attribution == "anonymous"
    assert quote.resolved == "anonymous"
    assert quote.actor is None


@pytest.mark.parametrize(
    "text",
    [
        "The state report on the bridge was long.",
        "Her claim surprised the council.",
        "The bridge opened in May, after years of work.",
        "The new lamps signal a change.",
    ],
)
def test_nouns_and_other_verbs_report_nothing(text):
    assert reported(text) == []


def test_what_stands_beside_quoted_words_is_reported_and_doubtful():
    text = "He says he respects the mayor and calls her “a decent, tireless woman of the island.”"
    beside = reported(text)[0]
    assert beside.words(text) == "he respects the mayor"
    text = "The bridge, Mary Holt said, was “a disgrace to the whole of the island.”"
    (front,) = reported(text)
    assert front.words(text) == "The bridge"
    assert front.doubtful


def test_a_verb_that_brings_quoted_words_hides_no_other_report_of_its_sentence():
    text = "“The bridge is old, all of us know that,” said Mary Holt, who expects it to close."
    (report,) = [quote for quote in reported(text) if quote.cue.text == "expects"]
    assert speaker(report) in ("Mary Holt", "who")


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Mary Holt said that the bridge had aged, noting that nobody paints it.", "noting", "Mary Holt"),
        ("Mary Holt left as John Ames insisted on the plan, adding that it was late.", "adding", "John Ames"),
        ("The council issued a statement saying that the bridge is safe.", "saying", "The council"),
        ("Rejecting the plan, the council praised the ferry.", "Rejecting", "the council"),
        ("Voters who say the bridge is safe are few.", "say", "Voters who"),
    ],
)
def test_a_verb_that_hangs_on_another_one_has_its_subject(text, cue, name):
    (report,) = [quote for quote in reported(text) if quote.cue.text == cue]
    assert speaker(report) == name


def test_a_wish_to_stay_unnamed_is_no_report_and_makes_the_speaker_anonymous():
    for text in (
        "An engineer, who asked not to be named, said the bridge would close.",
        "One engineer, speaking on condition of anonymity, said the bridge would close.",
        "The bridge would close, said people close to the matter.",
    ):
        (quote,) = reported(text)
        assert quote.words(text).lower() == "the bridge would close"
        assert quote.attribution == "anonymous"


def test_who_passes_words_on_is_told_apart_from_who_speaks():
    (quote,) = reported("Mary Holt told the Washington Post that the bridge is safe.")
    assert (speaker(quote), quote.via) == ("Mary Holt", "Washington Post")
    quote = reported("Bloomberg reported that the bridge would close.")[0]
    assert (speaker(quote), quote.via) == ("Bloomberg", None)


def test_what_opens_a_sentence_ends_before_its_subject():
    text = "Citing two engineers, the council reported the works to be late."
    assert reported(text)[0].words(text) == "two engineers"
