"""A reader sees what is headline, heading, paragraph and list, and what only belongs to the page."""

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.blocks import find_blocks

LEAD = "The council of Eastmere voted on Monday to close the old harbor, and the mayor said that work begins in May."
BODY = "Fishing crews had asked for another year. The council heard them, but the money for repairs is spent, it said."


def kinds(text: str, *, marked: bool = False) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text, marked=marked)]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, words in kinds(text) if words == line)


def test_paragraphs_by_empty_lines() -> None:
    text = f"Eastmere Closes Its Harbor\n\n{LEAD}\n\n{BODY}\n"
    assert kinds(text) == [
        ("headline", "Eastmere Closes Its Harbor"),
        ("paragraph", LEAD),
        ("paragraph", BODY),
    ]


def test_paragraphs_by_single_line_feeds_with_bare_headings() -> None:
    text = f"Eastmere Closes Its Harbor\nA Vote After Years\n{LEAD}\nWhat Crews Say\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "heading", "paragraph", "heading", "paragraph"]


def test_carriage_returns_are_line_ends_and_stay_out_of_blocks() -> None:
    text = f"Eastmere Closes Its Harbor\r\n\r\n{LEAD}\r\n\r\n{BODY}\r\n"
    assert [words for _, words in kinds(text)] == ["Eastmere Closes Its Harbor", LEAD, BODY]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "Eastmere Closes Its Harbor\n\n"
        "The council of Eastmere voted on Monday to close the old harbor, and\n"
        "the mayor said that work begins in May, when the boats have gone to\n"
        "their summer places.\n\n"
        "Fishing crews had asked for another year. The council heard them but\n"
        "found that no money was left for the repairs that it would have\n"
        "needed.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph"]
    assert kinds(text)[2][1].endswith("needed.")


def test_two_headings_on_two_lines_are_two_blocks() -> None:
    text = f"Eastmere Closes Its Harbor\n\n{LEAD}\n\nThe Vote and After\nMay 2023: The First Plan\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)][2:4] == ["heading", "heading"]


def test_an_article_without_headline_has_none() -> None:
    assert [kind for kind, _ in kinds(f"{LEAD} {BODY}\n{BODY}")] == ["paragraph", "paragraph"]


def test_a_dateline_is_no_headline() -> None:
    assert kinds(f"OSLO (AP) — {LEAD}\n\n{BODY}")[0][0] == "paragraph"


@pytest.mark.parametrize("label", ["EXPLAINER - ", "Analysis: ", "FACTBOX — ", "UPDATE 2-", "Q&A | "])
def test_a_kicker_in_front_of_the_headline_is_a_block_of_its_own(label: str) -> None:
    text = f"{label}Why the harbor of Eastmere had to close\n\n{LEAD}\n"
    assert kinds(text)[:2] == [
        ("boilerplate", label),
        ("headline", "Why the harbor of Eastmere had to close"),
    ]


@pytest.mark.parametrize(
    "headline", ["Mayor: Harbor Must Close", "Live-In Nurses Win Raise", "Well-Known Sailor Dies"]
)
def test_other_words_before_a_colon_or_hyphen_are_no_kicker(headline: str) -> None:
    assert kinds(f"{headline}\n\n{LEAD}\n")[0] == ("headline", headline)


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "1.", "(2)"])
def test_list_items_keep_their_bullets(bullet: str) -> None:
    items = [f"{bullet} The north pier goes first.", f"{bullet} The cranes are sold."]
    text = f"Eastmere Closes Its Harbor\n\n{LEAD}\n\nThe plan has two steps:\n\n  {items[0]}\n  {items[1]}\n"
    assert kinds(text)[2:] == [
        ("paragraph", "The plan has two steps:"),
        ("list_item", items[0]),
        ("list_item", items[1]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Related Posts",
        "Tags",
        "Tags: harbor, Eastmere",
        "Advertisement",
        "Reuters",
        "AP",
        "Harbor Wire",
        "Source: Ministry of Ports, yearly returns",
        "Note: Figures include private boats",
        "Ana Reyes contributed reporting.",
        "(Reporting by Ana Reyes; Editing by Tom Holt)",
        "© 2024 Eastmere Courier",
        "___",
        "https://example.org/harbor",
        "By Ana Reyes and Tom Holt",
        "Eastmere Harbor Cranes",
        "Click here to read the full plan",
        "Tom Holt/Getty Images.",
    ],
)
def test_what_belongs_to_the_page_is_boilerplate(line: str) -> None:
    assert kind_of(line, f"Eastmere closes its harbor\n\n{line}\n\n{LEAD}\n\n{BODY}\n") == "boilerplate"


