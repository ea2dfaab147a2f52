"""Quotes, actors, differences, events and comparisons on screens of their own, each with its passages."""

import base64

from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.findings import FindingsScreen
from tui.app.screens.reading import ReadingScreen
from tui.settings.keymap import BY_ID


def findings(pilot: Pilot[int]) -> FindingsScreen:
    found = pilot.app.screen
    assert isinstance(found, FindingsScreen)
    return found


def home(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen_stack[0]
    assert isinstance(found, ReadingScreen)
    return found


def on_the_clipboard(sent: list[str]) -> str:
    """What the terminal was asked to keep last."""
    last = [told for told in sent if told.startswith("\x1b]52;c;")][-1]
    return base64.b64decode(last.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


async def beside(pilot: Pilot[int]) -> None:
    """Open the two articles on the harbour beside each other, the first in front."""
    await pilot.press("enter", "v", "shift+tab")
    await until(pilot, lambda: home(pilot).desk.texts == [row.id for row in home(pilot).articles.rows[:2]])
    await until(pilot, "▸001")


async def test_the_ledger_tells_all_quotes_by_speaker_article_and_kind(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u", "u")
        await until(pilot, "by speaker")
        assert "Ines Moreau" in seen(pilot)
        assert "002:2" in row(pilot, "Nobody wants a strike")
        assert row(pilot, "We have paid twice").strip().startswith("“")
        assert row(pilot, "far beyond reason").strip().startswith("‹")
        await pilot.press("s")
        await until(pilot, "by article")
        assert "001 Harbour Talks" in seen(pilot)
        await pilot.press("s")
        await until(pilot, "quoted directly")
        await pilot.press("s")
        await until(pilot, "no speaker told")


async def test_a_quote_of_the_ledger_is_gone_to_and_stays_lit(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("U", "f", *"strike")
        await until(
            pilot,
            lambda: isinstance(pilot.app.screen, FindingsScreen) and len(findings(pilot).list.rows) == 2,
        )
        await pilot.press("enter", "enter")
        await until(pilot, "▸002")
        spot = home(pilot).light.spots[0]
        assert app.article(spot.article).text[spot.start : spot.end].startswith("Nobody wants a strike")


async def test_an_actors_card_tells_names_roles_quotes_and_mentions(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await until(pilot, "Actors · all articles")
        while home(pilot).actors.item is None or home(pilot).actors.item.name != "Greta Lund":
            await pilot.press("j")
        await pilot.press(BY_ID["card"].keys[0])
        await until(pilot, "Greta Lund · person")
        await until(pilot, "Other names")
        assert "Lund" in row(pilot, "surname")
        assert "accounts tell other roles" in seen(pilot)
        assert "Deputy Mayor" in row(pilot, "current")
        assert "001:3" in row(pilot, "We have paid")
        await pilot.press("f", *"omar", "enter")
        await until(pilot, "Named with")
        assert row(pilot, "Omar Haddad").split()[-1] == "2"


async def test_where_the_accounts_differ(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        await until(pilot, " role ")
        told = row(pilot, " role ")
        assert "Greta Lund" in told
        assert "001:3" in told
        assert "002:3" in told
        await until(pilot, "Deputy Mayor Greta Lund said")
        assert "Former Deputy Mayor" in seen(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home(pilot))
        assert len(home(pilot).light.spots) >= 2


async def test_events_are_told_once_each(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, FindingsScreen) and findings(pilot).list.order != ""
        )
        listed = findings(pilot).list
        told = [event for at in range(listed.count()) if (event := listed.finding(at)) is not None]
        assert told or "No event was found" in seen(pilot)
        assert all(event.spots for event in told)
        await pilot.press("e")
        await until(pilot, lambda: pilot.app.screen is home(pilot))


async def test_two_open_articles_are_compared_passage_by_passage(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await until(pilot, "Open two articles")
        await beside(pilot)
        await pilot.press("c")
        await until(pilot, "001 compared with 002")
        await until(pilot, "in order")
        assert "◆ 001:" in seen(pilot)
        await pilot.press("s")
        await until(pilot, "only in 001")


async def test_from_a_passage_to_its_counterpart(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await beside(pilot)
        for _ in range(9):
            await pilot.press("right_square_bracket")
            await until(pilot, lambda: "≈ 1 of" in seen(pilot) or "◆ no other open" in seen(pilot))
            if "≈ 1 of" in seen(pilot):
                break
            await pilot.press("j")
        assert "≈ 1 of" in seen(pilot)
        assert home(pilot).desk.front == 0
        assert all("≈" in reader.signs.values() for reader in home(pilot).readers)


async def test_what_only_one_of_them_tells_is_marked(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await beside(pilot)
        await pilot.press("O")
        await until(pilot, "told only here:")
        marked = set(home(pilot).readers[0].signs)
        article = home(pilot).readers[0].article
        assert article is not None
        assert marked
        assert all(article.blocks[at].kind in ("paragraph", "list_item") for at in marked)
        await pilot.press("O")
        await until(pilot, lambda: not home(pilot).readers[0].signs)


async def test_texts_follow_each_other_and_are_let_go(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("equals_sign")
        await until(pilot, "nothing to follow")
        await beside(pilot)
        await pilot.press("equals_sign")
        await until(pilot, "follow each other")
        for _ in range(8):
            await pilot.press("j")
        await until(pilot, lambda: home(pilot).readers[1].cursor > 0)
        await pilot.press("equals_sign")
        await until(pilot, "scrolls by itself")


async def test_a_passage_is_copied_with_its_citation(app: CorpusApp) -> None:
    copied: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("Y")
        await until(pilot, "Nothing is open to copy from")
        await pilot.press("enter")
        await until(pilot, "▸001")
        app._driver.write = copied.append  # type: ignore[union-attr,method-assign]
        await pilot.press("y")
        await until(pilot, "copied")
        assert on_the_clipboard(copied).startswith("The talks between the dockers' union")
        await pilot.press("j", "j", "Y")
        await until(pilot, lambda: "Lena Holm" in on_the_clipboard(copied))
        assert "Harbour Talks Enter a Second Week" in on_the_clipboard(copied)
        assert "para. 3" in on_the_clipboard(copied)


async def test_what_is_told_differently_is_marked_while_reading(app: CorpusApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: len(app.differing) == 2)
        await until(pilot, lambda: " ! " in row(pilot, "Harbour Talks"))
        await pilot.press("enter", "j", "j")
        await until(pilot, "! role of Greta Lund")
        assert "(002)" in row(pilot, "! role of Greta Lund")
        await pilot.press("k")
        await until(pilot, "3  !Deputy Mayor")


async def test_the_last_jump_is_done_again(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("full_stop")
        await until(pilot, "Nothing to do again")
        await pilot.press("enter", "J", "full_stop")
        await until(pilot, "The Old Bridge Reopens")


async def test_the_words_that_two_passages_share_are_marked_or_those_that_one_alone_has(
    app: CorpusApp,
) -> None:
    def marked() -> str:
        strips = pilot.app.screen._compositor.render_strips()
        lines = [[part for part in strip if part.style and part.style.underline] for strip in strips[2:-3]]
        return " ".join(part.text for line in lines for part in line)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "1", "j", "v", "c")
        await until(pilot, "002 compared with 001")
        await pilot.press("G")
        await until(pilot, lambda: "Haddad" in marked())
        assert "declined" not in marked()
        await pilot.press("w")
        await until(pilot, "Marked: differing words.")
        assert "declined" in marked()
        assert "Haddad" not in marked()
        await pilot.press("w")
        await until(pilot, "Marked: no words.")
        assert not marked()
