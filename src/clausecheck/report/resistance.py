"""The end of a report for our own table: what will be fought over, what the other side will say to it, and how far to
go. A finding that stands here leaves its fallback and walk-away to this section, so that no report says them twice."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model.report import Result, Review
from clausecheck.report.entries import advice
from clausecheck.report.manner import Manner

TITLE = "Expect resistance"
MEANING = "A partner who means to sell argues about numbers. One who refuses every check tells you why."
LESSER = "Lesser asks stand with their findings."


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to ask for that meets resistance. `number` is that of its finding in the report."""

    number: int
    result: Result


def asks(review: Review, manner: Manner) -> tuple[Ask, ...]:
    """What the grave findings ask for, in the order of the findings; nothing for the other side's eyes."""
    if manner.reader != "us":
        return ()
    found = (Ask(number, result) for number, result in enumerate(review.flagged(), 1))
    return tuple(ask for ask in found if contested(ask.result))


def lesser(review: Review) -> bool:
    """Whether there are findings that ask for something and are left out here."""
    return any(result.position and not contested(result) for result in review.flagged())


def contested(result: Result) -> bool:
    """Whether an ask is worth a fight: one of a high or medium finding."""
    return bool(result.position) and result.verdict == "flagged" and result.severity in ("high", "medium")


def before_the_end(result: Result, manner: Manner) -> tuple[tuple[str, str], ...]:
    """What a finding says in a report that ends with this section."""
    later = {name for name, _ in ladder(result)} if contested(result) else frozenset()
    return tuple(row for row in advice(result, manner) if row[0] not in later)


def ladder(result: Result) -> tuple[tuple[str, str], ...]:
    """(what it is, text) of how the talk may go: their objection and our answer, the fallback, the walk-away."""
    said = (("They say", result.objection), ("Settle for", result.fallback), ("Leave when", result.walk_away))
    return tuple((name, text) for name, text in said if text)
