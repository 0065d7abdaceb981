"""Highlights and notes on the pages of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2.raw as pdfium

from clausecheck.model.location import Box
from clausecheck.model.report import Result
from clausecheck.report import colours
from clausecheck.report.entries import advice, elsewhere, level, says
from clausecheck.report.inert import inert, one_line
from clausecheck.report.manner import Manner

AUTHOR = "clausecheck"
_PRINTED = pdfium.FPDF_ANNOT_FLAG_PRINT


@dataclass(slots=True)
class Mark:
    """One highlight: the findings about exactly these words, gravest first, and a note on each."""

    results: list[Result] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def highlight(document: pdfium.FPDF_DOCUMENT, results: Sequence[Result], manner: Manner) -> None:
    """Marks every passage of the findings, numbered from 1. The whole note on a finding hangs on its first mark, and
    the others refer to it; findings about the same words share a mark, since of two on top of each other nobody could
    open the lower one."""
    for (page, boxes), mark in _marks(results, manner).items():
        _put(document, page, boxes, mark)


def _marks(results: Sequence[Result], manner: Manner) -> dict[tuple[int, tuple[Box, ...]], Mark]:
    found: dict[tuple[int, tuple[Box, ...]], Mark] = {}
    for number, result in enumerate(results, 1):
        whole = f"{number}. {level(result).upper()}: {one_line(result.title)}"
        note = "\n".join([whole, *_lines(result, manner)])
        for passage in result.evidence:
            for page, boxes in groupby(passage.boxes, key=lambda box: box.page):
                mark = found.setdefault((page, tuple(boxes)), Mark())
                if result not in mark.results:
                    mark.results.append(result)
                    mark.notes.append(note)
                note = f"{whole} (see the first mark of this number)"
    return found


def _lines(result: Result, manner: Manner) -> Iterator[str]:
    if says(result):
        yield one_line(says(result))
    for name, text in advice(result, manner):
        if name != "Leave when":  # a marked copy travels; when to leave stays at home
            yield f"{name}: {one_line(text)}"
    if elsewhere(result):
        yield f"See also: {one_line(elsewhere(result))}"
    yield result.rule


def _put(document: pdfium.FPDF_DOCUMENT, page: int, boxes: Sequence[Box], mark: Mark) -> None:
    with _page(document, page - 1) as handle, _annotation(handle, pdfium.FPDF_ANNOT_HIGHLIGHT) as annotation:
        colour = colours.of(mark.results[0]).fill_rgb()
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour, 255)
        for box in boxes:
            quad = pdfium.FS_QUADPOINTSF(box.x0, box.y1, box.x1, box.y1, box.x0, box.y0, box.x1, box.y0)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(quad))
        left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
        bottom, top = min(box.y0 for box in boxes), max(box.y1 for box in boxes)
        pdfium.FPDFAnnot_SetRect(annotation, ctypes.byref(pdfium.FS_RECTF(left, top, right, bottom)))
        pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED)
        _say(annotation, "Contents", inert("\n\n".join(mark.notes)))
        _say(annotation, "T", AUTHOR)
        _say(annotation, "Subj", ", ".join(result.rule for result in mark.results))


@contextmanager
def _page(document: pdfium.FPDF_DOCUMENT, index: int) -> Iterator[pdfium.FPDF_PAGE]:
    handle = pdfium.FPDF_LoadPage(document, index)
    try:
        yield handle
    finally:
        pdfium.FPDF_ClosePage(handle)


@contextmanager
def _annotation(page: pdfium.FPDF_PAGE, kind: int) -> Iterator[pdfium.FPDF_ANNOTATION]:
    mark = pdfium.FPDFPage_CreateAnnot(page, kind)
    try:
        yield mark
    finally:
        pdfium.FPDFPage_CloseAnnot(mark)


def _say(mark: pdfium.FPDF_ANNOTATION, key: str, text: str) -> None:
    wide = (text + "\x00").encode("utf-16-le", errors="replace")
    buffer = (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide)
    pdfium.FPDFAnnot_SetStringValue(mark, key.encode(), buffer)
