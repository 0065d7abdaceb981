"""Tables of a Word file: which hold data, which only place text side by side, and their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausecheck.ingest.word_inline import DROPPED
from clausecheck.ingest.word_parts import Element, W, child, value, whole
from clausecheck.ingest.word_story import Story, Written

_ROW_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "bdo", "dir"))
_LABEL = re.compile(
    r"\(?[\dA-Za-z]{1,4}(?:\.\d{1,2}){0,3}[.)]?|[•●○▪■□*–-]|(?:Section|Article|Clause)\s\d+[.\d]*", re.I
)
_LONG_CELL = 1500  # characters; more is a column of the contract, not a value


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs in order. Cells that a merged one covers are empty."""

    paragraphs: tuple[Written, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(paragraph.text for paragraph in self.paragraphs if paragraph.text)


def rows(story: Story, table: Element, depth: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table; tables inside a cell become part of its text."""
    story.limits.check_nesting(depth)
    found: list[tuple[Cell, ...]] = []
    for row in _members(table, "tr"):
        if _dropped(story, child(row, "trPr")):
            continue
        cells: list[Cell] = [Cell()] * whole(value(child(row, "trPr", "gridBefore")), 0)
        for cell in _members(row, "tc"):
            properties = child(cell, "tcPr")
            marks = ("cellDel",) if story.view == "accepted" else ("cellIns",)
            if any(child(properties, mark) is not None for mark in marks):
                continue
            cells.append(Cell(tuple(_content(story, cell, depth + 1))))
            cells += [Cell()] * min(60, whole(value(child(properties, "gridSpan")), 1) - 1)
        found.append(tuple(cells))
    return tuple(found)


def is_layout(table: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table only places text: one column, a label beside its text, or whole columns of the contract."""
    filled = [[cell for cell in row if cell.text] for row in table]
    filled = [row for row in filled if row]
    if all(len(row) == 1 for row in filled):
        return True
    if any(len(cell.text) > _LONG_CELL for row in filled for cell in row):
        return True
    labelled = all(len(row) == 1 or (len(row) == 2 and _LABEL.fullmatch(row[0].text)) for row in filled)
    return labelled and any(len(row[-1].text) > 40 for row in filled)


def _content(story: Story, cell: Element, depth: int) -> Iterator[Written]:
    for block in story.blocks(cell, depth):
        if isinstance(block, Written):
            yield block
        else:
            for row in rows(story, block, depth + 1):
                for inner in row:
                    yield from inner.paragraphs


def _members(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those inside content controls and tracked changes."""
    for item in parent:
        if item.tag == W + name:
            yield item
        elif item.tag in _ROW_WRAPPERS:
            yield from _members(item, name)


def _dropped(story: Story, properties: Element | None) -> bool:
    """Whether the view does not have the row."""
    return properties is not None and any(properties.find(tag) is not None for tag in DROPPED[story.view])
