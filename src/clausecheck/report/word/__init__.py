"""Word: a copy of the .docx with a comment on each finding's words; an issue memo for contracts in other formats."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model.report import Review
from clausecheck.report.manner import Manner


def write(reviews: Sequence[Review], manner: Manner) -> bytes:
    """The bytes of a .docx file."""
    review = reviews[0]
    if review.document.format == "docx":
        from clausecheck.report.word.annotate import annotate

        return annotate(review, manner)
    from clausecheck.report.word.memo import memo

    return memo(review, manner)
