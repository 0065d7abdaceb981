"""Words of a PDF page with their boxes, and the lines they stand in, straight from pdfium's raw interface.

A word's box is the union of the loose boxes of its first and last character: two calls a word, where a box for every
character would cost three times as much. Boxes are in points from the page's origin, as printed (unrotated).
"""

from __future__ import annotations

import ctypes
import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from clausecheck.text.normalise import normalise

# pdfium writes the hyphen at a line's end as U+FFFE (rarely U+0002) and swallows the line break behind it.
_TOKEN = re.compile("\n|[^\\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
# The first part of words that were set without a space. A clause number glued to its heading, at a line's start:
_GLUED_LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2})*\.?|\(\w{1,4}\))(?=[\"'(]?[A-Z][A-Za-z])")
# Elsewhere only what can be no English word or name: "ofthe", "theCompany", "hereof;The", "hereof.The".
_GLUED = re.compile(
    r"(?:[Oo]f|[Tt]o|[Ii]n|[Ff]or|[Bb]y|[Aa]nd|[Oo]n|[Ww]ith|[Ff]rom|that|[Uu]nder|or|[Uu]pon|[Aa]ll)"
    r"(?=(?:the|this|that|these|those|such|any|all|which|its|their)\W?$)"
    r"|(?:of|the|and|for|by|with|this)(?=[A-Z][a-z]{2})|[A-Za-z]{3,}[;:,)](?=[A-Z][a-z]{2})"
    r"|[a-z]{3,}\.(?=(?:The|This|If|In|Any|All|Each|No|Upon|Such|Neither|Either|Notwithstanding)$)"
)
_SPACED = re.compile(r"(?:^| )(?:[^\W\d_] ){3,}[^\W\d_](?: |$)")
_WIDE = 1.6  # a gap of this many line heights parts columns or cells


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page in stream order. `boxes` has four floats a word: x0, y0, x1, y1. `odd` counts characters
    without a meaning (no Unicode value in the font)."""

    number: int
    texts: list[str]
    boxes: array[float]
    odd: int = 0

    def box(self, word: int) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = self.boxes[4 * word : 4 * word + 4]
        return x0, y0, x1, y1


@dataclass(slots=True)
class Line:
    """A printed line, or the part of one that belongs to a column: the words [first, end) of its page. `wide` are the
    words before which a wide gap stands; `hyphen`: it ends in a word's hyphen; `column` counts from 0 on pages with
    columns and is -1 elsewhere; `fresh`: it begins a page of an earlier printing."""

    page: int
    first: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    wide: tuple[int, ...] = ()
    hyphen: bool = False
    column: int = -1
    fresh: bool = False

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def beside(self, other: Line) -> bool:
        """Whether the two stand in one row: the middle of the lower one is within the height of the other."""
        small, large = (self, other) if self.height < other.height else (other, self)
        return large.y0 < small.middle < large.y1


def read_words(textpage: Any, number: int) -> tuple[PageWords, list[Line]]:
    """Words and lines of a text page (a raw pdfium handle), in stream order."""
    text = _characters(textpage)
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    loose: Callable[..., Any] = pdfium.FPDFText_GetLooseCharBox
    page = PageWords(number, [], array("f"), odd=text.count("\ufffd") + text.count("\x00"))
    texts, boxes, lines = page.texts, page.boxes, []
    first, wide, hyphen = 0, [], False
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word != "\n":
            start, end = match.span()
            hyphen = word[-1] in "\ufffe\x02"
            if not word.isascii():
                word = normalise(word.replace("\u00ad", "-"))  # on paper a soft hyphen is a hyphen
                if not word.strip():
                    continue
            if hyphen and end - start > 1:
                end -= 1  # the hyphen's own box is unreliable
            loose(textpage, start, pointer)
            x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
            if end - start > 1:
                glued = (first == len(texts) and _GLUED_LABEL.match(word)) or _GLUED.match(word)
                if glued and len(word) == match.end() - start:
                    loose(textpage, start + glued.end() - 1, pointer)
                    texts.append(glued.group())
                    boxes.extend((x0, y0, rect.right, y1))
                    word = word[glued.end() :]
                    loose(textpage, start + glued.end(), pointer)
                    x0 = rect.left
                loose(textpage, end - 1, pointer)
                if rect.left < x0:
                    x0 = rect.left
                if rect.right > x1:
                    x1 = rect.right
                if rect.bottom < y0:
                    y0 = rect.bottom
                if rect.top > y1:
                    y1 = rect.top
            count = len(texts)
            if count > first and x0 - boxes[-2] > _WIDE * (y1 - y0):
                wide.append(count)
            texts.append(word)
            boxes.extend((x0, y0, x1, y1))
            if not hyphen:
                continue
        if len(texts) > first:
            lines.append(_mended(page, line_of(page, first, len(texts), tuple(wide), hyphen)))
        first, wide, hyphen = len(texts), [], False
    if len(texts) > first:
        lines.append(_mended(page, line_of(page, first, len(texts), tuple(wide), hyphen)))
    return page, lines


def line_of(page: PageWords, first: int, end: int, wide: tuple[int, ...] = (), hyphen: bool = False) -> Line:
    """The line that holds the words [first, end) of a page."""
    boxes = page.boxes[4 * first : 4 * end]
    return Line(
        page.number, first, end, min(boxes[0::4]), min(boxes[1::4]), max(boxes[2::4]), max(boxes[3::4]),
        " ".join(page.texts[first:end]), wide, hyphen,
    )  # fmt: skip


def _mended(page: PageWords, line: Line) -> Line:
    """The last line of the page so far, spaced-out words ("T E R M") made whole."""
    if not _SPACED.search(line.text):
        return line
    words = [(page.texts[at], *page.box(at)) for at in range(line.first, line.end)]
    mended: list[tuple[str, float, float, float, float]] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end][0]) == 1 and words[end][0].isalpha():
            end += 1
        letters = words[at:end]
        if len(letters) < 4 or len({letter[0] for letter in letters}) < 2:
            mended += words[at : max(end, at + 1)]
            at = max(end, at + 1)
            continue
        gaps = [b[1] - a[3] for a, b in pairwise(letters)]
        usual = max(median(gaps), 0.5)
        whole = letters[0]
        for gap, (text, x0, y0, x1, y1) in zip(gaps, letters[1:], strict=True):
            if gap > 1.6 * usual:
                mended.append(whole)
                whole = (text, x0, y0, x1, y1)
            else:
                whole = (whole[0] + text, whole[1], min(whole[2], y0), x1, max(whole[4], y1))
        mended.append(whole)
        at = end
    del page.texts[line.first :], page.boxes[4 * line.first :]
    for text, *corners in mended:
        page.texts.append(text)
        page.boxes.extend(corners)
    return line_of(page, line.first, len(page.texts), (), line.hyphen)


def _characters(textpage: Any) -> str:
    """The text of the page, one UTF-16 unit a pdfium character index."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    units = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(unit) if unit < 0x110000 and not 0xD800 <= unit < 0xE000 else "\ufffd" for unit in units)
