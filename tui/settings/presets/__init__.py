"""Which presets of keys there are: the default keys (`keymap.py`), and a file in this folder for each other one."""

from pathlib import Path

DEFAULT_PRESET = "default"


def preset_names() -> tuple[str, ...]:
    """The presets there are, the default one first."""
    return (DEFAULT_PRESET, *sorted(path.stem for path in Path(__file__).parent.glob("*.yaml")))


def preset_file(name: str) -> Path:
    """The file of a preset that is not the default one."""
    return Path(__file__).parent / f"{name}.yaml"
