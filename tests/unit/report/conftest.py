"""A review with one of everything, and with words in it that mean harm to a terminal."""

from __future__ import annotations

import pytest

from clausecheck.model.document import Change, Document, Exhibit, Page, Party, Roles
from clausecheck.model.location import Box, Span
from clausecheck.model.report import Evidence, FoundClause, LockIn, Result, Review, Step, Term, Waiver

TEXT = "Hostile [red]words[/red] \x1b[31mand\x07 escapes. Supplier appoints Distributor as its exclusive distributor."
GRANT = Evidence(Span(44, 103), TEXT[44:103], clause="3.1", page=5, boxes=(Box(5, 72.04, 500.26, 540.0, 512.0),))
HOSTILE = Evidence(Span(0, 41), TEXT[0:41], clause="Article [bold]", page=1)


@pytest.fixture
def contract() -> Document:
    supplier = Party("Northwind [blink]Optics, Inc.", ("Northwind",))
    distributor = Party("Kansai Trading \x1b]0;title\x07K.K.", ("Kansai", "Distributor"))
    return Document(
        path="contracts/acme.pdf",
        sha256="0" * 64,
        format="pdf",
        text=TEXT,
        pages=(Page(1, Span(0, 41)), Page(2, Span(41, 41), unreadable="no text layer")),
        changes=(Change("insertion", "A. Lawyer", "2024-01-01", "new"),),
        exhibits=(Exhibit("Exhibit C", "", (Span(0, 5),), None),),
        roles=Roles(supplier, distributor, (), 0.9, "Northwind grants the rights of distribution"),
        title="DISTRIBUTION AGREEMENT",
    )


@pytest.fixture
def review(contract: Document) -> Review:
    return Review(
        document=contract,
        side="supplier",
        packs=(("distribution", "1.0"),),
        terms=(
            Term("initial_term_months", 60.0, "found", 0.971234, (GRANT,)),
            Term("renewal", "automatic", "found", 0.9, (HOSTILE,)),
            Term("minimum_consequence", (), "not_found", 0.8),
            Term("tfc_supplier_days", None, "unknown", 0.5, reason="page 2 cannot be read"),
            Term("confidentiality", True, "found", 0.9, (GRANT,)),
            Term("governing_law", "Japan", "found", 0.9, (GRANT,)),
        ),
        lock_in=LockIn(
            "found",
            64.0,
            None,
            "only expiry",
            exit_steps=(Step(0, "the term begins", (GRANT,)), Step(64, "the term ends after \x1b[31mnotice", (GRANT,))),
            other_routes=("no right to end it without cause",),
        ),
        results=(
            _flag("perf.exclusive-without-minimum", "high", "Exclusive without a minimum", (GRANT,)),
            _flag("term.auto-renewal", "medium", "Renews by itself [red]", (HOSTILE, GRANT, GRANT)),
            _flag("gov.no-audit-right", "low", "No audit right", (), waived=Waiver("agreed in a side letter")),
            Result(
                "exit.no-cause", "No exit without cause", "exit", "cannot-tell", "high", "", reason="page 2 is a scan"
            ),
            Result("price.set", "Resale price is set", "price", "clear", "medium", ""),
            Result("train.weak", "Training is weak", "train", "not-applicable", "low", ""),
        ),
        clauses=(FoundClause("exclusivity", 0.93, True, GRANT),),
    )


def _flag(rule: str, severity: str, title: str, evidence: tuple[Evidence, ...], waived: Waiver | None = None) -> Result:
    return Result(
        rule=rule,
        title=title,
        topic=rule.split(".")[0],
        verdict="flagged",
        severity=severity,  # type: ignore[arg-type]
        message="The distributor need not sell \x1b[2Janything.",
        why="You are bound, and they are not.",
        position="A yearly minimum.",
        fallback="A minimum from the second year.",
        walk_away="They refuse any number.",
        objection="“Who can promise sales?” Answer: whoever wants to be the only one.",
        wording="Distributor shall purchase at least the Minimum Quantity.",
        evidence=evidence,
        fingerprint=f"f-{rule}",
        waived=waived,
    )
