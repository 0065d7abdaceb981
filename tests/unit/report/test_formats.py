"""Formats for machines: their own rules are kept, and nothing in a contract can act in any of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import openpyxl
import pytest

from clausecheck.errors import UsageError
from clausecheck.model.report import Evidence, Review
from clausecheck.report import files
from clausecheck.report.dates import Deadline, after, deadlines
from clausecheck.report.formats import FORMATS, by_name, by_suffix, render
from clausecheck.report.manner import Manner
from clausecheck.report.markdown import escape

# The committee's own schema, whole; where it comes from stands in the licence beside it.
SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
SARIF = jsonschema.Draft202012Validator(SCHEMA)
HOSTILE = (
    "=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "<script>alert(1)</script>",
    "]]></failure><testcase/>", "text\n::error::injected", "%0A::error::injected", "\x00\x1b[31m\ud800\ufffe",
    "[click](javascript:alert(1))", "| cell | cell |", "END:VEVENT\r\nBEGIN:VEVENT",
    "# heading ``` fence", "\u202eevil",
)  # fmt: skip


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest, review: Review) -> Review:
    """A review in which the contract and the rules say the same evil thing everywhere."""
    evil = request.param
    passage = Evidence(review.results[0].evidence[0].span, evil, clause=evil, page=2)
    results = tuple(
        replace(result, title=evil, message=evil, why=evil, position=evil, reason=evil, evidence=(passage, passage))
        for result in review.results
    )
    terms = tuple(replace(term, evidence=(passage,), reason=evil) for term in review.terms)
    document = replace(review.document, path=f"contracts/{evil}.pdf", title=evil)
    return replace(review, document=document, results=results, terms=terms)


def text_of(name: str, *reviews: Review) -> str:
    text = render(FORMATS[name], reviews)
    assert isinstance(text, str)
    return text


def test_sarif_obeys_its_schema(review: Review) -> None:
    SARIF.check_schema(SCHEMA)
    other = replace(review, document=replace(review.document, path="contracts/other one.pdf"))
    log = json.loads(text_of("sarif", review, other, review))
    SARIF.validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in run["results"]] == [rules[r["ruleIndex"]]["id"] for r in run["results"]]
    assert [result["kind"] for result in run["results"][:4]] == ["fail", "fail", "fail", "review"]
    assert run["results"][2]["suppressions"][0]["justification"] == "agreed in a side letter"
    assert run["invocations"][0]["toolExecutionNotifications"]
    assert len(run["artifacts"]) == 2


def test_junit_counts_what_it_holds(review: Review) -> None:
    root = ElementTree.fromstring(text_of("junit", review))
    suite = root[0]
    cases = list(suite.iter("testcase"))
    assert (root.get("tests"), suite.get("tests")) == (str(len(cases)), str(len(review.results)))
    assert suite.get("failures") == str(sum(1 for _ in suite.iter("failure"))) == "2"
    assert suite.get("skipped") == str(sum(1 for _ in suite.iter("skipped"))) == "3"
    assert "page 2 is a scan" in str(next(c for c in cases if c.get("classname") == "exit.no-cause")[0].get("message"))


def test_hostile_words_stay_words_in_json_and_xml(hostile: Review) -> None:
    SARIF.validate(json.loads(text_of("sarif", hostile)))
    root = ElementTree.fromstring(text_of("junit", hostile).encode("utf-8", errors="strict"))
    assert len(list(root.iter("testcase"))) == len(hostile.results)
    assert not list(root.iter("script"))


def test_no_line_of_a_contract_is_a_command_to_github(hostile: Review) -> None:
    lines = text_of("github", hostile).splitlines()
    assert len(lines) == 3
    assert all(re.match(r"::(error|warning|notice) file=[^:,]*,title=[^:,]*::", line) for line in lines)


def test_no_cell_is_a_formula(hostile: Review) -> None:
    table = list(csv.reader(io.StringIO(text_of("csv", hostile))))
    assert len({len(row) for row in table}) == 1
    assert len(table) == 5
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)
    content = render(FORMATS["xlsx"], [hostile])
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Issues", "Term sheet"]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_no_markdown_or_html_comes_from_a_contract(hostile: Review) -> None:
    text = text_of("markdown", hostile)
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "http://evil" not in text
    assert not any(line.startswith(("::", "# heading", "```")) for line in text.splitlines())
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_a_calendar_holds_only_what_was_put_in(hostile: Review) -> None:
    text = text_of("ics", hostile)
    lines = text.split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    assert lines.count("BEGIN:VTODO") == 1
    assert all(len(line.encode("utf-8", errors="replace")) <= 75 for line in lines)


def test_marked_copies_and_lists_take_hostile_words(hostile: Review) -> None:
    plain = replace(hostile, document=replace(hostile.document, format="text"))
    for name in ("word", "pdf"):
        assert render(FORMATS[name], [plain])


def test_escaped_markdown_reads_as_it_was() -> None:
    assert escape("a_b *c* [d] <e> & f") == r"a\_b \*c\* \[d\] &lt;e&gt; &amp; f"


def test_the_other_side_is_told_no_fallback(review: Review) -> None:
    for name in ("markdown", "csv", "junit"):
        told = render(FORMATS[name], [review], Manner(reader="counterparty"))
        assert "A yearly minimum." in str(told)
        assert "A minimum from the second year." not in str(told)
        assert "They refuse any number." not in str(told)


def test_the_longest_suffix_decides() -> None:
    assert by_suffix(Path("a.sarif.json")).name == "sarif"
    assert by_suffix(Path("a.json")).name == "json"
    assert by_suffix(Path("A.JUNIT.XML")).name == "junit"
    with pytest.raises(UsageError, match="-o"):
        by_name("pdf")
    with pytest.raises(UsageError, match="sarif"):
        by_name("serif")


def test_months_are_counted_on_the_calendar() -> None:
    assert after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert after(date(2024, 2, 29), -12) == date(2023, 2, 28)


def test_a_contract_without_dates_is_a_to_do(review: Review) -> None:
    assert deadlines(review) == ()
    assert "BEGIN:VTODO" in text_of("ics", review)


def test_notice_is_due_early_enough_in_months_and_in_days(review: Review) -> None:
    text = 'This Agreement is made as of April 1, 2025 (the "Effective Date") between A, Inc. and B GmbH.\n'
    terms = (
        replace(review.terms[0], value=84.0),
        replace(review.terms[1], value="automatic"),
        replace(review.terms[0], id="renewal_months", value=60.0),
        replace(review.terms[0], id="renewal_notice_days", value=365.0),
    )
    found = deadlines(replace(review, document=replace(review.document, text=text), terms=terms))
    assert [(item.kind, item.day) for item in found[:4]] == [
        ("notice", date(2031, 3, 31)),
        ("end", date(2032, 3, 31)),
        ("notice", date(2036, 3, 31)),
        ("end", date(2037, 3, 31)),
    ]
    assert all(isinstance(item, Deadline) and item.evidence for item in found)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_takes_the_place_of_an_older_one_of_its_contract_only(
    name: str, review: Review, tmp_path: Path
) -> None:
    contract = tmp_path / "Ácme & Söhne, final_draft (2).txt"
    document = replace(review.document, path=str(contract), format="text")
    target = tmp_path / f"report{FORMATS[name].suffixes[0]}"
    files.check(target, [contract])
    files.write(target, render(FORMATS[name], [replace(review, document=document)]))
    files.check(target, [contract])
    with pytest.raises(UsageError, match="already"):
        files.check(target, [tmp_path / "other.txt"])


def test_a_contract_is_never_overwritten(tmp_path: Path) -> None:
    contract = tmp_path / "contract.txt"
    contract.write_text("This Agreement, contract.txt", encoding="utf-8")
    with pytest.raises(UsageError, match="the contract itself"):
        files.check(contract, [contract])


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("word", "pdf")])
def test_a_writer_that_fails_leaves_the_old_report_and_no_half_of_a_new_one(
    name: str, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"acme{FORMATS[name].suffixes[0]}"
    files.write(path, render(FORMATS[name], [review]))
    whole = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.chmod", full)
    with pytest.raises(UsageError, match="No space left"):
        files.write(path, b"half of a report")
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == whole


def test_a_stream_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> None:
        with files.replacing(tmp_path / "reviews.jsonl") as file:
            file.write("one line\n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert list(tmp_path.iterdir()) == []
