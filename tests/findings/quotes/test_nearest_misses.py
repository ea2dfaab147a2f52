"""Rules beside words that only just do not follow them: each pair here once differed by one sign of the program."""

import pytest

from tests.findings.quotes.reading import marked, quotes_of, reported, speaker

AGO = "The bridge was built long ago.\n\n"


def said(text: str) -> list[str]:
    """The reports of a text: who, by which verb, what."""
    return [
        f"{speaker(quote)} | {quote.cue and quote.cue.text} | "
        + " … ".join(text[span.start : span.end] for span in quote.spans)
        for quote in reported(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Records show that the bridge is old.", ["Records | show | the bridge is old"]),
        (
            "The bridge was shut for a year, records show.",
            ["records | show | The bridge was shut for a year"],
        ),
        ("The boss claims to know the reason.", ["The boss | claims | to know the reason"]),
        ("The mayors promise to mend it.", ["The mayors | promise | to mend it"]),
        ("Witnesses report what they saw.", ["Witnesses | report | what they saw"]),
        ("Many fear that the bridge will fall.", ["Many | fear | the bridge will fall"]),
        (
            "The people in town report that the bridge is shut.",
            ["The people in town | report | the bridge is shut"],
        ),
        ("By insisting that it is safe, Mary Holt won.", ["Mary Holt | insisting | it is safe"]),
        ("The claim the bridge is safe was wrong.", []),
        ("After report that the bridge fell, Mary Holt left.", []),
        ("Claims rose.", []),
    ],
)
def test_a_word_that_can_be_a_noun_is_a_verb_where_somebody_does_it(text: str, told: list[str]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mary Holt spoke at length about the old bridge.", ["Mary Holt | spoke | the old bridge"]),
        ("Mary Holt put the cost at $5 million.", ["Mary Holt | put | the cost at $5 million"]),
        ("Mary Holt put the cost at the door.", []),
        ("Mary Holt said there was no money.", ["Mary Holt | said | there was no money"]),
        ("Mary Holt said there on Monday.", []),
        ("Mary Holt said that, even so, it is old.", ["Mary Holt | said | even so, it is old"]),
        ("Mary Holt told the council it was old.", ["Mary Holt | told | it was old"]),
        (
            "Mary Holt said the bridge is old, the river high, and other roads are shut.",
            ["Mary Holt | said | the bridge is old, the river high, and other roads are shut"],
        ),
        (
            "Mary Holt said that the bridge is old, although nobody had looked.",
            ["Mary Holt | said | the bridge is old"],
        ),
        (
            "Mary Holt said that the bridge is old, and the council agreed to mend it.",
            ["Mary Holt | said | the bridge is old", "the council | agreed | to mend it"],
        ),
    ],
)
def test_what_is_reported_begins_and_ends_where_the_writer_goes_on(text: str, told: list[str]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tom Brady met Mary Holt. “The bridge is old,” she said.", "Mary Holt"),
        ("Tom Brady met Mary Holt. “The bridge is old,” he said.", "Tom Brady"),
        ("Mary Holt sold Ann Lee’s house. “The bridge is old,” she said.", "Mary Holt"),
        ("Mary Holt walked with Ann Lee. “The bridge is old,” she said.", "Mary Holt"),
        ("For Mary Holt, it is a dream that Ann Lee shares. “It will open,” she said.", "Mary Holt"),
        ("Mary Holt came.\n\nAnn Lee stayed.\n\n“The bridge is old,” she said.", "Ann Lee"),
        (f"Mary Holt came.\n\n{AGO * 3}“The bridge is old,” she said.", "Mary Holt"),
        (f"Mary Holt came.\n\n{AGO * 4}“The bridge is old,” she said.", None),
        (f"“It is old,” said Mary Holt.\n\n{AGO * 3}“It will fall,” she said.", "Mary Holt"),
        (f"“It is old,” said Mary Holt.\n\n{AGO * 4}“It will fall,” she said.", None),
        ("Zor Hamel came. “The bridge is old,” he said.\n\n“It will fall,” he said.", "Zor Hamel"),
        ("Zor Hamel came. “The bridge is old,” he said.\n\n“It will fall,” she said.", None),
        ("Mary Holt came. Zor Hamel stayed. “The bridge is old,” she said.", "Mary Holt"),
    ],
)
def test_a_pronoun_means_whom_the_text_leads_to(text: str, meant: str | None) -> None:
    assert marked(text)[-1].actor == meant


def test_whom_a_pronoun_means_is_less_sure_where_it_could_be_another() -> None:
    (one,) = marked("Mary Holt came. “The bridge is old,” she said.")
    (another,) = marked("Mary Holt came. Zor Hamel stayed. “The bridge is old,” she said.")
    assert one.confidence > another.confidence


