"""Transcripts of interviews for corpus-tui: files that end in .transcript, who says what in them, reports in LaTeX."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from tui.corpus.article import Article, Span
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.export.report import Report
from tui.findings.findings import Findings
from tui.findings.quotes.quote import Mention, Quote

TURN = re.compile(r"^([A-Z][\w ]+): (.+)$", re.MULTILINE)


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a file; its first line is the title."""
    text = file.read().decode("utf-8", "replace")
    if not text.strip():
        yield Problem(place.path, None, "the file is empty", "write down what was said")
        return
    title = text.split("\n", 1)[0]
    yield make_article(place.stem, text, path=place.path, name=place.stem, metadata={"title": title})


def find(article: Article, findings: Findings) -> Findings:
    """What was found, with each turn of a transcript as words of its speaker, and no other quotations."""
    if not article.path.endswith(".transcript"):
        return findings
    turns = tuple(
        Quote(
            kind="direct",
            spans=(Span(*turn.span(2)),),
            frame=None,
            speaker=Mention(turn[1], *turn.span(1)),
            cue=None,
            actor=None,
            resolved="name",
            via=None,
            attribution="named",
            rule="transcript",
            confidence=1.0,
        )
        for turn in TURN.finditer(article.text)
    )
    return replace(findings, quotes=turns)


def write(report: Report) -> Iterator[str]:
    """Who is quoted with what, as a LaTeX document, piece by piece."""
    yield "\\documentclass{article}\n\\begin{document}\n"
    for speaker, quotes in report.speakers.items():
        yield f"\\section*{{{escaped(speaker)}}}\n"
        for placed in quotes:
            yield f"``{escaped(placed.text)}'' ({escaped(report.short(placed.article))})\n\n"
    yield "\\end{document}\n"


def escaped(words: str) -> str:
    """Words of the corpus as LaTeX: they are shown, and never obeyed."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(special.get(letter, f"\\{letter}" if letter in "&%$#_{}" else letter) for letter in words)
