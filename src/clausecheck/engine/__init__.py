"""Carries the rules of a pack over to verdicts on one contract."""

from __future__ import annotations

from clausecheck.engine.compare import compare
from clausecheck.engine.judge import judge, order

__all__ = ["compare", "judge", "order"]
