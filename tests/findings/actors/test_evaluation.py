"""What the finder is worth on articles that people have marked; skipped where these are not."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.findings.actors.told import article
from tui.findings.actors.actor import Actor
from tui.findings.actors.finding import find_actors
from tui.findings.actors.merging import merge_actors
from tui.findings.document import analyse

SPAN_F, TYPED_F, FOUND, RIGHT = 0.82, 0.72, 0.96, 0.85
LETTERS = {"person": "PER", "organisation": "ORG", "group": "ORG", "state": "LOC", "place": "LOC"}
UNASKED = {"State Department", "U.S. Department of State", "Reuters"}
"""They stand in boilerplate only."""

Gold = dict[str, Any]


@pytest.fixture(scope="module")
def marked(evaluation: Path) -> list[Gold]:
    path = evaluation / "data" / "names_wikinews.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def f1(right: int, given: int, wanted: int) -> float:
    return 2 * right / (given + wanted)


def test_names_are_found_to_the_letter(marked: list[Gold]) -> None:
    right = typed = given = wanted = found = names = real = listed = 0
    for row in marked:
        actors = find_actors(analyse(article(row["text"], row["id"])))
        mine = {(m.start, m.end): LETTERS[a.type] for a in actors for m in a.mentions}
        gold = {(e["start"], e["end"]): e["type"] for e in row["entities"]}
        right += len(mine.keys() & gold.keys())
        typed += sum(mine[span] == gold[span] for span in mine.keys() & gold.keys())
        given, wanted = given + len(mine), wanted + len(gold)
        chains = defaultdict(list)
        for entity in row["entities"]:
            chains[entity["text"]].append((entity["start"], entity["end"]))
        names, listed = names + len(chains), listed + len(actors)
        found += sum(
            any(a[1] > s[0] and a[0] < s[1] for s in spans for a in mine) for spans in chains.values()
        )
        real += sum(
            any(m.end > s[0] and m.start < s[1] for m in actor.mentions for s in gold) for actor in actors
        )
    assert f1(right, given, wanted) >= SPAN_F
    assert f1(typed, given, wanted) >= TYPED_F
    assert found / names >= FOUND
    assert real / listed >= RIGHT


@pytest.fixture(scope="module")
def seeds(evaluation: Path) -> list[Actor]:
    paths = sorted((evaluation / "seeds").glob("*.txt"))
    return merge_actors(
        (path.stem, find_actors(analyse(article(path.read_bytes().decode("utf-8"), path.stem))))
        for path in paths
    )


@pytest.fixture(scope="module")
def gold(evaluation: Path) -> list[Gold]:
    found = yaml.safe_load((evaluation / "seeds" / "gold.yaml").read_text("utf-8"))["actors"]
    return [actor for actor in found if actor["type"] in ("person", "state", "organisation", "place")]


def forms(actor: Actor) -> set[str]:
    return {actor.name} | {alias.text for alias in actor.aliases}


def test_every_actor_of_the_seeds_is_there_once_with_its_forms(seeds: list[Actor], gold: list[Gold]) -> None:
    for wanted in gold:
        if wanted["canonical"] in UNASKED:
            continue
        bearers = [actor for actor in seeds if wanted["canonical"] in forms(actor)]
        assert [wanted["canonical"]] * len(bearers) == [wanted["canonical"]], wanted["canonical"]
        told = {
            " ".join(mention["form"].split())
            for mentions in wanted["mentions_by_doc"].values()
            for mention in mentions
            if not mention["form_type"].startswith("title")
        }
        assert told <= forms(bearers[0])


def test_the_roles_of_the_seeds(seeds: list[Actor]) -> None:
    (trump,) = [actor for actor in seeds if actor.name == "Donald Trump"]
    assert {(role.article[:3], role.text, role.tense) for role in trump.roles} == {
        ("000", "the previous Trump administration", "former"),
        ("001", "former U.S. President", "former"),
        ("001", "running for re-election", "candidate"),
        ("002", "U.S. President", "current"),
    }
    assert trump.roles_differ
