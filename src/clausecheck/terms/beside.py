"""A length that counts only beside something else: the months of a non-compete after the end stand in the sentence
that forbids competing, or in one of the same clause that speaks of it ("this Section survives for two years")."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.pack import Question
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.measure import measure
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

_FAR = 3
"""Sentences between the two passages within one clause."""


def length_beside(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The length (in the question's unit) that a concept of `length` captures in a sentence that `beside` stands in,
    with its list's lead-in; failing that, near it in the same clause where `near` also speaks of it. `never` are
    concepts whose sentence does not count. The longest of several; unknown where the length is left open."""
    inputs = dict(question.inputs)
    beside = _sentences(reading, inputs.get("beside", ()))
    never = _sentences(reading, inputs.get("never", ()))
    best: tuple[float, Hit, Hit] | None = None
    left_open: tuple[Hit, Hit, str] | None = None
    for name in inputs.get("length", ()):
        for hit in reading.hits(name):
            other = None if hit.sentence in never else _partner(reading, hit, beside, inputs.get("near", ()))
            if other is None:
                continue
            for value in hit.values:
                number = measure(value, question.unit)
                if number is None:
                    left_open = left_open or (hit, other, f"the length is {getattr(value, 'kind', 'blank')}")
                elif best is None or number > best[0]:
                    best = (number, hit, other)
    if best:
        number, hit, other = best
        return Term(question.id, number, "found", 0.85, _both(reading, hit, other))
    if left_open:
        hit, other, reason = left_open
        return Term(question.id, None, "unknown", 0.5, _both(reading, hit, other), reason)
    return Term(question.id, question.otherwise, "not_found", 0.85)


def _sentences(reading: Reading, concepts: tuple[str, ...]) -> dict[int, Hit]:
    """Sentence → the first passage of these concepts in it; list items count for their lead-in and the reverse."""
    found: dict[int, Hit] = {}
    for name in concepts:
        for hit in reading.hits(name):
            for number in (hit.sentence, *reading.document.sentences[hit.sentence].lead_in):
                found.setdefault(number, hit)
    return found


def _partner(reading: Reading, hit: Hit, beside: dict[int, Hit], near: tuple[str, ...]) -> Hit | None:
    sentences = reading.document.sentences
    for number in (hit.sentence, *sentences[hit.sentence].lead_in):
        if number in beside:
            return beside[number]
    clause = sentences[hit.sentence].clause
    if clause < 0 or not any(other.sentence == hit.sentence for name in near for other in reading.hits(name)):
        return None
    for number in _around(hit.sentence):
        if number in beside and sentences[number].clause == clause:
            return beside[number]
    return None


def _around(sentence: int) -> Iterator[int]:
    for distance in range(1, _FAR + 1):
        yield from (sentence - distance, sentence + distance)


def _both(reading: Reading, hit: Hit, other: Hit) -> tuple[Evidence, ...]:
    first = reading.evidence(hit)
    return (*first, *(e for e in reading.evidence(other) if e not in first))
