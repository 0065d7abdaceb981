"""The examples of a rule are read, answered and judged like contracts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clausecheck.engine.examples import run
from clausecheck.model.pack import Pack
from clausecheck.packs import load

RULE = """
  - id: test.grant
    title: An exclusive grant
    find: test-grant
    given: {term: test_kind, is_not: special}
    severity: {supplier: none, distributor: low}
    message: Found.
    examples:
"""


@pytest.fixture
def outcomes(tmp_path: Path) -> Callable[[str], list[str]]:
    """The problems of the examples given as YAML."""

    def problems(examples: str) -> list[str]:
        path = tmp_path / "pack.yaml"
        path.write_text(
            'name: test\nversion: "1"\ntitle: Test\nextends: distribution\n'
            "concepts:\n  test-grant:\n    says: Test.\n    text: exclusive distributor\n"
            "terms:\n  test_kind:\n    ask: Which?\n    kind: label\n    find: test-grant\n    otherwise: plain\n"
            f"rules:{RULE}" + "".join(f"      {line}\n" for line in examples.strip().splitlines())
        )
        pack: Pack = load(path)
        return [outcome.problem for outcome in run(pack, pack.rules["test.grant"])]

    return problems


SOLD = "The Supplier appoints the Distributor as its exclusive distributor."


def test_examples_that_hold(outcomes: Callable[[str], list[str]]) -> None:
    presupposed = f"{{text: {SOLD}, given: {{test_kind: special}}}}"
    assert not any(outcomes(f"flags: [{SOLD}]\npasses: [The Supplier sells., {presupposed}]"))


def test_examples_that_do_not(outcomes: Callable[[str], list[str]]) -> None:
    flags, passes, cannot = outcomes(f"flags: [The Supplier sells.]\npasses: [{SOLD}]\ncannot_tell: [{SOLD}]")
    assert flags.startswith("should be flagged, is clear")
    assert passes.startswith("should pass, is flagged")
    assert cannot.startswith("should be cannot-tell, is flagged")


def test_highlights_must_be_marked(outcomes: Callable[[str], list[str]]) -> None:
    assert outcomes(f"flags: [{{text: {SOLD}, highlights: exclusive distributor}}]") == [""]
    assert outcomes(f"flags: [{{text: {SOLD}, highlights: other words}}]")[0].startswith("should mark 'other words'")


def test_known_gaps_are_never_wrong(outcomes: Callable[[str], list[str]]) -> None:
    assert outcomes(f"known_gaps: [{SOLD}, The Supplier sells.]") == ["", ""]
