"""Lines become paragraphs: soft line breaks are joined, also over the end of a page or column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from clausecheck.ingest.pdf_layout import LABEL_ONLY
from clausecheck.ingest.pdf_words import Line, PageWords

_LABEL = re.compile(
    r"(?:(?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix)\s+"
    r"[\dIVXLCA-Z]{1,5}[\d.]*\b|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s|$)|\d{1,2}[.)](?=\s|$)|\(\w{1,5}\)|[A-Za-z][.)](?=\s|$)|"
    r"[ivxIVX]{1,5}[.)](?=\s|$)|[•●▪◦■·](?=\s|$)|o(?=\s[A-Z(])|第.{1,4}条|"
    r"\"[^\"]{1,60}\"\s+(?:means?|shall mean|has the meaning|refers to|is)\b)"
)
_STOPS = (".", ";", ":", "?", "!", '."', ';"', ".)", "。")
_LIST_STOPS = (*_STOPS, "; and", "; or", ", and", ", or", ";and", ";or")
_PUNCTUATION = ".,;:()[]\"'?!"
_CJK_END = re.compile(r"[\u3040-\u30ff\u3400-\u9fff、。]$")
_CJK_START = re.compile(r"[\u3040-\u30ff\u3400-\u9fff、。]")


@dataclass(frozen=True, slots=True)
class Margins:
    """Right edge of the running text of a page, by column (-1: no columns), and the usual distance of its lines."""

    right: dict[int, float]
    left: dict[int, float]
    pitch: float


def margins(lines: list[Line], usual: Margins | None = None) -> Margins:
    """The margins of a page; `usual` are those of the document, for pages with little text."""
    right: dict[int, float] = {}
    left: dict[int, float] = {}
    for line in lines:
        right[line.column] = max(right.get(line.column, 0.0), line.x1)
        left[line.column] = min(left.get(line.column, 9e9), line.x0)
    if usual is not None and -1 in right and -1 in usual.right:
        right[-1] = max(right[-1], usual.right[-1])
    steps = [a.y0 - b.y0 for a, b in pairwise(lines) if 2 < a.y0 - b.y0 < 4 * a.height]
    pitch = median(steps) if len(steps) > 4 else usual.pitch if usual else 14.0
    return Margins(right, left, pitch)


def breaks(before: Line, after: Line, first: Line, page: PageWords, edge: Margins) -> bool:
    """Whether a paragraph ends between two lines that follow each other. `first` is the line with which the paragraph
    began, `page` holds the words of `after`, `edge` are the margins of the page of `before`."""
    text, new = before.text, after.text
    label = _LABEL.match(new)
    stopped = text.endswith(_STOPS)
    if before.hyphen:
        return False
    if before.page == after.page and before.beside(after):
        return False
    upward = after.y0 > before.y0 + 3
    if before.page != after.page or upward or after.fresh:  # over a page or column break
        if before.page == after.page and upward and before.column < 0:
            return True
        if stopped or (label and (text.endswith((",", *_LIST_STOPS)) or not _full(before, after, page, edge))):
            return True
        return not (new[0].islower() or _full(before, after, page, edge))
    step = before.y0 - after.y0
    if step > 1.35 * edge.pitch and step > 1.35 * before.height:
        return True
    if abs(after.height - before.height) > 0.3 * before.height and not _continues(text, new):
        return True
    if label and (text.endswith(_LIST_STOPS) or (text.endswith(",") and new[0] == "(")):
        return True
    if LABEL_ONLY.match(text):
        return False
    if not _full(before, after, page, edge):
        return label is not None or not _continues(text, new) or not _runs_on(before, after, edge)
    indent = after.x0 - before.x0
    if indent > 6 and before is first and not _LABEL.match(text) and after.x0 < before.x1:
        return stopped or not new[0].islower()
    if indent > 6 and before is not first:
        return stopped
    return False


def joint(before: Line, after: Line) -> str:
    """What stands between two lines of a paragraph."""
    if before.hyphen or (_CJK_END.search(before.text) and _CJK_START.match(after.text)):
        return ""
    last = before.text
    if last.endswith("-") and len(last) > 1 and last[-2].isalpha() and after.text[:1].islower():
        return ""
    return " "


def _full(before: Line, after: Line, page: PageWords, edge: Margins) -> bool:
    """Whether the line was broken because the next word did not fit."""
    x0, _, x1, _ = page.box(after.first)
    room = edge.right.get(before.column, before.x1) - before.x1
    return room < x1 - x0 + 0.9 * before.height


def _runs_on(before: Line, after: Line, edge: Margins) -> bool:
    """Whether a line that ends early may still go on in the next, by where the two stand."""
    width = edge.right.get(before.column, before.x1) - edge.left.get(before.column, before.x0)
    same = abs(after.x0 - before.x0) < 2
    return same or before.x1 - before.x0 > 0.35 * width or _LABEL.match(before.text) is not None


def _continues(text: str, new: str) -> bool:
    return new[:1].islower() and not text.endswith((".", ":", ";"))


def mend_hyphens(words: list[PageWords], pages: list[list[Line]]) -> None:
    """Takes out hyphens that only divide a word at a line's end: where the document has the whole word elsewhere and
    never the hyphenated one. All others stay: nearly all are real compounds ("non-exclusive")."""
    ends = [(at, line, after) for at, lines in enumerate(pages) for line, after in pairwise(lines) if line.hyphen]
    if not ends:
        return
    known = {word.strip(_PUNCTUATION).lower() for page in words for word in page.texts}
    for at, line, after in ends:
        texts = words[at].texts
        left, right = texts[line.end - 1].lstrip(_PUNCTUATION), texts[after.first].rstrip(_PUNCTUATION).lower()
        if left.endswith("-") and f"{left[:-1]}{right}".lower() in known and f"{left}{right}".lower() not in known:
            texts[line.end - 1] = texts[line.end - 1][:-1]
            line.text = line.text[:-1]