def test_words_that_go_on_in_the_next_paragraph_are_of_who_speaks_there() -> None:
    (quote,) = marked("“The bridge is old.\n\n“It will fall,” said Mary Holt.")
    assert (speaker(quote), len(quote.spans)) == ("Mary Holt", 2)
    (quote,) = marked(
        "“The bridge is old,” said Mary Holt. “It will fall down one day.\n\n“Nobody mends it as nobody can.”"
    )
    assert (speaker(quote), len(quote.spans)) == ("Mary Holt", 3)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("It was “old and unsafe”, according to Mary Holt.", "It was “old and unsafe”"),
        (
            "In the spring, the bridge was “old and unsafe”, said Mary Holt.",
            "In the spring, the bridge was “old and unsafe”",
        ),
    ],
)
def test_the_frame_of_a_fragment_ends_before_who_said_it(text: str, frame: str) -> None:
    (quote,) = marked(text)
    assert quote.frame is not None
    assert text[quote.frame.start : quote.frame.end] == frame


def test_a_turn_in_a_conversation_is_its_speakers_as_a_whole() -> None:
    text = "Mary Holt: The bridge is old.\n\nTom Brady: The council said that the bridge is safe."
    assert said(text) == [
        "Mary Holt | : | The bridge is old",
        "Tom Brady | : | The council said that the bridge is safe",
    ]


def test_after_a_dash_stands_who_said_it_where_that_is_a_person() -> None:
    assert [speaker(quote) for quote in quotes_of("“The bridge is old.” – Mary Holt")] == ["Mary Holt"]
    assert [speaker(quote) for quote in quotes_of("“The bridge is old.” – The Bridge")] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mary Holt Says Old Bridge Will Open Again", ["Mary Holt | Says | Old Bridge Will Open Again"]),
        ("Mary Holt Says No", []),
        ("Bridge will open in May: Mary Holt", ["Mary Holt | : | Bridge will open in May"]),
        ("Old bridge: Mary Holt", []),
        ("Mary Holt: Bridge will open in May", ["Mary Holt | : | Bridge will open in May"]),
        ("Old bridge in town of Mary Holt: Ann Lee", []),
    ],
)
def test_a_headline_reports_where_it_names_who_says_a_sentence(text: str, told: list[str]) -> None:
    assert said(f"{text}\n\nThe council met on Monday.") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Mary Holt’s view, the bridge is old.", ["Mary Holt | view | the bridge is old"]),
        ("The argument is that the bridge is old.", ["None | argument | the bridge is old"]),
        ("Her answer was that the bridge is old.", ["Her | answer | the bridge is old"]),
        ("Mary Holt made the claim that it is old.", ["Mary Holt | claim | it is old"]),
        ("Mary Holt was sure that the bridge is old.", ["Mary Holt | sure | the bridge is old"]),
        ("The bridge was deemed safe by Mary Holt.", ["Mary Holt | deemed | The bridge"]),
        ("It was told to Mary Holt that the bridge is old.", []),
    ],
)
def test_nouns_and_adjectives_report_for_whom_they_belong_to(text: str, told: list[str]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("Mary Holt said that it is old.", "Mary Holt announced the plan for the bridge."),
        ("Mary Holt announced the plan for the bridge.", "Mary Holt believes that it is old."),
        ("Mary Holt believes that it is old.", "If Mary Holt says that it is old, it closes."),
        ("Mary Holt responded to a request.", "Mary Holt did not respond to a request."),
        ("Officials say that it is old.", "Few say that it is old."),
    ],
)
def test_a_verb_of_saying_is_surer_than_a_deed_a_belief_or_what_is_only_supposed(
    surer: str, less: str
) -> None:
    (one,), (other,) = reported(surer), reported(less)
    assert one.confidence > other.confidence


def test_only_reports_without_marks_are_left_out_for_doubt() -> None:
    assert [quote.doubtful for quote in quotes_of("Mary Holt believes that it is old.")] == [True]
    assert [quote.doubtful for quote in quotes_of("Mary Holt said that it is old.")] == [False]
    assert [quote.doubtful for quote in quotes_of("“The bridge is old and it will fall.”")] == [False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mary Holt spoke to reporters on Monday. “The bridge is safe and will be for years.”",
            ("Mary Holt", "spoke", "The bridge is safe and will be for years."),
        ),
        (
            "Mary Holt was seen at the bridge. “It is safe and will be for years.”",
            ("Mary Holt", None, "It is safe and will be for years."),
        ),
        ("Mary Holt warned the council. “Never again.”", ("Mary Holt", "warned", "Never again.")),
        (
            "“The bridge,” said Mary Holt, “and the old road to it are safe.”",
            ("Mary Holt", "said", "The bridge, … and the old road to it are safe."),
        ),
    ],
)
def test_the_sentence_before_names_who_speaks_and_a_comma_goes_on(
    text: str, told: tuple[str, str | None, str]
) -> None:
    (quote,) = marked(text)
    assert (speaker(quote), quote.cue and quote.cue.text, quote.words(text)) == told
