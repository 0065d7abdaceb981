"""Reviews of the samples with findings set by hand, so that golden reports change when reports do and not when rules
do; and the comparison with what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clausecheck import api
from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, LockIn, Result, Review, Severity, Step, Term, Verdict, Waiver
from clausecheck.report.manner import Manner

CONTRACTS = Path(__file__).parents[2] / "sample_contracts" / "contracts"
KEPT = Path(__file__).parent / "reports"

# Sample → (rule, verdict, severity, the words it is about, each to be found in the contract as read).
FINDINGS: dict[str, tuple[tuple[str, Verdict, Severity, tuple[str, ...]], ...]] = {
    "japan-lock-in.pdf": (
        ("perf.exclusive-without-minimum", "flagged", "high",
         ("sole and exclusive distributor of the Products in the Territory",)),
        ("perf.target-not-binding", "flagged", "high",
         ("The sales targets are statements of intent and planning figures only.",
          "target of approximately sixty (60) units")),
        ("excl.rival-lines", "flagged", "medium",
         ("represents and sells the products of many manufacturers, including the Takamori Precision line",)),
        ("grant.same-words", "flagged", "low",
         ("sole and exclusive distributor of the Products in the Territory",)),
        ("gov.no-plan", "flagged", "low", ()),
        ("exit.compensation", "cannot-tell", "medium", ("Norrfält shall communicate with customers",)),
        ("rec.audit", "cannot-tell", "high", ()),
    ),
    "draft-tracked.docx": (
        ("excl.grant", "flagged", "high", ("exclusive distributor of the Products in the Territory",)),
        ("excl.competition", "flagged", "medium", ("actively promote any structural adhesive that competes",)),
        ("perf.forecast-only", "flagged", "high",
         ("For the first two (2) Contract Years the quantities in this table are forecasts only.", "60,000")),
        ("perf.table", "flagged", "medium", ("40,000",)),
        ("term.length", "flagged", "low", ("before the end of the then current term.\n14.2 Either party",)),
        ("gov.no-plan", "flagged", "info", ()),
        ("exit.compensation", "cannot-tell", "medium", ("Either party may terminate this Agreement if",)),
        ("rec.audit", "cannot-tell", "high", ()),
    ),
    "software-reseller.txt": (
        ("excl.grant", "flagged", "medium", ("exclusive reseller of the Products to public school districts",)),
        ("perf.blank", "cannot-tell", "high", ("$____________ in the second Contract Year",)),
        ("gov.no-plan", "flagged", "info", ()),
    ),
}  # fmt: skip
SAMPLES = tuple(FINDINGS)


def passage(document: Document, words: str) -> Evidence:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    place = document.locate(span)
    return Evidence(span, words, place.clause, place.page, place.boxes)


def review_of(name: str) -> Review:
    document = replace(api.read(CONTRACTS / name), path=f"contracts/{name}")
    results = [_result(document, *finding) for finding in FINDINGS[name]]
    waived = replace(results[0], rule="excl.waived", title="=SUM(A1) is waived", waived=Waiver("agreed, see letter"))
    passed = Result("price.resale", "Resale price is set", "price", "clear", "high", "")
    idle = Result("train.none", "No training", "train", "not-applicable", "low", "", reason="not reported here")
    first = results[0].evidence
    return Review(
        document=document,
        side="supplier",
        packs=(("distribution", "1.0"),),
        terms=(
            Term("document_kind", "agreement", "found", 0.99),
            Term("initial_term_months", 60.0, "found", 0.97, first),
            Term("renewal", "automatic", "found", 0.9, first),
            Term("renewal_months", 36.0, "found", 0.9, first),
            Term("renewal_notice_days", 180.0, "found", 0.9, first),
            Term("exclusivity", "exclusive", "found", 0.9, first),
            Term("minimum_consequence", (), "not_found", 0.8),
            Term("audit_rights", None, "unknown", 0.5, reason="only a sign was found"),
            Term("governing_law", "Japan", "found", 0.9),
        ),
        lock_in=LockIn("found", 60.0, 18.0, "expiry: month 60", (Step(60, "the initial term ends", first),)),
        results=(*results[: sum(r.verdict == "flagged" for r in results)], waived,
                 *(r for r in results if r.verdict == "cannot-tell"), passed, idle),
    )  # fmt: skip


def _result(document: Document, rule: str, verdict: Verdict, severity: Severity, words: tuple[str, ...]) -> Result:
    return Result(
        rule=rule,
        title=f"About {rule.replace('.', ' ').replace('-', ' ')}",
        topic=rule.partition(".")[0],
        verdict=verdict,
        severity=severity,
        message="=What <b>is</b> wrong & *why*, in 50 % of cases.",
        why="You are bound, and they are not.",
        position="A yearly minimum.",
        fallback="A minimum from the second year.",
        walk_away="They refuse any number.",
        objection="“Who can promise sales?” Answer: whoever wants to be the only one.",
        wording="Distributor shall purchase at least the Minimum Quantity.",
        evidence=tuple(passage(document, each) for each in words),
        fingerprint=f"f-{rule}",
        reason="only a sign of it was found" if verdict == "cannot-tell" else "",
    )


@pytest.fixture(scope="session", params=SAMPLES)
def review(request: pytest.FixtureRequest) -> Review:
    return review_of(request.param)


@pytest.fixture(scope="session")
def manner(review: Review) -> Manner:
    return Manner(original=(CONTRACTS / Path(review.document.path).name).read_bytes())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the kept one of that name, or keeps it where --update-golden is given."""

    def compare(name: str, text: str) -> None:
        path = KEPT / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"{name} is not kept yet; run pytest --update-golden and read it"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return compare
