"""A contract as read: one canonical text, and everything known about its layout and structure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, Protocol

from clausecheck.model.location import Box, Location, Span

ClauseKind = Literal["title", "contents", "preamble", "recital", "body", "schedule", "signature"]
ParagraphPlace = Literal["body", "table", "footnote", "endnote", "header", "footer", "textbox"]
DocumentFormat = Literal["pdf", "docx", "text", "markdown", "html"]


class SourceMap(Protocol):
    """Leads from a span of the canonical text back to the page. Built while reading; cannot be rebuilt later."""

    def page(self, span: Span) -> int | None:
        """Number of the page on which the span starts, counted from 1; None in formats without pages."""

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """One box a line (and page) that the span touches; empty in formats without layout."""


@dataclass(frozen=True, slots=True)
class NoPages:
    """The source map of formats that have no pages (plain text, HTML, Word)."""

    def page(self, span: Span) -> int | None:
        return None

    def boxes(self, span: Span) -> tuple[Box, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `unreadable` says why its text could not be had ("" where it could). Sizes in points."""

    number: int
    span: Span
    width: float = 0.0
    height: float = 0.0
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running head, footer or page number: taken out of the text and kept here."""

    page: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text. `label` is automatic numbering ("3.2(a)") that Word or HTML added and that already
    stands in the text; `style` the name of the paragraph style; `level` the outline level of a heading style.
    `source` leads back to the element of the file it was read from; in Word files "word/document.xml#12" is the
    thirteenth w:p of that part in document order, and a table row names its paragraphs ("word/document.xml#12,13")."""

    span: Span
    place: ParagraphPlace = "body"
    label: str = ""
    style: str = ""
    level: int | None = None
    table: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells. `span` covers its text; `cells` has the span of each cell, row by row."""

    span: Span
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Span, ...], ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change of a Word file. `span` is where it stands in the text of the chosen view, if it does."""

    kind: Literal["insertion", "deletion", "move"]
    author: str
    date: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or headed part of the contract. `number` is complete ("3.2(a)", "Article IV", "第1条"; "" where
    there is none), `label` as printed ("(a)"). `span` runs from the label to the end of the last sub-clause,
    `own` from the label to the first sub-clause. `parent` is an index into `Document.clauses`, -1 at the top."""

    number: str
    label: str
    heading: str
    span: Span
    own: Span
    level: int
    parent: int = -1
    kind: ClauseKind = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or table row. `clause` is an index into `Document.clauses` (-1: none). `lead_in` are
    indices of the sentences that introduce it ("Supplier may terminate if:"), outermost first. `operative` is False
    for headings, recitals, contents, signature blocks, running heads: they decide nothing."""

    span: Span
    clause: int = -1
    lead_in: tuple[int, ...] = ()
    operative: bool = True


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term. `span` covers the defining passage, `meaning` what it is said to mean."""

    term: str
    span: Span
    meaning: Span


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A schedule, exhibit or annex that is referred to or attached. `referred` are the references in the body;
    `span` its own text, None where it is absent."""

    label: str
    title: str
    referred: tuple[Span, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Party:
    """A party. `aliases` are the names the contract uses for it ("Company", "Airspan"), commonest first."""

    name: str
    aliases: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def label(self) -> str:
        """The word by which the contract calls the party."""
        return self.aliases[0] if self.aliases else self.name


@dataclass(frozen=True, slots=True)
class Roles:
    """Who supplies and who distributes. `confidence` 0 to 1; under 0.5 the roles cannot be told and the side
    concerned is None. `reason` says in a sentence what decided."""

    supplier: Party | None = None
    distributor: Party | None = None
    others: tuple[Party, ...] = ()
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A contract as read. `text` is canonical and normalised (NFKC, straight quotes, hyphenation and soft line
    breaks joined, running heads removed; paragraphs end with a newline). All spans are over it."""

    path: str
    sha256: str
    format: DocumentFormat
    text: str
    pages: tuple[Page, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    changes: tuple[Change, ...] = ()
    clauses: tuple[Clause, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    definitions: tuple[Definition, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    parties: tuple[Party, ...] = ()
    roles: Roles = Roles()
    title: str = ""
    language: str = "en"
    notes: tuple[str, ...] = ()
    source: SourceMap = field(default_factory=NoPages, repr=False, compare=False)

    @property
    def unreadable_pages(self) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages if page.unreadable)

    def clause_at(self, offset: int) -> int:
        """Index of the innermost clause that holds the character, -1 where none does."""
        index = bisect_right(self.clauses, offset, key=lambda c: c.span.start) - 1
        while index >= 0 and self.clauses[index].span.end <= offset:
            index = self.clauses[index].parent
        return index

    def locate(self, span: Span) -> Location:
        """Clause, page, boxes and paragraph of a span."""
        index = self.clause_at(span.start)
        paragraph = bisect_right(self.paragraphs, span.start, key=lambda p: p.span.start) - 1
        return Location(
            clause=self.clauses[index].number if index >= 0 else "",
            page=self.source.page(span),
            boxes=self.source.boxes(span),
            paragraph=paragraph if paragraph >= 0 else None,
        )
