"""Candidates for clause labels. A candidate is only something that looks like a label; whether it is one is for the
tree to say, from the sequence in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from clausecheck.ingest.labels import LABEL, Reading, lettered, read_label
from clausecheck.model.document import Paragraph

Left = Literal["start", "stop", "semi", "weak"]

_NESTED = re.compile(r"\(\s?(?P<paren>[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|\d{1,2})\s?\)")
_REFERRING = frozenset(
    (
        "section sections sec secs article articles art clause clauses paragraph paragraphs para paras subsection "
        "subsections sub-section subclause subclauses sub-clause sub-clauses subparagraph sub-paragraph exhibit "
        "exhibits schedule schedules annex annexes appendix appendices attachment attachments part parts item items "
        "rule rules regulation regulations no nos page pages figure table phase chapter title form version suite "
        "level tier class type series amendment point points number numbers step steps p.o po box jan feb mar apr aug "
        "sep sept oct nov dec january february march april may june july august september october november december § "
    ).split()
)
_OBLIQUE = frozenset(
    "in of under with to this these and or by per see from the such that said pursuant through at for".split()
)
_JOINING = frozenset("and or and/or but plus and, or, ;and ;or".split())
_CHAINED = re.compile(
    r"(?:[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?|[Ss]ubsections?|[Ee]xhibits?|[Ss]chedules?|§§?)\s[^;]{0,40}$"
)
_CHAINING = frozenset("and or through to and/or & -".split())
_MARKS = "•●·*-–—_>§\"'“ "


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that looks like a label. `readings` are (style, value) pairs: "(i)" is letter nine or roman one.
    Styles: word ("Article", "Section"), decimal, n (1.), n) , (n), a., a), (a), i., i), (i), and capitals of these.
    `left` says what stands before it: the start of a paragraph, a full stop or colon, a semicolon, or words."""

    start: int
    end: int
    label: str
    readings: tuple[Reading, ...]
    left: Left
    paragraph: int
    bare: bool = False
    colon: bool = False
    lower: bool = False
    automatic: bool = False


def candidates(text: str, paragraphs: Sequence[Paragraph]) -> list[Candidate]:
    """Everything in the text that looks like a clause label, in order."""
    starts = [p.span.start for p in paragraphs]
    found: list[Candidate] = []
    for match in LABEL.finditer("\n" + text):
        start, end = match.start(), match.end() - 1
        index = bisect_right(starts, start) - 1
        begin = starts[index] if index >= 0 else 0
        if index >= 0 and paragraphs[index].place not in {"body", "table", "textbox"}:
            continue
        before = text[max(begin, start - 60) : start].rstrip()
        left = _left(before, start - begin)
        readings = read_label(match)
        after = text[end : end + 4].lstrip()[:1]
        if not readings or _refused(match, left, before, after, text[end : end + 1]):
            continue
        found.append(
            Candidate(
                start=start,
                end=end,
                label=match.group().strip(),
                readings=tuple(readings),
                left=left,
                paragraph=index,
                bare=match["bare"] is not None,
                colon=before[-1:] in {":", "—"},
                lower=after.islower(),
                automatic=index >= 0 and left == "start" and bool(paragraphs[index].label),
            )
        )
        while glued := _NESTED.match(text, end):
            inner = glued["paren"]
            values = [("(n)", (int(inner),))] if inner.isdigit() else lettered(inner, "(?)")
            if not values:
                break
            side: Left = "start" if left == "start" else "stop"
            found.append(Candidate(glued.start(), glued.end(), glued.group(), tuple(values), side, index))
            end = glued.end()
    return _attached(text, found)


def _left(before: str, distance: int) -> Left:
    """What stands before a label, `distance` characters into its paragraph."""
    if distance < 60 and not before.strip(_MARKS):
        return "start"
    last = before[-1]
    if last in ";,":
        return "semi"
    if last in ".:!?—。_" or (last in "\"')]" and before[-2:-1] in tuple(".:;!?_")):
        return "stop"
    return "semi" if _last_word(before) in _JOINING else "weak"


def _last_word(before: str) -> str:
    return before[before.rfind(" ") + 1 :].lstrip("(\"'").lower()


def _refused(match: re.Match[str], left: Left, before: str, after: str, touching: str) -> bool:
    """Whether what stands around it shows that this is no label: a reference, a date, a figure."""
    if left == "start":
        return match["decimal"] is not None and (after.islower() or after in tuple("%,;)"))
    if match["bare"] or match["glued"]:
        return True
    word = _last_word(before)
    if word.rstrip(".") in _REFERRING:
        return True
    if match["paren"]:
        return after in tuple(",;).")
    if after.islower() or after in tuple(",;)%$"):
        return True
    if (word in _CHAINING or before[-1] in ",&-") and _CHAINED.search(before):
        return True
    if match["word"] and left in {"weak", "semi"}:
        small = not match["word"].isupper() and touching not in {".", ":"}
        return word in _OBLIQUE or (small and not (before[-1].isupper() or before[-1].isdigit()))
    return False


def _attached(text: str, found: list[Candidate]) -> list[Candidate]:
    """Without labels that stand in a column of their own, four or more in a row: their text is elsewhere; and
    without a label that is printed twice."""
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in found:
        if run and (candidate.start < run[-1].end or not text[run[-1].end : candidate.start].strip()):
            run.append(candidate)
            continue
        kept.extend(run if len(run) < 4 else ())
        run = [candidate]
    kept.extend(run if len(run) < 4 else ())
    return [
        candidate
        for candidate, after in zip(kept, [*kept[1:], None], strict=False)
        if after is None or candidate.readings != after.readings or text[candidate.end : after.start].strip()
    ]
