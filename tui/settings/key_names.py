"""The names of keys, as a reader writes them and as the terminal tells them: `g g`, `ctrl+x b`, `pgdn`, `?`."""

import re
from difflib import get_close_matches

NAMED = frozenset(
    {"enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
    | {"up", "down", "left", "right"}
    | {f"f{number}" for number in range(1, 13)}
)
"""Keys that type no character, by the names that the program knows."""

OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "bs": "backspace",
    "spc": "space",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
}
MODIFIERS = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "alt": "alt",
    "meta": "alt",
    "option": "alt",
    "shift": "shift",
}

SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys that a terminal does not tell apart."""

_OTHER_WRITING = re.compile(r"<?([CMAS])-(.+?)>?")
_LETTERS = {"C": "ctrl", "M": "alt", "A": "alt", "S": "shift"}


class NoKeyError(ValueError):
    """What was written names no key that a terminal tells. `advice` says what to write."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason, self.advice = reason, advice


def chord(written: str) -> str:
    """A key, or several pressed one after the other, in the program's names; NoKeyError where one of them is none."""
    steps = [_step(step) for step in written.split()]
    if not steps:
        raise NoKeyError("names no key", "write a key, or none to have none")
    return " ".join(steps)


def is_typed(step: str) -> bool:
    """Whether a key types a character where there is a line to type in."""
    return len(step) == 1 or step == "space" or step.startswith("alt+")


def _step(written: str) -> str:
    head, plus, key = written.rpartition("+")
    if not key:  # the key is `+` itself
        head, key = head.removesuffix("+"), "+"
    modifiers = set()
    for name in filter(None, head.split("+") if plus else ()):
        modifier = MODIFIERS.get(name.lower())
        if modifier is None:
            raise _unknown(written)
        modifiers.add(modifier)
    return _with(modifiers, _named(key, written), written)


def _with(modifiers: set[str], key: str, written: str) -> str:
    if len(key) == 1 and modifiers:
        if "shift" in modifiers and key.isalpha() and modifiers == {"shift"}:
            return key.upper()
        if "shift" in modifiers or not (key.isalnum() or modifiers == {"ctrl"}):
            raise NoKeyError(
                f"`{written}` is no key that a terminal tells", f"write `{key}` alone, or with ctrl"
            )
        key = key.lower()
    told = "+".join((*sorted(modifiers), key))
    return {"ctrl+space": "ctrl+@", "ctrl+_": "ctrl+underscore", "ctrl+\\": "ctrl+backslash"}.get(
        told, SAME_BYTE.get(told, told)
    )


def _named(key: str, written: str) -> str:
    if len(key) == 1:
        return OTHER_NAMES.get(key, key)
    name = OTHER_NAMES.get(key.lower(), key.lower())
    if name not in NAMED:
        raise _unknown(written)
    return name


def _unknown(written: str) -> NoKeyError:
    """What is told of a key that is none, with the nearest that is one."""
    return NoKeyError(
        f"`{written}` is no key", f"did you mean `{near}`?" if (near := _near(written)) else _ADVICE
    )


def _near(written: str) -> str:
    other = _OTHER_WRITING.fullmatch(written)
    if other:
        return f"{_LETTERS[other[1]]}+{other[2].lower()}"
    *heads, key = written.lower().split("+")
    names = [get_close_matches(head, MODIFIERS, n=1) for head in heads]
    keys = [key] if len(key) == 1 else get_close_matches(key, [*NAMED, *OTHER_NAMES], n=1)
    if not keys or not all(names):
        return " ".join(written) if len(written) == 2 and not heads else ""
    return "+".join([*(MODIFIERS[name[0]] for name in names), OTHER_NAMES.get(keys[0], keys[0])])


_ADVICE = "write a character, or one of enter, tab, space, home, pgdn, f1 …, with ctrl+ or alt+ before it"
