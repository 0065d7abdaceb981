"""A short name for a finding that stays the same from draft to draft while the words it is about stay the same.

It is made of the rule's id, the words of the passages and the headings of their clauses: never a page, line or clause
number, so that a finding keeps its waiver when the contract is reflowed or renumbered.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from clausecheck.model.document import Document
from clausecheck.model.report import Evidence

LENGTH = 16
_WORDS = re.compile(r"[^\W_]+")
_LABEL = re.compile(
    r"^\s*(?:(?:article|section|clause)\s+)?"
    r"(?:\d+(?:\.\d+)+[)\].:]*\s+|[(\[]?(?:\d+|[ivxlc]+|[a-z])[)\].:]+\s+)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(articles?|sections?|clauses?|paragraphs?|exhibits?|schedules?|annex|appendix)\s+"
    r"[(\[]?(?:\d+|[ivxlc]+|[a-z])\b[)\]]?(?:\.\d+|\s?\([a-z0-9]+\))*",
    re.IGNORECASE,
)  # fmt: skip


def fingerprint(rule: str, passages: Iterable[Evidence], document: Document) -> str:
    """Sixteen hexadecimal digits."""
    parts = [rule]
    for passage in passages:
        parts.append(normal_words(heading(document, passage)))
        parts.append(normal_words(passage.text))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]


def normal_words(text: str) -> str:
    """The words of a passage in small letters, without labels, references to clauses and punctuation."""
    text = _LABEL.sub("", _LABEL.sub("", text))
    return " ".join(_WORDS.findall(_REFERENCE.sub(r"\1", text).casefold()))


def heading(document: Document, passage: Evidence) -> str:
    """The heading over a passage: that of its clause or the nearest one around it."""
    index = document.clause_at(passage.span.start)
    while index >= 0:
        clause = document.clauses[index]
        if clause.heading:
            return clause.heading
        index = clause.parent
    return ""
