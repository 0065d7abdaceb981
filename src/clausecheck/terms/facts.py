"""Facts beside the term sheet that rules compare: the kind of paper, the lock-in, the laws that may apply."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.report import Term
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

NEVER = 9999
"""How a lock-in without end compares with thresholds in months."""


def facts(reading: Reading, sheet: Sheet) -> Iterator[Term]:
    """Every fact, in order."""
    kind = sheet["document_kind"]
    yield Term("document.kind", kind.value, kind.status, kind.confidence, kind.evidence)
    lock_in = sheet.lock_in
    if lock_in.status == "unknown":
        yield Term("lock_in_months", None, "unknown", 0.0, reason=lock_in.reason)
    else:
        both = (lock_in.free_to_exit_months, lock_in.free_to_appoint_months)
        months = min(NEVER if m is None else m for m in both)
        yield Term("lock_in_months", months, "found", 0.9, tuple(e for s in lock_in.exit_steps for e in s.evidence))
