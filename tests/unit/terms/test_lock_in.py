"""The idle lock-in of every worked case, from the contract's own words."""

import pytest

from clausecheck.ingest import read
from clausecheck.packs import load_builtin
from clausecheck.terms import answer

from .lock_in_cases import CASES


@pytest.mark.parametrize("case", CASES)
def test_worked_case(case: str) -> None:
    text, appoint, leave = CASES[case]
    _, sheet = answer(read(text.encode(), name="contract.txt"), load_builtin("distribution"))
    found = sheet.lock_in
    assert (found.status, found.free_to_appoint_months, found.free_to_exit_months) == ("found", appoint, leave), (
        found.exit_steps,
        found.appoint_steps,
        found.other_routes,
    )


def test_every_step_but_the_computed_quotes_its_passage() -> None:
    text, _, _ = CASES["L05"]
    document = read(text.encode(), name="contract.txt")
    _, sheet = answer(document, load_builtin("distribution"))
    steps = sheet.lock_in.exit_steps
    assert [step.month for step in steps] == sorted(step.month for step in steps)
    for step in steps:
        assert step.evidence
        for passage in step.evidence:
            assert document.text[passage.span.start : passage.span.end] == passage.text


def test_silence_is_unknown_and_not_never() -> None:
    document = read(b"The Supplier sells goods to the Distributor. Payment is due in thirty days.", name="a.txt")
    _, sheet = answer(document, load_builtin("distribution"))
    assert sheet.lock_in.status == "unknown"
