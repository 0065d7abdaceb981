"""Running heads, footers and page numbers: lines that stand on page after page and are no part of the contract."""

from __future__ import annotations

import re
from collections import Counter

from clausecheck.ingest.pdf_words import Line

_OUTER = 5  # lines at the top and at the bottom of a page that may be furniture
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|p\.|seite)?\s*(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von)\s*\d{1,4})?\W{0,3}$", re.I
)
_FILING = re.compile(r"Source: .{2,80}, \d{1,2}/\d{1,2}/\d{4}$")


def furniture(pages: list[list[Line]]) -> list[set[int]]:
    """For each page, the indices of its lines that are running heads, footers or page numbers."""
    tops = [_from_top(lines) for lines in pages]
    repeated = _repeated(pages, tops)
    found: list[set[int]] = []
    for lines, order in zip(pages, tops, strict=True):
        out = {
            at for at in {*order[:_OUTER], *order[-_OUTER:]}
            if (_key(lines[at].text), round(lines[at].middle / 8)) in repeated or _FILING.match(lines[at].text)
        }  # fmt: skip
        for edge in (order, order[::-1]):
            inner = next((at for at in edge if at not in out), None)
            if inner is not None and len(pages) > 1 and _PAGE_NUMBER.match(lines[inner].text):
                out.add(inner)
        found.append(out)
    return found


def _repeated(pages: list[list[Line]], tops: list[list[int]]) -> set[tuple[str, int]]:
    """What stands at the same height near the edge of many pages, digits set aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines, order in zip(pages, tops, strict=True):
        keys: set[tuple[str, int]] = set()
        for at in {*order[:_OUTER], *order[-_OUTER:]}:
            key, height = _key(lines[at].text), round(lines[at].middle / 8)
            keys.update(((key, height - 1), (key, height), (key, height + 1)))
        seen.update(keys)
    full = sum(1 for lines in pages if lines)
    enough = max(2, min(3, full), round(full * 0.3))
    return {key for key, count in seen.items() if count >= enough}


def _from_top(lines: list[Line]) -> list[int]:
    return sorted(range(len(lines)), key=lambda at: -lines[at].middle)


def _key(text: str) -> str:
    return _DIGITS.sub("#", text)
