"""A reader comes back to where they stopped, by the words, whatever has happened to the text meanwhile."""

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.terminal.session import KeptPlace, KeptSearch, Session, SessionFile, find_place, place_at
from tui.corpus.article import Article, Block

PARAGRAPHS = ["The minister resigned.", "Nobody knows why.", "Her office said: “No comment.”"]


def article(paragraphs: list[str]) -> Article:
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(number, "paragraph", at, at + len(paragraph), "test", 1.0))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article("a", text, "A", "file", None, tuple(blocks), "a.txt", "0" * 64)


def test_a_place_is_found_again_after_the_article_has_grown() -> None:
    before = article(PARAGRAPHS)
    place = place_at(before, before.text.index("No comment"))
    after = article(["A new first paragraph.", "And another.", *PARAGRAPHS])
    assert after.text[find_place(after, place) :].startswith("Her office said")


def test_a_passage_that_is_gone_gives_the_block_of_its_number() -> None:
    place = place_at(article(PARAGRAPHS), 30)
    shorter = article([PARAGRAPHS[0], "Something else."])
    assert shorter.text[find_place(shorter, place) :] == "Something else."


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6), st.data())
def test_in_an_unchanged_article_every_place_is_the_same_words(
    paragraphs: list[str], data: st.DataObject
) -> None:
    one = article(paragraphs)
    block = data.draw(st.sampled_from(one.blocks))
    found = find_place(one, place_at(one, block.start))
    assert one.text[found : found + 60].startswith(one.text[block.start : block.end][:60])


WHOLE = Session(
    texts=(KeptPlace("001", 7, "In a separate"), KeptPlace("002", 1, "x")),
    front=1,
    selected="003",
    sort="-date",
    filter="source:post",
    side="quotes",
    everywhere=False,
    searches=("visible shifts", "speaker:ryabkov"),
    theme="sepia",
    theme_set="dark",
)


def test_everything_comes_back() -> None:
    SessionFile(["news"]).save(WHOLE)
    assert SessionFile(["news"]).load() == WHOLE
    assert SessionFile(["other news"]).load() is None


def test_it_belongs_to_the_real_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "news")
    SessionFile([str(tmp_path / "link")]).save(WHOLE)
    monkeypatch.chdir(tmp_path)
    assert SessionFile(["news"]).load() == WHOLE


def test_starting_clean() -> None:
    kept = SessionFile(["news"])
    kept.save(WHOLE)
    kept.forget()
    assert kept.load() is None
    kept.forget()


def test_standard_input_is_not_kept() -> None:
    kept = SessionFile(["-"])
    kept.save(WHOLE)
    assert kept.path is None
    assert kept.load() is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"form": 99}', '{"form": 1, "texts": 3}', "\x00\xff"])
def test_a_file_that_is_no_session_is_as_none(content: str) -> None:
    kept = SessionFile(["news"])
    assert kept.path is not None
    kept.path.parent.mkdir(parents=True, exist_ok=True)
    kept.path.write_bytes(content.encode("latin-1"))
    assert kept.load() is None


def test_a_session_of_a_later_version_with_more_in_it_is_read() -> None:
    kept = SessionFile(["news"])
    kept.save(WHOLE)
    assert kept.path is not None
    told = json.loads(kept.path.read_text())
    kept.path.write_text(json.dumps(told | {"colour": "teal"}))
    assert kept.load() == WHOLE


def test_two_terminals_never_tear_the_file() -> None:
    kept = SessionFile(["news"])
    sessions = [Session(searches=(name * 2000,)) for name in "ab"]
    kept.save(sessions[0])
    running = threading.Event()
    running.set()

    def write(session: Session) -> None:
        while running.is_set():
            SessionFile(["news"]).save(session)

    threads = [threading.Thread(target=write, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    try:
        for _ in range(200):
            assert kept.load() in sessions
    finally:
        running.clear()
        for thread in threads:
            thread.join()


def test_a_disk_that_cannot_be_written_does_not_stop_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    kept = SessionFile(["news"])
    kept.save(WHOLE)
    assert kept.load() is None


def test_searches_come_back_as_they_were_left() -> None:
    searches = (
        KeptSearch("visble shfits", typos=False, view="date", article="001", kind="quote", start=3, end=9),
        KeptSearch("nothing"),
    )
    SessionFile(["news"]).save(Session(searches=("visble shfits", "nothing"), ended=searches))
    kept = SessionFile(["news"]).load()
    assert kept is not None
    assert kept.ended == searches
