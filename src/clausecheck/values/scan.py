"""Cheap places to look. Full patterns run only in windows around words that every match must hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from clausecheck.model.location import Span

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20, 0xA0: 0x20, 0x2019: 0x27, 0x2018: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0xFFE5: 0xA5, 0x2010: 0x2D,
    0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D,
}  # fmt: skip
_WIDE = re.compile("[\uff01-\uff5e\u3000\xa0\u2018\u2019\u201c\u201d\uffe5\u2010-\u2014]")
_CAPITALS = re.compile("[A-Z]{3}(?![A-Z])")
_FIGURE = re.compile("[0-9]+")
_NUMBER_WORDS = (
    "one", "two", "thre", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twel", "thir", "fift",
    "twent", "forty", "hundred", "thousand", "a hundred", "a thousand", "a million", "l0", "i0",
)  # fmt: skip
_PLACEHOLDERS = ("__", "[", "*", "●", "•", ".....", "(  ")
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text prepared for scanning, character for character as long as the original. `low` is in lower case;
    `digits` and `numbers` are the places where a figure, or a figure, number word or blank, may begin."""

    text: str
    low: str
    japanese: bool
    digits: tuple[int, ...]
    numbers: tuple[int, ...]

    def marks(self, anchors: Iterable[str]) -> list[int]:
        """Every place where one of the `anchors` stands, in order; three capitals stand in capitals only."""
        return _places(self.low, self.text, anchors)

    def at_numbers(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a `pattern` that begins with a number, in text order."""
        text, done = self.text, 0
        for place in self.numbers:
            if place < done:
                continue
            start = place - 1 if place > done and text[place - 1] == "(" else place
            match = pattern.match(text, start) or (pattern.match(text, place) if start < place else None)
            if match:
                done = match.end()
                yield match

    def windows(
        self, anchors: Iterable[str], before: int, after: int, near: Near | None = None
    ) -> list[tuple[int, int]]:
        """Ranges around every place where one of the `anchors` stands, merged, ends moved out to blanks. With `near`,
        only around places with a number close by, and no wider to the left than that number."""
        low, size = self.low, len(self.low)
        ranges: list[tuple[int, int]] = []
        for mark in self.marks(anchors):
            start, end = max(0, mark - before), min(size, mark + after)
            if near is not None:
                places = self.digits if near.digits_only else self.numbers
                first = bisect_left(places, start)
                if first == len(places) or places[first] > mark + near.after:
                    continue
                start = max(start, min(mark, places[first]) - near.slack)
            space = low.find(" ", end, end + 20)
            end = space if space >= 0 else min(size, end + 20)
            if ranges and start <= ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
            else:
                ranges.append((start, end))
        return ranges

    def search(
        self,
        pattern: re.Pattern[str],
        anchors: Iterable[str],
        before: int = 90,
        after: int = 40,
        near: Near | None = None,
    ) -> Iterator[re.Match[str]]:
        """Matches of `pattern` in the windows around `anchors`, in text order."""
        for start, end in self.windows(anchors, before, after, near):
            yield from pattern.finditer(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Near:
    """Which number must stand close to an anchor: at most `after` characters behind its first letter, or anywhere in
    the window before it. `slack` is how much of the match may stand before the number."""

    after: int = 0
    slack: int = 2
    digits_only: bool = False


def _places(low: str, text: str, anchors: Iterable[str]) -> list[int]:
    found: list[int] = []
    codes = set()
    for anchor in anchors:
        if anchor.isupper():
            codes.add(anchor)
            continue
        at = low.find(anchor)
        while at >= 0:
            found.append(at)
            at = low.find(anchor, at + 1)
    if codes:
        found += [match.start() for match in _CAPITALS.finditer(text) if match[0] in codes]
    found.sort()
    return found


def prepare(text: str) -> Source:
    """A `Source` of `text`: full-width characters, curly quotes and dashes read as their plain forms."""
    for wide in set(_WIDE.findall(text)):
        text = text.replace(wide, chr(_HALF_WIDTH[ord(wide)]))
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    figures = [match.start() for match in _FIGURE.finditer(text)]
    words = [place for place in _places(low, text, _NUMBER_WORDS) if place == 0 or not low[place - 1].isalpha()]
    numbers = sorted(figures + words + _places(low, text, _PLACEHOLDERS))
    return Source(text, low, bool(_CJK.search(text)), tuple(figures), tuple(numbers))


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
