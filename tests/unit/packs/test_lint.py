"""Remarks for authors."""

from __future__ import annotations

from pathlib import Path

from clausecheck.packs import load
from clausecheck.packs.lint import lint


def remarks(folder: Path) -> str:
    return "\n".join(str(remark) for remark in lint(load(folder)))


def test_sound_pack_lacks_only_advice(folder: Path) -> None:
    assert {remark.about for remark in lint(load(folder))} == {"gov.no-audit"}
    assert "says nothing under fallback to the supplier" in remarks(folder)
    assert "to the distributor" not in remarks(folder)


def test_unused_concept_and_doubled_phrase(folder: Path) -> None:
    (folder / "vocabulary/more.yaml").write_text(
        "concepts:\n  spare:\n    says: Spare.\n    text: [one thing, one thing, ab~]\n"
    )
    text = remarks(folder)
    assert "no rule or question uses this concept" in text
    assert "stands in text and again in text" in text
    assert "too loose" in text
    assert "uses this concept" not in "\n".join(str(remark) for remark in lint(load(folder), used_by_code=("spare",)))


def test_thin_examples_and_idle_parameter(folder: Path) -> None:
    path = folder / "gov/no-audit.yaml"
    text = path.read_text().replace("    - The Supplier may audit all books.\n", "")
    path.write_text(text.replace("<longest>.", "x.").replace("less_than: <longest>", "less_than: 3"))
    assert "has 1 examples that pass" in remarks(folder)
    assert "nothing uses its parameter 'longest'" in remarks(folder)


def test_unknown_mechanism(folder: Path) -> None:
    (remark,) = (r for r in lint(load(folder), mechanisms=("initial-terms",)) if "computes" in r.message)
    assert remark.about == "initial_term_months"
    assert "did you mean 'initial-terms'?" in remark.message
