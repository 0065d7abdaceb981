"""Running heads, footers, page numbers and drawn rules: lines of a page that are no part of the contract."""

from __future__ import annotations

import re
from collections import Counter

from clausecheck.ingest.pdf_words import Line

_OUTER = 5  # lines at the top and at the bottom of a page that may be furniture
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|p\.|seite)?\s*(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von)\s*\d{1,4})?\W{0,3}$", re.I
)
_INNER_NUMBER = re.compile(r"(?:Page\s+|-\s?)?(\d{1,3})(?:\s?-)?$")
_WORDY = re.compile(r"[^\W\d_]{3}")
_FAR = 15  # lines between two page numbers at the least
_RULE = re.compile(r"[-=~*\s]*[-=]{4,}[-=~*\s]*$")  # a line drawn with characters
_FILING = re.compile(r"Source: .{2,80}, \d{1,2}/\d{1,2}/\d{4}$")


def furniture(pages: list[list[Line]]) -> list[set[int]]:
    """For each page, the indices of its lines that are running heads, footers, page numbers or drawn rules. The line
    after one that stands in the midst of the text is marked `fresh`: an earlier printing had a page end there."""
    tops = [_from_top(lines) for lines in pages]
    repeated = _repeated(pages, tops)
    found: list[set[int]] = []
    for lines, order in zip(pages, tops, strict=True):
        out = {at for at, line in enumerate(lines) if _RULE.match(line.text)}
        for edge in (order, order[::-1]):
            for at in edge[:_OUTER]:
                number = len(pages) > 1 and _PAGE_NUMBER.match(lines[at].text)
                head = (_key(lines[at].text), round(lines[at].middle / 8)) in repeated
                if number or head or _FILING.match(lines[at].text):
                    out.add(at)
                elif at not in out:
                    break
                if number and not head:
                    break
        found.append(out)
    inner = _numbers_within(pages) + _heads_within(pages, found)
    for page, at in inner:
        found[page].add(at)
    for page, at in inner:
        after = next((x for x in range(at + 1, len(pages[page])) if x not in found[page]), None)
        if after is not None:
            pages[page][after].fresh = True
    return found


def _heads_within(pages: list[list[Line]], found: list[set[int]]) -> list[tuple[int, int]]:
    """Running heads of an earlier printing in the midst of pages: lines set apart from the text that come three times
    or more and mostly interrupt a sentence."""
    flow = [(page, at) for page, lines in enumerate(pages) for at in range(len(lines)) if at not in found[page]]
    texts = [pages[page][at].text for page, at in flow]
    count = Counter(texts)
    often = {
        text for text, (page, at) in zip(texts, flow, strict=True)
        if count[text] >= 3 and not text[0].islower() and _WORDY.search(text) and _apart(pages[page], at)
    }  # fmt: skip
    skipped = [text in often or _INNER_NUMBER.match(text) is not None for text in texts]
    interrupts: Counter[str] = Counter()
    for place, text in enumerate(texts):
        if text in often:
            before = next((texts[x] for x in range(place - 1, -1, -1) if not skipped[x]), ".")
            after = next((texts[x] for x in range(place + 1, len(texts)) if not skipped[x]), "")
            interrupts[text] += before[-1:] not in ".;:" and after[:1].islower()
    return [flow[at] for at, text in enumerate(texts) if text in often and 2 * interrupts[text] >= count[text]]


def _apart(lines: list[Line], at: int) -> bool:
    """Whether a line is short and a gap parts it from the line before or after."""
    line = lines[at]
    steps = [abs(line.y0 - lines[x].y0) for x in (at - 1, at + 1) if 0 <= x < len(lines)]
    width = max(x.x1 for x in lines) - min(x.x0 for x in lines)
    return bool(steps) and max(steps) > 1.6 * line.height and line.x1 - line.x0 < 0.8 * width


def _numbers_within(pages: list[list[Line]]) -> list[tuple[int, int]]:
    """Page numbers of an earlier printing that stand in the midst of a page, as (index of the page, index of the line):
    three or more lines with a bare number, each higher by one (or two) than the one before, and many lines after it."""
    # The longest chain so far that ends in a number, by how the number is dressed: (line reached, its members).
    chains: dict[tuple[str, int], tuple[int, tuple[tuple[int, int], ...]]] = {}
    best: tuple[tuple[int, int], ...] = ()
    reached = 0
    for page, lines in enumerate(pages):
        for at, line in enumerate(lines):
            reached += 1
            found = _INNER_NUMBER.match(line.text)
            if not found or any(line.beside(x) for x in lines[max(0, at - 1) : at + 2] if x is not line):
                continue
            key, number = _key(line.text), int(found.group(1))
            before = [chains[key, n] for n in (number - 1, number - 2) if (key, n) in chains]
            longest = max((members for end, members in before if reached - end >= _FAR), key=len, default=())
            chain = (*longest, (page, at))
            if (key, number) not in chains or len(chain) > len(chains[key, number][1]):
                chains[key, number] = (reached, chain)
            best = max(best, chain, key=len)
    return list(best) if len(best) >= 3 else []


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
