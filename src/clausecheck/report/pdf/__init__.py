"""PDF: a copy of the contract with highlighted findings and a note on each, behind pages with summary and list. For
contracts in other formats, those pages alone."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import PurePath

import pypdfium2.raw as pdfium

from clausecheck.errors import UnreadableError
from clausecheck.model.report import Review
from clausecheck.report.entries import standing
from clausecheck.report.manner import Manner
from clausecheck.report.original import original
from clausecheck.report.ownership import mark
from clausecheck.report.pdf.cover import write_cover
from clausecheck.report.pdf.marks import highlight


def write(reviews: Sequence[Review], manner: Manner) -> bytes:
    """The bytes of the PDF. Findings are numbered alike in the list and on the pages."""
    review = reviews[0]
    data = original(review, manner) if review.document.format == "pdf" else None
    document = _open(data, manner.password, review.document.path)
    try:
        highlight(document, standing(review), manner)
        write_cover(document, review, manner)
        # A comment behind the end, which no viewer reads: copies of encrypted contracts must be known again too.
        return _save(document) + f"%{mark(PurePath(review.document.path).name)}\n".encode()
    finally:
        pdfium.FPDF_CloseDocument(document)


def _open(data: bytes | None, password: str | None, path: str) -> pdfium.FPDF_DOCUMENT:
    pdfium.FPDF_InitLibrary()
    if data is None:
        return pdfium.FPDF_CreateNewDocument()
    # pdfium reads from this memory for as long as the document is open; `data` outlives it in `write`.
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() if password else None)
    if not document:
        raise UnreadableError(f"{path}: cannot be opened again to mark it up")
    return document


def _save(document: pdfium.FPDF_DOCUMENT) -> bytes:
    parts: list[bytes] = []

    def block(_: object, content: int, size: int) -> int:
        parts.append(ctypes.string_at(content, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE(version=1)
    kept = type(writer.WriteBlock)(block)  # pdfium calls it; Python must not forget it meanwhile
    writer.WriteBlock = kept
    if not pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), pdfium.FPDF_NO_INCREMENTAL):
        raise UnreadableError("the marked PDF could not be put together; print the contract to a new PDF and try again")
    return b"".join(parts)
