"""A value of the contract as a plain number."""

from __future__ import annotations

from clausecheck.model.value import Count, Duration, Money, Percent, Value


def measure(value: Value, unit: str) -> float | None:
    """A value as a number in the unit asked for ("months", "days", "" for counts); None where it has none."""
    number: float | None
    if isinstance(value, Duration):
        if value.kind != "length":
            return None
        if value.hours is not None and not (value.months or value.days):
            return round(value.hours / 24, 1)
        number = value.in_months() if unit == "months" else value.in_days()
    elif isinstance(value, Count | Percent):
        number = value.value
    elif isinstance(value, Money):
        number = value.amount
    else:
        return None
    if number is None:
        return None
    number = round(number, 1)
    return int(number) if number == int(number) else number
