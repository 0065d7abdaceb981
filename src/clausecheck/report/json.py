"""A review as JSON text: one review for people, or one a line. Byte for byte the same in every run."""

from __future__ import annotations

import json
from collections.abc import Sequence

from clausecheck.model.report import Review
from clausecheck.report.manner import Manner
from clausecheck.report.record import record


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """The one review that a file holds."""
    return render(reviews[0])


def render(review: Review) -> str:
    """One review, indented for people, with a newline at the end."""
    return json.dumps(record(review), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def line(review: Review) -> str:
    """One review on one line, as a `.jsonl` file holds it."""
    return json.dumps(record(review), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
