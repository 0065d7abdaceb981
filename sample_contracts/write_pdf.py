"""Contracts as PDF: one or two columns, ruled tables, running heads. The same input gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table
from source import Block, Contract


def write_pdf(contract: Contract, path: Path, columns: int = 1) -> None:
    """Write `contract` to `path`, A4, in one or two columns."""
    width, height = A4
    margin = 27 * mm if columns == 1 else 18 * mm
    gap = 8 * mm
    column = (width - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + place * (column + gap), 24 * mm, column, height - 52 * mm, 0, 0, 0, 0)
        for place in range(columns)
    ]
    title = next(block.text for block in contract.blocks if block.kind == "title")

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Times-Italic", 8.5)
        canvas.drawString(margin, height - 18 * mm, f"{contract.supplier} / {contract.distributor}")
        canvas.drawRightString(width - margin, height - 18 * mm, title.title())
        canvas.drawCentredString(width / 2, 13 * mm, f"Page {document.page}")

    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        title=title.title(),
        author="Fictional sample",
        invariant=1,
        initialFontName="Times-Roman",
    )
    document.addPageTemplates(PageTemplate("page", frames, onPage=furniture))
    document.build(_story(contract.blocks, 11.5 if columns == 1 else 10.5, column, 3.0 if columns == 1 else 2.4))


def _story(blocks: tuple[Block, ...], size: float, width: float, hang: float) -> list[Flowable]:
    lead = size * 1.38
    base = ParagraphStyle(
        "base", fontName="Times-Roman", fontSize=size, leading=lead, alignment=TA_JUSTIFY, spaceAfter=size * 0.75
    )
    centre = ParagraphStyle("centre", base, alignment=TA_CENTER)
    indent = size * hang
    styles = {
        "title": ParagraphStyle("title", centre, fontName="Times-Bold", fontSize=size * 1.35, leading=lead * 1.4),
        "centre": centre,
        "text": base,
        "article": ParagraphStyle("article", base, fontName="Times-Bold", spaceBefore=size * 0.6, keepWithNext=1),
        "clause": ParagraphStyle("clause", base, leftIndent=indent, firstLineIndent=-indent),
        "item": ParagraphStyle("item", base, leftIndent=indent * 1.8, firstLineIndent=-indent * 0.8),
        "schedule": ParagraphStyle("schedule", centre, fontName="Times-Bold"),
    }
    cell = ParagraphStyle("cell", base, fontSize=size * 0.92, leading=lead * 0.92, spaceAfter=0, alignment=0)
    head = ParagraphStyle("head", cell, fontName="Times-Bold")
    story: list[Flowable] = []
    for block in blocks:
        if block.kind == "table":
            story += [_table(block, cell, head, width), Spacer(1, size)]
            continue
        if block.kind == "schedule":
            story.append(PageBreak() if len(story) and not _follows_schedule(story) else Spacer(1, size * 2))
        text = escape(block.text)
        if block.number:
            text = f"{block.number}&nbsp;&nbsp;&nbsp;{text}"
        story.append(Paragraph(text, styles[block.kind]))
    return story


def _follows_schedule(story: list[Flowable]) -> bool:
    """Whether a page was already begun for schedules: short ones share a page."""
    return any(isinstance(part, PageBreak) for part in story)


def _table(block: Block, cell: ParagraphStyle, head: ParagraphStyle, width: float) -> Table:
    ruled = not block.rows[1][0].startswith("By:")
    rows = [
        [Paragraph(escape(text), head if place == 0 else cell) for text in row] for place, row in enumerate(block.rows)
    ]
    table = Table(rows, colWidths=[width / len(rows[0])] * len(rows[0]), hAlign="LEFT")
    if ruled:
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table
