"""What leaves the program as JSON keeps its promise: each object has its fields, and each span holds its words."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tui.paths import bundled

SEEDS = str(bundled("seeds"))
Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def share(value: Any) -> bool:
    return isinstance(value, (int, float)) and 0 <= value <= 1


def boolean(value: Any) -> bool:
    return isinstance(value, bool)


def span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(number, value)) and value[0] < value[1]


def null_or(check: Check) -> Check:
    return lambda value: value is None or check(value)


def many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def one_of(*values: Any) -> Check:
    return lambda value: value in values


def of(**fields: Check) -> Check:
    return lambda value: isinstance(value, dict) and not wrong(value, fields)


def wrong(item: dict[str, Any], fields: dict[str, Check]) -> list[str]:
    """The fields of `item` that are missing or are not what they should be."""
    return [
        f"{name}: {item.get(name)!r}"
        for name, check in fields.items()
        if name not in item or not check(item[name])
    ]


EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?(/(\d{4}(-\d\d(-\d\d)?)?[~?%]?|\.\.))?|P\d+[YMWD]")


def edtf(value: Any) -> bool:
    return isinstance(value, str) and EDTF.fullmatch(value) is not None


MENTION = {"text": text, "start": number, "end": number}
PLACED = {"article": text, **MENTION}
FOUND = {"rule": text, "confidence": share}

SCHEMAS: dict[str, dict[str, Check]] = {
    "article": {
        "id": text,
        "title": text,
        "title_from": one_of("metadata", "headline", "file"),
        "source": null_or(text),
        "author": null_or(text),
        "date": null_or(edtf),
        "url": null_or(text),
        "language": null_or(text),
        "characters": number,
        "words": number,
        "sha256": lambda value: re.fullmatch("[0-9a-f]{64}", value) is not None,
        "path": text,
        "blocks": number,
        "boilerplate": number,
    },
    "block": {
        **PLACED,
        "number": number,
        "kind": one_of("headline", "heading", "paragraph", "list_item", "caption", "note", "boilerplate"),
        **FOUND,
    },
    "quote": {
        "article": text,
        "kind": one_of("direct", "fragment", "indirect"),
        "spans": many(span),
        "text": text,
        "frame": null_or(span),
        "speaker": null_or(of(**MENTION)),
        "actor": null_or(text),
        "resolved": one_of(None, "name", "surname", "pronoun", "role", "inherited", "group", "anonymous"),
        "cue": null_or(of(**MENTION)),
        "via": null_or(text),
        "attribution": one_of("named", "anonymous", "unknown", "cut_off"),
        **FOUND,
    },
    "actor": {
        "actor": text,
        "type": one_of("person", "organisation", "state", "place", "group"),
        "parent": null_or(text),
        "aliases": many(of(text=text, relation=text)),
        "mentions": number,
        "articles": many(text),
        "roles": many(of(role=text, **PLACED)),
        "spans": many(of(**PLACED)),
        **FOUND,
    },
    "match": {
        "article": text,
        "kind": one_of("passage", "quote", "title", "actor"),
        "start": null_or(number),
        "end": null_or(number),
        "text": text,
        "score": share,
        "highlights": many(span),
        "speaker": null_or(text),
    },
    "counterpart": {
        **PLACED,
        "matches": many(of(**PLACED, score=share, mutual=boolean, reasons=many(text), rule=text)),
    },
    "difference": {
        "id": text,
        "kind": one_of("role", "date", "number", "place", "status", "participants", "label", "sourcing"),
        "about": text,
        "sides": many(of(value=text, **PLACED)),
        "state": one_of("open", "confirmed", "dismissed"),
        **FOUND,
    },
    "event": {
        "title": text,
        "date": null_or(edtf),
        "date_text": null_or(text),
        "place": null_or(text),
        "level": null_or(text),
        "participants": many(text),
        "status": one_of("held", "planned", "possible", "denied"),
        "mentions": many(of(**PLACED)),
        **FOUND,
    },
    "date": {**PLACED, "value": null_or(edtf), "anchored": boolean},
}

COMMANDS: dict[str, tuple[str, list[str]]] = {
    "article": ("articles", []),
    "block": ("show", ["--article", "001", "--blocks"]),
    "quote": ("quotes", []),
    "actor": ("actors", []),
    "match": ("search", ["visble shfits for the better"]),
    "counterpart": ("compare", ["--article", "001", "--article", "002"]),
    "difference": ("differences", []),
    "event": ("events", []),
    "date": ("events", ["--dates"]),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The articles' texts, read past the program: from the files themselves."""
    return {path.stem: path.read_bytes().decode("utf-8-sig") for path in Path(SEEDS).glob("*.txt")}


