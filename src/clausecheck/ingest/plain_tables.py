"""Tables drawn with spaces: columns of characters that stay blank through all rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

Rows = tuple[tuple[str, ...], ...]

_RULE = re.compile(r"[-=_+|\s.:]+")
_LEADER = re.compile(r"\.{4,}|(?: \.){4,}")
_LABEL = re.compile(r"\(?[\divxlA-Za-z]{1,4}[.)]|[-*•]|\d{1,2}(?:\.\d{1,2})+|Section \d+", re.IGNORECASE)
_WIDEST = 400  # characters
_PIPED = re.compile(r"\s*\|.*\|\s*")


def find_table(lines: Sequence[str], marked: bool = False) -> Rows | None:
    """The rows of a block of lines that is a table beyond doubt, else None. `marked` says that the file calls it one
    (`<TABLE>`), which asks for less."""
    lines = [line for line in lines if line.strip()]
    if any(len(line) > _WIDEST for line in lines):
        return None
    if sum(bool(_PIPED.fullmatch(line)) for line in lines) >= max(2, len(lines) * 0.8):
        cells = [tuple(c.strip() for c in line.strip().strip("|").split("|")) for line in lines]
        return _clean(cells)
    lines = [line for line in lines if not _RULE.fullmatch(line)]
    if len(lines) < (2 if marked else 3) or any(_LEADER.search(line) for line in lines):
        return None
    columns = _columns(lines, 2)
    if len(columns) < 2:
        return None
    rows = _clean([tuple(line[a:b].strip() for a, b in columns) for line in lines])
    return rows if rows and _tabular(rows, marked) else None


def _columns(lines: Sequence[str], gap: int) -> list[tuple[int, int]]:
    """Start and end of each stretch of character columns between blank ones at least `gap` wide."""
    width = max(map(len, lines))
    used = [any(i < len(line) and line[i] != " " for line in lines) for i in range(width)]
    columns: list[tuple[int, int]] = []
    at = 0
    while at < width:
        if not used[at]:
            at += 1
            continue
        end = at
        while end < width and any(used[end : end + gap]):
            end += 1
        columns.append((at, end))
        at = end
    return columns


def _tabular(rows: Rows, marked: bool) -> bool:
    """Whether rows are data: not a label beside its text, not prose that happens to leave gaps, not two signatures."""
    if len(rows) < 2:
        return False
    filled = [[row[i] for row in rows if row[i]] for i in range(len(rows[0]))]
    if any(not column for column in filled):
        return False
    if sum(all(_LABEL.fullmatch(cell) for cell in column) or max(map(len, column)) <= 1 for column in filled) >= (
        len(filled) - 1
    ):
        return False
    if any(re.match(r"(By|Name|Title|Date|Its|Signature)\b", cell) for row in rows for cell in row if len(cell) < 60):
        return False
    full = sum(sum(map(bool, row)) >= 2 for row in rows)
    widest = max(len(cell) for row in rows for cell in row)
    if marked:
        return full >= 2
    cells = [cell for row in rows for cell in row if cell]
    prose = sum(cell[0].islower() and len(cell) > 25 for cell in cells)
    labelled = sum(bool(_LABEL.fullmatch(next(cell for cell in row if cell))) for row in rows)
    if prose * 5 > len(cells) or labelled * 2 >= len(rows) or full < len(rows) * 0.75 or widest > 60:
        return False
    figures = sum(any(c.isdigit() for cell in [cell for cell in row if cell][1:] for c in cell) for row in rows)
    counts = Counter(sum(map(bool, row)) for row in rows)
    even = counts.most_common(1)[0][1] >= len(rows) * 0.6
    return even and len(filled) <= 12 and figures * 2 >= len(rows)


def _clean(rows: list[tuple[str, ...]]) -> Rows | None:
    """Rows of equal length, rules left out, a row that only continues a cell added to the row above."""
    width = max((len(row) for row in rows), default=0)
    kept: list[tuple[str, ...]] = []
    for row in rows:
        row = (*row, *([""] * (width - len(row))))
        if all(not cell or _RULE.fullmatch(cell) for cell in row) or set("".join(row)) <= set("-:= "):
            continue
        filled = [i for i, cell in enumerate(row) if cell]
        if kept and len(filled) == 1 and row[filled[0]][:1].islower():
            last = list(kept[-1])
            last[filled[0]] = f"{last[filled[0]]} {row[filled[0]]}".strip()
            kept[-1] = tuple(last)
            continue
        kept.append(row)
    return tuple(kept) or None
