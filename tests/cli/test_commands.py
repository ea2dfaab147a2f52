"""Stories of people who ask a corpus from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import HARBOUR, Run


def test_listing_what_there_is_to_read(corpus_tui: Run, news: Path) -> None:
    listed = corpus_tui("articles", news)
    assert listed.status == 0
    assert [article["id"] for article in listed.findings] == ["001_harbour", "002_strike", "letter"]
    strike = listed.findings[1]
    assert (strike["source"], strike["author"], strike["date"]) == (
        "The Ellstad Mail",
        "Jo Brandt",
        "2024-04-02",
    )
    assert strike["title_from"] == "metadata"
    assert listed.findings[0]["characters"] == len(HARBOUR)
    assert listed.findings[2]["source"] is None


def test_reading_an_article_in_a_pipe_gives_its_exact_text(corpus_tui: Run, news: Path) -> None:
    assert corpus_tui("show", news, "--article", "001").out == HARBOUR
    assert corpus_tui("show", news, "--article", "001_harbour").out == HARBOUR


def test_reading_keeps_windows_line_ends_in_a_pipe(corpus_tui: Run, tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(b"One line.\r\n\r\nAnother line.\r\n")
    assert corpus_tui("show", path).out == "One line.\r\n\r\nAnother line.\r\n"


def test_the_blocks_of_an_article(corpus_tui: Run, news: Path) -> None:
    blocks = corpus_tui("show", news, "--article", "001", "--blocks").findings
    assert blocks[0]["kind"] == "headline"
    assert [block["number"] for block in blocks] == list(range(1, len(blocks) + 1))
    assert all(HARBOUR[block["start"] : block["end"]] == block["text"] for block in blocks)
    assert blocks[-1]["kind"] == "boilerplate"


def test_an_article_is_shown_as_an_object_that_can_be_read_again(
    corpus_tui: Run, news: Path, tmp_path: Path
) -> None:
    asked = corpus_tui("show", news, "--article", "001", "--format", "jsonl")
    (shown,) = asked.findings
    assert shown["text"] == HARBOUR
    (tmp_path / "again.jsonl").write_text(asked.out, encoding="utf-8")
    assert corpus_tui("show", tmp_path / "again.jsonl").out == HARBOUR
    assert corpus_tui("show", news, "--article", "001", "--format", "text").out == HARBOUR


def test_which_article_is_asked_where_there_are_several(corpus_tui: Run, news: Path) -> None:
    asked = corpus_tui("show", news)
    assert (asked.status, asked.out) == (2, "")
    assert "which of the 3 articles?" in asked.err
    assert "001" in asked.err


def test_an_article_that_is_not_there(corpus_tui: Run, news: Path) -> None:
    asked = corpus_tui("show", news, "--article", "strik")
    assert asked.status == 2
    assert "002_strike" in asked.err


def test_who_said_what(corpus_tui: Run, news: Path) -> None:
    said = corpus_tui("quotes", news).findings
    split = next(quote for quote in said if "ten years" in quote["text"])
    assert split["article"] == "001_harbour"
    assert split["kind"] == "direct"
    assert split["speaker"]["text"].endswith("Lee")


def test_only_what_one_person_said(corpus_tui: Run, news: Path) -> None:
    said = corpus_tui("quotes", news, "--speaker", "HADDAD").findings
    assert [quote["text"] for quote in said] == ["No contract, no ships,"]
    assert corpus_tui("quotes", news, "--speaker", "nobody").out == ""


def test_only_one_kind_of_one_article(corpus_tui: Run, news: Path) -> None:
    said = corpus_tui("quotes", news, "--kind", "fragment", "--article", "002").findings
    assert [quote["text"] for quote in said] == ["a costly mistake"]


def test_quotations_as_a_table(corpus_tui: Run, news: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(corpus_tui("quotes", news, "--format", "csv").out)))
    assert "No contract, no ships," in [row["text"] for row in rows]


def test_quotations_for_people_tell_speaker_words_and_place(corpus_tui: Run, news: Path) -> None:
    lines = corpus_tui("quotes", news, "--speaker", "haddad", "--format", "text").out.splitlines()
    assert len(lines) == 1
    assert "Haddad: “No contract, no ships,”  [direct, 002:" in lines[0]


def test_finding_a_sentence_by_mistyped_words(corpus_tui: Run, news: Path) -> None:
    found = corpus_tui("search", news, "costly mistkae").findings
    assert found[0]["article"] == "002_strike"
    assert found[0]["score"] > 0


def test_what_is_wrong_in_a_query_is_told_in_words_and_the_rest_is_found(corpus_tui: Run, news: Path) -> None:
    ran = corpus_tui("search", news, "harbour kind:spoken", "--format", "text")
    assert "spoken is no kind of quotation — it is one of direct, fragment, indirect" in ran.err
    assert "harbour" in ran.out


def test_searching_only_titles(corpus_tui: Run, news: Path) -> None:
    found = corpus_tui("search", news, "dockers", "--in", "titles").findings
    assert {(match["kind"], match["start"]) for match in found} == {("title", None)}


def test_several_queries_are_answered_one_by_one(corpus_tui: Run, news: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("harbour\nzzzzqqq\n", encoding="utf-8")
    answers = corpus_tui("search", news, "--queries", queries, "--limit", "2").findings
    assert [answer["query"] for answer in answers] == ["harbour", "zzzzqqq"]
    assert [len(answer["matches"]) for answer in answers] == [2, 0]
    assert all(answer["ms"] >= 0 for answer in answers)


def test_indexing_tells_what_was_read_and_the_second_time_reads_nothing(corpus_tui: Run, news: Path) -> None:
    (first,) = corpus_tui("index", news).findings
    (second,) = corpus_tui("index", news).findings
    assert set(first) == {"articles", "passages", "read", "skipped", "seconds", "search_bytes", "store_bytes"}
    assert (first["articles"], first["read"], second["articles"], second["read"]) == (3, 3, 3, 0)
    assert first["passages"] > 5
    assert first["store_bytes"] > 0


def test_what_is_new_is_read_by_the_next_command(corpus_tui: Run, news: Path) -> None:
    assert len(corpus_tui("articles", news).findings) == 3
    (news / "003.txt").write_text("A headline\n\nA paragraph that is new today.\n", encoding="utf-8")
    assert len(corpus_tui("articles", news).findings) == 4


def test_a_library_can_be_kept_where_one_likes(corpus_tui: Run, news: Path, tmp_path: Path) -> None:
    corpus_tui("articles", news, "--library", tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir())


def test_the_overview_where_there_is_no_terminal(corpus_tui: Run, news: Path) -> None:
    shown = corpus_tui(news)
    assert shown.status == 0
    assert shown.out.startswith("3 articles")
    for told in ("Articles\n", "001  Harbour to Open in May", "Who is quoted\n", "Actors\n"):
        assert told in shown.out


def test_settings_are_told_with_their_origin(corpus_tui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUS_TUI_THEME", "sepia")
    told = {item["setting"]: item for item in corpus_tui("config", "--format", "jsonl").findings}
    assert (told["theme"]["value"], told["theme"]["origin"]) == ("sepia", "environment: CORPUS_TUI_THEME")
    assert told["prose_width"]["origin"] == "default"


def test_the_defaults_are_a_settings_file_without_faults(
    corpus_tui: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.settings.settings import Settings, load_settings, settings_file

    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(corpus_tui("config", "--defaults").out, encoding="utf-8")
    loaded = load_settings()
    assert (loaded.settings, loaded.problems) == (Settings(), ())


def test_faults_of_the_settings_are_told_and_end_with_2(corpus_tui: Run) -> None:
    from tui.settings.settings import settings_file

    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("them: sepia\n", encoding="utf-8")
    asked = corpus_tui("config")
    assert asked.status == 2
    assert f"{settings_file()}:1: `them` is no setting — did you mean `theme`?" in asked.err
    assert "theme: dark" in asked.out


def test_themes_and_a_broken_one(corpus_tui: Run) -> None:
    from tui.paths import config_folder

    assert "sepia" in corpus_tui("themes").out
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("text: red\n", encoding="utf-8")
    asked = corpus_tui("themes", "--format", "jsonl")
    assert asked.status == 2
    assert "mine.yaml:1: `text: red` is no colour" in asked.err
    assert "mine" not in [theme["theme"] for theme in asked.findings]


def test_keys_tell_every_command(corpus_tui: Run) -> None:
    from tui.settings.keymap import COMMANDS

    assert [item["command"] for item in corpus_tui("keys", "--format", "jsonl").findings] == [
        c.id for c in COMMANDS
    ]
    assert all(command.tooltip in corpus_tui("keys").out for command in COMMANDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_for_each_shell(corpus_tui: Run, shell: str) -> None:
    assert "_CORPUS_TUI_COMPLETE" in corpus_tui("completions", shell).out


def test_help_shows_both_ways_and_every_command_has_examples(corpus_tui: Run) -> None:
    from tui.cli.commands import COMMANDS

    shown = corpus_tui("--help")
    assert shown.status == 0
    assert "--theme" in shown.out
    for command in COMMANDS:
        assert f"  {command} " in shown.out
        helped = corpus_tui(command, "--help").out
        assert "Examples:" in helped
        assert f"corpus-tui {command}" in helped


def test_json_is_one_object_a_line_even_for_texts_with_odd_line_ends(corpus_tui: Run, tmp_path: Path) -> None:
    text = "A title\u2028here\n\n“We\u2028will,” said Ann Lee.\x85 More.\n"
    (tmp_path / "odd.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    for line in corpus_tui("show", tmp_path / "odd.jsonl", "--blocks").out.splitlines():
        block = json.loads(line)
        assert text[block["start"] : block["end"]] == block["text"]


def test_what_somebody_is_held_to_want_is_printed_only_when_it_is_asked_for(
    corpus_tui: Run, tmp_path: Path
) -> None:
    (tmp_path / "001.txt").write_text(
        "Greta Lund met the dockers on Monday.\n\n"
        "Greta Lund said that the bridge would open in May.\n\nOmar Haddad hopes that the port will grow.\n"
    )
    sure = corpus_tui("quotes", tmp_path, "--format", "text")
    assert "the bridge would open in May" in sure.out
    assert "the port will grow" not in sure.out
    assert "1 more are doubtful: --all prints them" in sure.err
    assert "the port will grow" in corpus_tui("quotes", tmp_path, "--all", "--format", "text").out
    assert len(corpus_tui("quotes", tmp_path).findings) == 2
