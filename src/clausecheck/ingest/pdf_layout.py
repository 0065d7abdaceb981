"""Reading order of a page: columns, lines out of place, clause numbers drawn apart from their text."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from clausecheck.ingest.pdf_words import Line, PageWords, line_of

LABEL_ONLY = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(\w{1,5}\)|[A-Za-z][.)]|[ivx]{1,5}[.)]|[•●▪◦■·o-])$")
_COLUMN_LINES = 8  # fewer lines on a side make no column


def in_reading_order(page: PageWords, lines: list[Line]) -> list[Line]:
    """The lines as one reads them. Stream order is right unless a line jumps upward or columns were drawn across."""
    upward = any(b.y0 > a.y0 + 3 for a, b in pairwise(lines))
    if upward or sum(1 for line in lines if line.wide) >= _COLUMN_LINES:
        columns = _columns(page, lines)
        if columns is not None:
            return columns
    return _rejoined_labels(_sorted_chunks(lines)) if upward else lines


def _sorted_chunks(lines: list[Line]) -> list[Line]:
    """Chunks of the stream that begin with a jump upward are put where they stand on the page. A jump to the right of
    what came before is left alone: it goes to the next cell or column."""
    chunks: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if before is None or (line.y0 > before.y0 + 3 and line.x0 < before.x1 - 2 and not line.beside(before)):
            chunks.append([])
        chunks[-1].append(line)
        before = line
    ordered: list[Line] = []
    for chunk in chunks:
        top = chunk[0].middle
        place = next((at for at, line in enumerate(ordered) if line.middle < top), len(ordered))
        ordered[place:place] = chunk
    return ordered


def _rejoined_labels(lines: list[Line]) -> list[Line]:
    """Clause numbers that stand alone in the stream go before the text to their right."""
    labels = [line for line in lines if LABEL_ONLY.match(line.text)]
    for label in labels:
        beside = [x for x in lines if x is not label and x.x0 >= label.x1 - 2 and label.beside(x)]
        if not beside:
            continue
        text = min(beside, key=lambda x: x.x0)
        at = lines.index(label)
        if at + 1 < len(lines) and lines[at + 1] is text:
            continue
        del lines[at]
        lines.insert(lines.index(text), label)
    return lines


def _columns(page: PageWords, lines: list[Line]) -> list[Line] | None:
    """The lines column by column, where the page has two columns of running text; else None."""
    if len(lines) < _COLUMN_LINES:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    gutter = _gutter(page, lines, left, right)
    if gutter is None:
        return None
    parts = [part for line in lines for part in _split(page, line, gutter)]
    sides = [0 if part.x1 <= gutter + 2 else 1 if part.x0 >= gutter - 2 else -1 for part in parts]
    for side, width in ((0, gutter - left), (1, right - gutter)):
        widths = [part.x1 - part.x0 for part, where in zip(parts, sides, strict=True) if where == side]
        if len(widths) < _COLUMN_LINES or median(widths) < 0.7 * width:
            return None
    inside = [side for side in sides if side >= 0]
    switches = sum(a != b for a, b in pairwise(inside))
    merged = len(parts) - len(lines)
    if switches > 2 * merged + 6:  # cell by cell: a table, whose rows belong together
        return None
    across = [part.middle for part, side in zip(parts, sides, strict=True) if side < 0]
    keys: dict[int, tuple[int, int]] = {}
    for part, side in zip(parts, sides, strict=True):
        part.column = side
        above = sum(1 for y in across if y > part.middle)
        keys[part.first] = (2 * above - (side >= 0), side)
    return sorted(parts, key=lambda part: (*keys[part.first], -round(part.middle / 3), part.x0))


def _gutter(page: PageWords, lines: list[Line], left: float, right: float) -> float | None:
    """The middle of the empty strip between two columns, if there is one near the middle of the text."""
    bins = [0] * (int((right - left) / 4) + 2)
    for line in lines:
        edges = [line.first, *line.wide, line.end]
        for start, end in pairwise(edges):
            x0, x1 = page.boxes[4 * start], page.boxes[4 * end - 2]
            for at in range(max(0, int((x0 - left) / 4)), min(len(bins), int((x1 - left) / 4) + 1)):
                bins[at] += 1
    low, high = int(len(bins) * 0.3), int(len(bins) * 0.7)
    allowed = len(lines) // 6
    best, run = (0, 0), 0
    for at in range(low, high):
        run = run + 1 if bins[at] <= allowed else 0
        if run > best[0]:
            best = (run, at)
    if best[0] < 2:
        return None
    return left + 4 * (best[1] + 1 - best[0] / 2)


def _split(page: PageWords, line: Line, gutter: float) -> list[Line]:
    """The line, or its two parts where it has a wide gap at the gutter."""
    for word in line.wide:
        if page.boxes[4 * word - 2] <= gutter + 2 and page.boxes[4 * word] >= gutter - 2:
            return [
                line_of(page, line.first, word, tuple(w for w in line.wide if w < word)),
                line_of(page, word, line.end, tuple(w for w in line.wide if w > word), line.hyphen),
            ]
    return [line]
