"""How well German quotations and their speakers are found, on sentences written for it.

`seen.yaml` is what the rules were tuned on; `held_out.yaml` was written before them, `later.yaml` after; neither
was looked at while they were tuned: what is wrong there is counted, not shown. The floors are a little below what was
measured, so that a change that loses a sentence or two is seen.
"""

import pytest

from tests.findings.german.evaluating import Score, evaluate, rows


@pytest.mark.parametrize("name", ["seen.yaml", "held_out.yaml", "later.yaml"])
def test_the_gold_stands_in_its_texts(name: str) -> None:
    for row in rows(name):
        for quote in row["quotes"]:
            assert set(quote) == {"kind", "said", "by"}
            assert all(piece in row["text"] for piece in quote["said"].split(" … ")), quote
            assert quote["by"] is None or quote["by"] in row["text"], quote


def test_there_is_enough_of_it_in_every_style() -> None:
    all_rows = rows("seen.yaml") + rows("held_out.yaml")
    assert len(all_rows) >= 120
    assert {"agency", "broadsheet", "tabloid", "austrian", "swiss", "online", "regional"} == {
        row["style"] for row in all_rows
    }


@pytest.mark.parametrize(
    ("name", "marked", "reported"),
    [
        ("seen.yaml", (0.97, 0.97), (0.97, 0.97)),
        ("held_out.yaml", (0.97, 0.97), (0.94, 0.94)),
        ("later.yaml", (0.95, 0.77), (0.75, 0.75)),
    ],
)
def test_quotations_and_speakers(
    name: str, marked: tuple[float, float], reported: tuple[float, float]
) -> None:
    wrong: list[str] = []
    scores = evaluate(name, wrong)
    told = "\n".join((*map(str, scores), *(wrong if name == "seen.yaml" else ())))
    for score, (spans, speakers) in zip(scores, (marked, reported), strict=True):
        assert score.f(score.right) >= spans, told
        assert score.f(score.spoken) >= speakers, told


def test_the_score_counts_what_is_missing_and_what_is_too_much() -> None:
    assert Score(found=2, wanted=2, right=1).f(1) == 0.5
    assert Score().f(0) == 1.0
