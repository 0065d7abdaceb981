"""Which laws that protect distributors the contract reaches: by its territory, or by where the distributor sits. A
law merely chosen to govern does not count: these laws apply where the distributor works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausecheck.model.pack import Jurisdiction
from clausecheck.model.report import SEVERITIES, Evidence, Term
from clausecheck.terms.jurisdictions import in_territory, seats
from clausecheck.terms.reading import Reading

MOST_EXPLAINED = 5
"""With more places than this, their names alone are given."""
UNVERIFIED = "unverified"


def protective_laws(reading: Reading, laws: Mapping[str, Jurisdiction]) -> Iterator[Term]:
    """Two facts: `protective_laws`, what each such law does, the gravest first; and how grave the gravest is."""
    found: dict[str, tuple[Evidence, ...]] = {}
    distributor = reading.document.roles.distributor
    seat = [(set(codes) - {"worldwide"}, where) for codes, where in seats(reading, distributor)] if distributor else []
    for codes, passages in (*in_territory(reading), *seat):
        for code in sorted(codes):
            if code in laws and laws[code].severity != "info":
                found.setdefault(code, passages)
    reached = sorted((laws[code] for code in found), key=lambda law: SEVERITIES.index(law.severity))
    if not reached:
        yield Term("protective_laws", (), "not_found", 0.7)
        yield Term("protective_severity", None, "not_found", 0.7)
        return
    evidence = tuple(dict.fromkeys(e for law in reached for e in found[law.code]))
    yield Term("protective_laws", tuple(_in_words(reached)), "found", 0.8, evidence)
    yield Term("protective_severity", reached[0].severity, "found", 0.8, evidence)


def _in_words(laws: list[Jurisdiction]) -> Iterator[str]:
    for number, law in enumerate(laws):
        doubt = "" if law.verified else f"; {UNVERIFIED}"
        yield f"{law.name} ({law.effect}{doubt})" if number < MOST_EXPLAINED else law.name
