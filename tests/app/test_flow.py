"""An article flows down a column of any width, and every row can be reached from every other."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.flow import LONGEST, Flow, Place
from tui.corpus.article import Article, Block, BlockKind


def article(*paragraphs: str, kind: BlockKind = "paragraph") -> Article:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(number, kind, at, at + len(paragraph), "test", 1.0))
        at += len(paragraph) + 2
    return Article("one", text, "One", "file", None, tuple(blocks), "one.txt", "")


TOP = Place(0, 0)


def seen(flow: Flow, top: Place = TOP, count: int = 100) -> list[str]:
    rows = flow.rows(top, count)
    return [row.shown.text[slice(*row.line)] if row.shown else "" for _, row in rows]


def test_paragraphs_stand_apart_by_one_empty_row() -> None:
    assert seen(Flow(article("one two three", "four"), 8)) == ["one two", "three", "", "four"]


def test_items_of_a_list_stand_in_and_close_together() -> None:
    assert seen(Flow(article("one two", "three", kind="list_item"), 9)) == ["one two", "three"]


def test_an_article_without_text_has_no_rows() -> None:
    flow = Flow(article(), 40)
    assert seen(flow) == []
    assert flow.at(5) == flow.last() == Place(0, 0)


PARAGRAPHS = st.lists(st.text("ab c", min_size=1, max_size=40), min_size=1, max_size=6)


@given(PARAGRAPHS, st.integers(3, 30), st.integers(0, 60))
def test_down_and_up_come_back_to_the_same_row(paragraphs: list[str], width: int, rows: int) -> None:
    flow = Flow(article(*paragraphs), width)
    places = [place for place, _ in flow.rows(Place(0, 0), 1000)]
    below = flow.down(Place(0, 0), rows)
    assert below == places[min(rows, len(places) - 1)]
    assert flow.up(below, rows) == Place(0, 0)
    assert flow.distance(Place(0, 0), below, 1000) == places.index(below)


@given(PARAGRAPHS, st.integers(3, 30), st.integers(3, 30))
def test_a_row_is_found_again_at_another_width_by_its_offset(
    paragraphs: list[str], width: int, other: int
) -> None:
    told = article(*paragraphs)
    flow, wider = Flow(told, width), Flow(told, other)
    for place, row in flow.rows(Place(0, 0), 1000):
        if row.shown is not None and row.line[0] < row.line[1]:
            assert flow.at(flow.offset(place)) == place
            again = wider.at(flow.offset(place))
            shown, lines = wider.wrapped(again.piece)
            start, end = lines[again.line]
            assert shown.offset(start) <= flow.offset(place) < max(shown.offset(end), flow.offset(place) + 1)


def test_the_end_of_a_ten_megabyte_line_is_shown_without_wrapping_what_stands_before() -> None:
    flow = Flow(article("word " * 2_000_000), 80)
    assert len(flow.pieces) >= 10_000_000 // LONGEST
    bottom = flow.up(flow.last(), 40)
    assert len(seen(flow, bottom, 41)) == 41
    assert len(flow._wrapped) <= 3
