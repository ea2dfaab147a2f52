"""Find the quotations of a German article and who spoke them."""

from dataclasses import replace

from tui.corpus.article import Span
from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.german.attribution import (
    Attribution,
    Read,
    attribute,
    goes_on,
    mention,
    points_back,
    read_sentences,
    same_speaker,
    speaker_of,
    subject_of,
)
from tui.findings.german.lexicon import listed
from tui.findings.german.passages import FOLDED, Passage, passages
from tui.findings.german.reports import Report, has_konjunktiv
from tui.findings.german.resolution import resolve
from tui.findings.quotes.quote import Quote

_LONG = 4  # words of a quotation that needs nobody to be told as its speaker
_REMEMBERED = 2  # paragraphs
_SHORT = 2  # words


def find_quotes(document: Document, actors: tuple[ArticleActor, ...]) -> tuple[Quote, ...]:
    """The quotations of one German article in order of position, speakers resolved to `actors`.

    Spans do not overlap; an indirect quotation holds no quoted words.
    """
    finder = _Finder()
    for passage in passages(document):
        finder.read(passage)
    found = sorted(finder.found, key=lambda quote: quote.spans[0])
    return tuple(_without_label(quote) for quote in resolve(document, actors, found))


def _without_label(quote: Quote) -> Quote:
    """The quotation without what stands before a colon, where that is nobody whom the article names: Eklat: „…“."""
    if quote.rule != "label" or quote.actor is not None:
        return quote
    return replace(
        quote, speaker=None, resolved=None, attribution="unknown", rule="no attribution", confidence=0.5
    )


