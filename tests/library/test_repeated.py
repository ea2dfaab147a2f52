"""An article that tells another's text again counts once, and stands below the first that told it."""

from pathlib import Path

from tui.library.build import refresh
from tui.library.library import Library
from tui.library.repeated import kept_copies

STORY = (
    "The harbour of Port Ellis will close for two weeks while divers look for the lost barge.\n\n"
    "The mayor told fishermen that the council would pay for each day that they lose.\n\n"
    "Nobody was hurt when the barge broke loose in the storm last Tuesday night.\n\n"
    "A second barge is being towed in from the north and should arrive by Friday.\n"
)
OTHER = "A school in the hills has won the yearly prize for its garden, teachers said on Monday.\n"


def library_of(folder: Path, **texts: str) -> Library:
    news = folder / "news"
    news.mkdir()
    for name, text in texts.items():
        (news / f"{name}.md").write_text(text, encoding="utf-8")
    library = Library.open([news], folder=folder / "library")
    refresh(library)
    return library


def test_every_sentence_of_a_wire_text_stands_in_the_first_that_told_it(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=STORY, b=OTHER, c=STORY.replace("\n\n", " \n\n"))
    a, b, c = (row.id for row in library.rows())
    assert kept_copies(library) == {c: a}
    assert [row.copies for row in library.rows()] == [1, 0, 0]
    assert [row.copy_of for row in library.rows()] == [None, None, a]
    assert [row.id for row in library.rows(unfolded=())] == [a, b]
    assert [row.id for row in library.rows(unfolded={a})] == [a, c, b]
    assert library.rows(unfolded=()).position(c) == 0
    assert library.counts().copies == 1


def test_words_that_were_changed_make_no_other_text(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=STORY, b=STORY.replace("fishermen", "the fishermen"))
    first, second = (row.id for row in library.rows())
    assert kept_copies(library) == {second: first}


def test_one_sentence_that_stands_elsewhere_is_no_text_told_again(tmp_path: Path) -> None:
    own = "\n\n".join(f"Part {n} of the report asks what the {n}th ferry cost the island." for n in range(9))
    library = library_of(tmp_path, a=STORY, b=f"{own}\n\n{STORY.splitlines()[0]}\n")
    assert kept_copies(library) == {}


def test_copies_of_copies_are_of_the_first_that_told_the_text(tmp_path: Path) -> None:
    near = STORY.replace("fishermen", "the fishermen")
    library = library_of(tmp_path, a=STORY, b=OTHER, c=near, d=STORY + OTHER, e=near + " ", f=STORY.upper())
    found = kept_copies(library)
    assert set(found.values()) == {next(iter(library.rows())).id}
    assert len(found) >= 3


def test_quotations_of_a_text_told_twice_count_once(tmp_path: Path) -> None:
    said = STORY + '\n"We will not wait until spring," said the mayor, Anna Lund, on Monday.\n'
    library = library_of(tmp_path, a=said, b=said + " ", c=OTHER)
    first, again, other = (row.quotes for row in library.rows())
    assert library.counts().quotes == first + other
    assert again == first > 0


def test_a_copy_stands_for_itself_where_the_filter_leaves_out_what_it_tells_again(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=STORY, b="---\nsource: The Coast Courier\n---\n" + STORY)
    assert [row.source for row in library.rows(unfolded=(), filter="courier")] == ["The Coast Courier"]


def test_what_its_first_no_longer_tells_is_no_copy(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=STORY, b=STORY + " ")
    assert len(kept_copies(library)) == 1
    (tmp_path / "news" / "a.md").write_text(OTHER, encoding="utf-8")
    refresh(library)
    assert kept_copies(library) == {}
