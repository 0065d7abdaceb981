"""Tables of a PDF page: words put into the cells of ruled grids, and columns of figures that stand without rulings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clausecheck.ingest.pdf_rulings import Grid
from clausecheck.ingest.pdf_words import Line, PageWords, line_of

Cell = tuple[int, int]  # words [first, end)

_LONG_CELL = 60  # words a cell on average: more is running text laid out in a table, and is read as text
_FIGURE = re.compile(r"(?:US|USD|EUR|JPY|GBP)?\s*[$€£¥]?\s*(?:\d[\d,.]*|\[?\*+\]?)")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…")


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table in the flow of a page: for each row and cell the words (indices into the page), in stream order."""

    page: int
    rows: tuple[tuple[tuple[int, ...], ...], ...]
    x0: float
    y0: float
    x1: float
    y1: float


def ruled_tables(page: PageWords, found: list[Grid]) -> list[TableBlock]:
    """The grids that hold a table of at least two rows and two columns with words in them."""
    blocks: list[TableBlock] = []
    taken: set[int] = set()
    for grid in sorted(found, key=lambda g: (g.columns[-1] - g.columns[0]) * (g.rows[0] - g.rows[-1])):
        cells: dict[tuple[int, int], list[int]] = {}
        for word in range(len(page.texts)):
            x0, y0, x1, y1 = page.box(word)
            at = None if word in taken else grid.cell((x0 + x1) / 2, (y0 + y1) / 2)
            if at is not None:
                cells.setdefault(at, []).append(word)
        rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
        words = sum(map(len, cells.values()))
        if len(rows) < 2 or len(columns) < 2 or words > _LONG_CELL * len(cells):
            continue
        taken.update(word for inside in cells.values() for word in inside)
        columns = _without_shifted(cells, columns, rows[:2])
        table = tuple(tuple(tuple(_as_read(page, cells.get((r, c), []))) for c in columns) for r in rows)
        blocks.append(TableBlock(page.number, table, grid.columns[0], grid.rows[-1], grid.columns[-1], grid.rows[0]))
    return blocks


def _without_shifted(cells: dict[tuple[int, int], list[int]], columns: list[int], heads: list[int]) -> list[int]:
    """The columns, with those made one that a head set a little beside its column had torn in two: the one is filled
    in heads only, its neighbour everywhere else. Changes `cells` accordingly."""
    kept = columns[:1]
    for column in columns[1:]:
        left = {row for row, c in cells if c == kept[-1]}
        right = {row for row, c in cells if c == column}
        if not left & right and (left <= set(heads) or right <= set(heads)):
            for row in right:
                cells[row, kept[-1]] = cells.pop((row, column))
        else:
            kept.append(column)
    return kept


def _as_read(page: PageWords, words: list[int]) -> list[int]:
    """The words of a cell line by line, where the stream jumps upward in it; else as they come."""
    boxes = [page.box(word) for word in words]
    if not any(b[1] > a[3] - 2 or (b[0] < a[0] and b[1] > a[1] - 2) for a, b in pairwise(boxes)):
        return words
    lines: list[list[tuple[float, int]]] = []
    height = 0.0
    for box, word in sorted(zip(boxes, words, strict=True), key=lambda item: -item[0][1] - item[0][3]):
        middle = (box[1] + box[3]) / 2
        if not lines or middle < height - (box[3] - box[1]) / 2:
            lines.append([])
            height = middle
        lines[-1].append((box[0], word))
    return [word for line in lines for _, word in sorted(line)]


def without_tables(page: PageWords, lines: list[Line], blocks: list[TableBlock]) -> list[Line]:
    """The lines, or what is left of them, outside the tables."""
    if not blocks:
        return lines
    taken = {word for block in blocks for row in block.rows for cell in row for word in cell}
    kept: list[Line] = []
    for line in lines:
        words = [word for word in range(line.first, line.end) if word not in taken]
        if len(words) == line.end - line.first:
            kept.append(line)
            continue
        while words:
            run = 1
            while run < len(words) and words[run] == words[0] + run:
                run += 1
            kept.append(line_of(page, words[0], words[0] + run))
            words = words[run:]
    return kept