class _Finder:
    """Goes through the passages of an article and remembers who spoke last."""

    def __init__(self) -> None:
        self.found: list[Quote] = []
        self._spoke: Attribution | None = None
        self._since = 0  # passages since somebody spoke
        self._reported = False  # whether the sentence before was reported speech
        self._last = (-1, -1)  # block and sentence of the quotation found last

    def read(self, passage: Passage) -> None:
        """Add the quotations of a passage."""
        if self._since > _REMEMBERED:
            self._spoke = None
        self._since += 1
        self._reported = False
        reads = read_sentences(passage)
        for index, sentence in enumerate(reads):
            places = [
                (number, place)
                for number, place in enumerate(passage.places)
                if sentence.first <= place < sentence.last
            ]
            if places:
                self._marked(passage, reads, index, places)
            elif sentence.reports:
                self._reported = True
            else:
                self._go_on(passage, reads, index)
            for report in sentence.reports:
                self._report(passage, report)

    def _remember(self, attribution: Attribution | None) -> None:
        if attribution is not None and attribution.speaker is not None:
            self._spoke = attribution
            self._since = 0

    def _marked(self, passage: Passage, reads: list[Read], index: int, places: list[tuple[int, int]]) -> None:
        """Add the quoted words of a sentence."""
        sentence = reads[index]
        before: Attribution | None = None
        for number, place in places:
            quoted = passage.quotes[number]
            count = len(passage.text[quoted.start : quoted.end].split())
            attribution = attribute(passage, sentence, place)
            stands = _stands_alone(sentence, place)
            told = place > 0 and passage.words[place - 1] == ":" and not goes_on(passage, sentence, place)
            if attribution is None and before is not None and not told:
                attribution = same_speaker(before)
            if attribution is None and not told and (stands or self._is_reported(passage, sentence)):
                attribution = self._from_around(passage, reads, index)
            before = attribution or before
            predicate = place > 0 and passage.lowers[place - 1] in listed("auxiliaries") | listed("adverbs")
            if not _is_statement(attribution, stands, count, predicate=predicate):
                continue
            direct = stands and _is_direct(passage, sentence, place)
            self._add(_quotation(passage, sentence, number, attribution, direct=direct), passage, index)
            self._remember(attribution)
        self._reported = before is not None

    def _is_reported(self, passage: Passage, sentence: Read) -> bool:
        return self._spoke is not None and has_konjunktiv(passage, sentence.first, sentence.last, sure=True)

    def _from_around(self, passage: Passage, reads: list[Read], index: int) -> Attribution | None:
        """Who spoke, by the sentence behind or before, or by the paragraph before."""
        if index + 1 < len(reads):
            told = points_back(passage, reads[index + 1])
            if told is not None:
                return told
        brought = (
            index > 0 and _brings(passage, reads[index - 1]) and not self._spoke_in(passage, reads[index - 1])
        )
        if not brought and self._spoke is not None and self._in_passage(passage):
            return same_speaker(self._spoke)
        if index:
            subject = subject_of(passage, reads[index - 1])
            if subject is not None:
                told_by = next((s for s in reads[index - 1].sayings if s.subject is not None), None)
                cue = mention(passage, told_by.at, told_by.at + 1) if told_by else None
                return Attribution(subject, cue, "sentence before", 0.75 if cue else 0.6)
        if self._spoke is not None:
            return replace(self._spoke, rule="paragraph before", cue=None, confidence=0.75)
        return None

    def _spoke_in(self, passage: Passage, sentence: Read) -> bool:
        """Whether who spoke last is named in the sentence."""
        spoke = self._spoke.speaker if self._spoke else None
        return (
            spoke is not None
            and passage.starts[sentence.first] <= spoke.start < passage.ends[sentence.last - 1]
        )

    def _in_passage(self, passage: Passage) -> bool:
        """Whether who spoke last did so in this passage."""
        spoke = self._spoke
        return spoke is not None and spoke.speaker is not None and spoke.speaker.start >= passage.starts[0]

    def _go_on(self, passage: Passage, reads: list[Read], index: int) -> None:
        """Add a sentence in indirect speech that names no speaker: who spoke last goes on."""
        sentence = reads[index]
        sure = has_konjunktiv(passage, sentence.first, sentence.last, sure=True)
        asks = passage.lowers[sentence.first] in listed("question_words") and len(sentence.clauses) > 1
        if asks or not (sure or (self._reported and has_konjunktiv(passage, sentence.first, sentence.last))):
            self._reported = False
            return
        spoke, rule, confidence = self._spoke, "goes on", 0.75
        if index and not (self._reported or self._in_passage(passage)):
            subject = subject_of(passage, reads[index - 1])
            if subject is not None:
                spoke, rule, confidence = (
                    Attribution(subject, None, "sentence before", 0.6),
                    "sentence before",
                    0.6,
                )
        if spoke is None or spoke.speaker is None:
            return
        span = Span(passage.starts[sentence.first], passage.ends[sentence.last - 1])
        self.found.append(
            _quote("indirect", (span,), replace(spoke, cue=None, rule=rule, confidence=confidence))
        )
        self._reported = True
        self._remember(spoke)

    def _report(self, passage: Passage, report: Report) -> None:
        """Add what is reported without marks."""
        speaker = speaker_of(passage, report.speaker)
        cue = mention(passage, *report.cue) if report.cue else None
        attribution = Attribution(speaker, cue, report.rule, report.confidence)
        pieces = [piece for piece in report.pieces if FOLDED not in passage.words[piece[0] : piece[1]]]
        if not pieces or (len(pieces) < len(report.pieces) and pieces[0] != report.pieces[0]):
            return
        if len(pieces) < len(report.pieces) and not _is_whole(passage, *pieces[0]):
            return
        spans = tuple(Span(passage.starts[start], passage.ends[end - 1]) for start, end in pieces)
        self.found.append(_quote("indirect", spans, attribution))
        self._remember(attribution)

    def _add(self, quote: Quote, passage: Passage, index: int) -> None:
        """Add a quotation, or make it the next piece of the one before it, where one speaker goes on."""
        here, self._last = self._last, (passage.block, index)
        last = self.found[-1] if self.found else None
        near = here[0] == passage.block and index - here[1] <= 1
        if last is not None and near and last.kind == quote.kind == "direct" and quote.speaker is not None:
            same = last.speaker == quote.speaker and last.cue == quote.cue
            if same and (quote.cue is not None or quote.rule == "same speaker"):
                self.found[-1] = replace(last, spans=(*last.spans, *quote.spans))
                return
        self.found.append(quote)


