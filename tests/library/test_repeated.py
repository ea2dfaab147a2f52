"""An article that tells another's text again, as the library knows it of one article at a time."""

from pathlib import Path

from tui.library.build import refresh
from tui.library.library import Library
from tui.library.repeated import first_told, told_again

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
    assert [first_told(library, one) for one in (a, b, c)] == [None, None, a]
    assert told_again(library) == {c: a}


def test_words_that_were_changed_make_no_other_text(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=STORY, b=STORY.replace("fishermen", "the fishermen"))
    first, second = (row.id for row in library.rows())
    assert first_told(library, second) == first


def test_one_sentence_that_stands_elsewhere_is_no_text_told_again(tmp_path: Path) -> None:
    own = "\n\n".join(f"Part {n} of the report asks what the {n}th ferry cost the island." for n in range(9))
    library = library_of(tmp_path, a=STORY, b=f"{own}\n\n{STORY.splitlines()[0]}\n")
    _, second = (row.id for row in library.rows())
    assert first_told(library, second) is None


def test_of_all_articles_at_once_is_told_what_is_told_of_each(tmp_path: Path) -> None:
    near = STORY.replace("fishermen", "the fishermen")
    library = library_of(tmp_path, a=STORY, b=OTHER, c=near, d=STORY + OTHER, e=near + " ", f=STORY.upper())
    one_by_one = {row.id: told for row in library.rows() if (told := first_told(library, row.id))}
    assert len(one_by_one) >= 3
    assert told_again(library) == {one: one_by_one.get(told, told) for one, told in one_by_one.items()}
