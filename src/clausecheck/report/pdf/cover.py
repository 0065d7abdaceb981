"""The pages in front of a marked PDF: what was read, the counts, and the list of what is marked."""

from __future__ import annotations

from pathlib import PurePath

import pypdfium2.raw as pdfium

from clausecheck.model.report import Result, Review
from clausecheck.report import colours
from clausecheck.report.entries import DISCLAIMER, counts, elsewhere, level, lock_in, says, standing, unread, where
from clausecheck.report.manner import Manner
from clausecheck.report.pdf.paper import Paper
from clausecheck.report.words import excerpt

_GREY = (95, 95, 95)
_PASSAGE = 260  # characters of a passage that the list quotes where the pages cannot show it


def write_cover(document: pdfium.FPDF_DOCUMENT, review: Review, manner: Manner) -> None:
    """Puts the pages in front."""
    marked = pdfium.FPDF_GetPageCount(document) > 0
    paper = Paper(document)
    name = PurePath(review.document.path).name or "standard input"
    paper.line(f"Review of {name}", size=17, bold=True)
    if review.document.title:
        paper.line(review.document.title, size=11, colour=_GREY, gap=4)
    paper.line(f"Read for the {review.side}. {counts(review)}.", gap=8)
    paper.line(lock_in(review.lock_in), bold=True, gap=3)
    if unread(review):
        paper.line(unread(review), colour=colours.SEVERITY["medium"].ink_rgb(), gap=3)
    if marked:
        paper.line("Numbers are those of the marks on the pages behind; pages are counted as in the contract.",
                   size=8.5, colour=_GREY, gap=3)  # fmt: skip
    for number, result in enumerate(standing(review), 1):
        _entry(paper, number, result, marked)
    paper.line(DISCLAIMER, size=8.5, colour=_GREY, gap=12)
    paper.close()


def _entry(paper: Paper, number: int, result: Result, marked: bool) -> None:
    place = where(result)
    heading = f"{number}. {level(result)}: {result.title}{f' ({place})' if place else ''}"
    paper.keep(60)
    paper.line(heading, size=10.5, bold=True, colour=colours.of(result).ink_rgb(), gap=9)
    if says(result):
        paper.line(says(result), indent=14, gap=1)
    if result.evidence and not (marked and result.evidence[0].boxes):
        paper.line(f"“{excerpt(result.evidence[0].text, _PASSAGE)}”", indent=14, colour=_GREY, gap=1)
    if result.position:
        paper.line(f"Ask: {result.position}", indent=14, gap=1)
    if elsewhere(result):
        paper.line(f"Also {elsewhere(result)}", indent=14, colour=_GREY, gap=1)
