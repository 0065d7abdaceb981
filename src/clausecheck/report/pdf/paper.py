"""Blank pages and words on them. The words are Helvetica, which every viewer has and which knows Latin letters only."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from clausecheck.report.inert import one_line

MARGIN = 54.0  # points
_FONTS = {False: b"Helvetica", True: b"Helvetica-Bold"}


@dataclass(slots=True)
class Paper:
    """Writes from top to bottom on new pages, put in front of the document, as many as it takes. Sizes in points."""

    document: pdfium.FPDF_DOCUMENT
    width: float = 595.0
    height: float = 842.0
    pages: int = 0
    _page: pdfium.FPDF_PAGE | None = None
    _y: float = 0.0
    _fonts: dict[bool, pdfium.FPDF_FONT] = field(default_factory=dict)

    def line(
        self,
        text: str,
        *,
        size: float = 9.5,
        bold: bool = False,
        colour: tuple[int, int, int] = (20, 20, 20),
        indent: float = 0.0,
        gap: float = 0.0,
    ) -> None:
        """A paragraph, broken where the page ends; `gap` is space above it."""
        self._y -= gap if self._page is not None else 0
        room = self.width - 2 * MARGIN - indent
        for words in self._broken(latin(one_line(text)), size, bold, room):
            if self._page is None or self._y - size * 1.35 < MARGIN:
                self._turn()
            self._y -= size * 1.35
            self._put(words, MARGIN + indent, self._y, size, bold, colour)

    def keep(self, height: float) -> None:
        """Goes to a new page unless so much room is left, so that no heading stands alone."""
        if self._page is not None and self._y - height < MARGIN:
            self._turn()

    def close(self) -> None:
        """Finishes the last page."""
        if self._page is not None:
            pdfium.FPDFPage_GenerateContent(self._page)
            pdfium.FPDF_ClosePage(self._page)
            self._page = None
        for font in self._fonts.values():
            pdfium.FPDFFont_Close(font)

    def _turn(self) -> None:
        if self._page is not None:
            pdfium.FPDFPage_GenerateContent(self._page)
            pdfium.FPDF_ClosePage(self._page)
        self._page = pdfium.FPDFPage_New(self.document, self.pages, self.width, self.height)
        self.pages += 1
        self._y = self.height - MARGIN

    def _put(self, words: str, x: float, y: float, size: float, bold: bool, colour: tuple[int, int, int]) -> None:
        item = pdfium.FPDFPageObj_CreateTextObj(self.document, self._font(bold), size)
        wide = (words + "\x00").encode("utf-16-le")
        pdfium.FPDFText_SetText(item, (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide))
        pdfium.FPDFPageObj_SetFillColor(item, *colour, 255)
        pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
        pdfium.FPDFPage_InsertObject(self._page, item)

    def _broken(self, text: str, size: float, bold: bool, room: float) -> Iterator[str]:
        line, used, space = "", 0.0, self._wide(" ", size, bold)
        for word in text.split(" "):
            for part in self._fitting(word, size, bold, room):
                wide = self._wide(part, size, bold)
                if line and used + space + wide > room:
                    yield line
                    line, used = part, wide
                else:
                    line, used = (f"{line} {part}", used + space + wide) if line else (part, wide)
        if line:
            yield line

    def _fitting(self, word: str, size: float, bold: bool, room: float) -> Iterator[str]:
        """The word, or pieces of it where no line has room for it."""
        most = max(1, int(room / size))
        if len(word) <= most or self._wide(word, size, bold) <= room:
            yield word
            return
        yield from (word[at : at + most] for at in range(0, len(word), most))

    def _wide(self, text: str, size: float, bold: bool) -> float:
        wide, total = ctypes.c_float(), 0.0
        for char in text:
            pdfium.FPDFFont_GetGlyphWidth(self._font(bold), ord(char), size, ctypes.byref(wide))
            total += wide.value
        return total

    def _font(self, bold: bool) -> pdfium.FPDF_FONT:
        if bold not in self._fonts:
            self._fonts[bold] = pdfium.FPDFText_LoadStandardFont(self.document, _FONTS[bold])
        return self._fonts[bold]


def latin(text: str) -> str:
    """The text in the letters that Helvetica has: accents others lack are dropped, other scripts become "?"."""
    return "".join(char if _known(char) else _plain(char) for char in text)


def _plain(char: str) -> str:
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if _known(part))
    return plain or ("" if unicodedata.combining(char) else "?")


def _known(char: str) -> bool:
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
