"""How long the contract runs at first."""

from __future__ import annotations

import datetime

from clausecheck.model.pack import Question
from clausecheck.model.report import Term
from clausecheck.model.value import Date, Duration
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.index import Hit

_PREAMBLE = 5000
"""Characters within which the date of the contract stands."""
DAYS_PER_MONTH = 365.25 / 12


def initial_term(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Months of the initial term. Inputs: `length` (phrases that capture the duration), `end` (… a date), `start` (…
    the date from which it runs), `perpetual` (runs until terminated)."""
    inputs = dict(question.inputs)
    unknown: Term | None = None
    for hit, duration in _durations(reading, inputs.get("length", ()), question.headings):
        evidence = reading.evidence(hit)
        if duration.kind == "length" and duration.in_months() > 0:
            months = round(duration.in_months(), 1)
            return Term(question.id, int(months) if months == int(months) else months, "found", 0.92, evidence)
        if unknown is None and duration.kind in ("blank", "redacted"):
            unknown = Term(question.id, "unstated", "unknown", 0.7, evidence, f"the length is {duration.kind}")
    ends = _dates(reading, inputs.get("end", ()))
    if ends:
        end_hit, end = ends[0]
        starts = [
            (hit, date)
            for hit, date in _dates(reading, inputs.get("start", ()))
            if hit.sentence == end_hit.sentence or hit.span.start < _PREAMBLE
        ]
        if starts:
            months = months_between(starts[0][1].iso, end.iso)
            evidence = (*reading.evidence(end_hit), *reading.evidence(starts[0][0]))
            if months > 0:
                return Term(question.id, months, "found", 0.85, evidence, f"from {starts[0][1].iso} to {end.iso}")
    if unknown:
        return unknown
    for name in inputs.get("perpetual", ()):
        for hit in reading.hits(name):
            return Term(question.id, "perpetual", "found", 0.8, reading.evidence(hit))
    return Term(question.id, question.otherwise, "not_found", 0.8)


def _durations(reading: Reading, concepts: tuple[str, ...], headings: tuple[str, ...]) -> list[tuple[Hit, Duration]]:
    hits = reading.ranked((hit for name in concepts for hit in reading.hits(name)), headings)
    return [(hit, value) for hit in hits for value in hit.values if isinstance(value, Duration)]


def _dates(reading: Reading, concepts: tuple[str, ...]) -> list[tuple[Hit, Date]]:
    found = [(hit, v) for name in concepts for hit in reading.hits(name) for v in hit.values if isinstance(v, Date)]
    return [(hit, date) for hit, date in found if date.iso]


def months_between(start: str, end: str) -> int:
    """Whole months from one ISO date to another, to the nearest; the end date counts as included."""
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end) + datetime.timedelta(days=1)
    return round((last - first).days / DAYS_PER_MONTH)
