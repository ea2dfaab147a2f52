"""Marks and corrections as W3C Web Annotations in JSON-LD, and back (https://www.w3.org/TR/annotation-model/)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tui.errors import CorpusError
from tui.notebook.anchors import Anchor
from tui.notebook.book import CORRECTION, MARK
from tui.notebook.journal import Entry
from tui.notebook.marks import About, Mark, MarkKind, Target, from_data, to_data

NAMESPACE = "urn:corpus-tui:"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"corpus": NAMESPACE}]
"""The vocabulary of the W3C, and a prefix for the few things that it has no word for."""

_MOTIVATIONS: dict[MarkKind, str] = {
    "bookmark": "bookmarking",
    "note": "commenting",
    "highlight": "highlighting",
    "star": "assessing",
    "read": "identifying",
    "judgement": "moderating",
}
_KINDS = {motivation: kind for kind, motivation in _MOTIVATIONS.items()}
_CORRECTING = "editing"
_HASH = "urn:sha256:"


def export(entries: Iterable[Entry]) -> dict[str, Any]:
    """A book's entries as one annotation page."""
    items = [annotation(entry) for entry in entries if entry.data is not None]
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def read(text: str, name: str) -> list[Entry]:
    """The entries in JSON-LD that `export` made, or that another program did: a page, a collection, or annotations.

    `name` is the file's, for errors. Raises CorpusError, with the line, where it is no JSON, and with the number of the
    annotation where that is none.
    """
    try:
        told = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        advice = "`corpus-tui notes export` makes a file that can be imported."
        raise CorpusError(f"{name}:{line}: is no JSON ({getattr(error, 'msg', error)})", advice) from error
    entries = []
    for number, item in enumerate(_items(told), 1):
        try:
            entries.append(_entry(item))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CorpusError(
                f"{name}: annotation {number} cannot be understood ({error})",
                "Nothing was imported: take it out, or put it right.",
            ) from error
    return entries


def _items(told: Any) -> Iterator[Any]:
    """The annotations in a page, a collection, a list, or one by itself."""
    if isinstance(told, list):
        for part in told:
            yield from _items(part)
    elif isinstance(told, dict) and "items" in told:
        yield from _items(told["items"])
    elif isinstance(told, dict) and "first" in told:
        yield from _items(told["first"])
    else:
        yield told


def annotation(entry: Entry) -> dict[str, Any]:
    """An entry of a book as one annotation. What a later version of this program made is taken along as it is."""
    try:
        mark = from_data(entry.data or {}) if entry.kind == MARK else None
    except ValueError:
        mark = None
    if mark is None:
        return {
            "id": entry.id,
            "type": "Annotation",
            "motivation": _CORRECTING,
            "created": entry.at,
            "body": [],
            "target": f"{NAMESPACE}findings",
            f"corpus:{entry.kind}": entry.data,
        }
    bodies = [{"type": "TextualBody", "value": mark.text, "purpose": "commenting"}] if mark.text else []
    if mark.label:
        bodies.append({"type": "TextualBody", "value": mark.label, "purpose": "classifying"})
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in mark.tags]
    return {
        "id": mark.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[mark.kind],
        "created": mark.created,
        "modified": mark.modified,
        "body": bodies,
        "target": [_target(one) for one in mark.target.anchors] or f"{NAMESPACE}{mark.target.about}",
        "corpus:about": mark.target.about,
        "corpus:name": mark.target.name,
        "corpus:key": mark.target.key,
    }


def _target(anchor: Anchor) -> dict[str, Any]:
    told: dict[str, Any] = {
        "source": anchor.url or _HASH + anchor.sha256,
        "corpus:article": anchor.article,
        "corpus:sha256": anchor.sha256,
    }
    if not anchor.whole:
        told["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ]
    return told


def _entry(item: dict[str, Any]) -> Entry:
    for kind in (CORRECTION, MARK):
        if f"corpus:{kind}" in item:
            whole = dict(item[f"corpus:{kind}"])
            return Entry(kind, str(item["id"]), str(item.get("created") or ""), whole)
    mark = _mark(item)
    return Entry(MARK, mark.id, mark.modified, to_data(mark))


def _mark(item: dict[str, Any]) -> Mark:
    bodies = [_body(body) for body in _several(item.get("body")) + _several(item.get("bodyValue"))]
    anchors = tuple(_anchor(one) for one in _several(item["target"]) if _has_place(one))
    default: About = "article" if anchors and all(anchor.whole for anchor in anchors) else "passage"
    about: About = item.get("corpus:about", default)
    if about in {"passage", "quote", "article"} and not anchors:
        raise ValueError("its target names no place")
    created = str(item.get("created") or "")
    default_name = anchors[0].exact[:80] or anchors[0].article if anchors else ""
    told = {
        "kind": _KINDS.get(str(item.get("motivation")), "note"),
        "target": Target(
            about, str(item.get("corpus:name", default_name)), str(item.get("corpus:key", "")), anchors
        ),
        "text": "\n\n".join(value for purpose, value in bodies if purpose not in {"classifying", "tagging"}),
        "label": next((value for purpose, value in bodies if purpose == "classifying"), ""),
        "tags": tuple(value for purpose, value in bodies if purpose == "tagging"),
        "created": created,
        "modified": str(item.get("modified", created) or ""),
    }
    return Mark(id=str(item["id"]), **told)  # type: ignore[arg-type]


def _several(value: Any) -> list[Any]:
    """JSON-LD lets one stand for a list of one, and nothing for an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _body(body: Any) -> tuple[str, str]:
    """The purpose and the words of a body."""
    if isinstance(body, str):
        return "commenting", body
    return str(body.get("purpose", "commenting")), str(body["value"])


def _has_place(target: Any) -> bool:
    if isinstance(target, str):
        return not target.startswith(NAMESPACE)
    return True


def _anchor(target: Any) -> Anchor:
    told = {"source": target} if isinstance(target, str) else target
    source = str(told["source"])
    of_text = source.startswith(_HASH)
    selectors = {selector["type"]: selector for selector in _several(told.get("selector"))}
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    if selectors and not quote:
        raise ValueError("it has no TextQuoteSelector")
    return Anchor(
        article=str(told.get("corpus:article", "")),
        sha256=str(told.get("corpus:sha256", "")) or (source.removeprefix(_HASH) if of_text else ""),
        url=None if of_text else source,
        start=int(position.get("start", 0)),
        end=int(position.get("end", 0)),
        exact=str(quote.get("exact", "")),
        prefix=str(quote.get("prefix", "")),
        suffix=str(quote.get("suffix", "")),
    )
