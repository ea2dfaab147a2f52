"""What a reader copies arrives, whatever stands between, and holds nothing that a shell would run."""

import base64
import os
import re
from pathlib import Path

import pytest

from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.clipboard import LONGEST, SCREEN_TAKES, Clipboard

FULL = Capabilities()
NO_TOOLS = {"PATH": ""}


def osc52(sent: str) -> str:
    found = re.search("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sent)
    assert found, sent
    return base64.b64decode(found[1]).decode()


def copied(text: str, environment: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    sent: list[str] = []
    done = Clipboard(FULL, environment).copy(text, sent.append)
    return "".join(sent), done.ways


def test_the_terminal_is_asked_and_the_reader_told() -> None:
    sent, ways = copied("“Shifts for the better”", NO_TOOLS)
    assert osc52(sent) == "“Shifts for the better”"
    assert ways == ("the terminal (OSC 52)",)


def test_tmux_hears_it_itself_and_passes_it_on() -> None:
    sent, _ = copied("a quote", NO_TOOLS | {"TMUX": "/run/tmux/1,2,3"})
    own, wrapped = sent.split("\x1bPtmux;")
    assert osc52(own) == "a quote"
    assert wrapped.endswith("\x1b\\")
    assert osc52(wrapped.replace("\x1b\x1b", "\x1b")) == "a quote"


def test_screen_gets_pieces_that_it_has_room_for() -> None:
    text = "a long passage " * 200
    sent, _ = copied(text, NO_TOOLS | {"STY": "1.tty"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sent, re.DOTALL)
    assert max(map(len, pieces)) <= SCREEN_TAKES
    assert osc52("".join(pieces)) == text


def test_a_hidden_command_is_not_copied() -> None:
    sent, _ = copied("said\x1b[31m he\x00\r\nrm -rf ~\x1b]52;c;AAAA\x07\u202e", NO_TOOLS)
    text = osc52(sent)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert text.splitlines()[1].startswith("rm -rf ~")
    assert sent.count("\x1b") == 1


@pytest.mark.parametrize(
    ("tool", "told", "platform", "arguments"),
    [
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ""),
        ("xclip", {"DISPLAY": ":0"}, "linux", "-selection clipboard"),
        ("xsel", {"DISPLAY": ":0"}, "linux", "--clipboard --input"),
        ("pbcopy", {}, "darwin", ""),
        ("tmux", {"TMUX": "/run/tmux/1,2,3"}, "linux", "load-buffer -w -"),
    ],
)
def test_a_tool_of_the_desktop_is_used_and_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tool: str,
    told: dict[str, str],
    platform: str,
    arguments: str,
) -> None:
    program = tmp_path / tool
    program.write_text(f'#!/bin/sh\necho "$*" > {tmp_path}/told\ncat > {tmp_path}/clip\n')
    program.chmod(0o755)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    # Elsewhere on this machine there may be the others; here only the one is to be found.
    _, ways = copied("to the desktop; $(rm -rf ~)", told | {"PATH": str(tmp_path)})
    assert ways == ("the terminal (OSC 52)", tool)
    assert (tmp_path / "clip").read_text() == "to the desktop; $(rm -rf ~)"
    assert (tmp_path / "told").read_text().strip() == arguments


def test_over_ssh_the_desktop_is_at_the_other_end_of_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pbcopy").write_text("#!/bin/sh\n")
    (tmp_path / "pbcopy").chmod(0o755)
    monkeypatch.setattr("sys.platform", "darwin")
    _, ways = copied("a quote", {"PATH": str(tmp_path), "SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22"})
    assert ways == ("the terminal (OSC 52)",)


def test_a_tool_that_fails_is_not_said_to_have_copied(tmp_path: Path) -> None:
    (tmp_path / "xclip").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "xclip").chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        _, ways = copied("a quote", {"PATH": str(tmp_path), "DISPLAY": ":0"})
    assert ways == ("the terminal (OSC 52)",)


def test_what_is_too_long_for_the_terminal_is_not_half_sent() -> None:
    sent, ways = copied("x" * LONGEST, NO_TOOLS)
    assert sent == ""
    assert ways == ()


def test_a_console_without_a_clipboard_says_so() -> None:
    sent: list[str] = []
    done = Clipboard(Capabilities(alternate_screen=False), NO_TOOLS).copy("text", sent.append)
    assert sent == []
    assert "not copied" in done.told
