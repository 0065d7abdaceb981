"""Compares the reviews of two drafts: findings by fingerprint and by text, answers side by side, clauses by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from clausecheck.engine.compare_clauses import compare_clauses
from clausecheck.engine.fingerprint import normal_words
from clausecheck.engine.likeness import best_pairs, likeness
from clausecheck.model.comparison import FATES, Comparison, FindingChange, TermChange
from clausecheck.model.report import Result, Review

_ALIKE = 0.4
"""Findings of one rule whose passages share less than this (0 to 1) are two findings, unless each draft has one."""


def compare(old: Review, new: Review) -> Comparison:
    """What became of every finding, answer and clause."""
    clauses, renumbered = compare_clauses(old.document, new.document)
    findings = sorted(_findings(old, new), key=lambda change: FATES.index(change.fate))
    return Comparison(old, new, tuple(findings), tuple(_terms(old, new)), clauses, renumbered)


def _findings(old: Review, new: Review) -> Iterator[FindingChange]:
    """Worst first within each fate."""
    pairs = list(_pairs(old.flagged(), new.flagged()))
    after_of = {id(before): after for before, after in pairs}
    before_of = {id(after): before for before, after in pairs}
    doubts = {result.rule: result for result in new.results if result.verdict == "cannot-tell"}
    for after in new.flagged():
        before = before_of.get(id(after))
        if before is None:
            yield FindingChange("new", None, after)
        else:
            yield FindingChange("left", before, after, reworded=_words(before) != _words(after))
    for before in old.flagged():
        if id(before) not in after_of:
            doubt = doubts.get(before.rule)
            yield FindingChange("fixed" if doubt is None else "unclear", before, doubt)
    settled = {result.rule for result in old.results if result.verdict in ("clear", "not-applicable")}
    for rule, doubt in doubts.items():
        if rule in settled:
            yield FindingChange("unclear", None, doubt)


def _pairs(old: Iterable[Result], new: Iterable[Result]) -> Iterator[tuple[Result, Result]]:
    """Findings that are the same: by fingerprint, then by the text of one rule's passages, then by rule where each
    draft has just one left."""
    left, rest = list(old), list(new)
    by_print = {(result.rule, result.fingerprint): result for result in rest}
    for before in tuple(left):
        same = by_print.pop((before.rule, before.fingerprint), None)
        if same is not None:
            left.remove(before)
            rest.remove(same)
            yield before, same
    for rule in dict.fromkeys(result.rule for result in left):
        mine = [result for result in left if result.rule == rule]
        theirs = [result for result in rest if result.rule == rule]
        if len(mine) == len(theirs) == 1:
            yield mine[0], theirs[0]
            continue
        one, other = ([Counter(_words(result).split()) for result in side] for side in (mine, theirs))
        scores = ((likeness(x, y), i, j) for i, x in enumerate(one) for j, y in enumerate(other))
        yield from ((mine[i], theirs[j]) for i, j in best_pairs(scores, _ALIKE))


def _words(result: Result) -> str:
    return "\n".join(normal_words(passage.text) for passage in result.evidence)


def _terms(old: Review, new: Review) -> Iterator[TermChange]:
    for question in dict.fromkeys(term.id for review in (new, old) for term in review.terms):
        yield TermChange(question, old.term(question), new.term(question))
