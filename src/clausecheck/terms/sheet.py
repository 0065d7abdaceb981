"""The term sheet: every question's answer, and the facts that rules may compare besides."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model.report import LockIn, Term

UNKNOWN_LOCK_IN = LockIn("unknown", None, None, "not worked out")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers in the order of the questions. `facts` are computed beside them (`document.kind`, `lock_in_months`,
    `jurisdictions`) and can be compared in conditions like any term, though they are no questions."""

    terms: tuple[Term, ...] = ()
    facts: tuple[Term, ...] = ()
    lock_in: LockIn = UNKNOWN_LOCK_IN

    def __getitem__(self, id: str) -> Term:
        for term in (*self.terms, *self.facts):
            if term.id == id:
                return term
        return Term(id, None, "unknown", 0.0, reason=f"'{id}' was not asked")

    def with_term(self, term: Term) -> Sheet:
        return Sheet((*self.terms, term), self.facts, self.lock_in)

    def with_fact(self, fact: Term) -> Sheet:
        return Sheet(self.terms, (*self.facts, fact), self.lock_in)
