"""Settings: defaults that are told, a file that may be wrong, and what overrides it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tui.errors import CorpusError
from tui.settings.settings import SETTINGS, Settings, load_settings, settings_file


def write(text: str) -> Path:
    """Write the reader's settings file."""
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_told_with_its_default_and_its_values() -> None:
    defaults = Settings()._asdict()
    assert {setting.name: setting.default for setting in SETTINGS} == defaults
    assert all(setting.about and setting.values for setting in SETTINGS)


def test_without_a_file_the_defaults_stand() -> None:
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert not loaded.origins
    assert not loaded.problems


def test_the_file_is_overridden_by_the_environment_and_that_by_options(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write("theme: sepia\nprose_width: 66\nascii: yes\njobs: 3\n")
    monkeypatch.setenv("CORPUS_TUI_THEME", "light")
    monkeypatch.setenv("CORPUS_TUI_MOUSE", "on")
    monkeypatch.setenv("CORPUS_TUI_PROSE_WIDTH", "")
    loaded = load_settings({"theme": "contrast", "jobs": None})
    assert loaded.settings == Settings(theme="contrast", prose_width=66, ascii=True, mouse=True, jobs=3)
    assert loaded.origins == {
        "theme": "option: --theme",
        "prose_width": f"{path}:2",
        "ascii": f"{path}:3",
        "jobs": f"{path}:4",
        "mouse": "environment: CORPUS_TUI_MOUSE",
    }


@pytest.mark.parametrize(
    ("line", "reason", "advice"),
    [
        ("them: sepia", "`them` is no setting", "did you mean `theme`?"),
        ("xyzzy: 1", "`xyzzy` is no setting", "`corpus-tui config` lists all settings"),
        ("theme: seipa", "`theme: seipa` is not one of its values", "did you mean sepia?"),
        (
            "prose_width: wide",
            "`prose_width: wide` is no whole number in its range",
            "write a number from 30 to 120",
        ),
        (
            "prose_width: 3",
            "`prose_width: 3` is no whole number in its range",
            "write a number from 30 to 120",
        ),
        ("jobs: true", "`jobs: True` is no whole number in its range", "write a number from 0 to 256"),
        ("mouse: 2", "`mouse: 2` is neither true nor false", "write true or false"),
        ("citation: [apa]", "`citation: ['apa']` is not one of its values", "did you mean apa?"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_line_and_the_rest_counts(
    line: str, reason: str, advice: str
) -> None:
    path = write(f"# my settings\n{line}\nline_spacing: 2\n")
    loaded = load_settings()
    assert [tuple(problem) for problem in loaded.problems] == [(path, 2, reason, advice)]
    assert loaded.settings == Settings(line_spacing=2)


def test_a_file_that_is_no_yaml_is_told_and_the_defaults_stand() -> None:
    path = write("theme: sepia\nmouse: [\n")
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert str(loaded.problems[0]).startswith(f"{path}:3: is no YAML")


@pytest.mark.parametrize(
    ("variable", "told", "advice"),
    [("THEME", "drak", "dark"), ("MOUSE", "maybe", "true or false"), ("JOBS", "-1", "0 to 256")],
)
def test_a_wrong_value_in_the_environment_is_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, variable: str, told: str, advice: str
) -> None:
    monkeypatch.setenv(f"CORPUS_TUI_{variable}", told)
    with pytest.raises(CorpusError, match=f"CORPUS_TUI_{variable}={told}") as error:
        load_settings()
    assert advice in error.value.advice
    assert error.value.status == 2


def test_a_wrong_option_is_wrong_usage() -> None:
    with pytest.raises(CorpusError, match="--theme drak") as error:
        load_settings({"theme": "drak"})
    assert (error.value.advice, error.value.status) == ("did you mean dark?", 2)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@hypothesis_settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(values=st.dictionaries(st.sampled_from([s.name for s in SETTINGS]) | st.text(max_size=5), anything))
def test_whatever_the_file_holds_each_line_counts_or_is_told(values: dict[str, object]) -> None:
    write(yaml.safe_dump(values, allow_unicode=True))
    loaded = load_settings()
    assert len(loaded.origins) + len(loaded.problems) == len(values)
    assert all(type(getattr(loaded.settings, s.name)) is type(s.default) for s in SETTINGS)
