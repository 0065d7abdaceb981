"""Where the heading of a clause ends: run into the text, on the label's line, or on the line below."""

from __future__ import annotations

import re

from clausecheck.model.document import ClauseKind
from clausecheck.text.headline import VERBS, is_headline, run_in

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
    if line_end < own_end and text[label_end - 1] != ")" and _plain(text[start:line_end], text[line_end + 1 : line_end + 2]):
        return line_end
    if kind == "schedule" and is_headline(text[start:line_end]):
        return line_end
    return label_end


def _plain(line: str, below: str) -> bool:
    """Whether a line by itself under a number is a heading written like a sentence ("Permitted disclosure of data")."""
    line = line.strip()
    words = line.split()
    if not words or len(words) > 8 or len(line) > 60 or line[-1] in ".;,!?" or not line[0].isupper():
        return False
    return not below.islower() and not any(word.lower() in VERBS for word in words)
