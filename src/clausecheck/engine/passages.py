"""Which passages make one finding, and how far `unless … within` looks around one."""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.model.location import Span
from clausecheck.model.pack import AllOf, AnyOf, Condition, Find, Not
from clausecheck.model.report import Evidence
from clausecheck.terms import Reading
from clausecheck.text.hit import Hit

LONGEST_CLAUSE = 6000
"""Characters. A numbered part longer than this is a chapter: "the clause" is then the part of it around the match."""
MOST_QUOTED = 6
TRUE, FALSE = AllOf(()), AnyOf(())


def by_clause(hits: Iterable[Hit], reading: Reading) -> list[list[Hit]]:
    """The hits of one rule, those in one clause together, in document order."""
    groups: dict[tuple[int, int], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: hit.span):
        clause = reading.document.clause_at(hit.span.start)
        groups.setdefault((clause, 0 if clause >= 0 else hit.sentence), []).append(hit)
    return list(groups.values())


def quotes(hits: Iterable[Hit], reading: Reading) -> tuple[Evidence, ...]:
    """The passages of the hits, each once, in order of place."""
    found = {passage.span: passage for hit in hits for passage in reading.evidence(hit)}
    return tuple(found[span] for span in sorted(found))[:MOST_QUOTED]


def clause_around(span: Span, reading: Reading) -> Span:
    """The whole numbered clause around a span: clause 2 for a match in 2.1, unless that is very long."""
    document = reading.document
    index = document.clause_at(span.start)
    if index < 0:
        return document.sentences[reading.index.sentence_at(span.start)].span if document.sentences else span
    around = document.clauses[index].span
    while index >= 0:
        clause = document.clauses[index]
        if clause.kind != "title" and len(clause.span) <= LONGEST_CLAUSE:
            around = clause.span
        index = clause.parent
    return around


def narrow(condition: Condition, hits: Iterable[Hit], reading: Reading) -> Condition:
    """The condition with every `within` settled for the match at hand."""
    matched = tuple(hits)
    if isinstance(condition, AllOf):
        return AllOf(tuple(narrow(part, matched, reading) for part in condition.conditions))
    if isinstance(condition, AnyOf):
        return AnyOf(tuple(narrow(part, matched, reading) for part in condition.conditions))
    if isinstance(condition, Not):
        return Not(narrow(condition.condition, matched, reading))
    if not isinstance(condition, Find) or not condition.within or not matched:
        return condition
    found = [hit for name in condition.concepts for hit in reading.hits(name, condition.holder) if not hit.uncertain]
    if condition.within == "sentence":
        near = any(_same_sentence(hit, own, reading) for hit in found for own in matched)
    else:
        spans = [clause_around(own.span, reading) for own in matched]
        near = any(span.overlaps(part) for hit in found for part in hit.spans for span in spans)
    return TRUE if near else FALSE


def _same_sentence(hit: Hit, own: Hit, reading: Reading) -> bool:
    sentences = reading.document.sentences
    return hit.sentence == own.sentence or (
        bool(sentences)
        and (hit.sentence in sentences[own.sentence].lead_in or own.sentence in sentences[hit.sentence].lead_in)
    )
