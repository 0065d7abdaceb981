"""Which clauses a contract has, with the passages: what the trained reader and the rules for names find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, FoundClause
from clausecheck.reader.names import names

if TYPE_CHECKING:
    from clausecheck.reader.model import Model

_NAMED = 0.3  # confidence from which a name or date is reported


def read_clauses(document: Document, model: Model | None = None) -> tuple[FoundClause, ...]:
    """Every passage that may be a clause of one of the known types, in document order, with the estimated chance
    that lawyers would mark it so. `reported` says whether the contract is held to have such a clause, and this passage
    to be it. The classifier (the shipped one unless another is given) is called directly: the spaCy pipeline around it
    (`clausecheck.reader.pipeline`) finds the same, and importing spaCy costs more than reading a long contract."""
    if not document.sentences or document.language != "en":
        return ()
    from clausecheck.reader.model import load
    from clausecheck.reader.seen import look

    sentences = document.sentences
    found = [
        (
            sentences[guess.first].span.cover(sentences[guess.last].span),
            guess.type,
            guess.confidence,
            guess.reported,
        )
        for guess in (model or load()).guess(look(document))
    ]
    found += [(named.span, named.type, named.confidence, named.confidence >= _NAMED) for named in names(document)]
    return tuple(
        FoundClause(type_, round(chance, 4), reported, _evidence(document, span))
        for span, type_, chance, reported in sorted(found)
    )


def _evidence(document: Document, span: Span) -> Evidence:
    where = document.locate(span)
    return Evidence(span, document.text[span.start : span.end], where.clause, where.page, where.boxes)