def test_a_chart_that_is_not_there_leaves_boilerplate() -> None:
    text = f"{LEAD} {BODY}\n{BODY}\nranked by length of pier\nSource: Ministry of Ports\nNote: Data cover 1997-2024"
    assert [kind for kind, _ in kinds(text)] == [
        "paragraph",
        "paragraph",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]


def test_titles_after_related_posts_are_boilerplate_to_the_end() -> None:
    text = (
        f"Eastmere Closes Its Harbor\n\n{LEAD}\n\nRelated Posts\n\nOld Pier Burns\n\nNew Ferry for Westmere\n"
    )
    assert [kind for kind, _ in kinds(text)][2:] == ["boilerplate"] * 3


def test_prose_after_a_label_stays_prose() -> None:
    text = f"Eastmere Closes Its Harbor\n\n{LEAD}\n\nRead more\n\n{BODY}\n"
    assert kind_of(BODY, text) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "“We have no choice.”",
        "Why now?",
        "Listen.",
        "Home.",
        "He did not elaborate.",
        "Nobody answered.",
        "Hewitt writes:",
        "The source: a clerk at the ministry who saw “all the papers” and kept them.",
        "Related groups have sued the town, and more suits are expected in the spring.",
        "“Each of us pays for it,",
        "By the end of the week the harbor was empty.",
        "Written by a former mayor, the book tells how the harbor grew and who paid for it.",
        "Watch what happens to the boats, she told the council, and you will know who won.",
        "Gov. Holt (R) signed the bill on Friday.",
        "Tags were tied to all of the boats on Friday, an officer of the port said.",
    ],
)
def test_prose_is_never_called_boilerplate_or_heading(line: str) -> None:
    assert (
        kind_of(line, f"Eastmere Closes Its Harbor\n\n{LEAD}\n\n{line}\n\n{BODY}\n\n{LEAD}\n") == "paragraph"
    )


def test_a_german_page_is_told_apart_from_its_article() -> None:
    lead = "Die Stadt will die Fähre nach Lysholm im Mai wieder fahren lassen, wie der Rat am Montag beschlossen hat."
    lines = [
        ("headline", "Die Fähre fährt wieder"),
        ("boilerplate", "Von Anna Meier und Jo Brandt"),
        ("paragraph", lead),
        ("boilerplate", "Lesen Sie auch: Warum die Insel leer wird"),
        ("caption", "Die Fähre im Dock. Foto: Kim Roe"),
        ("boilerplate", "Newsletter abonnieren"),
        (
            "paragraph",
            "Lesen wollte das im Rat niemand, mehr Zeit gab es nicht. Von Anna Meier kam kein Wort dazu.",
        ),
        ("boilerplate", "Mehr zum Thema"),
        ("boilerplate", "Inselrat streitet über Strom"),
    ]
    assert kinds("\n\n".join(line for _, line in lines) + "\n") == lines


def test_sections_signatures_and_dates_frame_the_headline() -> None:
    top = [
        "Politics",
        "Eastmere votes to close its harbor",
        "Ana Reyes in Eastmere",
        "Mon 3 Feb 2025 10.00 GMT",
    ]
    text = "\n\n".join([*top, LEAD, BODY])
    assert [kind for kind, _ in kinds(text)] == [
        "boilerplate",
        "headline",
        "boilerplate",
        "note",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "headline", ["Sources: Harbor to close in May", "Photos: The harbor in May", "WATCH: Mayor speaks"]
)
def test_a_headline_may_begin_like_furniture(headline: str) -> None:
    found = kinds(f"{headline}\n\n{LEAD}\n\n{BODY}\n")
    assert found[-3][0] == "headline"
    assert "".join(words for _, words in found[:-2]) == headline


def test_numbered_questions_above_paragraphs_are_headings() -> None:
    text = f"Why the harbor closes\n\n1. What was decided?\n\n{LEAD}\n\n2. Who pays for it?\n\n{BODY}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "heading", "paragraph", "heading", "paragraph"]


def test_marks_of_headings_are_heeded_in_plain_text_too() -> None:
    text = f"# Eastmere Closes Its Harbor\n\n{LEAD}\n\n**The Vote**\n\n{BODY}\n"
    assert kinds(text) == [
        ("headline", "Eastmere Closes Its Harbor"),
        ("paragraph", LEAD),
        ("heading", "The Vote"),
        ("paragraph", BODY),
    ]