def with_tables(lines: list[Line], blocks: list[TableBlock]) -> list[Line | TableBlock]:
    """Lines in reading order with each table before the first line that stands below its top."""
    flow: list[Line | TableBlock] = list(lines)
    for block in sorted(blocks, key=lambda b: -b.y1):
        place = next((at for at, x in enumerate(flow) if x.y1 <= block.y1 + 2 and x.x0 < block.x1 and x.x1 > block.x0
                      and not (isinstance(x, TableBlock) and x.y1 >= block.y1)), None)  # fmt: skip
        if place is None:
            place = max((at + 1 for at, x in enumerate(flow) if x.y0 >= block.y1 - 2), default=len(flow))
        flow.insert(place, block)
    return flow


def with_columns_of_figures(page: PageWords, flow: list[Line | TableBlock]) -> list[Line | TableBlock]:
    """The flow with runs of rows that are set in columns, figures among them, made into tables."""
    if not any(isinstance(x, Line) and x.wide for x in flow):
        return flow
    result: list[Line | TableBlock] = []
    run: list[tuple[list[Line], list[Cell]]] = []
    for lines in _rows(flow):
        cells = _cells(page, lines) if isinstance(lines, list) else []
        if isinstance(lines, list) and len(cells) > 1:
            run.append((lines, cells))
            continue
        result += _table_or_lines(page, run)
        run = []
        result += lines if isinstance(lines, list) else [lines]
    return result + _table_or_lines(page, run)


def _rows(flow: list[Line | TableBlock]) -> Iterator[list[Line] | TableBlock]:
    """Lines that follow each other in one printed row, together."""
    row: list[Line] = []
    for item in flow:
        if isinstance(item, Line) and row and row[-1].beside(item) and item.x0 >= row[-1].x1:
            row.append(item)
            continue
        if row:
            yield row
        row = [item] if isinstance(item, Line) else []
        if isinstance(item, TableBlock):
            yield item
    if row:
        yield row


def _cells(page: PageWords, row: list[Line]) -> list[Cell]:
    cells: list[Cell] = []
    for line in row:
        edges = [line.first, *line.wide, line.end]
        for first, end in pairwise(edges):
            if (
                cells
                and page.texts[cells[-1][0]] in "$€£¥"
                and cells[-1][1] - cells[-1][0] == 1 == first - cells[-1][0]
            ):
                cells[-1] = (cells[-1][0], end)  # a currency sign set apart from its sum
            else:
                cells.append((first, end))
    return cells


def _table_or_lines(page: PageWords, run: list[tuple[list[Line], list[Cell]]]) -> list[Line | TableBlock]:
    lines: list[Line | TableBlock] = [line for row, _ in run for line in row]
    if len(run) < 3 or not _figures(page, [cells for _, cells in run]):
        return lines
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((page.boxes[4 * a], page.boxes[4 * b - 2]) for _, cells in run for a, b in cells):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    if len(columns) < 2:
        return lines
    rows = []
    for _, cells in run:
        at = [next(i for i, (x0, x1) in enumerate(columns) if x0 <= page.boxes[4 * a] <= x1) for a, _ in cells]
        if len(set(at)) < len(at):
            return lines
        words = dict(zip(at, cells, strict=True))
        rows.append(tuple(tuple(range(*words[i])) if i in words else () for i in range(len(columns))))
    return [TableBlock(page.number, tuple(rows), min(x.x0 for x in lines), min(x.y0 for x in lines),
                       max(x.x1 for x in lines), max(x.y1 for x in lines))]  # fmt: skip


def _figures(page: PageWords, rows: list[list[Cell]]) -> bool:
    """Whether columns after the first hold figures in at least half of the rows; a table of contents does not count."""
    texts = [[" ".join(page.texts[a:b]) for a, b in cells] for cells in rows]
    if any(_LEADERS.search(text) for row in texts for text in row):
        return False
    numbers = [int(row[-1]) for row in texts if row[-1].isdigit() and len(row[-1]) < 4]
    if len(numbers) > 0.7 * len(texts) and numbers == sorted(numbers) and all(len(row) <= 3 for row in texts):
        return False
    return 2 * sum(1 for row in texts if any(_FIGURE.match(text) for text in row[1:])) >= len(texts)
