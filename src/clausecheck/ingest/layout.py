"""Tables that are none: which tables of Word and HTML files only place text on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

LABEL = re.compile(
    r"\(?[\dA-Za-z]{1,4}(?:\.\d{1,2}){0,3}[.)]?|\(?[ivxlIVXL]{1,6}[.)]|[•●○▪■□·*o–-]|第\s?\w{1,4}[条章項]"
    r"|(?:Section|Article|Clause)\s(?:\d+[.\d]*|[IVXL]+)\.?",
    re.IGNORECASE,
)
_LONG_CELL = 1500  # characters; more is a column of the contract, not a value
_PROSE = 40  # characters; a label beside this much is the label of a paragraph


def is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table, given by the text of its cells, only places text: one column, labels beside their text, or
    whole columns of the contract. Empty cells count for nothing."""
    filled = [[cell for cell in row if cell] for row in rows]
    filled = [row for row in filled if row]
    if all(len(row) == 1 for row in filled):
        return True
    if any(len(cell) > _LONG_CELL for row in filled for cell in row):
        return True
    labelled = all(len(row) == 1 or (len(row) == 2 and LABEL.fullmatch(row[0])) for row in filled)
    return labelled and (len(filled) == 1 or any(len(row[-1]) > _PROSE for row in filled))
