"""A comparison in the formats of a review: each finding says whether it is new, and what is fixed is none."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from clausecheck.engine import compare
from clausecheck.errors import UsageError
from clausecheck.model.comparison import Comparison
from clausecheck.model.report import Review
from clausecheck.report.difference_formats import PRINTED, by_name, by_suffix, marked
from clausecheck.report.manner import Manner

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture
def found(review: Review) -> Comparison:
    """Of two findings the first is new and the second stays; a third is gone."""
    first, second, *rest = review.results
    gone = replace(first, rule="excl.gone", title="It is gone", fingerprint="f-gone")
    content = replace(rest[-2], rule="excl.gone", title="It is gone", verdict="clear", evidence=(), fingerprint="")
    old = replace(review, results=(gone, second, *rest))
    return compare(old, replace(review, results=(first, second, *rest, content)))


def test_each_finding_of_the_new_draft_says_what_became_of_it(found: Comparison) -> None:
    titles = {result.rule: (result.verdict, result.title) for result in marked(found).results}
    assert titles["perf.exclusive-without-minimum"] == ("flagged", "New: Exclusive without a minimum")
    assert titles["term.auto-renewal"] == ("flagged", "Still there: Renews by itself [red]")
    assert titles["excl.gone"] == ("clear", "Fixed: It is gone")
    assert len(marked(found).results) == len(found.new.results)


def test_sarif_knows_the_state_of_each_result(found: Comparison) -> None:
    log = json.loads(by_suffix(Path("round.sarif"))(found, Manner()))
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    states = {result["ruleId"]: result["baselineState"] for result in log["runs"][0]["results"]}
    assert states["perf.exclusive-without-minimum"] == "new"
    assert states["term.auto-renewal"] == "unchanged"
    assert "excl.gone" not in states


@pytest.mark.parametrize("name", PRINTED)
def test_every_printed_format_tells_the_new_from_the_old(found: Comparison, name: str) -> None:
    text = by_name(name)(found, Manner())
    assert isinstance(text, str)
    assert "Exclusive without a minimum" in text
    assert any(word in text for word in ("New: ", "New%3A ", "Broke in this round", '"fate": "new"'))


def test_a_list_for_a_spreadsheet_holds_what_stands(found: Comparison) -> None:
    table = list(csv.reader(io.StringIO(str(by_name("csv")(found, Manner())))))
    assert [row[4].partition(":")[0] for row in table[1:3]] == ["New", "Still there"]


def test_a_format_that_compares_nothing_is_refused() -> None:
    for refused in (lambda: by_suffix(Path("round.ics")), lambda: by_name("xlsx")):
        with pytest.raises(UsageError, match="comparison"):
            refused()
