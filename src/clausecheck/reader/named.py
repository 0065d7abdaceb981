"""What the rules for names and dates find."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model.location import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name or date found, of one of the types in `types.NAMES`. `confidence` is the share of finds of its kind that
    lawyers marked in the corpus."""

    type: str
    span: Span
    confidence: float
