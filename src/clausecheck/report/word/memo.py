"""An issue memo in Word, for contracts that are no Word files and so cannot carry comments."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import Any

from docx import Document as new_document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt, RGBColor

from clausecheck.model.report import Result, Review
from clausecheck.report import colours
from clausecheck.report.entries import DISCLAIMER, advice, counts, level, lock_in, says, standing, unread
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.terms import KEY
from clausecheck.report.words import answer, excerpt, label, place

_PASSAGES = 3
_PASSAGE = 500  # characters of a passage that are quoted


def memo(review: Review, manner: Manner) -> bytes:
    """The bytes of a .docx: what was read, the key terms, then the issues, worst first."""
    paper: Any = new_document()
    paper.styles["Normal"].font.name = "Calibri"
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.core_properties.author = "clausecheck"
    name = one_line(PurePath(review.document.path).name or "standard input")
    paper.core_properties.title = f"Issues: {name}"
    paper.add_heading(f"Issues: {name}", level=0)
    roles = review.document.roles
    for said in (
        review.document.title,
        f"Reviewed for the {review.side}"
        + (f", {roles.supplier.name if review.side == 'supplier' else roles.distributor.name}"
           if roles.supplier and roles.distributor else ""),
        counts(review),
        lock_in(review.lock_in),
        unread(review),
    ):  # fmt: skip
        if said:
            paper.add_paragraph(one_line(said))
    _terms(paper, review)
    for number, result in enumerate(standing(review), 1):
        _issue(paper, number, result, manner)
    paper.add_paragraph(DISCLAIMER)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _terms(paper: Any, review: Review) -> None:
    known = [term for id in KEY if (term := review.term(id)) is not None]
    if not known:
        return
    paper.add_heading("Key terms", level=1)
    table = paper.add_table(rows=1, cols=3, style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, ("Question", "Answer", "Where"), strict=True):
        cell.text = text
    for term in known:
        where = next((place(passage) for passage in term.evidence if place(passage)), "")
        for cell, text in zip(table.add_row().cells, (label(term.id), answer(term), where), strict=True):
            cell.text = one_line(text)


def _issue(paper: Any, number: int, result: Result, manner: Manner) -> None:
    heading = paper.add_heading(level=2)
    run = heading.add_run(f"{number}. {level(result)} · {one_line(result.title)}")
    run.font.color.rgb = RGBColor(*colours.of(result).ink_rgb())
    if says(result):
        paper.add_paragraph(one_line(says(result)))
    for passage in result.evidence[:_PASSAGES]:
        quote = paper.add_paragraph(style="Quote")
        quote.add_run(f"“{one_line(excerpt(passage.text, _PASSAGE))}”").font.highlight_color = WD_COLOR_INDEX.GRAY_25
        quote.add_run(f" {one_line(place(passage))}")
    for name, text in advice(result, manner):
        line = paper.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(one_line(text))
    line = paper.add_paragraph()
    line.add_run(f"{result.rule}. Owner: ______  Status: open").italic = True
