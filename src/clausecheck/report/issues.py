"""The issue list of a negotiation as a table: a row a finding, with room for who settles it and how far that is."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model.report import Result, Review
from clausecheck.report.entries import elsewhere, level, says, standing
from clausecheck.report.inert import inert, one_line
from clausecheck.report.manner import Manner

Cell = str | float | int | bool | None
COLUMNS = (
    "Contract", "Clause", "Page", "Severity", "Problem", "Passage", "Explanation", "Why", "Position", "Fallback",
    "Owner", "Status", "Rule", "Also in", "Fingerprint",
)  # fmt: skip


def rows(reviews: Sequence[Review], manner: Manner) -> tuple[tuple[Cell, ...], ...]:
    """The rows in the order of every report; waived findings stand at the end of their contract. A contract without
    findings has a row that says so, and so has one that could not be read: an empty list would look like either."""
    found = [row for review in reviews for row in _contract(review, manner)]
    return (*found, *(_bare(path, "Not read", reason) for path, reason in manner.unread))


def _contract(review: Review, manner: Manner) -> list[tuple[Cell, ...]]:
    waived = [result for result in review.results if result.verdict == "flagged" and result.waived is not None]
    found = [_row(review, result, manner) for result in (*standing(review), *waived)]
    return found or [_bare(review.document.path, "None", "No finding")]


def _bare(path: str, level: str, problem: str) -> tuple[Cell, ...]:
    said = {"Contract": one_line(path), "Severity": level, "Problem": one_line(problem)}
    return tuple(said.get(column, "") for column in COLUMNS)


def _row(review: Review, result: Result, manner: Manner) -> tuple[Cell, ...]:
    first = result.evidence[0] if result.evidence else None
    owner, status = "", "open" if result.verdict == "flagged" else "to be read"
    if result.waived is not None:
        owner, status = result.waived.approver, f"waived: {result.waived.reason}"
    return (
        one_line(review.document.path),
        one_line(first.clause) if first else "",
        first.page if first else None,
        level(result),
        one_line(result.title),
        inert(first.text).strip() if first else "",
        one_line(says(result)),
        one_line(result.why),
        one_line(result.position),
        one_line(result.fallback) if manner.reader == "us" else "",
        one_line(owner),
        one_line(status),
        result.rule,
        one_line(elsewhere(result)),
        result.fingerprint,
    )
