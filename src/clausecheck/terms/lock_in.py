"""Idle lock-in: when is the supplier free of a distributor who sells nothing and breaches nothing?

Five routes lead out: expiry, an exit without cause, a missed target, a missed launch, months without an order. Each
is a chain of dated steps; the shortest wins. Two figures are worked out: free to exit, and free to appoint others
(where the grant is exclusive; otherwise that is month 0). Routes that the distributor can close (by paying the
shortfall) or that end in a meeting do not count. Source: domain notes §0.4; days are counted thirty to the month.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.report import LockIn, Step
from clausecheck.model.value import Count, Duration
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.index import Hit

NEVER = math.inf
_PERIODS = (("measured-quarterly", 3.0, "quarter"), ("measured-half-yearly", 6.0, "half-year"),
            ("measured-yearly", 12.0, "year"), ("measured-monthly", 1.0, "month"))  # fmt: skip
_MISSES = (("three-misses", 3), ("two-misses", 2))
_TARGET_EXITS = ("target-missed-terminate",)
_TARGET_LOSES = ("target-missed-loses-exclusivity", "target-missed-territory-cut")


@dataclass(frozen=True, slots=True)
class Route:
    """A way out: what it is called and its steps; the month of the last step is the month of freedom."""

    name: str
    steps: tuple[Step, ...]

    @property
    def month(self) -> float:
        return self.steps[-1].month


def lock_in(reading: Reading, sheet: Sheet) -> LockIn:
    """Both figures with their chains of steps."""
    exits = [*_expiry(reading, sheet), *_without_cause(reading, sheet), *_launch(reading), *_no_orders(reading)]
    exits += _targets(reading, sheet, _TARGET_EXITS, "the supplier may end the contract")
    if not exits:
        length = sheet["initial_term_months"]
        reason = length.reason or "the contract states no term, and no exit without cause was found"
        return LockIn("unknown", None, None, reason)
    free = min(exits, key=lambda route: route.month)
    others = [free, *_non_exclusive(reading, sheet), *_targets(reading, sheet, _TARGET_LOSES, "exclusivity ends")]
    appoint = min(others, key=lambda route: route.month)
    rest = sorted({*exits, *others} - {free, appoint}, key=lambda route: route.month)
    return LockIn(
        "found", _months(free.month), _months(appoint.month), _reason(free, appoint), free.steps, appoint.steps,
        tuple(f"{route.name}: {_say(route.month)}" for route in rest),
    )  # fmt: skip


def _months(month: float) -> float | None:
    if month == NEVER:
        return None
    return int(month) if month == int(month) else round(month, 1)


def _say(month: float) -> str:
    return "never" if month == NEVER else f"month {_months(month)}"


def _reason(free: Route, appoint: Route) -> str:
    text = f"{free.name}: {_say(free.month)}"
    return text if appoint is free else f"{text}; free to appoint others by {appoint.name}: {_say(appoint.month)}"


def _expiry(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """The end of the term, after every renewal that the distributor alone decides on."""
    length, renewal = sheet["initial_term_months"], sheet["renewal"]
    if length.value == "perpetual":
        yield Route("expiry", (Step(NEVER, "the contract runs until terminated", length.evidence),))
        return
    if not isinstance(length.value, int | float):
        return
    for hit in reading.hits("start-hangs-on-event"):
        if not _beside(reading, hit, "long-stop"):
            text = "the term starts with an event that may never come"
            yield Route("expiry", (Step(NEVER, text, reading.evidence(hit)),))
            return
    months = float(length.value)
    steps = [Step(months, f"the initial term of {_months(months)} months ends", length.evidence)]
    only_distributor = reading.hits("renewal-only-distributor-stops")
    if renewal.value == "option_distributor" or only_distributor:
        more = sheet["renewal_months"].value
        endless = any(_beside(reading, hit, "renewal-without-end") for hit in only_distributor) or any(
            hit.span.overlaps(e.span) for hit in reading.hits("renewal-without-end") for e in renewal.evidence
        )
        evidence = renewal.evidence or tuple(e for hit in only_distributor[:1] for e in reading.evidence(hit))
        if endless or only_distributor:
            steps.append(Step(NEVER, "the distributor alone decides on renewal, without limit", evidence))
        elif isinstance(more, int | float):
            steps.append(Step(months + more, f"the distributor may renew for {_months(more)} months", evidence))
    yield Route("expiry", tuple(steps))


def _without_cause(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """Exit without cause: the time until it opens, then the notice."""
    notice = sheet["tfc_supplier_days"]
    if not isinstance(notice.value, int | float):
        return
    opens, evidence = 0.0, notice.evidence
    quoted = notice.evidence[0].span if notice.evidence else None
    for hit in reading.hits("exit-locked-at-first"):
        months = _first_months(hit)
        if quoted and hit.span.overlaps(quoted) and months and months * 30 != notice.value:
            opens = months
            break
    steps = []
    if opens:
        steps.append(Step(opens, "the supplier may give notice without cause", evidence))
    text = f"the exit without cause takes effect, {_months(notice.value)} days after notice"
    yield Route("exit without cause", (*steps, Step(opens + notice.value / 30, text, evidence)))


def _first_months(hit: Hit) -> float:
    for value in hit.values:
        if isinstance(value, Duration) and value.kind == "length":
            return value.in_months()
        if isinstance(value, Count) and value.value is not None:
            return value.value
    return 0.0


def _targets(reading: Reading, sheet: Sheet, concepts: tuple[str, ...], outcome: str) -> Iterator[Route]:
    """A missed target: the end of the first measured period, further misses, cure, notice."""
    if any(name in reading.concepts and reading.hits(name) for name in ("shortfall-paid-off",)):
        return
    for name in concepts:
        if name not in reading.concepts:
            continue
        for hit in reading.hits(name):
            period, word = _period(reading, sheet, hit)
            misses = next((n for concept, n in _MISSES if _beside(reading, hit, concept)), 1)
            evidence = reading.evidence(hit)
            month = period * misses
            count = f"{misses} misses in a row" if misses > 1 else "the first miss"
            steps = [Step(month, f"{count} of the target, measured each {word}", evidence)]
            for concept, text in (("length-of-cure", "to make it good"), ("length-of-notice", "notice")):
                beside = _beside(reading, hit, concept)
                length = _first_months(beside) if beside else 0.0
                if beside and length:
                    month += length
                    steps.append(Step(month, f"{_length(length)} {text}", reading.evidence(beside)))
            steps.append(Step(month, outcome, evidence))
            yield Route("missed target", tuple(steps))


def _length(months: float) -> str:
    return f"{_months(months)} months" if months >= 2 else f"{round(months * 30)} days"


def _period(reading: Reading, sheet: Sheet, hit: Hit) -> tuple[float, str]:
    """How often the target is measured: said beside the consequence, else where the minimum stands; else yearly."""
    for concept, months, word in _PERIODS:
        if _in_sentence(reading, hit, concept):
            return months, word
    for evidence in sheet["minimum_commitment"].evidence:
        for concept, months, word in _PERIODS:
            if any(found.span.overlaps(evidence.span) for found in reading.hits(concept)):
                return months, word
    return 12.0, "year"


def _launch(reading: Reading) -> Iterator[Route]:
    for hit in reading.hits("launch-by"):
        beside = _beside(reading, hit, "launch-missed-exit")
        month = _first_months(hit)
        if not beside or not month:
            continue
        steps = [Step(month, "the distributor must have launched", reading.evidence(hit))]
        for concept, text in (("length-of-cure", "to make it good"), ("length-of-notice", "notice")):
            found = _beside(reading, hit, concept)
            if found and _first_months(found):
                month += _first_months(found)
                steps.append(Step(month, f"{_length(_first_months(found))} {text}", reading.evidence(found)))
        steps.append(Step(month, "the supplier may end the contract", reading.evidence(beside)))
        yield Route("missed launch", tuple(steps))


def _no_orders(reading: Reading) -> Iterator[Route]:
    for hit in reading.hits("no-orders-exit"):
        month = _first_months(hit)
        if not month:
            continue
        evidence = reading.evidence(hit)
        steps = [Step(month, f"{_length(month)} without an order", evidence)]
        notice = _in_sentence(reading, hit, "length-of-notice")
        if notice and _first_months(notice) != month:
            month += _first_months(notice)
            steps.append(Step(month, f"{_length(_first_months(notice))} notice", reading.evidence(notice)))
        steps.append(Step(month, "the supplier may end the contract", evidence))
        yield Route("no orders", tuple(steps))


def _non_exclusive(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """The grant is not exclusive, or the supplier may make it so without a reason."""
    grant = sheet["exclusivity"]
    if grant.value == "non_exclusive":
        yield Route("a grant that is not exclusive", (Step(0.0, "the grant is not exclusive", grant.evidence),))
    for hit in reading.hits("appointment-made-non-exclusive"):
        opens = _in_sentence(reading, hit, "exit-locked-at-first")
        notice = _in_sentence(reading, hit, "length-of-notice")
        month = _first_months(opens) if opens else 0.0
        more = _first_months(notice) if notice else 0.0
        evidence = reading.evidence(hit)
        steps = [Step(month, "the supplier may make the appointment non-exclusive", evidence)]
        if more:
            steps.append(Step(month + more, f"{_length(more)} notice", evidence))
        yield Route("stepping down to non-exclusive", tuple(steps))


def _in_sentence(reading: Reading, hit: Hit, concept: str) -> Hit | None:
    return next((found for found in reading.hits(concept) if found.sentence == hit.sentence), None)


def _beside(reading: Reading, hit: Hit, concept: str) -> Hit | None:
    """The concept in the same sentence, else in the same clause."""
    same = _in_sentence(reading, hit, concept)
    if same:
        return same
    clause = reading.document.sentences[hit.sentence].clause
    if clause < 0:
        return None
    return next((f for f in reading.hits(concept) if reading.document.sentences[f.sentence].clause == clause), None)
