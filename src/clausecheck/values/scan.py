"""Cheap places to look. Full patterns run only in windows around words that every match must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from clausecheck.model.location import Span

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20, 0xA0: 0x20, 0x2019: 0x27, 0x2018: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0xFFE5: 0xA5, 0x2010: 0x2D,
    0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D,
}  # fmt: skip
_WIDE = re.compile("[\uff01-\uff5e\u3000\xa0\u2018\u2019\u201c\u201d\uffe5\u2010-\u2014]")
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text prepared for scanning, character for character as long as the original. `low` is in lower case."""

    text: str
    low: str
    japanese: bool

    def windows(self, anchors: Iterable[str], before: int, after: int) -> list[tuple[int, int]]:
        """Ranges around every place where one of the lower-case `anchors` stands, merged, ends moved out to blanks."""
        low, size = self.low, len(self.low)
        marks: list[int] = []
        for anchor in anchors:
            at = low.find(anchor)
            while at >= 0:
                marks.append(at)
                at = low.find(anchor, at + 1)
        ranges: list[tuple[int, int]] = []
        for mark in sorted(marks):
            start, end = max(0, mark - before), min(size, mark + after)
            space = low.find(" ", end, end + 20)
            end = space if space >= 0 else min(size, end + 20)
            if ranges and start <= ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
            else:
                ranges.append((start, end))
        return ranges

    def search(
        self, pattern: re.Pattern[str], anchors: Iterable[str], before: int = 90, after: int = 40
    ) -> Iterator[re.Match[str]]:
        """Matches of `pattern` in the windows around `anchors`, in text order."""
        for start, end in self.windows(anchors, before, after):
            yield from pattern.finditer(self.text, start, end)


def prepare(text: str) -> Source:
    """A `Source` of `text`: full-width characters, curly quotes and dashes read as their plain forms."""
    if _WIDE.search(text):
        text = text.translate(_HALF_WIDTH)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return Source(text, low, bool(_CJK.search(text)))


class Spanned(Protocol):
    """Anything found at a span."""

    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=Spanned)


def settle(found: Iterable[Found]) -> tuple[Found, ...]:
    """Sorted by span, overlaps removed: of two that overlap the longer stays, of two equally long the first given."""
    ranked = sorted(found, key=lambda value: (-len(value.span), value.span.start))
    taken: list[Found] = []
    kept: list[Found] = []
    if len(ranked) < 2:
        return tuple(ranked)
    limit = max(value.span.end for value in ranked)
    used = bytearray(limit)
    for value in ranked:
        start, end = value.span.start, value.span.end
        if not any(used[start:end]):
            used[start:end] = b"\x01" * (end - start)
            taken.append(value)
    kept = sorted(taken, key=lambda value: value.span)
    return tuple(kept)
