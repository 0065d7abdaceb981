"""Answers the term sheet over a Document, and works out the idle lock-in."""

from clausecheck.terms.answer import answer
from clausecheck.terms.conditions import Truth, evaluate
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

__all__ = ["Reading", "Sheet", "Truth", "answer", "evaluate"]
