"""The ways out of a contract for a supplier whose distributor sells nothing and breaches nothing, each a chain of
dated steps. Months count from the start of the contract, thirty days to the month. Source: domain notes §0.4."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.report import Evidence, Step, Term
from clausecheck.model.value import Count, Duration
from clausecheck.terms.consequence import MISS, contract_ends, exclusivity_ends, hits_of, territory_cut
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

NEVER = math.inf
_PERIODS = (("measured-quarterly", 3.0, "quarter"), ("measured-half-yearly", 6.0, "half-year"),
            ("measured-yearly", 12.0, "year"), ("measured-monthly", 1.0, "month"))  # fmt: skip
_MISSES = (("three-misses", 3), ("two-misses", 2))
_STEPS = (("length-of-cure", "to make it good"), ("length-of-notice", "notice"))


@dataclass(frozen=True, slots=True)
class Route:
    """A way out: what it is called and its steps; the month of the last step is the month of freedom."""

    name: str
    steps: tuple[Step, ...]

    @property
    def month(self) -> float:
        return self.steps[-1].month


def expiry(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """The end of the term, after every renewal that the distributor alone decides on."""
    length, renewal = sheet["initial_term_months"], sheet["renewal"]
    if length.value == "perpetual":
        yield Route("expiry", (Step(NEVER, "the contract runs until terminated", length.evidence),))
        return
    for hit in _starting_late(reading, length):
        if not beside(reading, hit, "long-stop"):
            text = "the term starts with an event that may never come"
            yield Route("expiry", (Step(NEVER, text, reading.evidence(hit)),))
            return
    if not isinstance(length.value, int | float):
        return
    months = float(length.value)
    steps = [Step(months, f"the initial term of {said(months)} months ends", length.evidence)]
    only_distributor = [
        hit
        for hit in reading.hits("renewal-only-distributor-stops")
        if not renewal.evidence or any(hit.span.overlaps(evidence.span) for evidence in renewal.evidence)
    ]
    if only_distributor:
        evidence = renewal.evidence or reading.evidence(only_distributor[0])
        steps.append(Step(NEVER, "the distributor alone decides on renewal, without limit", evidence))
    elif renewal.value in ("option_distributor", "option_either"):
        more = sheet["renewal_months"].value
        if isinstance(more, int | float):
            text = f"the distributor may renew for {said(float(more))} months"
            steps.append(Step(months + more, text, renewal.evidence))
        elif _endless(reading, renewal.evidence):
            steps.append(Step(NEVER, "the distributor may renew without limit", renewal.evidence))
    yield Route("expiry", tuple(steps))


def _starting_late(reading: Reading, length: Term) -> Iterator[Hit]:
    """Passages by which the term runs from an event ("five years from Regulatory Approval")."""
    quoted = [evidence.span for evidence in length.evidence]
    for hit in reading.hits("initial-term-length"):
        contingent = any(isinstance(value, Duration) and value.kind == "contingent_start" for value in hit.values)
        if contingent and (not quoted or any(hit.span.overlaps(span) for span in quoted)):
            yield hit
    for hit in reading.hits("start-hangs-on-event"):
        if not hit.values or any(hit.span.overlaps(span) for span in quoted):
            yield hit


def _endless(reading: Reading, evidence: tuple[Evidence, ...]) -> bool:
    return any(hit.span.overlaps(e.span) for hit in reading.hits("renewal-without-end") for e in evidence)


def without_cause(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """Exit without cause: the time until it opens, then the notice."""
    notice = sheet["tfc_supplier_days"]
    if not isinstance(notice.value, int | float):
        return
    opens, evidence = 0.0, notice.evidence
    quoted = notice.evidence[0].span if notice.evidence else None
    for hit in reading.hits("exit-locked-at-first"):
        months = first_months(hit)
        if quoted and hit.span.overlaps(quoted) and months and months * 30 != notice.value:
            opens = months
            break
    steps = []
    if opens:
        steps.append(Step(opens, "the supplier may give notice without cause", evidence))
    text = f"the exit without cause takes effect, {said(notice.value)} days after notice"
    yield Route("exit without cause", (*steps, Step(opens + notice.value / 30, text, evidence)))


def missed_target(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """A missed target that ends the contract."""
    for hit in contract_ends(reading):
        yield from _missed(reading, sheet, hit, "the supplier may end the contract")


def missed_target_ends_exclusivity(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """A missed target that ends exclusivity, or takes territory away."""
    for hit in (*exclusivity_ends(reading), *territory_cut(reading)):
        yield from _missed(reading, sheet, hit, "exclusivity ends")


def _missed(reading: Reading, sheet: Sheet, hit: Hit, outcome: str) -> Iterator[Route]:
    """The end of the first measured period, further misses, cure, notice. No route where the distributor can pay
    instead."""
    if any(_same_article(reading, hit, paid) for paid in reading.hits("shortfall-paid-off")):
        return
    period, word = _period(reading, sheet, hit)
    misses = next((n for concept, n in _MISSES if beside(reading, hit, concept)), 1)
    evidence = reading.evidence(hit)
    month = period * misses
    count = f"{misses} misses in a row" if misses > 1 else "the first miss"
    steps = [Step(month, f"{count} of the target, measured each {word}", evidence)]
    for concept, text in _STEPS:
        found = beside(reading, hit, concept)
        length = first_months(found) if found else 0.0
        if found and length:
            month += length
            steps.append(Step(month, f"{_length(length)} {text}", reading.evidence(found)))
    steps.append(Step(month, outcome, evidence))
    yield Route("missed target", tuple(steps))


def _period(reading: Reading, sheet: Sheet, hit: Hit) -> tuple[float, str]:
    """How often the target is measured: said beside the consequence, else where the minimum stands; else yearly."""
    for concept, months, word in _PERIODS:
        if in_sentence(reading, hit, concept):
            return months, word
    for evidence in sheet["minimum_commitment"].evidence:
        for concept, months, word in _PERIODS:
            if any(found.span.overlaps(evidence.span) for found in reading.hits(concept)):
                return months, word
    return 12.0, "year"


def missed_launch(reading: Reading) -> Iterator[Route]:
    """A launch date that passes."""
    for hit in reading.hits("launch-by"):
        way_out = beside(reading, hit, "launch-missed-exit")
        month = first_months(hit)
        if not way_out or not month:
            continue
        steps = [Step(month, "the distributor must have launched", reading.evidence(hit))]
        for concept, text in _STEPS:
            found = beside(reading, hit, concept)
            if found and first_months(found):
                month += first_months(found)
                steps.append(Step(month, f"{_length(first_months(found))} {text}", reading.evidence(found)))
        steps.append(Step(month, "the supplier may end the contract", reading.evidence(way_out)))
        yield Route("missed launch", tuple(steps))


def no_orders(reading: Reading) -> Iterator[Route]:
    """Months without an order or a sale."""
    for hit in reading.hits("no-orders-exit"):
        month = first_months(hit)
        if not month:
            continue
        evidence = reading.evidence(hit)
        steps = [Step(month, f"{_length(month)} without an order", evidence)]
        notice = in_sentence(reading, hit, "length-of-notice")
        if notice and first_months(notice) != month:
            month += first_months(notice)
            steps.append(Step(month, f"{_length(first_months(notice))} notice", reading.evidence(notice)))
        steps.append(Step(month, "the supplier may end the contract", evidence))
        yield Route("no orders", tuple(steps))


def not_exclusive(reading: Reading, sheet: Sheet) -> Iterator[Route]:
    """The grant is not exclusive, or the supplier may make it so without a reason."""
    grant = sheet["exclusivity"]
    if grant.value == "non_exclusive":
        yield Route("a grant that is not exclusive", (Step(0.0, "the grant is not exclusive", grant.evidence),))
    missed = {hit.sentence for hit in (*exclusivity_ends(reading), *hits_of(reading, (MISS,)))}
    for hit in reading.hits("appointment-made-non-exclusive"):
        if missed & {hit.sentence, *reading.document.sentences[hit.sentence].lead_in}:
            continue
        opens = in_sentence(reading, hit, "exit-locked-at-first")
        notice = in_sentence(reading, hit, "length-of-notice")
        month = first_months(opens) if opens else 0.0
        more = first_months(notice) if notice else 0.0
        evidence = reading.evidence(hit)
        steps = [Step(month, "the supplier may make the appointment non-exclusive", evidence)]
        if more:
            steps.append(Step(month + more, f"{_length(more)} notice", evidence))
        yield Route("stepping down to non-exclusive", tuple(steps))


def said(month: float) -> str:
    """A number of months (or days) as one writes it."""
    return str(int(month)) if month == int(month) else f"{month:.1f}"


def _length(months: float) -> str:
    return f"{said(months)} months" if months >= 2 else f"{round(months * 30)} days"


def first_months(hit: Hit) -> float:
    """The length that a passage captures, in months; 0 where it has none."""
    for value in hit.values:
        if isinstance(value, Duration) and value.kind == "length":
            return value.in_months()
        if isinstance(value, Count) and value.value is not None:
            return value.value
    return 0.0


def in_sentence(reading: Reading, hit: Hit, concept: str) -> Hit | None:
    """The concept in the same sentence, else in the words that open its list."""
    lead_in = reading.document.sentences[hit.sentence].lead_in
    for number in (hit.sentence, *reversed(lead_in)):
        found = next((found for found in reading.hits(concept) if found.sentence == number), None)
        if found:
            return found
    return None


def beside(reading: Reading, hit: Hit, concept: str) -> Hit | None:
    """The concept in the same sentence or the words that open its list, else in the same clause."""
    same = in_sentence(reading, hit, concept)
    if same:
        return same
    sentences = reading.document.sentences
    clause = sentences[hit.sentence].clause
    if clause < 0:
        return None
    return next((f for f in reading.hits(concept) if sentences[f.sentence].clause == clause), None)


def _same_article(reading: Reading, one: Hit, other: Hit) -> bool:
    """Whether both stand under the same article, or in no clause at all."""
    return _article(reading, one) == _article(reading, other)


def _article(reading: Reading, hit: Hit) -> int:
    clauses = reading.document.clauses
    number = reading.document.sentences[hit.sentence].clause
    while number >= 0 and clauses[number].parent >= 0:
        number = clauses[number].parent
    return number
