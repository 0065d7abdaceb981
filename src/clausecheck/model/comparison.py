"""Two drafts of a contract compared: what a round of negotiation fixed, broke and left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.model.report import SEVERITIES, Result, Review, Severity, Term

Fate = Literal["new", "unclear", "left", "fixed"]
FATES: tuple[Fate, ...] = ("new", "unclear", "left", "fixed")
Edit = Literal["same", "out", "in"]
ClauseFate = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding and its fate. new: only in the new draft; fixed: only in the old one, and the rule is content now;
    left: in both; unclear: the new draft no longer lets it be told. `reworded` where the words it is about changed."""

    fate: Fate
    before: Result | None
    after: Result | None
    reworded: bool = False

    @property
    def result(self) -> Result:
        """The finding as it stands now, or as it stood."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found

    @property
    def worse(self) -> bool:
        """Whether a finding that was there has become graver."""
        if self.fate != "left" or self.before is None or self.after is None:
            return False
        return SEVERITIES.index(self.after.severity) < SEVERITIES.index(self.before.severity)

    @property
    def broken(self) -> Severity | None:
        """The severity of what this round made worse, None where it did not."""
        return self.result.severity if self.fate == "new" or self.worse else None


@dataclass(frozen=True, slots=True)
class TermChange:
    """The answers to one question, before and after."""

    id: str
    before: Term | None
    after: Term | None

    @property
    def changed(self) -> bool:
        one, other = self.before, self.after
        if one is None or other is None:
            return one is not other
        return (one.value, one.status) != (other.value, other.status)


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause that is not what or where it was. `edits` are its words in order, those taken out and put in."""

    fate: ClauseFate
    before: str
    after: str
    heading: str
    edits: tuple[tuple[Edit, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it. Findings in the order new, unclear, left, fixed, each worst first; terms in the order of the term
    sheet; clauses in the order of the new draft. `renumbered` counts clauses that kept words and place."""

    old: Review
    new: Review
    findings: tuple[FindingChange, ...]
    terms: tuple[TermChange, ...]
    clauses: tuple[ClauseChange, ...]
    renumbered: int = 0

    def of(self, fate: Fate) -> tuple[FindingChange, ...]:
        return tuple(change for change in self.findings if change.fate == fate)
