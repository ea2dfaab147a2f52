"""What the database counts is what is found when all is put together."""

from collections import Counter
from pathlib import Path

from tui.library.counting import actor_places, counted_actors, counted_speakers
from tui.library.library import Library


def test_counts_and_places_are_those_of_the_whole_actors(
    whole: tuple[Path, list[object]], large: Path
) -> None:
    library = Library.open([large], folder=whole[0])
    actors = library.actors()
    told = {(actor.name, actor.type): Counter(one.article for one in actor.mentions) for actor in actors}
    assert {(one.name, one.note): one.counts for one in counted_actors(library)} == told
    for actor in actors[:5]:
        article = actor.articles[-1]
        there = [(one.start, one.end) for one in actor.mentions if one.article == article]
        assert actor_places(library, actor.name, article) == there
    library.close()


def test_speakers_are_counted_with_those_whom_no_text_names(
    whole: tuple[Path, list[object]], large: Path
) -> None:
    library = Library.open([large], folder=whole[0])
    told = Counter(placed.actor or "nobody" for placed in library.quotes())
    assert {one.name: sum(one.counts.values()) for one in counted_speakers(library, "nobody")} == told
    library.close()
