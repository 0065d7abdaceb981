"""Pages become one document: furniture set aside, lines joined, the way back to the page recorded."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from clausecheck.ingest.pdf_furniture import furniture
from clausecheck.ingest.pdf_paragraphs import Margins, breaks, joint, margins, mend_hyphens
from clausecheck.ingest.pdf_source import PdfSource
from clausecheck.ingest.pdf_tables import TableBlock, with_columns_of_figures, with_tables
from clausecheck.ingest.pdf_words import Line, PageWords
from clausecheck.ingest.raw import RawDocument
from clausecheck.model.document import Furniture, Page, Paragraph, Table
from clausecheck.model.location import Box, Span


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page as read: its words, and its lines in reading order. `reason` says why it is unreadable, if it is."""

    number: int
    width: float
    height: float
    words: PageWords
    lines: list[Line]
    tables: list[TableBlock] = field(default_factory=list)
    reason: str = ""

    @classmethod
    def broken(cls, number: int, reason: str, width: float = 0.0, height: float = 0.0) -> PdfPage:
        return cls(number, width, height, PageWords(number, [], array("f")), [], [], reason)


@dataclass(slots=True)
class Assembly:
    """The document while it is put together."""

    pages: list[PdfPage]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    source: PdfSource = field(default_factory=PdfSource)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def document(self) -> RawDocument:
        """The pages as one text with its way back."""
        aside = furniture([page.lines for page in self.pages])
        kept = [[x for at, x in enumerate(page.lines) if at not in out]
                for page, out in zip(self.pages, aside, strict=True)]  # fmt: skip
        mend_hyphens([page.words for page in self.pages], kept)
        usual = _usual([margins(lines) for lines in kept if len(lines) > 4])
        spans: list[Span] = []
        before: Line | None = None
        first: Line | None = None
        edge = usual
        began = 0
        for page, lines in zip(self.pages, kept, strict=True):
            here = margins(lines, usual)
            starts_at: int | None = None
            for item in with_columns_of_figures(page.words, with_tables(lines, page.tables)):
                if isinstance(item, TableBlock):
                    if before is not None:
                        self._close(began)
                    starts_at = self.length if starts_at is None else starts_at
                    self._table(page.words, item)
                    before = first = None
                    continue
                if before is None or first is None:
                    began, first = self.length, item
                elif breaks(before, item, first, page.words, edge):
                    self._close(began)
                    began, first = self.length, item
                else:
                    self._add(joint(before, item))
                starts_at = self.length if starts_at is None else starts_at
                self._words(page.words, range(item.first, item.end), item.text)
                before, edge = item, here
            spans.append(Span(self.length if starts_at is None else starts_at, self.length))
        if before is not None:
            self._close(began)
        return RawDocument(
            format="pdf",
            text="".join(self.parts),
            pages=tuple(Page(p.number, s, p.width, p.height, p.reason)
                        for p, s in zip(self.pages, spans, strict=True)),
            paragraphs=tuple(self.paragraphs),
            tables=tuple(self.tables),
            furniture=tuple(Furniture(x.page, x.text, Box(x.page, x.x0, x.y0, x.x1, x.y1))
                            for page, out in zip(self.pages, aside, strict=True)
                            for x in (page.lines[at] for at in sorted(out))),
            notes=tuple(f"page {p.number} could not be read: {p.reason}" for p in self.pages if p.reason),
            source=self.source,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _close(self, began: int) -> None:
        self.paragraphs.append(Paragraph(Span(began, self.length)))
        self._add("\n")

    def _table(self, words: PageWords, block: TableBlock) -> None:
        """Adds a table: a row a line, " | " between cells."""
        began = self.length
        rows: list[tuple[str, ...]] = []
        spans: list[tuple[Span, ...]] = []
        for row in block.rows:
            row_began = self.length
            texts, cells = [], []
            for at, cell in enumerate(row):
                if at:
                    self._add(" | ")
                cell_began = self.length
                text = " ".join(words.texts[word] for word in cell)
                self._words(words, cell, text)
                texts.append(text)
                cells.append(Span(cell_began, self.length))
            rows.append(tuple(texts))
            spans.append(tuple(cells))
            self.paragraphs.append(Paragraph(Span(row_began, self.length), "table", table=len(self.tables)))
            self._add("\n")
        self.tables.append(Table(Span(began, self.length - 1), tuple(rows), tuple(spans), block.page))

    def _words(self, page: PageWords, words: Sequence[int], text: str) -> None:
        """Adds words of a page; `text` is them joined by spaces."""
        at = self.length
        source = self.source
        for word in words:
            source.starts.append(at)
            at += len(page.texts[word])
            source.ends.append(at)
            at += 1
        source.pages.extend([page.number] * len(words))
        if isinstance(words, range):
            source.corners.extend(page.boxes[4 * words.start : 4 * words.stop])
        else:
            for word in words:
                source.corners.extend(page.boxes[4 * word : 4 * word + 4])
        self._add(text)


def _usual(pages: list[Margins]) -> Margins:
    """The margins most pages have."""
    right = [page.right[-1] for page in pages if -1 in page.right]
    left = [page.left[-1] for page in pages if -1 in page.left]
    pitch = [page.pitch for page in pages]
    return Margins(
        {-1: median(right)} if right else {}, {-1: median(left)} if left else {}, median(pitch) if pitch else 14.0
    )
