"""Score German quotations against sentences whose quotations were written down by hand."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from tui.corpus.making import make_article
from tui.findings.document import Document, analyse
from tui.findings.german import find_actors, find_quotes
from tui.findings.quotes.quote import Quote

HERE = Path(__file__).parent
_ALIKE = 0.8


@dataclass
class Score:
    """Counts of spans: found, wanted, right, and right with their speaker."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    spoken: int = 0

    def f(self, right: int) -> float:
        return 2 * right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"{self.wanted} wanted, {self.found} found: spans F {self.f(self.right):.3f}, "
            f"with speakers F {self.f(self.spoken):.3f}"
        )


def document_of(text: str, language: str | None = "de") -> Document:
    told = {"title": "A title of its own", "language": language}
    return analyse(make_article("a", text.strip() + "\n", path="a.txt", name="a", metadata=told))


def quotes_of(text: str) -> tuple[Quote, ...]:
    document = document_of(text)
    return find_quotes(document, find_actors(document))


def rows(name: str) -> list[dict]:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def evaluate(name: str, told: list[str] | None = None) -> tuple[Score, Score]:
    """The scores of words in marks and of reported words; what is wrong is added to `told`."""
    marked, reported = Score(), Score()
    for row in rows(name):
        text = row["text"].strip() + "\n"
        found = quotes_of(text)
        for score, indirect in ((marked, False), (reported, True)):
            wanted = [
                (piece, quote["by"])
                for quote in row["quotes"]
                if (quote["kind"] == "indirect") == indirect
                for piece in quote["said"].split(" … ")
            ]
            given = [
                (text[start:end], quote.speaker.text if quote.speaker else None)
                for quote in found
                if (quote.kind == "indirect") == indirect
                for start, end in quote.spans
            ]
            _count(score, wanted, given, told)
    return marked, reported


def _count(score: Score, wanted: list, given: list, told: list[str] | None) -> None:
    score.wanted += len(wanted)
    score.found += len(given)
    left = list(given)
    for words, speaker in wanted:
        match = next((one for one in left if _alike(words, one[0])), None)
        if match is None:
            _tell(told, f"missing: {words!r} by {speaker!r}")
            continue
        left.remove(match)
        score.right += 1
        if _same(match[1], speaker):
            score.spoken += 1
        else:
            _tell(told, f"speaker: {words!r} by {match[1]!r}, not {speaker!r}")
    for words, speaker in left:
        _tell(told, f"too much: {words!r} by {speaker!r}")


def _tell(told: list[str] | None, line: str) -> None:
    if told is not None:
        told.append(line)


def _alike(one: str, other: str) -> bool:
    return (one in other or other in one) and min(len(one), len(other)) >= _ALIKE * max(len(one), len(other))


def _same(one: str | None, other: str | None) -> bool:
    return (one or "").lower() == (other or "").lower()