def test_captions_and_notes_are_told_apart_from_paragraphs() -> None:
    caption = "Mayor Holt (left) and Ana Reyes at the pier. Image: Eastmere Courier."
    note = "Correction: An earlier version of this story gave a wrong year for the vote."
    text = f"Eastmere Closes Its Harbor\n\n{caption}\n\n{LEAD}\n\n{BODY}\n\n{note}\n"
    assert kind_of(caption, text) == "caption"
    assert kind_of(note, text) == "note"


def test_small_letter_questions_are_headings_beside_others() -> None:
    questions = ["What was decided?", "Who pays for it?", "How do crews see it?"]
    text = "Eastmere closes its harbor\n\n" + "".join(f"{question}\n\n{BODY}\n\n" for question in questions)
    assert [kind for kind, _ in kinds(text)] == ["headline", *["heading", "paragraph"] * 3]


def test_markdown_marks_tell_kinds_and_stay_outside() -> None:
    text = (
        f"# Eastmere Closes Its Harbor\n\n{LEAD}\ngoes on here.\n\n## The Vote\n\n"
        f"- one pier\n- two cranes\n\n> {BODY}\n\n![The old pier](pier.jpg)\n\nThe Money\n---------\n\n{BODY}\n"
    )
    assert kinds(text, marked=True) == [
        ("headline", "Eastmere Closes Its Harbor"),
        ("paragraph", f"{LEAD}\ngoes on here."),
        ("heading", "The Vote"),
        ("list_item", "- one pier"),
        ("list_item", "- two cranes"),
        ("paragraph", BODY),
        ("caption", "The old pier"),
        ("heading", "The Money"),
        ("paragraph", BODY),
    ]


LINES = st.sampled_from(
    [
        "",
        "Related Posts",
        "Tags",
        "# A",
        "- b",
        "Source: C",
        "D E F",
        "By G H",
        "i j k",
        "EXPLAINER - L",
        "M n o.",
        "1. P",
        "===",
        "> q",
        "\x00",
        "—",
    ]
)


@given(
    st.lists(LINES | st.text(max_size=20), max_size=12),
    st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]),
    st.booleans(),
)
def test_blocks_stand_in_order_and_hold_all_words(lines: list[str], end: str, marked: bool) -> None:
    text = end.join(lines)
    blocks = find_blocks(text, marked=marked)
    at = 0
    outside = []
    for number, block in enumerate(blocks, 1):
        assert block.number == number
        assert at <= block.start < block.end <= len(text)
        assert block.rule
        assert 0 < block.confidence <= 1
        outside.append(text[at : block.start])
        at = block.end
    outside.append(text[at:])
    assert marked or not any(character.isalnum() for character in "".join(outside))


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "- a\n",
        "A B\n",
        "Source: x\n",
        "Related Posts\n\n",
        "<a>",
        "(",
        "Photo: ",
        "# a\n",
        "\n",
        "> ",
        "By A ",
        "A?\n",
    ],
)
@pytest.mark.parametrize("marked", [False, True])
def test_time_grows_with_length_alone(piece: str, marked: bool) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        find_blocks(text, marked=marked)
        return time.process_time() - begun

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.005)


def test_structure_and_boilerplate_of_the_evaluation_seeds(evaluation: Path) -> None:
    gold = yaml.safe_load((evaluation / "seeds/gold.yaml").read_text(encoding="utf-8"))
    missed = []
    for path in sorted((evaluation / "seeds").glob("*.txt")):
        text = path.read_bytes().decode()
        found = {(block.start, block.end): block.kind for block in find_blocks(text, marked=False)}
        wanted = {
            (one["start"], one["end"]): one["kind"]
            for one in gold["structure"]
            if one["doc"] == path.name and one["kind"] in ("headline", "heading", "list_item")
        } | {
            (one["start"], one["end"]): "boilerplate"
            for one in gold["boilerplate"]
            if one["doc"] == path.name and one["kind"] != "summary_repeat"
        }
        missed += [(path.name, span, kind) for span, kind in wanted.items() if found.get(span) != kind]
        missed += [
            (path.name, span, kind)
            for span, kind in found.items()
            if kind in ("headline", "heading", "boilerplate", "list_item") and span not in wanted
        ]
    assert missed == []


def test_nothing_that_people_marked_as_said_is_called_boilerplate(evaluation: Path) -> None:
    hidden = []
    total = 0
    for name in ("quotes_dev", "quotes_wikinews"):
        for line in (evaluation / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            page = [block for block in find_blocks(row["text"], marked=False) if block.kind == "boilerplate"]
            total += len(row["quotes"])
            hidden += [
                quote["text"]
                for quote in row["quotes"]
                if any(quote["start"] < block.end and quote["end"] > block.start for block in page)
            ]
    assert total > 10_000
    assert hidden == []
