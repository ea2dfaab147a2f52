"""Themes: seven colours that can be read, and broken files that are told and skipped."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.errors import CorpusError
from tui.paths import bundled, config_folder
from tui.settings.themes import COLOURS, TERMINAL_COLOURS, contrast, load_theme, load_themes, read_theme

INKS = COLOURS[:5]
BUNDLED = sorted(path.stem for path in bundled("themes").glob("*.yaml"))

GOOD = """\
about: mine
dark: true
text: '#ffffff'
quiet: '#cccccc'
accent: '#88ccff'
mark: '#ffff00'
warn: '#ff9999'
page: '#000000'
selection: '#222244'
"""


def own(name: str, text: str) -> Path:
    """Put a theme into the reader's config folder."""
    folder = config_folder() / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_there_is_a_theme_for_each_kind_of_reader() -> None:
    themes = load_themes()
    assert not themes.problems
    assert next(iter(themes.themes)) == "dark"
    assert set(themes.themes) >= {"dark", "light", "contrast", "terminal", "sepia", "clear"}
    assert not themes.themes["light"].dark
    assert themes.themes["terminal"].terminal_colours
    assert all(theme.about for theme in themes.themes.values())


@pytest.mark.parametrize("name", [name for name in BUNDLED if name != "terminal"])
def test_every_ink_can_be_read_on_both_grounds(name: str) -> None:
    theme = load_theme(name)
    for ink in INKS:
        for ground in ("page", "selection"):
            told = f"{ink} on {ground}"
            assert (told, contrast(getattr(theme, ink), getattr(theme, ground))) >= (told, 4.5)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_the_colours_of_the_terminal_are_those_that_the_app_knows() -> None:
    known = "from textual._color_constants import ANSI_COLORS as c; print(*sorted(c))"
    done = subprocess.run([sys.executable, "-c", known], capture_output=True, text=True, check=True)
    assert {f"ansi_{name}" for name in done.stdout.split()} | {"ansi_default"} == set(TERMINAL_COLOURS)


def test_a_theme_of_the_reader_joins_the_bundled_ones_and_can_replace_one() -> None:
    own("mine", GOOD)
    own("sepia", GOOD)
    themes = load_themes()
    assert themes.named("mine").mark == "#ffff00"
    assert themes.named("sepia").about == "mine"
    assert load_theme("mine") == themes.named("mine")


def test_a_broken_theme_is_named_with_its_line_and_the_others_stay() -> None:
    path = own("mine", GOOD.replace("mark: '#ffff00'", "mark: '#yellow'"))
    own("sepia", "text: [")
    themes = load_themes()
    assert "mine" not in themes.themes
    assert themes.themes["sepia"].text == "#3b2f24"
    assert [(p.path.name, p.line) for p in themes.problems] == [("mine.yaml", 6), ("sepia.yaml", 1)]
    assert str(themes.problems[0]).startswith(f"{path}:6: `mark: #yellow` is no colour — ")


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("text: '#ffffff'", "text: #ffffff", 3, "quotes"),
        ("text: '#ffffff'", "text: ansi_grean", 3, "ansi_green"),
        ("text: '#ffffff'", "text: 12", 3, "#rrggbb"),
        ("text: '#ffffff'\n", "", None, "text"),
        ("dark: true", "dark: perhaps", 2, "true or false"),
        ("about: mine", "- a\n- b", 3, "key: value"),
        ("mark: '#ffff00'", "mark: &a ['#ffff00', *a]", 6, "write the value out"),
        ("mark: '#ffff00'", "mark: !!python/object/apply:os.getcwd []", 6, "key: value"),
    ],
)
def test_each_way_to_break_a_theme_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, told: str
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    theme, problems = read_theme(path)
    assert theme is None
    assert problems[0].line == line
    assert told in problems[0].advice


def test_an_unknown_key_is_told_with_the_nearest_and_the_theme_is_still_good(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD + "acent: '#000000'\n", encoding="utf-8")
    theme, problems = read_theme(path)
    assert theme is not None
    assert [(p.line, p.advice) for p in problems] == [(10, "did you mean `accent`?")]


def test_a_theme_that_is_not_there_is_told_with_the_nearest_name() -> None:
    with pytest.raises(CorpusError, match="no theme called 'seipa'") as error:
        load_theme("seipa")
    assert "sepia" in error.value.advice
    assert error.value.status == 2
    with pytest.raises(CorpusError, match="no theme called 'seipa'"):
        load_themes().named("seipa")


def test_files_that_are_no_text_no_file_or_far_too_large_are_told(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"about: x\ntext: caf\xe9\n")
    (tmp_path / "large.yaml").write_bytes(b"#" * 300_000)
    (tmp_path / "folder.yaml").mkdir()
    told = {path.stem: read_theme(path)[1][0] for path in tmp_path.iterdir()}
    assert told["latin"].line == 2
    assert "too large" in told["large"].reason
    assert "cannot be read" in told["folder"].reason


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.sampled_from("abt:#'\"[]{}&*!%-?>| \n\t0é\x00ÿ")) | st.text())
def test_no_file_is_so_broken_that_reading_it_fails(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    theme, problems = read_theme(path)
    assert theme is None
    assert problems
