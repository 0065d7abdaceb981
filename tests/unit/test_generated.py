"""What is generated from the pack is committed, and fresh."""

from pathlib import Path

from clausecheck.engine.coverage import coverage_text
from clausecheck.packs import load_builtin
from clausecheck.report.rule_pages import rule_pages

ROOT = Path(__file__).parents[2]


def test_rule_pages_are_fresh() -> None:
    folder = ROOT / "docs" / "rules"
    pages = rule_pages(load_builtin("distribution"))
    assert {path.name for path in folder.glob("*.md")} == set(pages), "run: clausecheck rules docs"
    stale = [name for name, text in pages.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert not stale, "run: clausecheck rules docs rules/distribution"


def test_coverage_is_fresh() -> None:
    kept = (ROOT / "rules" / "distribution" / "coverage.yaml").read_text(encoding="utf-8")
    assert kept == coverage_text(load_builtin("distribution")), "run: clausecheck rules docs rules/distribution"