def _brings(passage: Passage, before: Read) -> bool:
    """Whether a sentence without quoted words has a verb of saying and its subject: Pohl widerspricht. „…“."""
    quoted = FOLDED in passage.words[before.first : before.last]
    return not quoted and any(
        saying.subject is not None and saying.cue.sort == "strong" for saying in before.sayings
    )


def _is_whole(passage: Passage, start: int, end: int) -> bool:
    """Whether words before quoted ones are a clause by themselves: not Es sei, sagt sie, „…“."""
    return end - start > _SHORT and has_konjunktiv(passage, start, end)


def _is_direct(passage: Passage, sentence: Read, place: int) -> bool:
    """Whether the quoted words open the sentence, or a verb of saying, a colon or a piece of them stands before."""
    at = next(at for at, clause in enumerate(sentence.clauses) if clause.start == place)
    if at == 0 or sentence.clauses[at].mark in (":", "–", "—"):
        return True
    if passage.words[sentence.clauses[0].start] == FOLDED:
        return True
    return any(saying.clause == at - 1 for saying in sentence.sayings)


def _stands_alone(sentence: Read, place: int) -> bool:
    """Whether the quoted words are a clause by themselves."""
    return any(clause.start == place and clause.end == place + 1 for clause in sentence.clauses)


def _is_statement(attribution: Attribution | None, stands: bool, count: int, *, predicate: bool) -> bool:
    """Whether somebody said it: else it is a title, a word in scare quotes, a name.

    One word counts where its verb brings it, or as a `predicate`: der Plan sei „absurd“.
    """
    if stands:
        return count >= _LONG or (attribution is not None and attribution.rule != "paragraph before")
    if attribution is None:
        return False
    return count > 1 or predicate or attribution.rule == "before"


def _quotation(
    passage: Passage, sentence: Read, number: int, attribution: Attribution | None, *, direct: bool
) -> Quote:
    quoted = passage.quotes[number]
    span = Span(quoted.start, quoted.end)
    if attribution is None:
        cut = passage.places[number] >= len(passage.words) - 2 and passage.words[-1] == ","
        quote = _quote(
            "direct" if direct else "fragment", (span,), Attribution(None, None, "no attribution", 0.5)
        )
        return replace(quote, attribution="cut_off" if cut else "unknown")
    quote = _quote("direct" if direct else "fragment", (span,), attribution)
    return quote if direct else replace(quote, frame=_frame(passage, sentence, number, attribution))


def _frame(passage: Passage, sentence: Read, number: int, attribution: Attribution) -> Span | None:
    """The writer's reporting clause around a fragment: from its verb of saying on, or up to what attributes it."""
    start, end = passage.starts[sentence.first], passage.ends[sentence.last - 1]
    quoted = passage.quotes[number]
    cue = attribution.cue
    if cue is None or not start <= cue.start < end:
        return None
    if cue.end <= quoted.left:
        return Span(cue.start, end)
    clause = next(c for c in sentence.clauses if c.start <= passage.places[number] < c.end)
    return Span(start, passage.ends[clause.end - 1])


def _quote(kind: str, spans: tuple[Span, ...], attribution: Attribution) -> Quote:
    return Quote(
        kind=kind,  # type: ignore[arg-type]
        spans=spans,
        frame=None,
        speaker=attribution.speaker,
        cue=attribution.cue,
        actor=None,
        resolved=None,
        via=None,
        attribution="named" if attribution.speaker else "unknown",
        rule=attribution.rule,
        confidence=attribution.confidence,
    )
