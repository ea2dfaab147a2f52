"""The four articles that come with the program hold each trap of real ones, in words of their own."""

import re
from pathlib import Path

import pytest

from tui.corpus.article import Article
from tui.corpus.loading import read
from tui.corpus.sources import discover
from tui.paths import bundled

QUOTED = re.compile(r"“[^”]*”")
RUN = 6
NAMES = re.compile(
    r"(?:U\.S\. )?Department of State|Intermediate-Range Nuclear Forces|Strategic Arms Reduction Treaty",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    found = discover([bundled("seeds")])
    assert found.problems == ()
    articles = [one for source in found.sources for one in read(source)]
    assert all(isinstance(one, Article) for one in articles)
    return [one for one in articles if isinstance(one, Article)]


def blocks(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def test_there_are_four_and_one_has_no_headline(seeds: list[Article]) -> None:
    assert [article.id[:3] for article in seeds] == ["000", "001", "002", "003"]
    assert [article.title_from for article in seeds] == ["file", "headline", "headline", "headline"]


def test_boilerplate_is_told_from_prose(seeds: list[Article]) -> None:
    assert [len(blocks(article, "boilerplate")) for article in seeds] == [3, 2, 0, 3]
    assert blocks(seeds[3], "boilerplate") == ["EXPLAINER - ", "Lanternfield Wire", "Tags"]
    assert blocks(seeds[1], "boilerplate") == ["Ukraine Missile Strike", "Related Posts"]


def test_form_varies(seeds: list[Article]) -> None:
    assert "\n\n" not in seeds[0].text
    assert "\n\n" not in seeds[2].text
    assert len(blocks(seeds[2], "heading")) == len(blocks(seeds[2], "paragraph")) == 18
    assert len(blocks(seeds[1], "list_item")) == 4
    assert len(blocks(seeds[3], "list_item")) == 7
    assert "Vladimir\xa0Putin" in seeds[1].text


def test_quotations_are_cut_off_and_split_and_names_shortened(seeds: list[Article]) -> None:
    assert blocks(seeds[0], "paragraph")[-1].endswith("guarantees,”")
    assert "interests,” says geopolitical strategist Dr. Henry Ashford. “But" in seeds[3].text
    assert seeds[3].text.index("Dr. Michael Green") < seeds[3].text.index("says Dr. Green")


def test_one_man_is_former_president_and_president(seeds: list[Article]) -> None:
    assert "former U.S. President\xa0Donald\xa0Trump" in seeds[1].text
    assert "U.S. President Donald Trump" in seeds[2].text


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of six words of the writer's own: no quoted words, no names of institutions."""
    own = NAMES.sub(" ¦ ", QUOTED.sub(" ¦ ", text.replace("\xa0", " ")))
    found = set()
    for part in re.split(r"[¦\n]", own):
        words = re.findall(r"[\w’']+(?:[.-]\w+)*", part.lower())
        found |= {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return found


def test_no_sentence_is_taken_over(seeds: list[Article], evaluation: Path) -> None:
    theirs = set[tuple[str, ...]]()
    for path in (evaluation / "seeds").glob("*.txt"):
        theirs |= runs(path.read_text(encoding="utf-8"))
    assert len(theirs) > 2000
    assert [" ".join(run) for article in seeds for run in sorted(runs(article.text) & theirs)] == []


def test_quoted_words_stay_as_they_were_spoken(seeds: list[Article], evaluation: Path) -> None:
    for own, path in zip(seeds, sorted((evaluation / "seeds").glob("*.txt")), strict=True):
        assert QUOTED.findall(own.text) == QUOTED.findall(path.read_text(encoding="utf-8"))
