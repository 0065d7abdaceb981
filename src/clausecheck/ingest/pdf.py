"""PDF files: text in reading order with a box for every word.

pdfium reads (through pypdfium2, whose handles must be closed and which is not thread-safe: one document, one thread;
many documents, many processes). Everything after it is done on words and lines of this package.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from clausecheck.errors import EncryptedError, UnreadableError
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.pdf_assemble import Assembly, PdfPage
from clausecheck.ingest.pdf_layout import in_reading_order
from clausecheck.ingest.pdf_rulings import grids
from clausecheck.ingest.pdf_tables import ruled_tables, without_tables
from clausecheck.ingest.pdf_words import read_words
from clausecheck.ingest.raw import RawDocument

_FEW = 10  # characters; a page with fewer, and pictures on it, is a scan
_PICTURE = 0.05  # share of the page that pictures must cover to count


def read_pdf(
    path_or_bytes: str | Path | bytes, *, password: str | None = None, limits: Limits | None = None
) -> RawDocument:
    """The document as printed. Raises EncryptedError, LimitError or UnreadableError."""
    limits = limits or Limits()
    clock = limits.clock()
    data = path_or_bytes if isinstance(path_or_bytes, bytes) else _bytes(Path(path_or_bytes), limits)
    limits.check_bytes(len(data))
    document = _open(data, password)
    try:
        count = len(document)
        limits.check_pages(count)
        pages = []
        size = 0
        for index in range(count):
            clock.check(f"page {index + 1} of {count}")
            page = _read_page(document, index)
            size += sum(map(len, page.words.texts))
            limits.check_expanded(size)
            pages.append(page)
    finally:
        document.close()
    if not count:
        raise UnreadableError("the PDF has no pages; ask for a complete copy")
    return Assembly(pages).document()


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        limits.check_bytes(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}") from error


def _open(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            said = "the password is wrong" if password else "the PDF is encrypted"
            raise EncryptedError(f"{said}; give the right one with --password") from error
        if "security" in str(error).lower():
            raise EncryptedError("the PDF is protected in a way that cannot be read; save it unprotected") from error
        raise UnreadableError("the PDF is damaged: no pages can be found in it; open it in a PDF viewer and save or "
                              "print it to a new PDF, or ask for another copy") from error  # fmt: skip


def _read_page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    handle = pdfium.FPDF_LoadPage(document.raw, index)
    if not handle:
        return PdfPage.broken(index + 1, "the page is damaged")
    try:
        width, height = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
        textpage = pdfium.FPDFText_LoadPage(handle)
        if not textpage:
            return PdfPage.broken(index + 1, "the text of the page is damaged", width, height)
        try:
            words, lines = read_words(textpage, index + 1)
        finally:
            pdfium.FPDFText_ClosePage(textpage)
        characters = sum(map(len, words.texts))
        reason = ""
        if characters < _FEW and _pictures(handle) > _PICTURE * width * height:
            reason = "the page is a picture without a text layer"
        elif words.odd * 3 > characters:
            reason = "the characters of the page have no meaning (its fonts say nothing about them)"
        tables = ruled_tables(words, grids(handle))
        ordered = in_reading_order(words, without_tables(words, lines, tables))
        return PdfPage(index + 1, width, height, words, ordered, tables, reason)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _pictures(page: Any) -> float:
    """The area of all pictures on a page, in square points."""
    area = 0.0
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 10_000)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) and (
            pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
        ):
            left, bottom, right, top = (edge.value for edge in edges)
            area += max(0.0, right - left) * max(0.0, top - bottom)
    return area
