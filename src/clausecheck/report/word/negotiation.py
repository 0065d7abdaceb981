"""A negotiation memo in Word."""

from __future__ import annotations

import io
from typing import Any

from docx import Document as new_document
from docx.shared import Pt, RGBColor

from clausecheck.report import colours
from clausecheck.report.memo import Memo, Point
from clausecheck.report.ownership import mark

_WIDTHS = (Pt(95), Pt(337))  # of the two columns: together what stands between the margins


def negotiation(memo: Memo) -> bytes:
    """The bytes of a .docx. It names no program where it goes to the other side."""
    paper: Any = new_document()
    paper.styles["Normal"].font.name = "Calibri"
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.core_properties.title = memo.heading
    paper.core_properties.author = ""
    paper.core_properties.comments = ""
    paper.core_properties.identifier = mark(memo.name)
    paper.add_heading(memo.heading, level=0)
    for paragraph in memo.opening:
        paper.add_paragraph(paragraph)
    for point in memo.points:
        _point(paper, point, memo.confidential)
    if memo.open:
        paper.add_heading("To be settled by reading or asking", level=1)
        for title, why in memo.open:
            line = paper.add_paragraph(style="List Bullet")
            line.add_run(title).bold = True
            line.add_run(f": {why}" if why else "")
    paper.add_paragraph(memo.closing)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _point(paper: Any, point: Point, confidential: bool) -> None:
    heading = paper.add_heading(level=2)
    heading.add_run(f"{point.number}. {point.title}")
    if confidential:
        level = heading.add_run(f" ({point.level.lower()})")
        level.font.color.rgb = RGBColor(*colours.SEVERITY[point.severity].ink_rgb())
    if point.passage:
        quote = paper.add_paragraph(style="Quote")
        quote.add_run(f"“{point.passage}” {point.where}".rstrip())
    table = paper.add_table(rows=0, cols=len(_WIDTHS))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for name, text in point.rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = text
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
