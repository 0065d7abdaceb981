"""PDF files, written here with reportlab, as a reader of the review would see them."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from clausecheck.errors import EncryptedError, LimitError, UnreadableError
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.pdf import read_pdf
from clausecheck.model.location import Span

WIDTH, HEIGHT = A4
BODY = (
    "The Supplier appoints the Distributor as its non-exclusive distributor of the Products in the Territory, and the "
    "Distributor accepts that appointment and agrees to use its best efforts to promote the Products there. The "
    "appointment lasts for five years from the Effective Date and may be ended only as this Agreement provides. "
)


def pdf(*pages: Callable[[Canvas], None], encrypt: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, A4, encrypt=pdfencrypt.StandardEncryption(encrypt) if encrypt else None)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def wrap(canvas: Canvas, text: str, width: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if canvas.stringWidth(longer, "Times-Roman", 11) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def write(canvas: Canvas, text: str, x: float, y: float, width: float = 450) -> float:
    canvas.setFont("Times-Roman", 11)
    for line in wrap(canvas, text, width):
        canvas.drawString(x, y, line)
        y -= 14
    return y


def simple(text: str) -> bytes:
    return pdf(lambda canvas: void(write(canvas, text, 72, 750)))


def void(_: object) -> None:
    """For drawing steps whose result nobody needs."""


def lines_of(canvas: Canvas, *lines: str, x: float = 72, y: float = 750) -> None:
    canvas.setFont("Times-Roman", 11)
    for at, line in enumerate(lines):
        canvas.drawString(x, y - 14 * at, line)


def test_soft_line_breaks_are_joined() -> None:
    raw = simple(BODY)
    assert read_pdf(raw).text == BODY.strip() + "\n"


def test_paragraphs_end_at_numbers_gaps_and_short_lines() -> None:
    def draw(canvas: Canvas) -> None:
        y = write(canvas, "1.1 Appointment. " + BODY, 72, 750)
        y = write(canvas, "1.2 Term. " + BODY, 72, y)
        write(canvas, BODY, 72, y - 20)

    raw = read_pdf(pdf(draw))
    starts = [raw.text[p.span.start : p.span.start + 8] for p in raw.paragraphs]
    assert starts == ["1.1 Appo", "1.2 Term", "The Supp"]


def test_running_heads_are_set_aside_and_sentences_run_over_pages() -> None:
    words = (BODY * 8).split()

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Times-Roman", 9)
            canvas.drawString(72, 810, "Confidential - Distribution Agreement")
            canvas.drawCentredString(WIDTH / 2, 30, f"Page {number} of 3")
            every = wrap(canvas, " ".join(words), 450)
            third = len(every) // 3
            lines_of(canvas, *every[third * (number - 1) : third * number if number < 3 else None])

        return draw

    raw = read_pdf(pdf(page(1), page(2), page(3)))
    assert raw.text == " ".join(words) + "\n"
    assert [(f.page, f.text) for f in raw.furniture if f.text.startswith("Page")] == [
        (1, "Page 1 of 3"), (2, "Page 2 of 3"), (3, "Page 3 of 3"),
    ]  # fmt: skip
    assert sum(f.text.startswith("Confidential") for f in raw.furniture) == 3
    assert [p.number for p in raw.pages] == [1, 2, 3]
    second = raw.pages[1].span
    assert raw.source.page(Span(second.start, second.start + 5)) == 2
    across = Span(second.start - 10, second.start + 10)
    assert {box.page for box in raw.source.boxes(across)} == {1, 2}


@pytest.mark.parametrize("interleaved", [False, True], ids=["column by column", "row by row"])
def test_columns_are_read_one_after_the_other(interleaved: bool) -> None:
    left, right = BODY * 3, BODY.replace("Supplier", "Manufacturer") * 3

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(WIDTH / 2, 790, "DISTRIBUTION AGREEMENT")
        columns = [wrap(canvas, left, 220), wrap(canvas, right, 220)]
        canvas.setFont("Times-Roman", 11)
        order = [(side, row) for side in (0, 1) for row in range(len(columns[side]))]
        if interleaved:
            order.sort(key=lambda item: (item[1], item[0]))
        for side, row in order:
            canvas.drawString(60 + side * 250, 750 - 14 * row, columns[side][row])

    text = read_pdf(pdf(draw)).text
    assert text.replace("\n", " ").split() == f"DISTRIBUTION AGREEMENT {left} {right}".split()


def test_a_ruled_table_becomes_rows_and_cells() -> None:
    rows = [("Contract Year", "Minimum Purchase"), ("1", "US$ 500,000"), ("2", "US$ 750,000"), ("3", "")]

    def draw(canvas: Canvas) -> None:
        write(canvas, "3.1 The Distributor shall buy at least the following:", 72, 750)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.rect(72 + 150 * column, 690 - 20 * at, 150, 20)
                canvas.drawString(76 + 150 * column, 696 - 20 * at, cell)
        write(canvas, "3.2 The minimum for later years is agreed in writing.", 72, 590)

    raw = read_pdf(pdf(draw))
    assert [table.rows for table in raw.tables] == [tuple(rows)]
    for row, cells in zip(raw.tables[0].rows, raw.tables[0].cells, strict=True):
        assert [raw.text[c.start : c.end] for c in cells] == list(row)
    assert raw.text.split("\n")[:4] == [
        "3.1 The Distributor shall buy at least the following:",
        "Contract Year | Minimum Purchase",
        "1 | US$ 500,000",
        "2 | US$ 750,000",
    ]
    assert {p.place for p in raw.paragraphs} == {"body", "table"}


def test_figures_in_columns_become_a_table_without_rulings() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "The minimum purchases are:", 72, 750)
        for at, (year, figure) in enumerate([("Year", "Minimum"), ("2025", "$ 100,000"), ("2026", "$ 200,000")]):
            canvas.drawString(72, 722 - 14 * at, year)
            canvas.drawString(250, 722 - 14 * at, figure)
        write(canvas, "Both are net of returns.", 72, 660)

    raw = read_pdf(pdf(draw))
    assert [table.rows for table in raw.tables] == [(("Year", "Minimum"), ("2025", "$ 100,000"), ("2026", "$ 200,000"))]


def test_a_table_of_contents_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(6):
            canvas.drawString(72, 722 - 14 * at, f"{at + 1}. Article number {at}")
            canvas.drawString(450, 722 - 14 * at, str(at * 2 + 1))

    assert not read_pdf(pdf(draw)).tables


def test_a_clause_number_drawn_apart_goes_before_its_text() -> None:
    def draw(canvas: Canvas) -> None:
        y = 750.0
        for text in (BODY, BODY):
            y = write(canvas, text, 110, y, 400) - 10
        canvas.drawString(72, 750, "4.1")
        canvas.drawString(72, 750 - 14 * len(wrap(canvas, BODY, 400)) - 10, "4.2")

    lines = read_pdf(pdf(draw)).text.split("\n")
    assert [line[:12] for line in lines[:2]] == ["4.1 The Supp", "4.2 The Supp"]


def test_a_page_drawn_from_the_middle_is_read_from_the_top() -> None:
    def draw(canvas: Canvas) -> None:
        lines_of(canvas, "2. The second clause stands below the first one.", y=600)
        lines_of(canvas, "1. The first clause is drawn last.", y=700)

    assert read_pdf(pdf(draw)).text.startswith("1. The first")


def test_words_are_mended() -> None:
    def draw(canvas: Canvas) -> None:
        lines_of(canvas, "T E R M", "2.1License. The licence is granted subject to the provisions ofthe Agreement.")

    assert read_pdf(pdf(draw)).text == (
        "TERM\n2.1 License. The licence is granted subject to the provisions of the Agreement.\n"
    )


def test_hyphens_at_line_ends() -> None:
    def draw(canvas: Canvas) -> None:
        lines_of(
            canvas,
            "This appointment is non-",
            "exclusive; after the termina-",
            "tion of it, which is the termination",
            "of all rights, nothing stays.",
        )

    text = read_pdf(pdf(draw)).text.replace("\n", " ")
    assert "is non-exclusive; after the termination of it" in text


def test_page_numbers_within_a_page_and_drawn_rules_are_set_aside() -> None:
    def draw(number: int) -> Callable[[Canvas], None]:
        def page(canvas: Canvas) -> None:
            words = (BODY * 3).split()
            y = write(canvas, " ".join([f"{number}.1", *words[number * 5 :], "The Supplier may"]), 72, 750)
            canvas.drawString(72, y - 20, "DISTRIBUTION AGREEMENT")
            canvas.drawCentredString(WIDTH / 2, y - 34, f"-{number}-")
            canvas.drawString(72, y - 48, "-" * 40)
            write(canvas, " ".join([f"withdraw part {number} of it.", *words[number * 7 :]]), 72, y - 70)

        return page

    raw = read_pdf(pdf(*(draw(number) for number in range(4, 8))))
    assert "-5-" not in raw.text
    assert "--" not in raw.text
    assert "The Supplier may withdraw part 5 of it." in raw.text
    assert [f.text for f in raw.furniture if f.page == 2] == ["DISTRIBUTION AGREEMENT", "-5-", "-" * 40]


def test_quotes_and_spaces_are_in_normal_spelling() -> None:
    assert '(the "Term")' in read_pdf(simple("It lasts five\u00a0years (the “Term”) and no longer.")).text


def test_a_scanned_page_is_unreadable() -> None:
    picture = ImageReader(io.BytesIO(_png()))
    raw = read_pdf(pdf(lambda c: void(write(c, BODY, 72, 750)), lambda c: void(c.drawImage(picture, 50, 50, 500, 700)),
                       lambda c: void(write(c, BODY, 72, 750))))  # fmt: skip
    assert [bool(page.unreadable) for page in raw.pages] == [False, True, False]
    assert "picture" in raw.pages[1].unreadable
    assert any("page 2" in note for note in raw.notes)


def test_an_empty_page_is_not_unreadable() -> None:
    raw = read_pdf(pdf(lambda c: void(write(c, BODY, 72, 750)), lambda c: None))
    assert [page.unreadable for page in raw.pages] == ["", ""]


def test_encrypted_files_want_the_right_password() -> None:
    data = pdf(lambda canvas: void(write(canvas, BODY, 72, 750)), encrypt="sesame")
    assert read_pdf(data, password="sesame").text.startswith("The Supplier")
    with pytest.raises(EncryptedError, match="--password"):
        read_pdf(data)
    with pytest.raises(EncryptedError, match="wrong"):
        read_pdf(data, password="open")


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing else", b"no PDF at all", b""])
def test_damaged_files_say_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="another copy"):
        read_pdf(data)


def test_a_truncated_file_is_read_or_refused_plainly() -> None:
    data = simple(BODY)
    for share in (0.3, 0.6, 0.9):
        with suppress(UnreadableError):
            assert read_pdf(data[: int(len(data) * share)]).text in ("", BODY.strip() + "\n")


def test_limits() -> None:
    data = pdf(*[lambda canvas: void(write(canvas, BODY, 72, 750))] * 3)
    for limits, said in (
        (Limits(bytes_=100), "bytes"),
        (Limits(pages=2), "3 pages"),
        (Limits(expanded=20), "unpacks"),
        (Limits(seconds=-1), "page 1 of 3"),
    ):
        with pytest.raises(LimitError, match=said):
            read_pdf(data, limits=limits)


def test_a_missing_file(tmp_path: object) -> None:
    with pytest.raises(UnreadableError, match=r"none\.pdf"):
        read_pdf(f"{tmp_path}/none.pdf")


@lru_cache
def _contract() -> bytes:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            y = 760.0
            for at in range(1, 6):
                y = write(canvas, f"{number}.{at} Clause {number * at}. {BODY * 2}", 72, y) - 6
            canvas.drawCentredString(WIDTH / 2, 30, str(number))

        return draw

    return pdf(*(page(number) for number in range(1, 4)))


@given(st.floats(0, 1), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_the_boxes_of_a_span_hold_its_words(where: float, length: int) -> None:
    data = _contract()
    raw = read_pdf(data)
    start = int(where * (len(raw.text) - 1))
    span = Span(start, min(len(raw.text), start + length))
    while span.start and not raw.text[span.start - 1].isspace():
        span = Span(span.start - 1, span.end)
    while span.end < len(raw.text) and not raw.text[span.end].isspace():
        span = Span(span.start, span.end + 1)
    document = pypdfium2.PdfDocument(data)
    read: list[str] = []
    for box in raw.source.boxes(span):
        textpage = document[box.page - 1].get_textpage()
        read += textpage.get_text_bounded(box.x0 - 0.5, box.y0, box.x1 + 0.5, box.y1).split()
    document.close()
    assert read == raw.text[span.start : span.end].split()


def _png() -> bytes:
    """A grey picture of ten by ten pixels."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes([200] * 10) for _ in range(10))
    head = struct.pack(">IIBBBBB", 10, 10, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
