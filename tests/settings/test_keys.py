"""Keys: presets that bind everything, and a file of the reader's own that may be wrong."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.settings.key_names import NoKeyError, chord, is_typed
from tui.settings.keymap import BY_ID, COMMANDS, key_name, key_names
from tui.settings.keys import Bound, keys_file, load_keys
from tui.settings.presets import preset_names


def write(text: str) -> Path:
    """Write the reader's keys file."""
    path = keys_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def keys_of(bound: Bound, command: str) -> tuple[str, ...]:
    """The keys of a command."""
    return next(one.keys for one in bound.commands if one.id == command)


def told(bound: Bound) -> list[str]:
    """What is wrong, without the file's name."""
    return [f"{line}: {reason} — {advice}" for _, line, reason, advice in bound.problems]


def test_a_start_without_a_file_reads_no_yaml() -> None:
    told = "from tui.settings.keys import load_keys; load_keys(); import sys; print('yaml' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_without_a_file_the_default_keys_stand() -> None:
    bound = load_keys()
    assert bound.commands == COMMANDS
    assert (bound.preset, bound.origins, bound.problems, bound.fault) == ("default", {}, (), "")


@pytest.mark.parametrize("preset", preset_names())
def test_a_preset_binds_every_command_in_each_of_its_places_and_none_of_its_keys_means_two_things(
    preset: str,
) -> None:
    bound = load_keys(preset)
    assert bound.problems == ()
    begun: set[tuple[str, str]] = set()
    whole: list[tuple[str, str]] = []
    for command in bound.commands:
        for place in command.where:
            pressed = [
                keys
                for keys in command.keys
                if place != "search" or not any(is_typed(step) for step in keys.split())
            ]
            assert pressed, f"{command.id} has no key in {place}"
            for keys in pressed:
                steps = keys.split()
                whole.append((place, keys))
                begun |= {(place, " ".join(steps[:count])) for count in range(1, len(steps))}
    assert len(whole) == len(set(whole))
    assert not begun & set(whole)


def test_the_presets_are_what_their_names_promise() -> None:
    assert "g g" in keys_of(load_keys("vim"), "top")
    assert "z z" in keys_of(load_keys("vim"), "center")
    assert ": n" in keys_of(load_keys("less"), "next_article")
    assert "ctrl+x ctrl+c" in keys_of(load_keys("emacs"), "quit")
    assert set(preset_names()) == {"default", "vim", "less", "emacs"}


def test_every_command_can_be_bound_anew() -> None:
    chords = {
        command.id: f"ctrl+{'abcdefgk'[at % 8]} ctrl+{'abcdefgknoprstu'[at // 8]}"
        for at, command in enumerate(COMMANDS)
    }
    write(yaml.safe_dump(chords, sort_keys=False))
    bound = load_keys()
    assert bound.problems == ()
    assert {command.id: command.keys for command in bound.commands} == {
        name: (keys,) for name, keys in chords.items()
    }


