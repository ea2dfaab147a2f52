import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.making import make_article
from tui.findings.document import analyse


def words(text: str) -> list[str]:
    return analyse(make_article("a", text, path="a.txt", name="a", metadata={"title": "T"})).words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("O’Malley sought re-election.", ["O’Malley", "sought", "re-election", "."]),
        ("The U.S. and D.C. met.", ["The", "U.S.", "and", "D.C.", "met", "."]),
        ("U.S.-Russia talks", ["U.S.", "-", "Russia", "talks"]),
        ("Holt’s view", ["Holt", "’s", "view"]),
        ("Mr. Holt paid 1,500.50 to AT&T.", ["Mr.", "Holt", "paid", "1,500.50", "to", "AT&T", "."]),
        ("“It’s over,” she said.", ["“", "It", "’s", "over", ",", "”", "she", "said", "."]),
    ],
)
def test_words_keep_what_belongs_to_them(text, cut):
    assert words(text) == cut


@given(st.text(alphabet="ab’'-.&sS U.Dr1_é\n,“", max_size=80))
def test_words_stand_in_order_and_hold_all_that_is_no_blank(text):
    document = analyse(make_article("a", text, path="a.txt", name="a", metadata={"title": "T"}))
    raw = document.article.text
    for word, start, end in zip(document.words, document.starts, document.ends, strict=True):
        assert raw[start:end] == word
    assert all(end <= start for end, start in zip(document.ends, document.starts[1:], strict=False))
    prose = "".join(raw[b.start : b.end] for b in document.article.blocks if b.kind != "boilerplate")
    assert "".join(document.words) == "".join(prose.split())
