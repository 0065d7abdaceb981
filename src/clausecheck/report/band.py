"""How bad an idle lock-in is: the house's bands, in months."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model.report import LockIn, Severity


@dataclass(frozen=True, slots=True)
class Band:
    """`name` as people read it, `severity` for its colour."""

    name: str
    severity: Severity


def band(lock_in: LockIn) -> Band | None:
    """The band of a lock-in; None where it cannot be told."""
    return band_of(lock_in.free_to_exit_months) if lock_in.status == "found" else None


def band_of(months: float | None) -> Band:
    """Good up to 12 months, medium up to 24, high up to 36, beyond that (or never: None) the zone to walk away from."""
    if months is None or months > 36:
        return Band("walk-away zone", "high")
    if months > 24:
        return Band("high", "high")
    return Band("medium", "medium") if months > 12 else Band("good", "info")
