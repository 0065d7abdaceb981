"""A review read back from JSON says the same in every list."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from clausecheck.model.report import LockIn, Review, Step
from clausecheck.report.formats import FORMATS, render
from clausecheck.report.json import line
from clausecheck.report.manner import Manner
from clausecheck.report.stored import load


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if form.stored and form.text])
def test_lists_are_the_same(name: str, review: Review) -> None:
    again = load(json.loads(line(review)))
    assert render(FORMATS[name], [again]) == render(FORMATS[name], [review])


def test_a_way_out_that_never_comes_stays_so(review: Review) -> None:
    endless = replace(review, lock_in=LockIn("found", None, None, "no way out", (Step(float("inf"), "never"),)))
    assert load(json.loads(line(endless))).lock_in == endless.lock_in


def test_what_could_not_be_read_is_an_error_in_ci(review: Review) -> None:
    manner = Manner(unread=(("contracts/broken.pdf", "damaged"),))
    junit = render(FORMATS["junit"], [review], manner)
    assert 'errors="1"' in str(junit).splitlines()[1]
    assert '<error message="damaged"' in str(junit)
    assert "contracts/broken.pdf: damaged" in str(render(FORMATS["sarif"], [review], manner))
