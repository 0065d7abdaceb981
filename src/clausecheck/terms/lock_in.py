"""Idle lock-in: when is the supplier free of a distributor who sells nothing and breaches nothing?"""

from __future__ import annotations

from clausecheck.model.report import LockIn
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import UNKNOWN_LOCK_IN, Sheet


def lock_in(reading: Reading, sheet: Sheet) -> LockIn:
    """Both figures with their chains of steps."""
    return UNKNOWN_LOCK_IN
