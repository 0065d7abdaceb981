"""What happens at the end of the initial term, for how long each time, and when somebody must speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausecheck.model.pack import Question
from clausecheck.model.report import Answer, Term
from clausecheck.model.value import Duration, Value
from clausecheck.terms.conditions import evaluate
from clausecheck.terms.measure import measure
from clausecheck.terms.ranking import SUBJECT, best_first
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

_AGAIN = re.compile(r"renew|exten|prolong|thereafter|success|consecutive|addition|further|another", re.IGNORECASE)
_NEAR = 3
"""Sentences around the renewal within which its length and its notice stand."""


def best_case(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The case whose passage weighs most; among equals the first. Passages that nothing speaks for do not count."""
    best: tuple[int, Term] | None = None
    for case in question.cases:
        truth = evaluate(case.when, reading, sheet)
        if truth.state != "yes":
            continue
        hits = best_first(truth.hits, question, reading, SUBJECT)
        if hits and (best is None or hits[0][0] > best[0]):
            evidence = tuple(dict.fromkeys(e for _, hit in hits for e in reading.evidence(hit)))
            best = hits[0][0], Term(question.id, case.value, "found", 0.9, evidence)
    return best[1] if best else Term(question.id, question.otherwise, "not_found", 0.85)


def renewal_length(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Months of each renewal, read beside the passage that renews. Inputs: `length` (captures it), `year`, `month`
    ("from year to year"), `same` (as long as the initial term), `endless` (until terminated)."""
    inputs = dict(question.inputs)
    found: list[tuple[int, int, Answer, Hit]] = []
    for near, hit in _near(_hits(inputs.get("length", ()), reading), reading, sheet):
        for value in _lengths(hit.values):
            number = measure(value, question.unit)
            if number is not None and not _initial(hit, number, reading, sheet):
                found.append((near, hit.span.start, number, hit))
                break
    fixed: tuple[tuple[str, Answer], ...] = (("year", 12), ("month", 1), ("endless", "indefinite"))
    for role, months in (*fixed, ("same", sheet["initial_term_months"].value)):
        for near, hit in _near(_hits(inputs.get(role, ()), reading), reading, sheet):
            if months not in ("unstated", "perpetual"):
                found.append((near + _NEAR * (role in ("same", "endless")), hit.span.start, months, hit))
    if not found:
        return Term(question.id, question.otherwise, "not_found", 0.85)
    _, _, answer, hit = min(found, key=lambda entry: entry[:2])
    return Term(question.id, answer, "found", 0.9, reading.evidence(hit))


def renewal_notice(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Days before the end at which somebody must speak, read beside the passage that renews. Inputs: `notice` (a
    notice of so many days), `window` (so many days before the end; not for renewal by agreement), `end` (speaks of the
    end of the term, as a sentence beside the renewal must), `length` (lengths of terms, which are no notice),
    `elsewhere` (a notice that ends the contract at the end of its term, wherever that stands; only where none stands
    beside the renewal)."""
    inputs = dict(question.inputs)
    roles = ("notice",) if sheet["renewal"].value == "by_agreement" else ("notice", "window")
    terms = {v.span for hit in _hits(inputs.get("length", ()), reading) for v in _lengths(hit.values)}
    found = []
    open_ = None
    ends = {hit.sentence for hit in _hits(inputs.get("end", ()), reading)}
    for role in roles:
        for near, hit in _near(_hits(inputs.get(role, ()), reading), reading, sheet):
            if near and hit.sentence not in ends:
                continue
            for value in hit.values:
                if not isinstance(value, Duration) or value.span in terms:
                    continue
                if value.kind in ("blank", "redacted"):
                    open_ = open_ or Term(
                        question.id, None, "unknown", 0.5, reading.evidence(hit), f"the notice is {value.kind}"
                    )
                number = measure(value, question.unit)
                if number:
                    found.append((near, hit.span.start, number, hit))
    if not found and open_ is None and sheet["renewal"].value == "automatic":
        for hit in _hits(inputs.get("elsewhere", ()), reading):
            for value in _lengths(hit.values):
                number = measure(value, question.unit)
                if number and value.span not in terms:
                    found.append((0, hit.span.start, number, hit))
    if not found:
        return open_ or Term(question.id, question.otherwise, "not_found", 0.85)
    _, _, days, hit = min(found, key=lambda entry: entry[:2])
    return Term(question.id, days, "found", 0.9, reading.evidence(hit))


def _hits(concepts: Iterable[str], reading: Reading) -> Iterator[Hit]:
    for name in concepts:
        yield from reading.hits(name)


def _lengths(values: Iterable[Value]) -> Iterator[Duration]:
    return (value for value in values if isinstance(value, Duration) and value.kind == "length")


def _initial(hit: Hit, number: float, reading: Reading, sheet: Sheet) -> bool:
    """Whether a length is that of the initial term: "shall continue for a period of three years"."""
    initial = sheet["initial_term_months"]
    if initial.value != number or not any(hit.span.overlaps(e.span) for e in initial.evidence):
        return False
    start = reading.document.sentences[hit.sentence].span.start
    return _AGAIN.search(reading.document.text, start, hit.span.end) is None


def _near(hits: Iterable[Hit], reading: Reading, sheet: Sheet) -> Iterator[tuple[int, Hit]]:
    """The passages beside the renewal, with their distance in sentences from the nearest of its own."""
    renewal = [reading.index.sentence_at(e.span.start) for e in sheet["renewal"].evidence]
    if sheet["renewal"].status != "found" or not renewal:
        return
    for hit in hits:
        for rank, at in enumerate(renewal):
            if abs(hit.sentence - at) <= (_NEAR if rank == 0 else 0):
                yield min(rank, 1) + 2 * abs(hit.sentence - at), hit
                break