def claims(item: Any) -> Iterator[tuple[str, int, int, str]]:
    """All claims in `item` that some words stand at some place: (article, start, end, words)."""

    def inside(value: Any, article: str | None) -> Iterator[tuple[str, int, int, str]]:
        if isinstance(value, dict):
            article = value.get("article", article)
            if article and {"start", "end", "text"} <= value.keys() and value["start"] is not None:
                yield article, value["start"], value["end"], value["text"]
            for inner in value.values():
                yield from inside(inner, article)
        elif isinstance(value, list):
            for inner in value:
                yield from inside(inner, article)

    return inside(item, None)


@pytest.mark.parametrize("kind", COMMANDS)
def test_each_object_has_its_fields_and_each_span_its_words(
    corpus_tui: Run, texts: dict[str, str], kind: str
) -> None:
    command, options = COMMANDS[kind]
    found = corpus_tui(command, SEEDS, *options).findings
    assert found
    for item in found:
        assert not wrong(item, SCHEMAS[kind]), item
        for article, start, end, words in claims(item):
            assert texts[article][start:end] == words, item


def test_the_pieces_of_a_quotation_are_its_words(corpus_tui: Run, texts: dict[str, str]) -> None:
    for quote in corpus_tui("quotes", SEEDS).findings:
        whole = texts[quote["article"]]
        assert " … ".join(whole[start:end] for start, end in quote["spans"]) == quote["text"]
        if quote["attribution"] in {"unknown", "cut_off"}:
            assert quote["speaker"] is None


def test_the_names_in_quotations_are_names_of_actors(corpus_tui: Run) -> None:
    actors = {actor["actor"] for actor in corpus_tui("actors", SEEDS).findings}
    assert {quote["actor"] for quote in corpus_tui("quotes", SEEDS).findings} - {None} <= actors


def test_the_counts_of_an_actor_are_those_of_its_spans(corpus_tui: Run) -> None:
    for actor in corpus_tui("actors", SEEDS).findings:
        assert actor["mentions"] == len(actor["spans"])
        assert actor["articles"] == list(dict.fromkeys(place["article"] for place in actor["spans"]))


def test_actors_stand_in_the_order_in_which_they_are_first_named(corpus_tui: Run) -> None:
    ids = [article["id"] for article in corpus_tui("articles", SEEDS).findings]
    first = [actor["spans"][0] for actor in corpus_tui("actors", SEEDS).findings]
    places = [(ids.index(place["article"]), place["start"]) for place in first]
    assert places == sorted(places)


def test_findings_stand_in_the_order_of_articles_then_of_place(corpus_tui: Run) -> None:
    for command, options in (("quotes", []), ("events", ["--dates"])):
        found = corpus_tui(command, SEEDS, *options).findings
        places = [
            (item["article"], item["spans"][0][0] if "spans" in item else item["start"]) for item in found
        ]
        assert places == sorted(places)


def test_highlights_lie_inside_their_match(corpus_tui: Run) -> None:
    for match in corpus_tui("search", SEEDS, "visble shfits for the better").findings:
        start, end = (0, len(match["text"])) if match["start"] is None else (match["start"], match["end"])
        assert all(start <= first < last <= end for first, last in match["highlights"])


def test_the_same_question_gets_the_same_answer(corpus_tui: Run) -> None:
    for command in ("quotes", "actors", "events"):
        assert corpus_tui(command, SEEDS).out == corpus_tui(command, SEEDS).out
