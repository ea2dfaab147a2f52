"""What the status line tells of an article as a whole."""

from pathlib import Path

from tests.app.conftest import BRIDGE, HARBOUR, row, seen, until
from tui.app.app import CorpusApp
from tui.app.glyphs import ASCII
from tui.app.profiles import BAR, bar
from tui.compare.sourcing import Sourcing
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings


def test_the_bar_is_as_long_as_told_and_leaves_no_kind_out() -> None:
    drawn, *legend = bar(Sourcing(named=3, anonymous=1, hedged=1, none=90), ASCII).split("  ")
    assert len(drawn) == BAR
    assert drawn.startswith("#=~.")
    assert legend == ["# 3 named", "= 1 anonymous", "~ 1 hedged", ". 90 no source"]


async def test_an_article_tells_on_whose_word_it_leans_and_its_copies_are_folded_below_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "001_first.md").write_text(HARBOUR, encoding="utf-8")
    (folder / "002_bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "003_again.md").write_text(HARBOUR.replace("second week", "third week"), encoding="utf-8")
    library = Library.open([folder], folder=tmp_path / "library")
    refresh(library)
    app = CorpusApp(library, Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "3 articles (1 copy)")
        assert "×2" in row(pilot, " 001 ")
        assert " 003 " not in seen(pilot)
        await pilot.press("j", "+")
        await until(pilot, "No other article tells this text.")
        await pilot.press("k")
        await until(pilot, " named")
        assert "1 copy" in seen(pilot)
        await pilot.press("+", "j")
        await until(pilot, "≈ same text as 001")
        assert row(pilot, " 003 ").startswith(" • ≈")
        assert seen(pilot).index(" 003 ") < seen(pilot).index(" 002 ")
        await pilot.press("+")
        await until(pilot, lambda: " 003 " not in seen(pilot))
        await until(pilot, "1 copy, ")
        await pilot.press("A", "u")
        await until(pilot, "Quotes · all articles, copies once")
        assert seen(pilot).count("We have paid twice already") == 1
        await pilot.press("a")
        await until(pilot, "Actors · all articles, copies once")
        assert row(pilot, "Greta Lund").split()[-1] == "3"
