"""A document while it is being written down: readers hand over paragraphs and rows, the draft keeps the offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from clausecheck.model.document import Page, Paragraph, ParagraphPlace, Table
from clausecheck.model.location import Box, Span
from clausecheck.text.normalise import normalise

CELL = " | "
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Normalised characters on one line: soft line breaks, tabs and runs of spaces become one space."""
    return _SPACE.sub(" ", normalise(text)).strip()


class PageStarts:
    """The source map of texts that mark their pages and have no layout: which page each stretch stands on."""

    def __init__(self) -> None:
        self._at: list[int] = []
        self._number: list[int] = []

    def turn(self, page: int, offset: int) -> None:
        """Says that the text from `offset` on stands on the page. Offsets must not go down."""
        if not self._number or self._number[-1] < page:
            self._at.append(offset)
            self._number.append(page)

    def page(self, span: Span) -> int | None:
        index = bisect_right(self._at, span.start) - 1
        return self._number[index] if index >= 0 else None

    def boxes(self, span: Span) -> tuple[Box, ...]:
        return ()

    def pages(self, length: int, count: int) -> tuple[Page, ...]:
        """All pages up to `count`; one without text has an empty span where it would stand."""
        starts = dict(zip(self._number, self._at, strict=True))
        pages: list[Page] = []
        end = length
        for number in range(count, 0, -1):
            start = starts.get(number, 0 if number == 1 else end)
            pages.append(Page(number, Span(start, end)))
            end = start
        return tuple(reversed(pages))


class Draft:
    """Grows the canonical text paragraph by paragraph. Every paragraph ends with a newline."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def paragraph(
        self,
        text: str,
        place: ParagraphPlace = "body",
        *,
        label: str = "",
        style: str = "",
        level: int | None = None,
        table: int | None = None,
        source: str = "",
    ) -> Span | None:
        """Adds a paragraph and says where it stands; None where nothing but space was given."""
        text = tidy(text)
        if not text:
            return None
        start = self.length
        self._parts.append(text + "\n")
        self.length += len(text) + 1
        span = Span(start, self.length)
        self.paragraphs.append(Paragraph(span, place, label, style, level, table, source))
        return span

    def table(self, rows: Sequence[Sequence[str]], page: int | None = None, place: ParagraphPlace = "table") -> None:
        """Adds a table: each row is a paragraph, its cells set apart by ' | '."""
        index = len(self.tables)
        kept: list[tuple[str, ...]] = []
        cells: list[tuple[Span, ...]] = []
        start = self.length
        for row in rows:
            texts = tuple(tidy(cell) for cell in row)
            if not any(texts):
                continue
            kept.append(texts)
            cells.append(self.row(texts, index, place))
        if kept:
            self.tables.append(Table(Span(start, self.length), tuple(kept), tuple(cells), page))

    def row(
        self, texts: tuple[str, ...], table: int, place: ParagraphPlace = "table", source: str = ""
    ) -> tuple[Span, ...]:
        """Writes one row of tidy cells and gives the span of each cell."""
        spans: list[Span] = []
        start = at = self.length
        for text in texts:
            spans.append(Span(at, at + len(text)))
            at += len(text) + len(CELL)
        line = CELL.join(texts) + "\n"
        self._parts.append(line)
        self.length += len(line)
        self.paragraphs.append(Paragraph(Span(start, self.length), place, table=table, source=source))
        return tuple(spans)
