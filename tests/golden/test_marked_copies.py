"""Marked copies, opened again: every finding's mark is on its own words, and nothing else has changed."""

from __future__ import annotations

import ctypes
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from lxml import etree

from clausecheck import api
from clausecheck.ingest.draft import tidy
from clausecheck.model.report import Review
from clausecheck.report.formats import FORMATS, render
from clausecheck.report.manner import Manner

WORD, PDF, TEXT = (
    pytest.mark.parametrize("review", [name], indirect=True, scope="session")
    for name in ("draft-tracked.docx", "japan-lock-in.pdf", "software-reseller.txt")
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_marks(data: bytes) -> Iterator[tuple[str, str]]:
    """(comment, the words it is on) in the order of the comments; deleted words do not count."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    marked: dict[str, str] = {}
    open_: set[str] = set()
    for item in body.iter():
        id = item.get(W + "id", "")
        if item.tag == W + "commentRangeStart":
            open_.add(id)
            marked[id] = ""
        elif item.tag == W + "commentRangeEnd":
            open_.remove(id)
        elif item.tag in (W + "t", W + "p"):
            for one in open_:
                marked[one] += item.text or "" if item.tag == W + "t" else "\n"
    assert not open_
    for comment in comments:
        assert comment.get(W + "author") == "clausecheck"
        lines = ["".join(paragraph.itertext()) for paragraph in comment.iterfind(W + "p")]
        yield "\n".join(lines), marked[comment.get(W + "id", "")]


def pdf_marks(data: bytes) -> Iterator[tuple[int, str, str]]:
    """(page, note, the words under the highlight) in the order of the pages."""
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
            if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_HIGHLIGHT:
                yield number, _string(mark, b"Contents"), " ".join(_under(mark, text))
            pdfium.FPDFPage_CloseAnnot(mark)


def _under(mark: pdfium.FPDF_ANNOTATION, text: pypdfium2.PdfTextPage) -> Iterator[str]:
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(mark)):
        quad = pdfium.FS_QUADPOINTSF()
        pdfium.FPDFAnnot_GetAttachmentPoints(mark, index, ctypes.byref(quad))
        quarter = (quad.y1 - quad.y3) / 4
        yield text.get_text_bounded(quad.x1, quad.y3 + quarter, quad.x2, quad.y1 - quarter)


def _string(mark: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(mark, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(mark, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\x00")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", tidy(text))


@pytest.fixture(scope="module")
def copy(review: Review, manner: Manner) -> bytes:
    form = FORMATS["pdf" if review.document.format == "pdf" else "word"]
    content = render(form, [review], manner)
    assert isinstance(content, bytes)
    return content


@WORD
def test_word_comments(review: Review, copy: bytes, golden: Callable[[str, str], None]) -> None:
    found = list(word_marks(copy))
    words = {note.partition("(")[2].partition(")")[0]: marked for note, marked in found}
    for result in review.results:
        if result.verdict == "flagged" and result.waived is None and result.evidence:
            wanted = re.sub(r"\n[\d.]+ ", "\n", result.evidence[0].text)  # numbers that Word counts are no words
            on_note = result.rule == "perf.forecast-only"  # whose words stand in a footnote: its mark is commented on
            assert squeezed(words[result.rule]) == ("" if on_note else squeezed(wanted))
    told = [f"[{marked.strip()}]\n{note}\n" for note, marked in found]
    golden(f"{Path(review.document.path).name}.comments.txt", "\n".join(told))


@WORD
def test_a_word_copy_reads_as_the_contract_did(review: Review, copy: bytes) -> None:
    again = api.read(copy, name="copy.docx")
    assert again.text == review.document.text
    assert again.changes == review.document.changes
    assert [p.label for p in again.paragraphs] == [p.label for p in review.document.paragraphs]
    assert len(Document(io.BytesIO(copy)).comments) == 8


@WORD
def test_the_other_parts_of_a_word_copy_are_untouched(review: Review, copy: bytes, manner: Manner) -> None:
    changed = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    with zipfile.ZipFile(io.BytesIO(manner.original or b"")) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        names = set(old.namelist()) - changed
        assert names <= set(new.namelist())
        assert all(old.read(name) == new.read(name) for name in names)


@WORD
def test_the_same_review_gives_the_same_copy(review: Review, copy: bytes, manner: Manner) -> None:
    assert render(FORMATS["word"], [review], manner) == copy


@WORD
def test_comments_come_beside_those_that_are_there(review: Review, copy: bytes) -> None:
    document = replace(api.read(copy, name="copy.docx"), path="copy.docx")
    content = render(FORMATS["word"], [replace(review, document=document)], Manner(original=copy))
    assert isinstance(content, bytes)
    ids = [comment.comment_id for comment in Document(io.BytesIO(content)).comments]
    assert len(ids) == len(set(ids)) == 16


@PDF
def test_pdf_highlights(review: Review, copy: bytes, golden: Callable[[str, str], None]) -> None:
    front = len(pypdfium2.PdfDocument(copy)) - len(review.document.pages)
    found = list(pdf_marks(copy))
    for result in review.results:
        if result.verdict in ("flagged", "cannot-tell") and result.waived is None:
            for passage in result.evidence:
                under = [words for page, note, words in found if result.title in note and page == passage.page + front]
                assert any(squeezed(passage.text) in squeezed(words) for words in under), passage
                assert all(len(words) < len(passage.text) + 12 for words in under if passage.text in words)
    cover = "\n".join(pypdfium2.PdfDocument(copy)[page].get_textpage().get_text_range() for page in range(front))
    told = [f"page {page} [{' '.join(words.split())}]\n{note}\n" for page, note, words in found]
    golden(f"{Path(review.document.path).name}.marks.txt", "\n".join([cover.replace("\r\n", "\n"), *told]))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed (Debian: poppler-utils)")
def test_poppler_opens_the_copy_without_complaint(review: Review, copy: bytes, manner: Manner, tmp_path: Path) -> None:
    made = copy if review.document.format == "pdf" else render(FORMATS["pdf"], [review], manner)
    assert isinstance(made, bytes)
    (tmp_path / "copy.pdf").write_bytes(made)
    done = subprocess.run(["pdftotext", tmp_path / "copy.pdf", "-"], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    first = done.stdout.split("\f")[0]
    assert Path(review.document.path).name in first
    assert review.flagged()[0].title in " ".join(first.split())
    pages = len(pypdfium2.PdfDocument(made))
    assert done.stdout.count("\f") == pages


@PDF
def test_findings_on_the_same_words_share_a_highlight(review: Review, copy: bytes) -> None:
    notes = [note for _, note, _ in pdf_marks(copy)]
    shared = next(note for note in notes if "About perf exclusive" in note)
    assert "About grant same words" in shared
    assert len(notes) == 5


def test_a_counterparty_is_told_no_fallback(review: Review, copy: bytes, manner: Manner) -> None:
    form = FORMATS["pdf" if review.document.format == "pdf" else "word"]
    told = [render(form, [review], replace(manner, reader="counterparty")), copy]
    seen = []
    for content in told:
        assert isinstance(content, bytes)
        if review.document.format == "pdf":
            seen.append("".join(note for _, note, _ in pdf_marks(content)))
        elif review.document.format == "docx":
            seen.append("".join(note for note, _ in word_marks(content)))
        else:
            seen.append("\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs))
    assert "A minimum from the second year." in seen[1]
    assert "A minimum from the second year." not in seen[0]
    assert "They refuse" not in seen[0]


@TEXT
def test_other_contracts_get_a_memo_or_a_list(
    review: Review, manner: Manner, golden: Callable[[str, str], None]
) -> None:
    memo = render(FORMATS["word"], [review], manner)
    pages = render(FORMATS["pdf"], [review], manner)
    assert isinstance(memo, bytes)
    assert isinstance(pages, bytes)
    text = "\n".join(p.text for p in Document(io.BytesIO(memo)).paragraphs)
    shown = pypdfium2.PdfDocument(pages)[0].get_textpage().get_text_range()
    for wanted in ("software-reseller.txt", "exclusive reseller of the Products", "About excl grant", "yearly minimum"):
        assert wanted in text
        assert wanted in shown
    golden("software-reseller.txt.memo.txt", text + "\n")
    golden("software-reseller.txt.list.txt", shown.replace("\r\n", "\n") + "\n")
