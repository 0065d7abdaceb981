"""The contract's text for a page: paragraphs, headings and tables, cut where a passage that is spoken of begins or
ends, so that findings and text can lead to each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from clausecheck.model.document import Clause, Document, Paragraph, Table
from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, Result, Severity

_HEADING = 140  # characters; a longer paragraph is no heading, whatever the outline says


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without a cut. `passages` are the ids of passages that hold them, `findings` those of findings about them,
    gravest first. `starts` are passages that begin here. `tone` is "" where nothing is said of the words."""

    text: str
    passages: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading ("title", "head") or a table. `page` is the number of a page that begins with it."""

    kind: str
    depth: int = 0
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked: the ids of what is said of it, and in which tone ("" for the term sheet's sources)."""

    id: str
    span: Span
    findings: tuple[str, ...]
    tone: Severity | str


class Passages:
    """Gives each passage of the text one id, however many findings and answers speak of it."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._ids: dict[Span, str] = {}
        self._said: dict[Span, list[tuple[str, str]]] = {}

    def id(self, evidence: Evidence) -> str:
        """The id of a passage; "" for one that is not in the text."""
        span = evidence.span
        if not 0 <= span.start < span.end <= self._length:
            return ""
        return self._ids.setdefault(span, f"p{len(self._ids) + 1}")

    def about(self, result: Result, id: str) -> None:
        """Notes what a finding speaks of. Findings come gravest first."""
        tone = result.severity if result.verdict == "flagged" else "doubt"
        for evidence in result.evidence:
            if self.id(evidence):
                self._said.setdefault(evidence.span, []).append((id, tone))

    def marks(self) -> tuple[Mark, ...]:
        """All passages, by their place."""
        found = []
        for span in sorted(self._ids):
            said = self._said.get(span, [])
            findings = tuple(dict.fromkeys(id for id, _ in said))
            found.append(Mark(self._ids[span], span, findings, said[0][1] if said else ""))
        return tuple(found)


def blocks(document: Document, marks: tuple[Mark, ...], order: tuple[str, ...]) -> Iterator[Block]:
    """The whole text. `order` are the ids of findings, gravest first."""
    ranks = {id: rank for rank, id in enumerate(order)}
    cutter = _Cutter(document.text, marks, ranks)
    begins = {page.number: page.span.start for page in document.pages}
    pages = sorted(begins, key=lambda number: begins[number])
    for _, group in groupby(_paragraphs(document), key=lambda p: p.span if p.table is None else p.table):
        paragraphs = list(group)
        start = paragraphs[-1].span.end
        page = None
        while pages and begins[pages[0]] < start:
            page = pages.pop(0)
        first = paragraphs[0]
        table = document.tables[first.table] if first.table is not None and first.table < len(document.tables) else None
        if table is not None and _whole(table, paragraphs):
            rows = tuple(tuple(cutter.cut(cell) for cell in row) for row in table.cells)
            yield Block("table", rows=rows, page=page)
            continue
        for paragraph in paragraphs:
            kind, depth = _kind(document, paragraph)
            yield Block(kind, depth, cutter.cut(paragraph.span), page=page)
            page = None


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs, and lines for whatever text stands outside of them: nothing is left out."""
    at = 0
    for paragraph in document.paragraphs:
        yield from _lines(document.text, Span(at, max(at, paragraph.span.start)))
        if paragraph.span.start >= at:
            yield paragraph
        else:
            yield from _lines(document.text, Span(at, max(at, paragraph.span.end)))
        at = max(at, paragraph.span.end)
    yield from _lines(document.text, Span(at, len(document.text)))


def _lines(text: str, span: Span) -> Iterator[Paragraph]:
    at = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        if line.strip():
            yield Paragraph(Span(at, at + len(line)))
        at += len(line)


def _whole(table: Table, paragraphs: list[Paragraph]) -> bool:
    """Whether the cells hold all the words of the rows, so that showing them as a table loses none."""
    if not table.cells or len(table.rows) != len(table.cells):
        return False
    covered = sum(len(cell) for row in table.cells for cell in row)
    separators = sum(len(row) for row in table.cells) * 4
    inside = all(table.span.contains(paragraph.span) for paragraph in paragraphs)
    return inside and covered + separators >= sum(len(paragraph.span) for paragraph in paragraphs)


def _kind(document: Document, paragraph: Paragraph) -> tuple[str, int]:
    """What a paragraph looks like, and how deep it stands in the outline (from 1)."""
    if paragraph.place != "body":
        return paragraph.place, 0
    index = document.clause_at(paragraph.span.start)
    clause = document.clauses[index] if index >= 0 else None
    if clause is None:
        return "text", 0
    depth = min(max(clause.level, 1), 5)
    if clause.kind == "title":
        return "title", 0
    if _is_heading(clause, paragraph, document.text):
        return "head", depth
    return ("text", depth if clause.number else 0) if clause.kind != "signature" else ("signature", 0)


def _is_heading(clause: Clause, paragraph: Paragraph, text: str) -> bool:
    words = text[paragraph.span.start : paragraph.span.end].strip()
    heading = clause.heading.strip()
    if not heading or len(words) > _HEADING or paragraph.span.start != clause.span.start:
        return False
    return words.rstrip(".:").endswith(heading.rstrip(".:"))


class _Cutter:
    """Cuts spans into pieces at the ends of marks."""

    def __init__(self, text: str, marks: tuple[Mark, ...], ranks: dict[str, int]) -> None:
        self._text = text
        self._marks = marks
        self._starts = [mark.span.start for mark in marks]
        self._longest = max((len(mark.span) for mark in marks), default=0)
        self._ranks = ranks
        self._begun: set[str] = set()

    def cut(self, span: Span) -> tuple[Piece, ...]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        here = [mark for mark in self._marks[first:last] if mark.span.overlaps(span)]
        cuts = {span.start, span.end}
        for mark in here:
            cuts.update(at for at in (mark.span.start, mark.span.end) if span.start < at < span.end)
        return tuple(self._piece(Span(a, b), here) for a, b in pairwise(sorted(cuts)))

    def _piece(self, span: Span, marks: Iterable[Mark]) -> Piece:
        over = [mark for mark in marks if mark.span.contains(span)]
        starts = tuple(mark.id for mark in over if mark.id not in self._begun)
        self._begun.update(starts)
        findings = sorted({id for mark in over for id in mark.findings}, key=lambda id: self._ranks.get(id, 0))
        gravest = next((mark.tone for id in findings[:1] for mark in over if id in mark.findings), "")
        return Piece(
            self._text[span.start : span.end],
            tuple(mark.id for mark in over),
            tuple(findings),
            starts,
            gravest,
        )
