"""Facts beside the term sheet that rules compare: the kind of paper, the lock-in, the laws that may apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.model.pack import Jurisdiction
from clausecheck.model.report import Term
from clausecheck.terms.blanks import blanks
from clausecheck.terms.jurisdictions import jurisdictions, territories
from clausecheck.terms.lock_in import performance_exit
from clausecheck.terms.protective import protective_laws
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

NEVER = 9999
"""How a lock-in without end compares with thresholds in months."""


def facts(reading: Reading, sheet: Sheet, laws: Mapping[str, Jurisdiction] | None = None) -> Iterator[Term]:
    """Every fact, in order."""
    kind = sheet["document_kind"]
    yield Term("document.kind", kind.value, kind.status, kind.confidence, kind.evidence)
    yield Term("document.language", reading.document.language, "found", 0.9)
    yield jurisdictions(reading, sheet)
    yield territories(reading)
    yield from protective_laws(reading, laws or {})
    yield blanks(reading)
    lock_in = sheet.lock_in
    if lock_in.status == "unknown":
        yield Term("lock_in_months", None, "unknown", 0.0, reason=lock_in.reason)
    else:
        both = (lock_in.free_to_exit_months, lock_in.free_to_appoint_months)
        months = min(NEVER if m is None else m for m in both)
        yield Term("lock_in_months", months, "found", 0.9, tuple(e for s in lock_in.exit_steps for e in s.evidence))
    yield from _figures(sheet)
    yield from _performance(reading, sheet)


def _figures(sheet: Sheet) -> Iterator[Term]:
    """Both figures of the lock-in, each with its own passages."""
    found = sheet.lock_in
    for name, months, steps in (
        ("free_to_exit_months", found.free_to_exit_months, found.exit_steps),
        ("free_to_appoint_months", found.free_to_appoint_months, found.appoint_steps),
    ):
        if found.status == "unknown":
            yield Term(name, None, "unknown", 0.0, reason=found.reason)
        else:
            evidence = tuple(dict.fromkeys(e for step in steps for e in step.evidence))
            yield Term(name, NEVER if months is None else months, "found", 0.9, evidence)


def _performance(reading: Reading, sheet: Sheet) -> Iterator[Term]:
    """The month in which a missed target first opens a way out, and that month as a share of the initial term."""
    route, length = performance_exit(reading, sheet), sheet["initial_term_months"].value
    if route is None:
        reason = "no missed target opens a way out"
        yield Term("performance_exit_months", None, "not_found", 0.85, reason=reason)
        yield Term("performance_exit_percent", None, "not_found", 0.85, reason=reason)
        return
    evidence = tuple(dict.fromkeys(e for step in route.steps for e in step.evidence))
    yield Term("performance_exit_months", round(route.month, 1), "found", 0.85, evidence)
    if isinstance(length, int | float) and length:
        yield Term("performance_exit_percent", round(100 * route.month / length), "found", 0.85, evidence)
    else:
        reason = "the length of the initial term is not known"
        yield Term("performance_exit_percent", None, "unknown", 0.0, evidence, reason)
