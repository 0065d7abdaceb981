"""Lengths given by two dates: "from 1 April 2025 to 31 March 2028" is 36 months, the last day included."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from clausecheck.model.location import Span
from clausecheck.model.value import Date, Duration
from clausecheck.values.scan import Source

_FROM = re.compile(
    r"(?:from|commenc\w{1,5}(?:\s(?:on|as\sof))?|beginning(?:\s(?:on|as\sof))?|starting(?:\son)?|begins?(?:\son)?|between|effective(?:\sas\sof)?)\s+(?:and\s+including\s+)?\Z",
    re.I,
)
_LINK = re.compile(
    r"[\s,]*(?:\([^)]{0,40}\))?(?:[\s,]|\b(?:and|shall|will|continu(?:e|es|ing)|remain(?:s|ing)?|in|full|force|effect|to|until|till|through"
    r"|thru|on|including|inclusive|of|the|ending|ends?|expir(?:es?|ing)|terminat(?:es?|ing))\b|-|~){1,30}",
    re.I,
)


def periods_in(source: Source, dates: tuple[Date, ...]) -> Iterator[Duration]:
    """Durations between two neighbours of `dates` that are said to be a beginning and an end."""
    known = [date for date in dates if date.iso and date.kind == "date"]
    for first, second in pairwise(known):
        gap = source.text[first.span.end : second.span.start]
        if len(gap) > 60 or second.iso <= first.iso:
            continue
        head = source.text[max(0, first.span.start - 30) : first.span.start]
        opened = _FROM.search(head)
        japanese = gap.strip() in ("から", "より", "から同", "~", "〜")
        if not japanese and not (opened and gap.strip(" ,") and _LINK.fullmatch(gap)):
            continue
        end = second.span.end
        tail = re.match(r"まで|\s{1,2}inclusive", source.text[end : end + 12])
        start = first.span.start - (len(opened[0]) if opened and not japanese else 0)
        yield between(first, second, Span(start, end + (tail.end() if tail else 0)))


def between(first: Date, second: Date, span: Span) -> Duration:
    """Calendar months, and days left over, from `first` to the end of the day `second`."""
    start = datetime.date.fromisoformat(first.iso)
    end = datetime.date.fromisoformat(second.iso) + datetime.timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    days = end.day - start.day
    if days < 0:
        months -= 1
        days = (end - _plus(start, months)).days
    return Duration(
        span, months=float(months), days=float(days), unit="dates", note=f"from {first.iso} to {second.iso}"
    )


def _plus(start: datetime.date, months: int) -> datetime.date:
    year, month = divmod(start.month - 1 + months, 12)
    # the last days of a long month fall back to the 28th: whole months are what counts here
    return datetime.date(start.year + year, month + 1, min(start.day, 28))
