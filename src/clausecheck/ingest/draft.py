"""A document while it is being written down: readers hand over paragraphs and rows, the draft keeps the offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from clausecheck.model.document import Page, Paragraph, ParagraphPlace, Table
from clausecheck.model.location import Box, Span
from clausecheck.text.normalise import normalise, normalise_mapped

CELL = " | "
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Normalised characters on one line: soft line breaks, tabs and runs of spaces become one space."""
    return _SPACE.sub(" ", normalise(text)).strip()


def tidy_mapped(text: str) -> tuple[str, list[int]]:
    """The tidy text, and for each offset of `text` (its length included) the offset in the tidy one."""
    normal = normalise_mapped(text)
    out: list[str] = []
    places = [0] * (len(text) + 1)
    done = 0
    for char, origin in zip(normal.text, normal.offsets, strict=False):
        for offset in range(done, origin + 1):
            places[offset] = len(out)
        done = max(done, origin + 1)
        if not char.isspace():
            out.append(char)
        elif out and out[-1] != " ":
            out.append(" ")
    if out and out[-1] == " ":
        out.pop()
    for offset in range(done, len(places)):
        places[offset] = len(out)
    return "".join(out), [min(place, len(out)) for place in places]


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
        return self.tidied(tidy(text), place, label=label, style=style, level=level, table=table, source=source)

    def tidied(
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
        """The same for text that is tidy already."""
        if not text:
            return None
        start = self.length
        self._parts.append(text + "\n")
        self.length += len(text) + 1
        span = Span(start, self.length)
        self.paragraphs.append(Paragraph(span, place, label, style, level, table, source))
        return span

    def table(self, rows: Sequence[Sequence[str]], page: int | None = None) -> None:
        """Adds a table: each row is a paragraph, its cells set apart by ' | '."""
        self.data_rows([[tidy(cell) for cell in row] for row in rows], [""] * len(rows), page=page)

    def data_rows(
        self,
        rows: Sequence[Sequence[str]],
        sources: Sequence[str],
        place: ParagraphPlace = "table",
        page: int | None = None,
    ) -> tuple[tuple[int, tuple[Span, ...]], ...]:
        """Adds a table of tidy cells. Gives the number of each row that was not empty, and the spans of its cells."""
        index, start = len(self.tables), self.length
        written = tuple(
            (number, self._row(tuple(row), index, place, sources[number]))
            for number, row in enumerate(rows)
            if any(row)
        )
        if written:
            kept = tuple(tuple(rows[number]) for number, _ in written)
            self.tables.append(Table(Span(start, self.length), kept, tuple(spans for _, spans in written), page))
        return written

    def _row(self, texts: tuple[str, ...], table: int, place: ParagraphPlace, source: str) -> tuple[Span, ...]:
        """Writes one row of tidy cells and gives the span of each cell."""
        spans: list[Span] = []
        start = at = self.length
        filled = max((i for i, text in enumerate(texts, 1) if text), default=0)
        for i, text in enumerate(texts):
            spans.append(Span(at, at + len(text)))
            at += len(text) + (len(CELL) if i + 1 < filled else 0)
        line = CELL.join(texts[:filled]) + "\n"
        self._parts.append(line)
        self.length += len(line)
        self.paragraphs.append(Paragraph(Span(start, self.length), place, table=table, source=source))
        return tuple(spans)
