"""Plain text cut into lines: pages, lines with their indent and the blank lines before them, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clausecheck.ingest.plain_tables import Rows
from clausecheck.model.document import Furniture

# A page ends at a form feed, at the <PAGE> mark of old SEC filings, or, in text taken out of PDF files, at a stretch
# of blank lines that no typist leaves.
_PAGE = re.compile(r"\f|^[ \t]*<PAGE>[ \t]*(?:\d{1,4}[ \t]*$)?|<PAGE>", re.IGNORECASE | re.MULTILINE)
_SEC_HEADER = re.compile(r"^\s*</?(DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT|S|C|CAPTION|FN|R|/R)>.*$", re.I)
_RUN = re.compile(r" {3,}")
_SOFT_HYPHEN = re.compile("\u00ad(?=[A-Z0-9 ])")
MANY_BLANK = 4

_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*)?(?:[A-Z]-)?(?P<n>\d{1,3}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE
)
_SOURCE_LINE = re.compile(r"Source: .{2,80}, [\w/-]{2,12}, \d{1,2}/\d{1,2}/\d{4}\s*\d{0,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, or a part of one that a run of spaces sets apart. `blank` counts the blank lines before
    it; `inner` marks a part that is not the first of its line. `page` counts from 1. `rows` are those of a whole table
    that stands in place of its lines. `label` and `level` are known only of HTML: automatic number, heading level."""

    text: str
    indent: int
    blank: int
    page: int
    inner: bool = False
    turned: bool = False
    rows: Rows = ()
    label: str = ""
    level: int | None = None

    @property
    def after_break(self) -> bool:
        """Whether a page break, seen or supposed, stands before the line."""
        return self.turned or self.blank >= MANY_BLANK


def split_lines(text: str) -> tuple[tuple[Line, ...], int]:
    """The lines that are not blank, and the number of pages (0 where the text marks none)."""
    text = _SOFT_HYPHEN.sub("-", text.replace("\r\n", "\n").replace("\r", "\n"))
    sheets = _PAGE.split(text.rstrip("\f\n \x1a"))
    if sheets and not sheets[0].strip() and len(sheets) > 1:
        sheets = sheets[1:]
    lines: list[Line] = []
    for page, sheet in enumerate(sheets, 1):
        blank, turned = 0, page > 1
        for raw in sheet.split("\n"):
            line = raw.expandtabs(8).replace("\u00a0", " ").rstrip()
            if not line.strip() or _SEC_HEADER.match(line):
                blank += not line.strip()
                continue
            body = line.lstrip()
            lines.append(Line(body, len(line) - len(body), blank, page, turned=turned))
            blank, turned = 0, False
    return tuple(lines), len(sheets) if len(sheets) > 1 else 0


def split_runs(line: Line) -> tuple[Line, ...]:
    """The parts of a line that runs of three and more spaces set apart: what once were lines of their own."""
    if line.rows:
        return (line,)
    parts = _RUN.split(line.text)
    if len(parts) == 1 or (len(parts) > 2 and max(map(len, parts)) < 40):
        return (line,)  # cells of a row rather than lines
    first = Line(parts[0], line.indent, line.blank, line.page, turned=line.turned)
    return (first, *(Line(part, 0, 0, line.page, inner=True) for part in parts[1:] if part))


def take_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """The lines without running heads, feet and page numbers, and these. The line after one counts as standing
    after a page break."""
    taken = _sources(lines) | _numbers(lines)
    taken |= _repeated(lines, taken)
    kept: list[Line] = []
    turned = False
    for index, line in enumerate(lines):
        if index in taken:
            turned = True
            continue
        if turned and not line.turned:
            line = replace(line, blank=max(line.blank, 1), turned=True)
        turned = False
        kept.append(line)
    return tuple(kept), tuple(Furniture(lines[i].page, lines[i].text) for i in sorted(taken))


def _at_edge(lines: Sequence[Line], index: int, reach: int = 1) -> bool:
    """Whether the line is among the first or last `reach` lines of a page."""
    before = any(lines[i].after_break for i in range(max(0, index - reach + 1), index + 1))
    after = any(lines[i].after_break for i in range(index + 1, min(len(lines), index + reach + 1)))
    return before or after or index + reach >= len(lines)


def _sources(lines: Sequence[Line]) -> set[int]:
    return {i for i, line in enumerate(lines) if _SOURCE_LINE.fullmatch(line.text)}


def _numbers(lines: Sequence[Line]) -> set[int]:
    """Lone numbers that count up through the document, at the edges of pages or with a page of text between."""
    dressed: dict[str, list[tuple[int, int, bool]]] = {}
    since = 0
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line.text) if not line.rows else None
        if match is None:
            since += len(line.text)
            continue
        bare = match[0].strip() == match["n"]
        if not bare or since > 400 or _at_edge(lines, index):
            digits = match["n"].isdigit()
            dress = re.sub(r"\s", "", match[0].replace(match["n"], "#", 1)) if bare or "of" not in line.text else "of"
            number = int(match["n"]) if digits else _roman(match["n"])
            dressed.setdefault(dress + str(digits), []).append((index, number, not bare or _at_edge(lines, index)))
        since = 0
    taken: set[int] = set()
    for found in dressed.values():
        chain = _counting(found[:2000])
        edges = sum(edge for _, _, edge in chain)
        if len(chain) >= 3 or (edges == len(chain) and (len(chain) == 2 or chain[0][1] <= 2)):
            taken.update(index for index, _, _ in chain)
    return taken


def _counting(found: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The longest part of the numbers that goes up in steps of one to three."""
    best: list[tuple[int, int]] = []  # length of the chain that ends here, index of the number before
    ends: dict[int, int] = {}  # number → place of the longest chain that ends in it
    for at, (_, number, _) in enumerate(found):
        before = max((ends[n] for n in range(number - 3, number) if n in ends), key=lambda i: best[i][0], default=-1)
        best.append((best[before][0] + 1 if before >= 0 else 1, before))
        if number not in ends or best[ends[number]][0] <= best[at][0]:
            ends[number] = at
    at = max(range(len(best)), key=lambda i: best[i][0])
    chain: list[tuple[int, int, bool]] = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _roman(text: str) -> int:
    digits = [{"i": 1, "v": 5, "x": 10, "l": 50}[c] for c in text.lower()]
    return sum(-d if any(d < e for e in digits[i + 1 :]) else d for i, d in enumerate(digits))


def _repeated(lines: Sequence[Line], taken: set[int]) -> set[int]:
    """Short lines that stand, but for their digits, at the edge of three and more pages."""
    left = [i for i in range(len(lines)) if i not in taken]
    turned = {i: lines[i].after_break or (i > 0 and i - 1 in taken) for i in left}
    seen: dict[str, list[int]] = {}
    for at, index in enumerate(left):
        line = lines[index]
        if line.rows or len(line.text) > 250:
            continue
        around = left[max(0, at - 1) : at + 3]
        if any(turned[i] for i in around):
            seen.setdefault(re.sub(r"\d+", "#", line.text.casefold()), []).append(index)
    counts = Counter(re.sub(r"\d+", "#", lines[i].text.casefold()) for i in left)
    pages = max(1, sum(turned.values()))
    length = sum(len(lines[i].text) for i in left)
    return {
        i
        for text, places in seen.items()
        if len(places) >= (3 if len(text) <= 120 else 4)
        and len(places) >= pages / 4
        and len(places) >= counts[text] * 0.7
        if len({lines[i].text for i in places}) == 1
        or length / len(places) > 300  # numbers that go up need a page each
        if re.search(r"[^\W\d_]{2}", text)
        for i in places
    }
