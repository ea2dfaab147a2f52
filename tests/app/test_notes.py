"""What a reader marks and notes: kept at once, shown where it stands, found again, taken back."""

from pathlib import Path

from textual.pilot import Pilot

from tests.app.conftest import row, seen, until
from tui.app.app import CorpusApp
from tui.app.screens.notes import NotesScreen
from tui.app.screens.reading import ReadingScreen
from tui.corpus.article import Article
from tui.library.library import Library
from tui.notebook.anchors import Anchor, anchor
from tui.notebook.book import Book
from tui.notebook.marks import Mark, Target
from tui.settings.settings import Settings


def home(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen_stack[0]
    assert isinstance(found, ReadingScreen)
    return found


def harbour(app: CorpusApp) -> Article:
    return app.article(app.library.resolve("001"))


async def test_a_passage_is_bookmarked_and_found_again(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "j", "m")
        await until(pilot, "Kept: bookmark on")
        assert row(pilot, "Deputy Mayor Greta Lund said").partition("Deputy")[0].split()[-1].startswith("3*")
        [kept] = Book().marks
        assert kept.target.anchors[0].exact.startswith("Deputy Mayor Greta Lund")
        await pilot.press("J", "apostrophe")
        await until(pilot, "001:3")
        await until(pilot, "001 Harbour Talks")
        await pilot.press("enter")
        await until(pilot, "▸001")
        assert home(pilot).reader is not None
        assert home(pilot).reader.cursor == 2


async def test_a_bookmark_is_taken_away_and_put_back(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "m")
        await until(pilot, "Kept: bookmark on")
        await pilot.press("m")
        await until(pilot, "Taken away: bookmark on")
        assert Book().marks == []
        await pilot.press("z")
        await until(pilot, "There again: bookmark on")
        assert len(Book().marks) == 1
        assert "1*" in row(pilot, "The talks between")
        await pilot.press("z")
        await until(pilot, "Taken back: bookmark on")
        assert Book().marks == []


async def test_a_note_is_written_read_and_changed(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "i", *"ask Lund", "enter")
        await until(pilot, "Kept: note on")
        await pilot.press("j", "k")
        await until(pilot, "✎ ask Lund")
        assert "1✎" in row(pilot, "The talks between")
        await pilot.press("i", *" why", "enter")
        await until(pilot, lambda: [mark.text for mark in Book().marks] == ["ask Lund why"])
        await pilot.press("1")
        await until(pilot, "▸Articles")
        assert "✎ 001" in row(pilot, "Harbour")


async def test_a_note_that_is_left_is_not_kept(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "i", *"zzz", "escape")
        await until(pilot, lambda: not home(pilot).prompting)
        assert Book().marks == []
        await pilot.press("z")
        await until(pilot, "Nothing was marked or corrected")


async def test_no_note_yet_says_which_key_makes_one(app: CorpusApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("apostrophe")
        await until(pilot, "Nothing is marked yet. m bookmarks")


async def test_notes_are_searched_by_label_and_orphans_are_told(app: CorpusApp) -> None:
    article = harbour(app)
    at = article.text.index("Omar Haddad")
    place = anchor(article, at, at + 11)
    lost = Anchor("001_harbour", "0" * 64, None, 5, 20, "words that went", "before ", " after")
    Book().put(
        Mark("highlight", Target("passage", article.title, "", (place,)), label="sourcing"),
        Mark("note", Target("passage", article.title, "", (lost,)), text="who wrote this"),
        Mark("note", Target("article", article.title, "", (anchor(article),)), text="the whole story"),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("apostrophe")
        await until(pilot, "sourcing")
        assert "Lost their place" in seen(pilot)
        assert "who wrote this" in seen(pilot)
        await pilot.press("f", *"sourc", "enter")
        await until(pilot, lambda: "the whole story" not in seen(pilot))
        await pilot.press("enter")
        await until(pilot, "▸001")
        [spot] = home(pilot).light.spots
        assert article.text[spot.start : spot.end] == "Omar Haddad"


async def test_a_note_from_another_terminal_is_there_too(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "m")
        await until(pilot, "Kept: bookmark on")
        other = Book()
        assert len(other.marks) == 1
        other.put(Mark("note", Target("actor", "Omar Haddad", "Omar Haddad"), text="call him"))
        await pilot.press("apostrophe")
        await until(pilot, "call him")
        await pilot.press("q", "m")
        await until(pilot, "Taken away")
        assert [mark.text for mark in Book().marks] == ["call him"]


async def test_a_note_is_emptied_in_the_list(app: CorpusApp) -> None:
    Book().put(Mark("note", Target("actor", "Omar Haddad", "Omar Haddad"), text="ab"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("apostrophe")
        await until(pilot, "On actors")
        await pilot.press("m")
        await until(pilot, "This is a note: X takes it away.")
        await pilot.press("i", "backspace", "backspace", "enter")
        await until(pilot, "Nothing is marked yet")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert Book().marks == []


async def test_a_book_that_cannot_be_saved_says_so(folder: Path, kept: Path, tmp_path: Path) -> None:
    app = CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="news")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, "▸001")
        blocked = app.noted.book._journal.path
        blocked.parent.mkdir(parents=True, exist_ok=True)
        blocked.mkdir()
        await pilot.press("m")
        await until(pilot, "notebook.jsonl: cannot be")
        assert app.is_running


async def test_where_there_is_no_room_for_numbers_marks_stand_in_the_margin_all_the_same(
    app: CorpusApp,
) -> None:
    async with app.run_test(size=(50, 24)) as pilot:
        await pilot.press("enter", "m")
        await until(pilot, lambda: row(pilot, "The talks between").startswith("▌*"))
        await until(pilot, lambda: len(app.differing) == 2)
        await pilot.press("j", "j", "m")
        await until(pilot, lambda: row(pilot, "Deputy Mayor Greta Lund").startswith("▌!"))
        lines = seen(pilot).split("\n")
        at = next(number for number, line in enumerate(lines) if "Deputy Mayor Greta" in line)
        assert lines[at + 1].startswith("▌*")


async def test_a_damaged_book_is_told_and_the_rest_of_it_read(app: CorpusApp, tmp_path: Path) -> None:
    book = Book()
    book.put(Mark("note", Target("actor", "Omar Haddad", "Omar Haddad"), text="call him"))
    with book._journal.path.open("a") as file:
        file.write('{"half": \n')
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "1 line of your book cannot be read")
        await pilot.press("apostrophe")
        await until(pilot, "call him")


async def test_what_was_taken_back_is_made_again(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("Z")
        await until(pilot, "Nothing was taken back")
        await pilot.press("enter", "m")
        await until(pilot, "Kept: bookmark on")
        await pilot.press("z")
        await until(pilot, "Taken back: bookmark on")
        await pilot.press("Z")
        await until(pilot, "There again: bookmark on")
        assert [mark.kind for mark in Book().marks] == ["bookmark"]
        assert "1*" in row(pilot, "The talks between")


async def test_words_are_selected_and_highlighted_with_a_label_and_found_by_it(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "j", "j", "V", "l", "l", "H")
        await until(pilot, "Label of the highlight on “Deputy Mayor Greta”:")
        await pilot.press(*"roles", "enter")
        await until(pilot, "Kept: highlight roles on “Deputy Mayor Greta”")
        assert "3■" in row(pilot, "Deputy Mayor Greta Lund said")
        drawn = next(
            segment
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "Deputy Mayor Greta"
        )
        assert drawn.style is not None
        assert drawn.style.underline
        await pilot.press("1", "j", "enter", "j", "V", "l", "H")
        await until(pilot, "(in use: roles)")
        await pilot.press(*"roles", "enter")
        await until(pilot, lambda: Book().labels() == {"roles": 2})
        await pilot.press("apostrophe", "s", "s")
        await until(pilot, "by label")
        rows = seen(pilot).split("\n")
        heading = next(at for at, line in enumerate(rows) if line.split() == ["roles", "2"])
        assert "001:3" in rows[heading + 1]
        assert "002:2" in rows[heading + 2]
        await pilot.press("H", *"x", "enter")
        await until(pilot, lambda: Book().labels() == {"roles": 1, "rolesx": 1})


async def test_stars_and_tags_are_shown_and_found_across_articles(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("asterisk")
        await until(pilot, "Kept: star on “Harbour Talks")
        assert "★" in row(pilot, "Harbour Talks Enter")
        await pilot.press("number_sign", *"#week harbour", "enter")
        await until(pilot, lambda: [mark.tags for mark in Book().marks] == [("week", "harbour")])
        await pilot.press("j", "number_sign", *"harbour", "enter")
        await until(pilot, lambda: len(Book().marks) == 2)
        assert [mark.kind for mark in Book().marks] == ["star", "bookmark"]
        await pilot.press("apostrophe", "f", *"#harbour", "enter")
        await until(pilot, "#week #harbour")
        assert len([line for line in seen(pilot).split("\n") if "#harbour" in line and "00" in line]) == 2
        await pilot.press("X")
        await until(pilot, "Taken away: star on")
        await pilot.press("q", "X")
        await until(pilot, "Taken away: bookmark on")
        assert Book().marks == []


async def test_an_article_is_marked_as_read_for_the_next_time_too(
    app: CorpusApp, folder: Path, kept: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        assert "•" in row(pilot, "Harbour Talks Enter")
        await pilot.press("R")
        await until(pilot, "Read: Harbour Talks")
        assert "•" not in row(pilot, "Harbour Talks Enter")
        await pilot.press("apostrophe")
        await until(pilot, "Nothing is marked yet")
    again = CorpusApp(Library.open([folder], folder=kept), Settings(watch=False), corpus_name="news")
    async with again.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "•" not in row(pilot, "Harbour Talks Enter"))
        assert "•" in row(pilot, "Dockers Say")
        await pilot.press("R")
        await until(pilot, "Unread: Harbour Talks")
        assert "•" in row(pilot, "Harbour Talks Enter")
        assert Book().marks == []
        await pilot.press("enter", "1", "R")
        await until(pilot, "Unread: Harbour Talks")


async def test_what_was_noted_on_a_difference_is_in_the_list_of_all_notes(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        await until(pilot, "role")
        await pilot.press("i", *"ask both", "enter")
        await until(pilot, lambda: [mark.text for mark in Book().marks] == ["ask both"])
        await pilot.press("apostrophe")
        await until(pilot, "ask both")
        await pilot.press("X")
        await until(pilot, "d shows them all, and there it is changed.")
        await pilot.press("j", "i")
        await until(pilot, "d shows them all, and there it is changed.")
        await pilot.press("enter", "X")
        await until(pilot, "Nothing is marked here.")
        assert [mark.text for mark in Book().marks] == ["ask both"]


async def test_an_actor_is_marked_on_its_card_and_in_the_list_of_actors(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await until(pilot, "Greta Lund")
        await pilot.press("f", *"lund", "enter", "asterisk")
        await until(pilot, "Kept: star on “Greta Lund”")
        await pilot.press("j", "k")
        await until(pilot, "★ · Greta Lund · person")
        await pilot.press("W")
        await until(pilot, "Mentions")
        await pilot.press("number_sign", *"interview", "enter")
        await until(pilot, "Kept: star on “Greta Lund”")
        await pilot.press("j", "k")
        await until(pilot, "★ #interview")
        assert [(mark.target.about, mark.target.key, mark.tags) for mark in Book().marks] == [
            ("actor", "Greta Lund", ("interview",))
        ]
        await pilot.press("asterisk")
        await until(pilot, "Taken away: star on “Greta Lund”")
        await pilot.press("z", "apostrophe")
        await until(pilot, "On actors")
        assert "Greta Lund #interview" in seen(pilot)


async def test_a_quotation_is_marked_among_all_quotes_and_a_passage_in_a_comparison(app: CorpusApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("U", "f", *"strike", "enter")
        await until(pilot, "All quotes “strike”")
        await pilot.press("H", *"fear", "enter")
        await until(pilot, "Kept: highlight fear on")
        await pilot.press("i", *"of what?", "enter")
        await until(pilot, "Kept: note on")
        await pilot.press("j", "k")
        await until(pilot, "■ fear · ✎ of what?")
        assert {(mark.kind, mark.target.about) for mark in Book().marks} == {
            ("highlight", "quote"),
            ("note", "quote"),
        }
        assert (
            Book().marks[0].target.anchors[0].exact == "Nobody wants a strike, but nobody will work for less,"
        )
        await pilot.press("escape", "q", "enter", "1", "j", "v", "c")
        await until(pilot, "compared with")
        await until(pilot, "≈")
        await pilot.press("m")
        await until(pilot, "Kept: bookmark on “Dockers in Varnholm")
        assert Book().marks[-1].target.about == "passage"


async def test_a_difference_is_starred_and_tagged_and_its_passages_keep_marks_of_their_own(
    app: CorpusApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        await until(pilot, "role")
        await pilot.press("asterisk")
        await until(pilot, lambda: row(pilot, "Deputy Mayor").endswith("★"))
        await pilot.press("number_sign", *"check", "enter")
        await until(pilot, lambda: Book().marks[0].tags != ())
        await pilot.press("j", "k")
        await until(pilot, "★ #check · ")
        [mark] = Book().marks
        assert (mark.kind, mark.target.about, mark.tags) == ("star", "difference", ("check",))
        assert [one.article for one in mark.target.anchors] == ["001_harbour", "002_dockers"]
        await pilot.press("enter", "asterisk")
        await until(pilot, lambda: len(Book().marks) == 2)
        await pilot.press("asterisk")
        await until(pilot, lambda: Book().marks == [mark])
        await pilot.press("apostrophe", "f", *"#check", "enter")
        await until(pilot, "#check")
        await pilot.press("enter")
        await until(pilot, "▸001")
