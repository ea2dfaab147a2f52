"""Citations tell what is known, in the order of their style, and say nothing that is not."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.notebook.test_anchors import article
from tui.export.citation import bibtex, cite, csl

STRIKE = replace(
    article("“No contract, no ships,” said Omar Haddad."),
    id="002_strike",
    title="Dockers strike before the opening",
    source="The Ellstad Mail",
    author="Jo Brandt",
    date="2024-04-02",
    url="https://mail.example/strike",
)
BARE = replace(STRIKE, source=None, author=None, date=None, url=None)


def test_an_article_in_chicago_style() -> None:
    assert cite(STRIKE, "chicago") == (
        "Jo Brandt, “Dockers strike before the opening,” The Ellstad Mail, April 2, 2024, https://mail.example/strike."
    )
    assert cite(BARE, "chicago") == "“Dockers strike before the opening.”"


def test_an_article_in_apa_style() -> None:
    assert cite(STRIKE, "apa") == (
        "Brandt, J. (2024, April 2). Dockers strike before the opening. The Ellstad Mail. https://mail.example/strike"
    )
    assert cite(BARE, "apa") == "Dockers strike before the opening. (n.d.)."


def test_a_passage_with_its_place_and_its_words() -> None:
    words = "“No contract, no ships,” said Omar Haddad."
    assert cite(STRIKE, "chicago", words=words, block=1).endswith(
        "2024, para. 1, https://mail.example/strike: “‘No contract, no ships,’ said Omar Haddad.”"
    )
    assert cite(STRIKE, "apa", words=words, block=1).startswith(
        "“‘No contract, no ships,’ said Omar Haddad.” (para. 1) — Brandt, J."
    )
    assert cite(STRIKE, "plain", words=words, block=1).endswith("; 002_strike:1)")


def test_several_authors_and_names_with_commas() -> None:
    two = replace(STRIKE, author="Jo Brandt and Lee, Ann")
    assert cite(two, "apa").startswith("Brandt, J., & Lee, A. (2024")
    assert "author = {Brandt, Jo and Lee, Ann}," in bibtex(two)
    assert csl(two)["author"] == [{"family": "Brandt", "given": "Jo"}, {"family": "Lee", "given": "Ann"}]
    assert csl(replace(STRIKE, author="Reuters"))["author"] == [{"literal": "Reuters"}]


def test_each_style_joins_authors_and_ends_titles_in_its_own_way() -> None:
    three = replace(STRIKE, author="Ann Lee, Jo Brandt and Jean-Paul R. Roy", title="Who pays?", url=None)
    assert cite(three, "chicago") == (
        "Ann Lee, Jo Brandt, and Jean-Paul R. Roy, “Who pays?,” The Ellstad Mail, April 2, 2024."
    )
    assert cite(three, "apa").startswith(
        "Lee, A., Brandt, J., & Roy, J.-P. R. (2024, April 2). Who pays? The"
    )
    four = replace(three, author="Ann Lee; Jo Brandt; Kim Roy; Ines Moreau")
    assert cite(four, "chicago").startswith("Ann Lee et al., “Who pays?,”")
    assert cite(replace(BARE, title="Who pays?"), "chicago") == "“Who pays?”"


def test_names_are_taken_apart_where_a_family_name_begins() -> None:
    written = replace(
        STRIKE, author="By Maria van der Meer; Lee, Ann; Tom King Jr.; Associated Press; Mail Staff"
    )
    assert (
        "author = {van der Meer, Maria and Lee, Ann and King, Jr., Tom and {Associated Press} and {Mail Staff}}"
        in (bibtex(written))
    )
    assert "van der Meer, M., Lee, A., King, T., Jr., Associated Press, & Mail Staff (" in cite(
        written, "apa"
    )
    assert csl(written)["author"][2:4] == [
        {"family": "King", "given": "Tom", "suffix": "Jr."},
        {"literal": "Associated Press"},
    ]


def test_two_articles_have_two_keys_whatever_their_ids() -> None:
    one, other = (replace(STRIKE, id=id_, sha256=str(at) * 64) for at, id_ in enumerate(("Ы/1", "Ж/1")))
    assert bibtex(one).partition(",")[0] != bibtex(other).partition(",")[0]


def test_a_bibtex_entry_escapes_what_latex_would_obey() -> None:
    entry = bibtex(replace(STRIKE, title=r"50% of $1 & \input{x}", source="A_B"))
    assert entry.startswith("@article{002_strike,\n")
    assert r"title = {{50\% of \$1 \& \textbackslash{}input\textbraceleft{}x\textbraceright{}}}," in entry
    assert r"journal = {A\_B}," in entry
    assert "year = {2024},\n  month = apr,\n  day = {2}," in entry
    assert bibtex(BARE).startswith("@misc{")


def test_a_csl_item() -> None:
    item = csl(STRIKE)
    assert item["issued"] == {"date-parts": [[2024, 4, 2]]}
    assert (item["container-title"], item["URL"]) == ("The Ellstad Mail", "https://mail.example/strike")
    assert "issued" not in csl(BARE)


@given(st.text(), st.text(), st.text())
def test_no_title_author_or_date_breaks_a_citation(title: str, author: str, date: str) -> None:
    odd = replace(STRIKE, title=title, author=author, date=date, source=title, url=None)
    for style in ("chicago", "apa", "plain"):
        assert "\n" not in cite(odd, style)  # type: ignore[arg-type]
    entry = bibtex(odd)
    depth = 0
    for letter in entry:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert json.loads(json.dumps(csl(odd)))["title"] == " ".join(title.split())
