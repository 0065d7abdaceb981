"""JSON Lines: one review a line, in the shape of `schemas/review.schema.json`."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model.report import Review
from clausecheck.report.json import line
from clausecheck.report.manner import Manner


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """A line each; "" for none."""
    return "".join(line(review) for review in reviews)
