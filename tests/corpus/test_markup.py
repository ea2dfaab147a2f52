"""HTML becomes the text that a reader sees, whatever is wrong with it, in time that grows with its length alone."""

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.markup import headed, text_of


def test_blocks_headings_and_items_are_told_apart() -> None:
    markup = (
        "<html><head><title>x</title><style>p { color: red }</style></head><body><h2>What <i>next</i></h2>"
        "<p>One &lt;two&gt;<br>three<br><br>four&nbsp;five</p><ul><li><p>Boats</p><li>Sheds</ul>"
        "<table><tr><td>a</td><td>b</td></tr></table><!-- <p>no</p> --><script>if (a < b) '</p>'</script>"
        "<p hidden title='a > b'>“<b>It</b> is,” she said.</p><div hidden><div>no</div>no</div>2 < 3</body></html>"
    )
    assert text_of(markup).split("\n\n") == [
        "## What next",
        "One <two>\nthree",
        "four\xa0five",
        "- Boats",
        "- Sheds",
        "a",
        "b",
        "“It is,” she said.",
        "2 < 3",
    ]


def test_a_head_that_is_never_closed_ends_where_the_body_begins() -> None:
    assert text_of("<head><title>x</title><body><p>It closed.") == "It closed."


def test_a_title_stands_above_the_text_once() -> None:
    assert headed("Harbor  to close", "It closed.") == "# Harbor to close\n\nIt closed."
    assert headed("Harbor to Close", "# Harbor to close\n\nIt closed.") == "# Harbor to close\n\nIt closed."
    assert headed(None, "It closed.") == "It closed."


@given(st.text())
def test_any_text_comes_back_when_it_was_escaped(text: str) -> None:
    shown = text_of(f"<p>{html.escape(text)}</p>")
    assert "".join(shown.split()) == "".join(html.unescape(html.escape(text)).split())


@given(st.text(alphabet="<>/!-&\"' abdivh1=x;#\n", max_size=300))
def test_no_markup_is_too_broken(markup: str) -> None:
    assert len(text_of(markup)) <= 3 * len(markup) + 10


@pytest.mark.parametrize(
    "part",
    ["<", "<a ", '<a "', "<a b='", "<!--", "<![CDATA[", "</", "<?", "<script>", "<div hidden>", "<li>x"],
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    begun = time.process_time()
    for end in ("", ">", "\">'>"):
        text_of(part * 100_000 + end)
    assert time.process_time() - begun < 10
