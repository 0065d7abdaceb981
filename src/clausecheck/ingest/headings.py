"""Headings: where that of a clause ends (run into the text, on the label's line, or below it), and which paragraphs
are headings by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.document import ClauseKind, Paragraph
from clausecheck.text.headline import VERBS, capitals, is_headline, run_in, titled

_STOP_INSIDE = re.compile(r"[.;:]\s+\S")
_BRACKETED = re.compile(r"\s*[(（【]([^)）】\n]{1,40})[)）】]")


def heading_end(text: str, label_end: int, own_end: int, kind: ClauseKind, labelled: bool) -> int:
    """Offset at which the heading after a label ends; `label_end` where there is none."""
    if not labelled:
        return label_end
    line_end = text.find("\n", label_end)
    line_end = own_end if line_end < 0 else min(line_end, own_end)
    if not text[label_end:line_end].strip(" .:-–—") and line_end < own_end:
        below = line_end + 1
        below_end = text.find("\n", below)
        below_end = own_end if below_end < 0 else min(below_end, own_end)
        return below_end if is_headline(text[below:below_end]) else label_end
    if text[label_end - 1 : label_end] in {"条", "條", "章", "節"} and (bracketed := _BRACKETED.match(text, label_end)):
        return bracketed.end()
    start = label_end
    while start < line_end and text[start] in " \t-–—:.\"'":
        start += 1
    end = run_in(text, start, line_end)
    if end > start:
        return end
    if (
        line_end < own_end
        and text[label_end - 1] != ")"
        and _plain(text[start:line_end], text[line_end + 1 : line_end + 2])
    ):
        return line_end
    if kind == "schedule" and is_headline(text[start:line_end]):
        return line_end
    return label_end


def _plain(line: str, below: str) -> bool:
    """Whether a line by itself under a number is a heading written like a sentence ("Permitted disclosure of data")."""
    line = line.strip()
    words = line.split()
    if not words or len(words) > 8 or len(line) > 60 or line[-1] in ".:;,!?" or not line[0].isupper():
        return False
    return not below.islower() and not any(word.lower() in VERBS for word in words)


def headlines(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs that head what follows them, in contracts without numbers."""
    out = []
    for place, paragraph in enumerate(paragraphs):
        line = text[paragraph.span.start : paragraph.span.end]
        if paragraph.place != "body" or paragraph.label or len(line) >= 90:
            continue
        if paragraph.level is not None:
            out.append(paragraph)
        elif is_headline(line):
            after = paragraphs[place + 1].span if place + 1 < len(paragraphs) else paragraph.span
            below = text[after.start : after.end].strip()
            if len(below) > 60 or (len(below) > 20 and not is_headline(below)):
                out.append(paragraph)
    return out


def is_heading_between(text: str, begin: int, end: int) -> bool:
    """Whether the words before a label, back to `begin` or the start of the line, are or end in a heading."""
    words = text[max(begin, text.rfind("\n", 0, end) + 1) : end].strip()
    if words and len(words) <= 100 and not _STOP_INSIDE.search(words):
        return titled(words.rstrip(":-–— ")) or capitals(words)
    tail = words.split()[-3:]
    return len(tail) == 3 and all(len(word) > 2 for word in tail[-2:]) and all(capitals(word) for word in tail)
