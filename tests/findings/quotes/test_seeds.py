"""The quotations of four annotated articles, where the evaluation folder is."""

import pytest

from tests.findings.quotes.reading import quotes_of, speaker
from tui.findings.quotes.quote import Quote

FILES = {
    "000": "000_61e6d07a90f56528.txt",
    "001": "001_40139078afd3e656.txt",
    "002": "002_afd850a30078c760.txt",
    "003": "003_b100f661428c39c1.txt",
}


@pytest.fixture(scope="module")
def found(evaluation) -> dict[str, tuple[Quote, ...]]:
    return {
        number: quotes_of((evaluation / "seeds" / name).read_bytes().decode("utf-8"))
        for number, name in FILES.items()
    }


def test_the_words_whose_attribution_is_cut_off(found):
    (quote,) = [quote for quote in found["000"] if quote.kind != "indirect"]
    assert quote.spans == ((1645, 1898),)
    assert (quote.attribution, quote.speaker, quote.actor) == ("cut_off", None, None)


def test_the_fragments_and_their_frame(found):
    shifts, name = [quote for quote in found["001"] if quote.kind != "indirect"]
    assert shifts.kind == name.kind == "fragment"
    assert shifts.spans == ((1104, 1133),)
    assert shifts.frame == (975, 1164)
    assert shifts.actor == "Sergei Ryabkov"
    assert name.spans == ((2956, 2965),)
    assert name.actor == "Donald Trump"


def test_the_direct_ones_with_who_spoke_them(found):
    direct = [quote for quote in found["003"] if quote.kind == "direct"]
    assert [(quote.spans, quote.actor) for quote in direct] == [
        (((2398, 2550),), "Emily Hall"),
        (((3825, 3966),), "Michael Green"),
        (((6107, 6158), (6212, 6323)), "Henry Ashford"),
        (((7525, 7650),), "Michael Green"),
    ]


@pytest.mark.parametrize(
    ("number", "cue", "who"),
    [
        ("001", "according to", "RIA"),
        ("001", "suggested", "the Kremlin"),
        ("001", "argue", "critics"),
        ("001", "hinted at", "Ryabkov"),
        ("002", "emphasizes", "Zelenskyy"),
        ("002", "indicated", "Russian officials"),
        ("002", "emphasized", "Ryabkov"),
        ("002", "noted", "Peskov"),
        ("002", "suggest", "Analysts"),
        ("002", "suggest", "Insider reports"),
        ("002", "emphasized", "European Union officials"),
    ],
)
def test_the_indirect_ones_with_who_spoke_them(found, number, cue, who):
    assert any(
        quote.kind == "indirect" and quote.cue and quote.cue.text == cue and who in (speaker(quote) or "")
        for quote in found[number]
    )
