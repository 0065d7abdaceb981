"""One line a finding, as editors and `grep` like it: path:page: severity: title (rule) §clause."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model.report import Review
from clausecheck.report.entries import standing
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.words import place


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """The lines of one contract after those of another."""
    return "".join(render(review) for review in reviews)


def render(review: Review) -> str:
    """The findings that stand, then what could not be told; "" where there is neither."""
    lines = []
    for result in standing(review):
        level = result.severity if result.verdict == "flagged" else "cannot tell"
        first = result.evidence[0] if result.evidence else None
        page = f"{first.page}:" if first is not None and first.page else ""
        where = f" {place(first)}" if first is not None and first.clause else ""
        lines.append(
            f"{one_line(review.document.path)}:{page} {level}: {one_line(result.title)} ({result.rule}){where}\n"
        )
    return "".join(lines)
