"""How long the contract runs at first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausecheck.model.location import Span
from clausecheck.model.pack import Question
from clausecheck.model.report import Term
from clausecheck.model.value import Date, Duration
from clausecheck.terms.ranking import SUBJECT, best_first
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

_PREAMBLE, _HEAD = 5000, 1500
"""Characters within which the date of the contract is named as such, and within which any date is it."""
_FAR = 9
_SHORTEST = 2
"""Months: a shorter period is a term only under a heading that says so."""
DAYS_PER_MONTH = 365.25 / 12

Candidate = tuple[int, Term]
"""The weight of the passage, and the answer that it gives."""


def initial_term(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Months of the initial term. Inputs: `length` (phrases that capture the duration), `end` (… a date), `start` (…
    the date from which it runs), `perpetual` (runs until terminated), `about` (sentences about the contract itself).
    The weightiest passage answers; among equals a length, then an end date, then none at all."""
    inputs = dict(question.inputs)
    found = [*_lengths(question, inputs, reading), *_ends(question, inputs, reading)]
    known = [c for c in found if c[1].status == "found"]
    open_ended = list(_open_ended(question, inputs, reading))
    if known:
        return max(known, key=lambda c: c[0])[1]
    if found:
        return max(found, key=lambda c: c[0])[1]
    if open_ended:
        return max(open_ended, key=lambda c: c[0])[1]
    return Term(question.id, question.otherwise, "not_found", 0.8)


def _lengths(question: Question, inputs: dict[str, tuple[str, ...]], reading: Reading) -> Iterator[Candidate]:
    hits = (hit for name in inputs.get("length", ()) for hit in reading.hits(name))
    for weight, hit in best_first(hits, question, reading, SUBJECT):
        for value in hit.values:
            if not isinstance(value, Duration):
                continue
            evidence = reading.evidence(hit)
            shortest = 1 if weight > SUBJECT else _SHORTEST
            if value.kind in ("length", "contingent_start") and value.in_months() >= shortest:
                months = round(value.in_months(), 1)
                number = int(months) if months == int(months) else months
                yield weight, Term(question.id, number, "found", 0.92, evidence)
            elif value.kind in ("blank", "redacted"):
                reason = f"the length is {value.kind}"
                yield weight, Term(question.id, "unstated", "unknown", 0.7, evidence, reason)


def _ends(question: Question, inputs: dict[str, tuple[str, ...]], reading: Reading) -> Iterator[Candidate]:
    starts = [*_dates(reading, inputs.get("start", ())), *_first_date(reading)]
    hits = [hit for name in inputs.get("end", ()) for hit in reading.hits(name)]
    for weight, hit in best_first(hits, question, reading, SUBJECT):
        end = next((v for v in reversed(hit.values) if isinstance(v, Date) and v.iso), None)
        if end is None:
            continue
        start = min(starts, key=lambda pair: _distance(pair, hit, reading), default=None)
        if start is None or _distance(start, hit, reading) == _FAR or start[1].iso >= end.iso:
            evidence, reason = reading.evidence(hit), f"it ends on {end.iso}; the day from which it runs was not found"
            yield weight, Term(question.id, "unstated", "unknown", 0.4, evidence, reason)
            continue
        evidence = (*reading.evidence(hit), reading.passage(start[0]))
        months = months_between(start[1].iso, end.iso)
        yield weight, Term(question.id, months, "found", 0.85, evidence, f"from {start[1].iso} to {end.iso}")


def _distance(start: tuple[Span, Date], end: Hit, reading: Reading) -> int:
    """How far a start is to be believed: in the sentence of the end, in the preamble, or not."""
    if start[1] in end.values:
        return 0 if start[1].span.start < end.span.end and start[1] is not end.values[-1] else _FAR
    if reading.index.sentence_at(start[0].start) == end.sentence:
        return 0
    return 1 if start[0].start < _PREAMBLE else _FAR


def _first_date(reading: Reading) -> Iterator[tuple[Span, Date]]:
    """The first full date of the paper, which is that of the contract where nothing else says so."""
    for value in reading.index.values:
        if isinstance(value, Date) and value.iso and value.span.start < _HEAD:
            yield value.span, value
            return


def _open_ended(question: Question, inputs: dict[str, tuple[str, ...]], reading: Reading) -> Iterator[Candidate]:
    hits = (hit for name in inputs.get("perpetual", ()) for hit in reading.hits(name))
    for weight, hit in best_first(hits, question, reading, SUBJECT):
        yield weight, Term(question.id, "perpetual", "found", 0.8, reading.evidence(hit))


def _dates(reading: Reading, concepts: tuple[str, ...]) -> Iterator[tuple[Span, Date]]:
    for name in concepts:
        for hit in reading.hits(name):
            for value in hit.values:
                if isinstance(value, Date) and value.iso:
                    yield hit.span, value


def months_between(start: str, end: str) -> int:
    """Whole months from one ISO date to another, to the nearest; the end date counts as included."""
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end) + datetime.timedelta(days=1)
    return round((last - first).days / DAYS_PER_MONTH)
