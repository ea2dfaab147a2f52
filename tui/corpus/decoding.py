"""Bytes to text: UTF-8 or what a byte-order mark says, else detected and said so."""

import codecs
import contextlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, AnyStr, BinaryIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})
LONGEST_LINE = 50_000_000
"""Bytes of a line of a file that is read line by line; of UTF-16 and UTF-32 code points."""

_SAMPLE = 32_768
_SURROGATE = re.compile("[\ud800-\udfff]")
_PDF = b"%PDF-"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_WESTERN = frozenset("‘’“”–—…•€£¥©®™«»°·§´½\xa0¡¿".encode("windows-1252")) | set(range(0xC0, 0x100)) - {
    0xD7,
    0xF7,
}
_WESTERN_SHARE = 6
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|latin-?\d|(?:iso|windows|cp|koi|big|gb|euc|shift|ks|tis|mac)[\w-]{1,20}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read in; `certain` is False where that had to be detected."""

    text: str
    encoding: str
    certain: bool


def without_surrogates(text: str) -> str:
    """`text` with each lone surrogate, which no encoding can write, replaced by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def decode(data: bytes) -> Decoded | None:
    """The text of a whole file, byte-order mark removed and nothing else changed; None where it is no text.

    A file with a share of control characters that no text has is binary. Time is linear in the size of `data`:
    an encoding is detected from a sample.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, errors="replace"), encoding, True)
    head = data[: 2 * _SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if data.startswith(_PDF) or controls * 10 > len(head):
        return _without_mark(data, head)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError as error:
        if controls * 50 > len(head):
            return None
        encoding = _detected(data, error.start)
    return Decoded(data.decode(encoding, errors="replace"), encoding, False)


def decode_as(data: bytes, named: str | None) -> Decoded | None:
    """The text of bytes whose encoding something else names; detected where the name is wrong or no known one."""
    if named and _ENCODINGS.fullmatch(named) and not data.startswith(tuple(mark for mark, _ in _MARKS)):
        with contextlib.suppress(LookupError, ValueError):
            return Decoded(data.decode(named), named.lower(), True)
    return decode(data)


def _without_mark(data: bytes, head: bytes) -> Decoded | None:
    """UTF-16 without a byte-order mark has a NUL in every second place of Latin text; else None."""
    if len(data) % 2 or not head:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nuls, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if nuls * 4 > len(head) and not others:
            return Decoded(data.decode(encoding, errors="replace"), encoding, False)
    return None


def _detected(data: bytes, at: int) -> str:
    """The likeliest encoding of bytes that are no UTF-8 at offset `at`."""
    sample = data[max(0, at - _SAMPLE // 2) : at + _SAMPLE // 2]
    replaced = sample.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    if sum(ord(character) > 127 for character in replaced) - broken > 4 * broken:
        return "utf-8"  # a few broken bytes among many good ones
    if _is_western(sample):
        return "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return "windows-1252"
    return best.encoding.replace("_", "-")


def _is_western(sample: bytes) -> bool:
    """Whether all reads well as Windows-1252: a few accents, curly quotes and dashes in mostly plain letters.

    A detector needs more of them than a short article in English has, and finds Cyrillic in two curly quotes.
    """
    odd = _NOT_ASCII.findall(sample)
    return len(odd) * _WESTERN_SHARE <= len(sample) and set(b"".join(odd)) <= _WESTERN


def decoded_lines(file: BinaryIO) -> Iterator[tuple[int, Decoded | None]]:
    """The lines of a file with their numbers from 1, each decoded as it comes, line ends kept.

    A line that is no UTF-8 is detected with the encoding of the first such line. One line is held at a time; one of
    more than `LONGEST_LINE` bytes is not, but None stands for it.
    """
    start = file.peek(4)[:4] if hasattr(file, "peek") else b""
    mark = next(((mark, encoding) for mark, encoding in _MARKS if start.startswith(mark)), None)
    if mark and mark[1] != "utf-8":
        wrapped = io.TextIOWrapper(file, encoding=mark[1], errors="replace", newline="\n")
        for number, line in _bounded(wrapped):
            yield number, None if line is None else Decoded(line.removeprefix("\ufeff"), mark[1], True)
        wrapped.detach()
        return
    detected = ""
    for number, raw in _bounded(file):
        if raw is None:
            yield number, None
            continue
        data = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        try:
            yield number, Decoded(data.decode("utf-8"), "utf-8", True)
        except UnicodeDecodeError as error:
            detected = detected or _detected(data, error.start)
            yield number, Decoded(data.decode(detected, errors="replace"), detected, False)


def _bounded(file: IO[AnyStr]) -> Iterator[tuple[int, AnyStr | None]]:
    """The lines of a file; None for a line that is too long."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE:
            yield number, line
            continue
        while rest := file.readline(LONGEST_LINE):
            if len(rest) < LONGEST_LINE:
                break
        yield number, None
