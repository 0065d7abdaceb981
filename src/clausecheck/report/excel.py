"""A workbook: the issue list to work through, and the term sheet with the passages that carry it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from clausecheck.model.report import Review
from clausecheck.report import colours
from clausecheck.report.inert import inert, one_line
from clausecheck.report.issues import COLUMNS, Cell, rows
from clausecheck.report.manner import Manner
from clausecheck.report.words import SEVERITY_WORDS, answer, label

_WIDTHS = (24, 10, 7, 14, 34, 60, 44, 44, 44, 44, 14, 14, 30, 18, 20)
_TERMS = ("Contract", "Question", "Answer", "Confidence", "Clause", "Page", "Passage", "Remark", "Id")
_TERM_WIDTHS = (24, 30, 28, 11, 10, 7, 80, 40, 28)
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767
_LINE, _HIGHEST = 15.0, 409.0  # points of a line, and of a row at most
_STATES = '"open,asked,agreed,settled for less,given up,to be read"'


def write(reviews: Sequence[Review], manner: Manner) -> bytes:
    """The bytes of the .xlsx file."""
    book: Any = Workbook()
    book.properties.creator = "clausecheck"
    book.properties.created = datetime(2000, 1, 1)
    issues = book.active
    issues.title = "Issues"
    _fill(issues, COLUMNS, rows(reviews, manner), _WIDTHS)
    _colour(issues)
    states = DataValidation(type="list", formula1=_STATES, allow_blank=True)
    states.showErrorMessage = False
    issues.add_data_validation(states)
    column = issues.cell(1, COLUMNS.index("Status") + 1).column_letter
    states.add(f"{column}2:{column}{max(2, issues.max_row)}")
    _fill(book.create_sheet("Term sheet"), _TERMS, tuple(_terms(reviews)), _TERM_WIDTHS)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _terms(reviews: Sequence[Review]) -> Iterator[tuple[Cell, ...]]:
    for review in reviews:
        for term in review.terms:
            first = term.evidence[0] if term.evidence else None
            yield (
                one_line(review.document.path),
                label(term.id),
                one_line(answer(term)),
                round(term.confidence, 2),
                one_line(first.clause) if first else "",
                first.page if first else None,
                inert(first.text).strip() if first else "",
                one_line(term.reason),
                term.id,
            )


def _fill(sheet: Any, head: tuple[str, ...], body: tuple[tuple[Cell, ...], ...], widths: tuple[int, ...]) -> None:
    sheet.append(head)
    for cells in body:
        sheet.append([cell[:_LONGEST] if isinstance(cell, str) else cell for cell in cells])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words stay words, also those that begin like a formula
                cell.quotePrefix = cell.value[:1] in "=+-@"
        # Only some programs make rows as high as their words; the others would print them over each other.
        sheet.row_dimensions[row[0].row].height = _height([str(cell.value or "") for cell in row], widths)
    for cell, width in zip(sheet[1], widths, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _height(words: list[str], widths: tuple[int, ...]) -> float:
    """Points that a row needs for its longest cell."""
    lines = (
        sum(len(line) // (width - 1) + 1 for line in text.split("\n"))
        for text, width in zip(words, widths, strict=True)
    )
    return min(_LINE * max(lines), _HIGHEST)


def _colour(sheet: Any) -> None:
    fills = {SEVERITY_WORDS[name]: colour for name, colour in colours.SEVERITY.items()}
    for (cell,) in sheet.iter_rows(
        min_row=2, min_col=COLUMNS.index("Severity") + 1, max_col=COLUMNS.index("Severity") + 1
    ):
        colour = fills.get(str(cell.value), colours.DOUBT)
        cell.fill = PatternFill("solid", start_color=colour.fill)
        cell.font = Font(color=colour.ink, bold=True)
