"""How many findings of each severity, and how many of each other verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from clausecheck.model.report import Result


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one review. The severities count findings that stand; a waived finding counts as `waived` only."""

    high: int
    medium: int
    low: int
    info: int
    cannot_tell: int
    clear: int
    not_applicable: int
    waived: int

    @property
    def flagged(self) -> int:
        return self.high + self.medium + self.low + self.info

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def summary(results: Iterable[Result]) -> Summary:
    """Counts results by severity where they are flagged, else by verdict."""
    counts = Counter(_heading(result) for result in results)
    return Summary(
        high=counts["high"],
        medium=counts["medium"],
        low=counts["low"],
        info=counts["info"],
        cannot_tell=counts["cannot-tell"],
        clear=counts["clear"],
        not_applicable=counts["not-applicable"],
        waived=counts["waived"],
    )


def _heading(result: Result) -> str:
    if result.verdict != "flagged":
        return result.verdict
    return "waived" if result.waived is not None else result.severity