def test_the_readers_keys_count_before_the_preset_that_the_file_names() -> None:
    write('preset: emacs\nsearch: ["f9", "/"]\ntypos: []\npane_2: 2\ncite: none\n')
    bound = load_keys()
    assert bound.preset == "emacs"
    assert keys_of(bound, "search") == ("f9", "/")
    assert keys_of(bound, "down") == ("ctrl+n", "down")
    assert keys_of(bound, "pane_2") == ("2",)
    assert keys_of(bound, "typos") == keys_of(bound, "cite") == ()
    assert bound.origins["search"] == "keys.yaml:2"
    assert bound.origins["down"] == "preset emacs"
    assert bound.problems == ()
    assert load_keys("vim").preset == "vim"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("serach: f9", "`serach` is no command — did you mean `search`?"),
        ("xyzzy: f9", "`xyzzy` is no command — `corpus-tui keys` lists all commands"),
        ("preset: vmi", "`preset: vmi` is no preset — did you mean vim?"),
        ("top: pgdwn", "`top`: `pgdwn` is no key — did you mean `pagedown`?"),
        ("top: crtl+t", "`top`: `crtl+t` is no key — did you mean `ctrl+t`?"),
        ("top: C-x t", "`top`: `C-x` is no key — did you mean `ctrl+x`?"),
        ("top: gg", "`top`: `gg` is no key — did you mean `g g`?"),
        (
            "top: true",
            "`top`: `True` is no key — write a key or a list of keys; signs in quotes",
        ),
        ("top: ctrl+q", "`top`: `ctrl+q` always is quit — write another key"),
        (
            "typos: t",
            "`typos`: `t` is typed where this command counts — write a key with ctrl, or one that types nothing",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_nearest_and_the_rest_counts(
    line: str, sentence: str
) -> None:
    write(f"# my keys\n{line}\nbottom: f10\n")
    bound = load_keys()
    assert told(bound) == [f"2: {sentence}"]
    assert bound.fault.rstrip(".") == f"keys.yaml:2: {sentence.replace(' — ', ': ')}"
    assert keys_of(bound, "bottom") == ("f10",)
    assert keys_of(bound, "top") == BY_ID["top"].keys


def test_signs_that_yaml_reads_otherwise_are_asked_to_be_quoted() -> None:
    write('together: =\nsearch: "="\n')
    problem, clash = told(load_keys())
    assert problem.startswith("1: cannot be understood")
    assert problem.endswith('put signs in quotes, as in search: "/"')
    assert "`search` now, and was `together`" in clash


def test_two_commands_on_one_key_are_told_with_both_names_and_the_first_stands() -> None:
    write("filter: f9\nsort: f9\nnext_lit: f9 n\n")
    bound = load_keys()
    sort, next_lit = told(bound)
    assert sort == (
        "2: `f9` is both `filter` and `sort` in the place “article list”; `filter` keeps it"
        " — bind `sort` anew; it has no key now"
    )
    assert next_lit.startswith("3: `f9` and `f9 n` begin alike: both `filter` and `next_lit` in the place")
    assert keys_of(bound, "filter") == ("f9",)


def test_a_key_that_is_taken_from_a_command_of_the_preset_is_told() -> None:
    write("filter: j\n")
    bound = load_keys()
    assert told(bound) == [
        "1: `j` is `filter` now, and was `down` in the place “article list” — bind `down` anew; `down` is left"
    ]
    write("filter: j\ndown: down\n")
    assert load_keys().problems == ()


def test_one_key_can_mean_two_things_in_two_places() -> None:
    write("typos: f9\nsort: f9\n")
    assert load_keys().problems == ()


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("G", "G"),
        ("shift+g", "G"),
        ("Ctrl+X", "ctrl+x"),
        ("control+x  B", "ctrl+x B"),
        ("pgdn", "pagedown"),
        ("Esc", "escape"),
        ("+", "+"),
        ("ctrl++", "ctrl++"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("ctrl+space", "ctrl+@"),
        ("ctrl+i", "tab"),
        ("meta+x", "alt+x"),
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, named: str) -> None:
    assert chord(written) == named


def test_keys_are_shown_as_people_write_them() -> None:
    assert key_name("g g") == "gg"
    assert key_name("ctrl+x pagedown") == "ctrl+x pgdn"
    assert key_names(("j", "down")) == "j ↓"
    assert key_names(("ctrl+x b", "1")) == "ctrl+x b, 1"


@given(st.text(max_size=12))
def test_whatever_is_written_for_a_key_is_one_or_is_told(written: str) -> None:
    try:
        named = chord(written)
    except NoKeyError as error:
        told = error
    else:
        assert chord(named) == named
        return
    assert told.reason
    assert told.advice


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(BY_ID)) | st.text(max_size=5),
        st.text(max_size=6)
        | st.sampled_from(["g", "g g", "f9", "ctrl+x b", "escape"])
        | st.lists(st.text(max_size=3) | st.integers() | st.none(), max_size=3),
        max_size=6,
    )
)
def test_whatever_the_file_holds_no_key_means_two_things(values: dict[str, object]) -> None:
    write(yaml.safe_dump(values, allow_unicode=True))
    bound = load_keys()
    assert [command.id for command in bound.commands] == [command.id for command in COMMANDS]
    for place in {place for command in COMMANDS for place in command.where} - {"search"}:
        keys = [keys for command in bound.commands if place in command.where for keys in command.keys]
        assert len(keys) == len(set(keys))
