"""Tables of a Word file: their rows and cells in the chosen view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.ingest.word_inline import DROPPED
from clausecheck.ingest.word_parts import Element, W, child, value, whole
from clausecheck.ingest.word_story import Story, Written

_ROW_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "bdo", "dir"))


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
