"""The way from the canonical text of a PDF back to the page: arrays over its words, searched by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from clausecheck.model.location import Box, Span


@dataclass(frozen=True, slots=True)
class PdfSource:
    """For each word, in the order of the text: its first character, its page and its box (four floats). The source
    map of PDF documents; about 22 bytes a word."""

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    pages: array[int] = field(default_factory=lambda: array("H"))
    corners: array[float] = field(default_factory=lambda: array("f"))

    def page(self, span: Span) -> int | None:
        if not self.starts:
            return None
        at = min(bisect_right(self.ends, span.start), len(self.starts) - 1)
        return self.pages[at]

    def boxes(self, span: Span) -> tuple[Box, ...]:
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        found: list[Box] = []
        for word in range(first, last):
            page = self.pages[word]
            x0, y0, x1, y1 = self.corners[4 * word : 4 * word + 4]
            if found and found[-1].page == page and _same_line(found[-1], x0, y0, y1):
                line = found[-1]
                found[-1] = Box(page, line.x0, min(line.y0, y0), max(line.x1, x1), max(line.y1, y1))
            else:
                found.append(Box(page, x0, y0, x1, y1))
        return tuple(found)


def _same_line(line: Box, x0: float, y0: float, y1: float) -> bool:
    """Whether a word continues the line: at its height, and to the right of its start."""
    middle = (y0 + y1) / 2
    return line.y0 <= middle <= line.y1 and x0 >= line.x0
