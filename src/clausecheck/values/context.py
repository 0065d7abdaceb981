"""What the words around a length of time say of it: notice, cure or tail, what starts it, the worst case."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.model.location import Span
from clausecheck.model.value import Duration
from clausecheck.values.qualifier import qualifier

IN_MONTHS = {"month": 1.0, "quarter": 3.0, "half-year": 6.0, "year": 12.0, "decade": 120.0}
_EVENT = (
    r"(?:receipt|regulatory|marketing|health|import|product)?\s{0,2}(?:of\s{1,2})?(?:the\s{1,2})?(?:approval|registration|authori[sz]ation|clearance"
    r"|launch|initial\s{1,2}order|first\s{1,2}(?:commercial\s{1,2})?(?:sale|shipment|delivery|order|launch|use))"
)
_CONTINGENT_START = re.compile(
    r"\s{1,2}(?:from|after|following|commencing\s{1,2}(?:on|upon|from)|beginning\s{1,2}(?:on|upon)|starting\s{1,2}(?:on|from|with))\s{1,2}"
    rf"(?:and\s{{1,2}}including\s{{1,2}})?(?:the\s{{1,2}})?(?:date\s{{1,2}}of\s{{1,2}})?(?:the\s{{1,2}})?(?:receipt\s{{1,2}}of\s{{1,2}})?(?:the\s{{1,2}}|all\s{{1,2}})?{_EVENT}(?![a-z])",
    re.I,
)
_END_OF_PERIOD = re.compile(
    r"'?s?\s{0,2}(?:(?:prior|advance|written)\s{1,2}){0,3}(?:notice\s{1,2})?(?:in\s{1,2}writing\s{1,2})?(?:expiring|ending|effective|to\s{1,2}(?:expire|take\s{1,2}effect))?\s{0,2}"
    r"(?:at|on|to|with|as\s{1,2}of)?\s{0,2}(?:the\s{1,2})?(?:end|close|expiry)\s{1,2}of\s{1,2}(?:a|an|any|each|the|such)\s{1,2}(?:then[\s-]current\s{1,2})?"
    r"(?:calendar\s{1,2}|contract\s{1,2}|fiscal\s{1,2}|financial\s{1,2})(?P<period>year|quarter|month)",
    re.I,
)
_LATEST_OR_WINDOW = re.compile(
    r"\s{1,2}(?:prior\s{1,2}to|before|of)\s{1,2}(?:the\s{1,2})?(?:end|expir\w{1,6}|termination|conclusion)", re.I
)
_NOTICE_AFTER = re.compile(
    r"'?s?'?,?\s{0,2}(?:(?:prior|advance|previous|written|in|of|a|formal)\s{1,2},?){0,4}(?:and\s{1,2}written\s{1,2})?(?:notice|notification)",
    re.I,
)
_NOTICE_BEFORE = re.compile(
    r"notice\s{1,2}(?:to\s{1,2}\w{1,20}\s{1,2})?of\s{1,2}(?:(?:at|not|less|no|than|least|a|period|of)\s{1,2}){0,6}\Z",
    re.I,
)
_CURE_BEFORE = re.compile(
    r"(?:cure[ds]?|curing|remed(?:y|ied|ies)|rectif\w{1,4}|corrected|correct|make\s{1,2}good)\b[^.;]{0,60}\Z", re.I
)
_CURE_AFTER = re.compile(
    r"'?\s{0,2}(?:\w{1,12}\s{1,2}){0,4}(?:(?:to|in\s{1,2}which\s{1,2}to)\s{1,2}(?:cure|remedy|correct)|cure\s{1,2}period|period\s{1,2}to\s{1,2}cure)",
    re.I,
)
_TAIL = re.compile(
    r"\s{1,2}(?:after|following|from|subsequent\s{1,2}to)\s{1,2}(?:the\s{1,2})?(?:(?:effective\s{1,2})?date\s{1,2}of\s{1,2})?(?:the\s{1,2}|any\s{1,2}|such\s{1,2}|its\s{1,2})?(?:expir|terminat)",
    re.I,
)
_TAIL_BEFORE = re.compile(
    r"(?:after|following)\s{1,2}(?:the\s{1,2}|any\s{1,2})?(?:expir|terminat)[^.;]{0,60}\bfor\s{1,2}(?:a\s{1,2}(?:further\s{1,2})?period\s{1,2}of\s{1,2})?\Z",
    re.I,
)


def in_context(text: str, duration: Duration, start: int, end: int) -> Duration:
    """`duration` with its span and what the words around it say: role, qualifier, event, worst case."""
    head, rest = text[max(0, start - 110) : start], text[end : end + 110]
    notes = [duration.note] if duration.note else []
    role, kind, worst = duration.role, duration.kind, None
    if _CURE_BEFORE.search(head) or _CURE_AFTER.match(rest):
        role = "cure"
    elif _NOTICE_AFTER.match(rest) or _NOTICE_BEFORE.search(head):
        role = "notice"
    elif _TAIL.match(rest) or _TAIL_BEFORE.search(head):
        role = "tail"
    if kind == "length" and (event := _CONTINGENT_START.match(rest)):
        kind = "contingent_start"
        end += event.end()
    if kind == "length" and (period := _END_OF_PERIOD.match(rest)):
        worst = duration.in_months() + IN_MONTHS[period["period"].lower()]
    if head.lower().rstrip().endswith("within") and _LATEST_OR_WINDOW.match(rest):
        notes.append("latest or window")
    return replace(
        duration,
        span=Span(start, end),
        kind=kind,
        role=role,
        worst_case_months=worst,
        qualifier=qualifier(text, start, end),
        note="; ".join(notes),
    )
