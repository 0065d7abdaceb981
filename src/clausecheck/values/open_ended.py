"""Spans of time without a number: "in perpetuity", "until terminated", "reasonable notice", "forthwith"."""

from __future__ import annotations

import re

from clausecheck.model.location import Span
from clausecheck.model.value import Duration, DurationKind
from clausecheck.values.scan import Source

_ENDS: tuple[tuple[re.Pattern[str], tuple[str, ...], DurationKind], ...] = (
    (re.compile(r"in\s{1,2}perpetuity|perpetual(?:ly)?", re.I), ("perpetu",), "perpetual"),
    (
        re.compile(
            r"(?:unless\s{1,2}and\s{1,2})?until\s{1,2}(?:it\s{1,2}is\s{1,2}"
            r"|this\s{1,2}agreement\s{1,2}is\s{1,2}|so\s{1,2})?(?:otherwise\s{1,2})?(?:validly\s{1,2})"
            r"?(?:terminated|cancelled|canceled)"
            r"|(?:for\s{1,2})?an?\s{1,2}indefinite\s{1,2}(?:period|term|duration|time)|(?:continue|remain"
            r"|renew)\w{0,4}\s{1,2}(?:in\s{1,2}(?:full\s{1,2})?force\s{1,2}(?:and\s{1,2}effect\s{1,2})?)"
            r"?indefinitely|evergreen|of\s{1,2}indefinite\s{1,2}(?:duration|term)",
            re.I,
        ),
        ("until", "indefinite", "evergreen"),
        "indefinite",
    ),
    (
        re.compile(r"co-?termin(?:o)?us(?:\s{1,2}with)?|(?:runs?|running)\s{1,2}concurrently\s{1,2}with", re.I),
        ("termin", "concurrently with"),
        "coterminous",
    ),
    (
        re.compile(
            r"(?:for\s{1,2})?(?:so|as)\s{1,2}long\s{1,2}as"
            r"|for\s{1,2}the\s{1,2}life\s{1,2}of\s{1,2}(?:the\s{1,2}|any\s{1,2})?\w{1,20}",
            re.I,
        ),
        ("long as", "the life of"),
        "contingent_end",
    ),
    (
        re.compile(
            r"(?:up)?on\s{1,2}reasonable\s{1,2}(?:prior\s{1,2}|advance\s{1,2}|written\s{1,2}){0,2}notice"
            r"|reasonable\s{1,2}(?:prior\s{1,2}|advance\s{1,2}|written\s{1,2}){0,2}(?:notice|time|period)"
            r"|promptly|without\s{1,2}(?:undue\s{1,2})?delay",
            re.I,
        ),
        ("reasonable", "promptly", "delay"),
        "unspecified",
    ),
)
_AT_ONCE = re.compile(
    r"forthwith|immediately(?!\s{1,2}(?:preceding|prior|before|following|above|below|available|preceeding"
    r"|succeeding))|with\s{1,2}immediate\s{1,2}effect",
    re.I,
)
_BI = re.compile(r"bi-?annual(?:ly)?|biennial(?:ly)?", re.I)


def open_ended(source: Source) -> list[Duration]:
    """Every span of time in `source` that is said in words without a number."""
    found: list[Duration] = []
    for pattern, anchors, kind in _ENDS:
        found += [Duration(Span(*match.span()), kind=kind) for match in source.search(pattern, anchors, 40, 50)]
    for match in source.search(_AT_ONCE, ("forthwith", "immediate"), 10, 30):
        found.append(Duration(Span(*match.span()), unit="days", amount=0.0))
    for match in source.search(_BI, ("annual", "biennial"), 4, 12):
        if "enn" in match[0].lower():
            found.append(Duration(Span(*match.span()), months=24.0, unit="years", amount=2.0))
        else:
            found.append(Duration(Span(*match.span()), kind="unspecified", note="6 or 24 months"))
    return found
