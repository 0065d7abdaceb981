"""What a review says: answers, lock-in, verdicts, and the passages that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.model.document import Document
from clausecheck.model.location import Box, Span

Side = Literal["supplier", "distributor"]
Severity = Literal["high", "medium", "low", "info"]
SIDES: tuple[Side, ...] = ("supplier", "distributor")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")
Verdict = Literal["flagged", "clear", "not-applicable", "cannot-tell"]
Status = Literal["found", "not_found", "unknown"]
Answer = str | float | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, exactly as it stands in the canonical text, with where to find it."""

    span: Span
    text: str
    clause: str = ""
    page: int | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """The answer to one question of the term sheet. `confidence` is the estimated chance that it is right;
    `reason` says why it is unknown, or what was computed."""

    id: str
    value: Answer
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way out: at which month it is reached, what happens, and where that stands."""

    month: float
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class LockIn:
    """Idle lock-in: the earliest month, counted from the effective date, at which the supplier is free of a
    distributor who sells nothing and breaches nothing. None means never (infinite) where `status` is "found";
    `status` "unknown" means it cannot be told. `steps` is the shortest chain, `other_routes` are those that lost."""

    status: Status
    free_to_exit_months: float | None
    free_to_appoint_months: float | None
    reason: str
    exit_steps: tuple[Step, ...] = ()
    appoint_steps: tuple[Step, ...] = ()
    other_routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause of a CUAD type found in the contract; `reported` is False below the type's threshold."""

    type: str
    confidence: float
    reported: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, by whom, and until when (ISO date, "" for ever)."""

    reason: str
    approver: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What one rule says of one contract, for one side. `severity` is that of a flagged result; for the other
    verdicts it is the severity that the rule would have had."""

    rule: str
    title: str
    topic: str
    verdict: Verdict
    severity: Severity
    message: str
    why: str = ""
    position: str = ""
    fallback: str = ""
    walk_away: str = ""
    objection: str = ""
    wording: str = ""
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    waived: Waiver | None = None
    reason: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """One contract reviewed for one side. `terms` holds every question of the term sheet, in its order; `results`
    every rule that was run, worst first, then by place in the contract."""

    document: Document
    side: Side
    packs: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]
    lock_in: LockIn
    results: tuple[Result, ...]
    clauses: tuple[FoundClause, ...] = ()

    def term(self, id: str) -> Term | None:
        return next((term for term in self.terms if term.id == id), None)

    def flagged(self) -> tuple[Result, ...]:
        """Findings that stand: flagged and not waived."""
        return tuple(r for r in self.results if r.verdict == "flagged" and r.waived is None)
