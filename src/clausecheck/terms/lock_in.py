"""Idle lock-in: when is the supplier free of a distributor who sells nothing and breaches nothing?

Five routes lead out: expiry, an exit without cause, a missed target, a missed launch, months without an order. Each
is a chain of dated steps; the shortest wins. Two figures are worked out: free to exit, and free to appoint others
(where the grant is exclusive; otherwise that is month 0). Routes that the distributor can close (by paying the
shortfall) or that end in a meeting do not count. Source: domain notes §0.4; days are counted thirty to the month.
"""

from __future__ import annotations

from clausecheck.model.report import LockIn
from clausecheck.terms import routes
from clausecheck.terms.reading import Reading
from clausecheck.terms.routes import NEVER, Route
from clausecheck.terms.sheet import Sheet


def lock_in(reading: Reading, sheet: Sheet) -> LockIn:
    """Both figures with their chains of steps."""
    exits = [
        *routes.expiry(reading, sheet),
        *routes.without_cause(reading, sheet),
        *routes.missed_launch(reading),
        *routes.no_orders(reading),
        *routes.missed_target(reading, sheet),
    ]
    if not exits:
        length = sheet["initial_term_months"]
        reason = length.reason or "the contract states no term, and no exit without cause was found"
        return LockIn("unknown", None, None, reason)
    free = min(exits, key=lambda route: route.month)
    others = [free, *routes.not_exclusive(reading, sheet), *routes.missed_target_ends_exclusivity(reading, sheet)]
    appoint = min(others, key=lambda route: route.month)
    rest = sorted({*exits, *others} - {free, appoint}, key=lambda route: route.month)
    return LockIn(
        "found", _months(free.month), _months(appoint.month), _reason(free, appoint), free.steps, appoint.steps,
        tuple(dict.fromkeys(f"{route.name}: {_say(route.month)}" for route in rest)),
    )  # fmt: skip


def performance_exit(reading: Reading, sheet: Sheet) -> Route | None:
    """The soonest way out, of the contract or of exclusivity, that a missed target opens."""
    found = [*routes.missed_target(reading, sheet), *routes.missed_target_ends_exclusivity(reading, sheet)]
    return min(found, key=lambda route: route.month, default=None)


def _months(month: float) -> float | None:
    if month == NEVER:
        return None
    return int(month) if month == int(month) else round(month, 1)


def _say(month: float) -> str:
    return "never" if month == NEVER else f"month {_months(month)}"


def _reason(free: Route, appoint: Route) -> str:
    text = f"{free.name}: {_say(free.month)}"
    return text if appoint is free else f"{text}; free to appoint others by {appoint.name}: {_say(appoint.month)}"
