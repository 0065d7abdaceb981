"""A review as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from clausecheck.errors import UsageError
from clausecheck.model.report import Review
from clausecheck.report import files, formats
from clausecheck.report.json import line, render
from clausecheck.report.record import record

SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "review.schema.json").read_text(encoding="utf-8"))


def test_the_schema_is_draft_07_and_the_record_obeys_it(review: Review) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(render(review)))


def test_evidence_says_page_clause_span_and_boxes(review: Review) -> None:
    passage = record(review)["results"][0]["evidence"][0]
    assert passage["text"] == "Supplier appoints Distributor as its exclusive distributor."
    assert (passage["clause"], passage["page"], passage["span"]) == ("3.1", 5, [44, 103])
    assert passage["boxes"] == [[5, 72.0, 500.3, 540.0, 512.0]]


def test_whole_numbers_have_no_fraction_and_never_is_null(review: Review) -> None:
    lock_in = record(review)["lock_in"]
    assert json.dumps(lock_in["free_to_exit_months"]) == "64"
    assert (lock_in["status"], lock_in["free_to_appoint_months"]) == ("found", None)
    assert [step["month"] for step in lock_in["steps"]] == [0, 64]
    assert json.dumps(record(review)["terms"]["initial_term_months"]["value"]) == "60"
    assert record(review)["terms"]["initial_term_months"]["confidence"] == 0.971


def test_yes_stays_true_and_a_list_stays_a_list(review: Review) -> None:
    terms = record(review)["terms"]
    assert terms["confidentiality"]["value"] is True
    assert terms["minimum_consequence"]["value"] == []


def test_a_waived_finding_counts_as_waived_only(review: Review) -> None:
    assert record(review)["summary"] == {
        "high": 1, "medium": 1, "low": 0, "info": 0, "cannot_tell": 1, "clear": 1, "not_applicable": 1, "waived": 1,
    }  # fmt: skip


def test_a_side_that_cannot_be_told_is_null(review: Review) -> None:
    nobody = replace(review.document, roles=replace(review.document.roles, supplier=None))
    found = record(replace(review, document=nobody))
    assert found["parties"]["supplier"] is None
    jsonschema.Draft7Validator(SCHEMA).validate(found)


def test_a_line_is_one_line_and_says_the_same(review: Review) -> None:
    assert line(review).count("\n") == 1
    assert json.loads(line(review)) == json.loads(render(review))


def test_several_reviews_do_not_fit_one_json_file(review: Review) -> None:
    with pytest.raises(UsageError, match="jsonl"):
        formats.render(formats.FORMATS["json"], [review, review])
    assert formats.render(formats.by_suffix(Path("all.JSONL")), [review, review]).count("\n") == 2


def test_an_unknown_suffix_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"\.jsonl"):
        formats.by_suffix(Path("report.doc"))


def test_a_report_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "findings.json"
    target.write_text("old", encoding="utf-8")

    def fail() -> None:
        with files.replacing(target) as file:
            file.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["findings.json"]


def test_a_folder_that_is_not_there_is_the_users_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        files.write(tmp_path / "nowhere" / "findings.json", "{}")
