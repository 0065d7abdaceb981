"""What other programs make of the reports: parsers that know nothing of this one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, Review, Term
from clausecheck.report.formats import FORMATS, render


def text_of(name: str, *reviews: Review) -> bytes:
    text = render(FORMATS[name], reviews)
    assert isinstance(text, str)
    return text.encode()


def test_junit_loads_in_a_viewer_library(review: Review) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed (pip install -e '.[dev]')")
    other = replace(review, document=replace(review.document, path="contracts/other.pdf"))
    suites = list(junitparser.JUnitXml.fromstring(text_of("junit", review, other)))
    assert [suite.name for suite in suites] == ["contracts/acme.pdf", "contracts/other.pdf"]
    assert [(suite.tests, suite.failures, suite.skipped) for suite in suites] == [(len(review.results), 2, 3)] * 2
    failed = [case for case in suites[0] if any(isinstance(part, junitparser.Failure) for part in case.result)]
    assert [case.classname for case in failed] == ["perf.exclusive-without-minimum", "term.auto-renewal"]


def test_a_calendar_loads_in_a_strict_parser(review: Review) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed (pip install -e '.[dev]')")
    date = "This Agreement is made as of April 1, 2025."
    start = Evidence(Span(0, len(date)), date, "", 1)
    terms = (
        replace(review.terms[0], value=24, evidence=(start,)),
        *review.terms[1:],
        Term("renewal_notice_days", 90, "found", 0.9, (start,)),
    )
    dated = replace(review, document=replace(review.document, text=date), terms=terms)
    calendar = icalendar.Calendar.from_ical(text_of("ics", dated))
    assert calendar.errors == []
    parts = [*calendar.walk("VEVENT"), *calendar.walk("VTODO")]
    assert parts
    assert all(part.errors == [] and part.get("uid") and part.get("dtstamp") for part in parts)
    assert len({part.get("uid") for part in parts}) == len(parts)
