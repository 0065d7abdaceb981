"""Answers the questions of a pack, one by one, from what its concepts find."""

from __future__ import annotations

from dataclasses import replace

from clausecheck.model.document import Document
from clausecheck.model.pack import Find, Pack, Question
from clausecheck.model.report import Answer, Evidence, FoundClause, Term
from clausecheck.terms.conditions import Truth, absence_in_doubt, evaluate, find, quotes
from clausecheck.terms.facts import facts
from clausecheck.terms.lock_in import lock_in
from clausecheck.terms.measure import measure
from clausecheck.terms.mechanisms import MECHANISMS
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

SURE, ABSENT, DOUBTFUL = 0.9, 0.85, 0.55


def answer(
    document: Document, pack: Pack, clauses: tuple[FoundClause, ...] = (), jurisdictions: tuple[str, ...] = ()
) -> tuple[Reading, Sheet]:
    """The contract ready to be asked, and every question of the pack answered, in the pack's order. `clauses` is what
    the learned reader found; `jurisdictions` are laws that apply whatever the contract says."""
    reading = Reading(document, pack.concepts, clauses)
    sheet = Sheet()
    for question in pack.questions.values():
        sheet = sheet.with_term(stated(_in_doubt(ask(question, reading, sheet), reading), pack))
    worked_out = lock_in(reading, sheet)
    sheet = Sheet(sheet.terms, sheet.facts, worked_out)
    for fact in facts(reading, sheet, pack.jurisdictions):
        if fact.id == "jurisdictions" and jurisdictions:
            named = fact.value if isinstance(fact.value, tuple) else ()
            fact = replace(fact, value=tuple(sorted({*named, *jurisdictions})), status="found", confidence=1.0)
        sheet = sheet.with_fact(fact)
    return reading, sheet


def _in_doubt(term: Term, reading: Reading) -> Term:
    """An absence is no answer while pages of the contract could not be read, however it was worked out."""
    reason = absence_in_doubt(reading)
    if term.status != "not_found" or not reason:
        return term
    return replace(term, status="unknown", confidence=DOUBTFUL, reason=reason)


def stated(term: Term, pack: Pack) -> Term:
    """The answer with the confidence that the pack has learned for such answers; as it is where it has none."""
    shares = pack.confidence.get(term.id)
    if shares is None:
        return term
    by_status = {"found": shares.found, "not_found": shares.not_found, "unknown": shares.unknown}
    return replace(term, confidence=by_status[term.status])


def ask(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The answer to one question; `sheet` holds the answers before it. Where a figure is left open, the wording of
    another answer beside it (a warranty is given, its length is blank) makes the best guess."""
    if question.compute:
        return MECHANISMS[question.compute](question, reading, sheet)
    blank: Term | None = None
    if question.unit and question.find:
        blank = _measured(question, question.find, reading)
        if blank is not None and blank.status == "found":
            return blank
    if question.kind == "list":
        return _listed(question, reading, sheet)
    doubt: Truth | None = None
    if question.find and not question.unit:
        truth = find(question.find, reading)
        if truth.state == "yes":
            return Term(question.id, True, "found", SURE, _deciding(truth, question, reading))
        doubt = truth if truth.state == "unknown" else None
    for case in question.cases:
        truth = evaluate(case.when, reading, sheet)
        if truth.state == "yes" and blank is not None:  # "at once" is no guess for a figure that is left out
            return blank if isinstance(case.value, int) else replace(blank, value=case.value)
        if truth.state == "yes":
            return Term(question.id, case.value, "found", SURE, _deciding(truth, question, reading))
        if truth.state == "unknown" and doubt is None:
            doubt = truth
    return blank or absent(question.id, question.otherwise, reading, doubt)


def _deciding(truth: Truth, question: Question, reading: Reading) -> tuple[Evidence, ...]:
    """The passages that show an answer, those under a fitting heading first."""
    if not question.headings or not truth.hits:
        return truth.evidence
    return quotes(reading.ranked(truth.hits, question.headings), reading)


def absent(id: str, otherwise: Answer, reading: Reading, doubt: Truth | None = None) -> Term:
    """The answer where nothing was found; unknown where there is a sign of it or a page that could not be read.
    The value is then the best guess."""
    reason = doubt.reason if doubt else absence_in_doubt(reading)
    if reason:
        return Term(id, otherwise, "unknown", DOUBTFUL, doubt.evidence if doubt else (), reason)
    return Term(id, otherwise, "not_found", ABSENT)


def _listed(question: Question, reading: Reading, sheet: Sheet) -> Term:
    values: list[str] = []
    evidence: list[Evidence] = []
    for case in question.cases:
        truth = evaluate(case.when, reading, sheet)
        if truth.state == "yes":
            values.append(str(case.value))
            evidence += [e for e in truth.evidence if e not in evidence]
    if values:
        return Term(question.id, tuple(dict.fromkeys(values)), "found", SURE, tuple(evidence))
    return absent(question.id, question.otherwise, reading)


def _measured(question: Question, wanted: Find, reading: Reading) -> Term | None:
    """The value that the first phrase captures, concept by concept in the order given; unknown where it is blank."""
    blank: Term | None = None
    for name in wanted.concepts:
        for hit in reading.ranked(reading.hits(name, wanted.holder), question.headings):
            for value in hit.values:
                evidence = reading.evidence(hit)
                number = measure(value, question.unit)
                if number is not None:
                    return Term(question.id, number, "found", SURE, evidence)
                if getattr(value, "kind", "") not in ("blank", "redacted"):
                    continue
                reason = f"the figure is {getattr(value, 'kind', 'blank')}"
                blank = blank or Term(question.id, None, "unknown", DOUBTFUL, evidence, reason)
    return blank
