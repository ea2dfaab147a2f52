"""Mail: newsletters saved as .eml, or many in one mbox."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import Decoded, decode_as
from tui.corpus.making import make_article
from tui.corpus.markup import headed, text_of
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import LARGEST, too_large, whole

_FROM = re.compile(rb"From \S+.*\d{4}\r?\n")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_BROKEN = "save the message anew, or its text as .txt"


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of an mbox, one a message, or the one of a message saved by itself. Attachments are not read."""
    attached = 0
    if _FROM.match(file.readline(1000)):
        file.seek(0)
        for number, message in enumerate(_messages(file), 1):
            if message is None:
                yield too_large(place, LARGEST, LARGEST, number)
                continue
            found, others = _article(message, place, number, place.item(number))
            attached += others
            yield found
    else:
        data = whole(file, place)
        if isinstance(data, Problem):
            yield data
            return
        found, attached = _article(data, place, None, place.stem)
        yield found
    if attached:
        reason = f"{attached:,} attachments are not read" if attached > 1 else "an attachment is not read"
        yield Problem(place.path, None, reason, "save attachments as files of their own", skipped=False)


def _messages(file: BinaryIO) -> Iterator[bytes | None]:
    """The messages of an mbox, one held at a time; None for one that is too large."""
    lines: list[bytes] = []
    size = 0
    empty = True
    file.readline()
    while line := file.readline(LARGEST):
        if empty and line.startswith(b"From ") and _FROM.match(line):
            yield _joined(lines, size)
            lines, size = [], 0
            continue
        empty = line in (b"\n", b"\r\n")
        size += len(line)
        if size <= LARGEST:
            lines.append(line)
        else:
            lines.clear()
    yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines)) if size <= LARGEST else None


def _article(data: bytes, place: Place, number: int | None, identity: str) -> tuple[Article | Problem, int]:
    """The article of a message, or why there is none, and how many attachments it has."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
        text, marked = _text(body) if isinstance(body, EmailMessage) else ("", False)
        metadata = _metadata(message)
    except Exception as error:  # noqa: BLE001 - headers of broken mail raise whatever they run into
        reason = f"broken message ({type(error).__name__}: {error})"[:200]
        return Problem(place.path, number, reason, _BROKEN), 0
    if not text.strip():
        return Problem(place.path, number, "the message has no text", _BROKEN), attached
    name = identity.rsplit("/", 1)[-1]
    if marked:
        text = headed(str(metadata["title"] or ""), text)
    return make_article(
        identity, text, path=place.path, name=name, metadata=metadata, marked=marked
    ), attached


def _text(part: EmailMessage) -> tuple[str, bool]:
    """The text of a part, and whether it was HTML."""
    data = part.get_payload(decode=True)
    decoded = decode_as(data, part.get_content_charset()) if isinstance(data, bytes) else None
    text = (decoded or Decoded("", "", True)).text
    if part.get_content_subtype() == "html":
        return text_of(text), True
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=\S)(?<!\n--) \r?\n(?!-- \r?\n)", " ", text)
    return text, False


def _metadata(message: EmailMessage) -> dict[str, object]:
    """What the headers tell. The source is the list, else where the sender's address is at home."""
    name, address = parseaddr(str(message.get("From", "")))
    listed = str(message.get("List-Id", "")).partition("<")[0].strip(' "')
    archived = str(message.get("Archived-At", "")).strip(" <>")
    try:
        date = parsedate_to_datetime(str(message["Date"])).date().isoformat() if message["Date"] else None
    except ValueError:
        date = None
    return {
        "title": " ".join(str(message.get("Subject", "")).split()) or None,
        "author": name or None,
        "source": listed or address.rpartition("@")[2] or None,
        "date": date,
        "url": archived or None,
        "language": str(message.get("Content-Language", "")) or None,
    }
