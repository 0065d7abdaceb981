"""Mechanisms that a question can name under `compute`: what phrases alone cannot say. A registry one can read."""

from __future__ import annotations

from collections.abc import Callable

from clausecheck.model.pack import Question
from clausecheck.model.report import Term
from clausecheck.terms.beside import length_beside
from clausecheck.terms.consequence import consequences
from clausecheck.terms.exit import without_cause
from clausecheck.terms.identity import document_kind, party_label
from clausecheck.terms.law import governing_law
from clausecheck.terms.length import initial_term
from clausecheck.terms.reading import Reading
from clausecheck.terms.renewal import best_case, renewal_length, renewal_notice
from clausecheck.terms.sheet import Sheet

Mechanism = Callable[[Question, Reading, Sheet], Term]

MECHANISMS: dict[str, Mechanism] = {
    "document-kind": document_kind,
    "party-label": party_label,
    "governing-law": governing_law,
    "initial-term": initial_term,
    "consequences": consequences,
    "length-beside": length_beside,
    "exit-without-cause": without_cause,
    "best-case": best_case,
    "renewal-length": renewal_length,
    "renewal-notice": renewal_notice,
}
