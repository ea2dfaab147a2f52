"""What a corpus is called."""

from pathlib import Path

from tui.corpus.naming import corpus_name


def test_a_corpus_is_called_as_its_folder_or_by_how_many_files_it_is(tmp_path: Path) -> None:
    news, other = tmp_path / "news", tmp_path / "other"
    files = [news / "one.txt", news / "two.txt", other / "three.txt"]
    for file in files:
        file.parent.mkdir(exist_ok=True)
        file.write_text("Rain.", encoding="utf-8")
    told = [str(file) for file in files]
    assert corpus_name([f"{news}/"]) == "news"
    assert corpus_name(told[:1]) == "one.txt"
    assert corpus_name(told[:2]) == "2 files in news"
    assert corpus_name(told) == "3 files"
    assert corpus_name([str(news), told[2]]) == "2 places"
    assert corpus_name(["-"]) == "standard input"
