"""A text that several papers print counts once, and the list of articles tells whose copy an article is."""

from pathlib import Path

from tests.cli.conftest import Run

WIRE = """---
date: {date}
source: {source}
---

# {title}

Ann Lee, the harbour master, said that the ferry from Ellstad to Port Vale would sail again in May.

“The old quay has been mended,” Ann Lee told fishermen on the pier. “We have tested every crane on it.”

The council of Port Vale paid for the work, and the dockers of Ellstad lent their barges for it.
"""
OTHER = """---
date: 2024-02-09
source: The Mail
---

# A garden wins

Children planted beans behind the school. Ann Lee came to see them, and brought a spade and a watering can.
"""


def news(folder: Path) -> Path:
    place = folder / "news"
    place.mkdir()
    (place / "001.md").write_text(WIRE.format(date="2024-03-01", source="Wire", title="Ferry to sail"))
    (place / "002.md").write_text(OTHER)
    (place / "003.md").write_text(WIRE.format(date="2024-03-02", source="The Mail", title="It sails"))
    return place


def test_a_copy_is_told_and_not_counted(corpus_tui: Run, tmp_path: Path) -> None:
    corpus = news(tmp_path)
    articles = corpus_tui("articles", corpus, "--format", "jsonl").findings
    assert [(one["id"], one["copy_of"]) for one in articles] == [("001", None), ("002", None), ("003", "001")]
    found = corpus_tui("actors", corpus, "--format", "jsonl").findings
    lee = next(actor for actor in found if actor["actor"] == "Ann Lee")
    assert lee["mentions"] == 3
    assert [span["article"] for span in lee["spans"]] == ["001", "001", "002", "003", "003"]
    assert "Ann Lee  (person) · 3 in 001 002\n" in corpus_tui("actors", corpus, "--format", "text").out
    report = tmp_path / "report.md"
    corpus_tui("report", corpus, "-o", report)
    assert "| Ann Lee | person | 3 |" in report.read_text()


def test_the_list_of_articles_is_in_the_order_that_is_asked_for(corpus_tui: Run, tmp_path: Path) -> None:
    corpus = news(tmp_path)

    def ids(*options: str) -> list[str]:
        return [one["id"] for one in corpus_tui("articles", corpus, "--format", "jsonl", *options).findings]

    assert ids("--sort", "date") == ["002", "001", "003"]
    assert ids("--sort", "-date") == ["003", "001", "002"]
    assert ids("--filter", "source:mail !garden") == ["003"]
    assert corpus_tui("articles", corpus, "--sort", "colour").status == 2
