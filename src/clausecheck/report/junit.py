"""JUnit XML, for CI: a suite a contract, a test a rule. What cannot be told is skipped with its reason, not passed."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from clausecheck.model.report import Result, Review
from clausecheck.report.entries import advice, lock_in, says, unread
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.words import excerpt, place

_PASSAGE = 600  # characters of a passage that are quoted


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """The suites of all contracts. Findings for information pass, and say so."""
    root = Element("testsuites", name="clausecheck")
    for review in reviews:
        _suite(root, review, manner)
    for path, reason in manner.unread:
        suite = SubElement(root, "testsuite", name=one_line(path), tests="1", failures="0", errors="1", skipped="0")
        case = SubElement(suite, "testcase", classname="clausecheck", name="The contract can be read")
        SubElement(case, "error", message=one_line(reason))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, review: Review, manner: Manner) -> None:
    suite = SubElement(root, "testsuite", name=one_line(review.document.path))
    facts = SubElement(suite, "properties")
    for name, value in (
        ("side", review.side),
        ("lock-in", lock_in(review.lock_in)),
        ("unread", unread(review)),
        *((f"pack.{name}", version) for name, version in review.packs),
    ):
        if value:
            SubElement(facts, "property", name=name, value=one_line(value))
    for result in review.results:
        _case(suite, result, manner)
    count = {"tests": len(review.results), "errors": 0}
    for name, tag in (("failures", "failure"), ("skipped", "skipped")):
        count[name] = sum(1 for _ in suite.iter(tag))
    for name, number in count.items():
        suite.set(name, str(number))


def _case(suite: Element, result: Result, manner: Manner) -> None:
    case = SubElement(suite, "testcase", classname=result.rule, name=one_line(result.title))
    if result.verdict == "cannot-tell":
        SubElement(case, "skipped", message=one_line(f"cannot tell: {says(result)}"))
    elif result.verdict == "not-applicable":
        SubElement(case, "skipped", message=one_line(f"not applicable: {result.reason}"))
    elif result.verdict == "flagged" and result.waived is not None:
        SubElement(case, "skipped", message=one_line(f"waived: {result.waived.reason}"))
    elif result.verdict == "flagged" and result.severity == "info":
        SubElement(case, "system-out").text = _details(result, manner)
    elif result.verdict == "flagged":
        failure = SubElement(case, "failure", type=result.severity, message=one_line(says(result)))
        failure.text = _details(result, manner)


def _details(result: Result, manner: Manner) -> str:
    lines = [says(result)]
    lines += [f"{place(passage)}: “{excerpt(passage.text, _PASSAGE)}”" for passage in result.evidence]
    lines += [f"{name}: {text}" for name, text in advice(result, manner)]
    return "\n".join(one_line(line) for line in lines if line)
