"""The dates of a contract's opening and signatures, and which of them is the day it was made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.reader.named import Named
from clausecheck.values.date import find_dates

_HEAD = 12_000  # characters in which the opening is looked for
_AFTER_NAMES, _UNNAMED = 400, 2_500  # the opening ends so far after the last party's name, or there where none is known
_SIGNATURES = 4_000  # characters that signatures take
_INKED = 120  # characters after a signature in which a date is that of the signature
_BEFORE = 160  # characters before a date that say what it is

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:(?:19|20)\d\d|(?:19|20)\d?_+)"
# Dates that `find_dates` leaves out: without a year, without a day, with the blank lost in conversion.
_LOOSE = re.compile(
    rf"(?:_{{2,}}|\[[\s●•_*]*\])\s?(?:st|nd|rd|th)?\s+day\s+of\s+\S+(?:,?\s+(?:in\s+the\s+year\s+)?{_YEAR})?"
    rf"|\b\d{{1,2}}\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)?\s+day\s+of\s+(?:[-_]+\s*)?[A-Z][a-z]{{2,8}}\s?,?(?:\s+{_YEAR})?"
    rf"|(?<=\bthis )day\s+of\s*,\s*{_YEAR}|(?<=\bthe )day\s+of\s*,\s*{_YEAR}|(?<=\bas of )\s*,\s*{_YEAR}"
    rf"|\b{_MONTH}\s*[_ ]*,?\s*(?:19|20)\d\d"
    rf"|\b\d{{1,2}}\s+{_MONTH}\s+day\s+of\s+{_YEAR}"
    r"|\b\d{1,2}[-/]\d{1,2}[-/](?:19|20)?\d\d\b"
    r"|(?<=\bas of )\[(?:insert\s+)?date\]",
    re.I,
)
_MADE = re.compile(
    r"\b(?:dated|made|entered\s+into|executed|concluded|signed|date\s+of\s+(?:this\s+)?agreement)\b"
    r"[^.;]{0,60}$|\bthis\s+$",
    re.I,
)
_AS_OF = re.compile(r"\b(?:effective|(?:is|as)\s+of|with\s+effect\s+from)\b[^.;]{0,60}$", re.I)
_OTHER = re.compile(
    r"\b(?:WHEREAS|Whereas|previously|amended|pursuant|certain|prior|original|existing|between\s+the\s+[Pp]arties)"
    r"\b[^.;]{0,110}$"
    r"|\b(?:an?|under|the|to)\s+(?:[A-Z][\w&-]*\s+){0,6}"
    r"(?i:agreement|contract|lease|letter|plan|statement)s?\b[^.;]{0,40}$"
)
_FILED = re.compile(r"\b(?:10-[KQ]|8-K|20-F|6-K|[SF]-\d|SC\s?13[DG]|SB-2|424B\d|485BPOS)(?:/A)?,\s*$", re.I)
_THIS = re.compile(r"\bthis\s+(?:[\w&/-]+\s+){0,8}(?:agreement|contract|amendment|addendum|lease)\b[^.;]{0,110}$", re.I)
_EFFECTIVE = re.compile(
    r"\b(?:effective|with\s+effect\s+from|commence[sd]?|commencement\s+date|shall\s+begin|begins?)\b[^.;]{0,50}$",
    re.I,
)
NAMED = re.compile(
    r"^[^.;]{0,30}?\(?(?:the\s+|hereinafter\s+(?:referred\s+to\s+as\s+)?(?:the\s+)?)?\"?"
    r"(?:effective|commencement)\s+date",
    re.I,
)
_SIGNED = re.compile(r"\b(?:dated?|on|of|the|this)\b[\s:_|-]{0,30}$", re.I)
_INK = re.compile(r"/s/|\bBy:")
_SIGNING = re.compile(r"\bIN\s+WITNESS\b|\bagreed\s+(?:to\s+)?and\s+accepted\b|\bSIGNATURES?\b|/s/|\bBy:", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date of the head of the contract, with what is said of it: that it is the date of `this` contract, that it was
    `made` then or as of then (`as_of`), that it is `effective` or `labelled` the Effective Date, or that it is the date
    of some `other` contract. `early` ones stand in the opening."""

    span: Span
    this: bool
    made: bool
    as_of: bool
    effective: bool
    labelled: bool
    other: bool
    early: bool


def mentions(document: Document) -> tuple[Mention, ...]:
    head = document.text[:_HEAD]
    named = [party.span.end for party in document.parties if party.span and party.span.end < _HEAD]
    opening = max(named) + _AFTER_NAMES if named else _UNNAMED
    return tuple(_mention(head, span, opening) for span in _spans(head))


def _mention(head: str, span: Span, opening: int) -> Mention:
    before, after = head[max(0, span.start - _BEFORE) : span.start], head[span.end : span.end + 60]
    this = bool(_THIS.search(before))
    return Mention(
        span,
        this=this,
        made=bool(_MADE.search(before)),
        as_of=bool(_AS_OF.search(before)),
        effective=bool(_EFFECTIVE.search(before)),
        labelled=bool(NAMED.match(after)),
        other=bool(_OTHER.search(before)) and not this,
        early=span.start < opening,
    )


def agreement_date(document: Document, found: Sequence[Mention]) -> Named | None:
    """The day the contract was made: as its opening says, its cover, its signatures, and last any date at its head."""
    kinds = (
        (0.97, [date for date in found if date.this and date.made and date.early]),
        (0.86, [date for date in found if date.made and (_own(date) or (date.this and not date.as_of))]),
        (0.84, [date for date in found if _own(date)]),
    )
    for confidence, likely in kinds:
        if likely:
            return Named("agreement_date", likely[0].span, confidence)
    signed = _signed(document)
    if signed:
        return Named("agreement_date", signed, 0.75)
    return Named("agreement_date", found[0].span, 0.12) if found else None


def _own(date: Mention) -> bool:
    return date.early and not date.other


def _signed(document: Document) -> Span | None:
    """The first day on which a signature is dated: after the last closing words, or else after the first signature,
    as schedules that are signed too may follow."""
    text = document.text
    closing = max(text.rfind(words) for words in ("IN WITNESS", "In Witness", "In witness"))
    ink = _INK.search(text)
    for start in (closing if closing >= 0 else max(0, len(text) - _SIGNATURES), ink.start() if ink else len(text)):
        tail = text[start : start + _SIGNATURES]
        signing = _SIGNING.search(tail)
        for span in _spans(tail, signing.start()) if signing else ():
            if _SIGNED.search(tail[max(0, span.start - 45) : span.start]) or _INK.search(
                tail, max(0, span.start - _INKED), span.start
            ):
                return Span(span.start + start, span.end + start)
    return None


def _spans(text: str, start: int = 0) -> list[Span]:
    spans = [date.span for date in find_dates(text) if date.kind in ("date", "blank", "redacted")]
    loose = [Span(match.start(), match.end()) for match in _LOOSE.finditer(text)]
    spans += [span for span in loose if not any(span.overlaps(known) for known in spans)]
    return sorted(
        span for span in spans if span.start >= start and not _FILED.search(text[max(0, span.start - 20) : span.start])
    )
