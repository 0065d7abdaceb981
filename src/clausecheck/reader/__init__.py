"""The learned clause reader: which of 41 types of clause a contract has, and where. A second opinion where phrases
may miss. Importing this package costs nothing."""

from __future__ import annotations

from clausecheck.model.document import Document
from clausecheck.model.report import FoundClause

__all__ = ["read_clauses"]


def read_clauses(document: Document) -> tuple[FoundClause, ...]:
    """Every passage that may be a clause of one of the known types, see `clausecheck.reader.reading`."""
    from clausecheck.reader.reading import read_clauses as read

    return read(document)
