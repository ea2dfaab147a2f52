"""XML from others: read as it goes by, with no document type, so that nothing can grow or be fetched."""

from collections.abc import Mapping
from xml.etree.ElementTree import ParseError, XMLParser


class XmlError(Exception):
    """XML that is not read; the message says why."""


class Events:
    """What is told of XML as it goes by. Names are without their namespace."""

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end_element(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters between two tags."""


class Fields(Events):
    """The text of some elements; `wanted` tells under which name each is `found`."""

    def __init__(self, wanted: Mapping[str, str]) -> None:
        self.found: dict[str, object] = {}
        self._wanted = wanted
        self._field = ""

    def element(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - not all need them
        """Begin a field, where the element is one."""
        self._field = self._wanted.get(name, "")

    def end_element(self, name: str) -> None:  # noqa: ARG002 - no field stands in a field
        """End the field."""
        self._field = ""

    def text(self, text: str) -> None:
        """Add to the field."""
        if self._field:
            self.found[self._field] = str(self.found.get(self._field, "")) + text


class _Target:
    """Hands events on as `XMLParser` tells them."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self.data = events.text

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        told = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        self._events.element(tag.rpartition("}")[2], told)

    def end(self, tag: str) -> None:
        self._events.end_element(tag.rpartition("}")[2])

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise XmlError("it has a document type (<!DOCTYPE), which may declare entities that grow without end")

    def close(self) -> None:
        """Nothing is kept."""


def parse(data: bytes, events: Events) -> None:
    """Tell `events` what stands in `data`. Raises XmlError where it is no XML, or has a document type."""
    parser = XMLParser(target=_Target(events))  # noqa: S314 - document types are refused
    try:
        for at in range(0, len(data), 65_536):
            parser.feed(data[at : at + 65_536])
        parser.close()
    except ParseError as error:
        line, column = error.position
        raise XmlError(f"broken XML at line {line}, column {column + 1}") from None
    except (ValueError, LookupError) as error:
        raise XmlError(f"broken XML: {error}") from None
