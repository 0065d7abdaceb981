"""Verdicts: what is flagged, what cannot be told, what does not apply, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clausecheck.model.document import Document, Exhibit, Page, Party, Roles
from clausecheck.model.location import Span
from clausecheck.model.report import Result

Judge = Callable[..., tuple[Result, ...]]
Contract = Callable[..., Document]

EXCLUSIVE = """
1. Appointment
1.1 Supplier appoints Distributor as its exclusive distributor.
1.2 Distributor is the exclusive distributor for spare parts.
2. Term
2.1 This Agreement has a term of five (5) years.
2.2 It shall automatically renew for one year.
"""
FIND = "\nid: x.grant\nfind: exclusive-grant\n"
MISSING = "\nid: x.no-audit\nmissing: audit-right\nanchor: exclusive-grant\n"
CROSS = """
id: x.cross
when: {all: [{term: exclusivity, is: exclusive}, {term: minimum_commitment, is: no}]}
anchor: exclusive-grant
"""
LONG = """
id: x.long
when: {term: initial_term_months, more_than: <longest>}
parameters: {longest: {default: 36, says: The longest first term.}}
message: The first term is <initial_term_months>; the limit is <longest>.
"""


def verdicts(results: object) -> list[str]:
    return [result.verdict for result in results]  # type: ignore[attr-defined]


def test_find_gives_one_finding_a_clause(judged: Judge) -> None:
    results = judged(EXCLUSIVE, FIND)
    assert verdicts(results) == ["flagged", "flagged"]
    assert [result.evidence[0].clause for result in results] == ["1.1", "1.2"]
    assert results[0].evidence[0].text == "1.1 Supplier appoints Distributor as its exclusive distributor."


def test_two_passages_in_one_clause_are_one_finding(judged: Judge) -> None:
    (result,) = judged("1. Supplier appoints an exclusive distributor.\nThe exclusive distributor sells.", FIND)
    assert len(result.evidence) == 2


def test_report_once_joins_all_passages(judged: Judge) -> None:
    (result,) = judged(EXCLUSIVE, FIND + "report: once\n")
    assert len(result.evidence) == 2


def test_find_is_clear_where_nothing_stands_or_an_exception_does(judged: Judge) -> None:
    assert verdicts(judged("1. Distributor is not an exclusive distributor.", FIND)) == ["clear"]


def test_missing_is_flagged_at_its_anchor(judged: Judge) -> None:
    (result,) = judged(EXCLUSIVE, MISSING)
    assert result.verdict == "flagged"
    assert result.evidence[0].clause == "1.1"


def test_missing_is_clear_where_the_wording_stands(judged: Judge) -> None:
    (result,) = judged("1. Supplier may at any time audit the books.", MISSING)
    assert result.verdict == "clear"
    assert "audit the books" in result.evidence[0].text


def test_missing_cannot_be_told_where_only_a_sign_stands(judged: Judge) -> None:
    (result,) = judged("1. The inspection of the books is dealt with below.", MISSING)
    assert result.verdict == "cannot-tell"
    assert "inspection of the books" in result.evidence[0].text
    assert result.reason


def test_missing_cannot_be_told_where_a_page_is_unreadable(judged: Judge, contract: Contract) -> None:
    document = contract("1. Supplier sells.", pages=(Page(1, Span(0, 19)), Page(2, Span(19, 19), unreadable="no text")))
    (result,) = judged(document, MISSING)
    assert result.verdict == "cannot-tell"
    assert "page 2" in result.reason


def test_missing_cannot_be_told_where_a_fitting_exhibit_is_absent(judged: Judge, contract: Contract) -> None:
    fitting = Exhibit("Exhibit C", "Audit Procedure", (Span(0, 5),), None)
    other = Exhibit("Exhibit D", "Price List", (Span(0, 5),), None)
    (result,) = judged(contract("1. Supplier sells.", exhibits=(fitting,)), MISSING)
    assert result.verdict == "cannot-tell"
    assert "Exhibit C" in result.reason
    assert verdicts(judged(contract("1. Supplier sells.", exhibits=(other,)), MISSING)) == ["flagged"]


def test_a_title_that_shares_a_common_word_with_the_wording_hides_no_absence(judged: Judge, contract: Contract) -> None:
    other = Exhibit("Exhibit E", "List of Representatives", (Span(0, 5),), None)
    assert verdicts(judged(contract("1. Supplier sells.", exhibits=(other,)), MISSING)) == ["flagged"]


def test_find_cannot_be_told_on_unreadable_pages(judged: Judge, contract: Contract) -> None:
    document = contract("1. Supplier sells.", pages=(Page(1, Span(0, 19), unreadable="no text"),))
    assert verdicts(judged(document, FIND)) == ["cannot-tell"]


def test_a_role_that_cannot_be_told_is_no_absence(judged: Judge, contract: Contract) -> None:
    nobody = Roles(None, None, (Party("Acme", ("Acme",)), Party("Beta", ("Beta",))), 0.2)
    document = contract("1. Acme may at any time audit the books.", roles=nobody)
    assert verdicts(judged(document, MISSING)) == ["cannot-tell"]


def test_when_combines_answers(judged: Judge) -> None:
    (result,) = judged(EXCLUSIVE, CROSS)
    assert result.verdict == "flagged"
    assert result.evidence[0].clause == "1.1"
    assert verdicts(judged(EXCLUSIVE + "3. The minimum annual purchase is 500 units.", CROSS)) == ["clear"]
    assert verdicts(judged(EXCLUSIVE + "3. The minimum is set out elsewhere.", CROSS)) == ["cannot-tell"]


def test_message_speaks_in_months(judged: Judge) -> None:
    (result,) = judged(EXCLUSIVE, LONG)
    assert result.message == "The first term is 60 months; the limit is 36 months."


def test_given_false_means_not_applicable(judged: Judge) -> None:
    (result,) = judged("1. Supplier sells.", MISSING + "given: exclusive-grant\n")
    assert result.verdict == "not-applicable"


def test_given_unknown_puts_a_finding_in_doubt(judged: Judge) -> None:
    (result,) = judged("1. The minimum is below.", MISSING + "given: minimum\n")
    assert result.verdict == "cannot-tell"


def test_unless_cancels_anywhere_or_only_nearby(judged: Judge) -> None:
    rule = "\nid: x.renewal\nfind: renewal\nunless: {find: opt-out, within: clause}\n"
    near = EXCLUSIVE + "2.3 Either party may elect not to renew."
    far = EXCLUSIVE + "3. A party may elect not to renew a magazine."
    assert verdicts(judged(near, rule)) == ["clear"]
    assert verdicts(judged(far, rule)) == ["flagged"]
    assert verdicts(judged(far, rule.replace(", within: clause", ""))) == ["clear"]
    assert verdicts(judged(near, rule.replace("within: clause", "within: sentence"))) == ["flagged"]


def test_amendment_switches_absence_checks_off(judged: Judge) -> None:
    amendment = "1. Distributor may elect not to renew.\n2. Distributor is now the exclusive distributor."
    results = {result.rule: result for result in judged(amendment, MISSING, CROSS, FIND)}
    assert results["x.no-audit"].verdict == "not-applicable"
    assert "amendment" in results["x.no-audit"].reason
    assert results["x.cross"].verdict == "not-applicable"
    assert results["x.grant"].verdict == "flagged"


def test_a_rule_is_silent_for_a_side_without_severity(judged: Judge) -> None:
    rule = FIND + "severity: {supplier: low, distributor: none}\n"
    assert verdicts(judged(EXCLUSIVE, rule, side="distributor")) == ["not-applicable"]
    assert {result.severity for result in judged(EXCLUSIVE, rule)} == {"low"}


def test_escalation_raises_the_severity(judged: Judge) -> None:
    rule = """
    id: x.grant
    find: exclusive-grant
    severity: {supplier: medium, distributor: info}
    raise:
      - {side: supplier, to: high, when: {term: minimum_commitment, is: no}}
    """
    assert judged(EXCLUSIVE, rule)[0].severity == "high"
    assert judged(EXCLUSIVE, rule, side="distributor")[0].severity == "info"
    assert judged(EXCLUSIVE + "3. The minimum annual purchase is 500.", rule)[0].severity == "medium"


def test_one_problem_is_reported_once(judged: Judge) -> None:
    results = {result.rule: result for result in judged(EXCLUSIVE, CROSS + "instead_of: x.grant\n", FIND)}
    assert results["x.cross"].verdict == "flagged"
    assert results["x.grant"].verdict == "not-applicable"
    assert "x.cross" in results["x.grant"].reason


def test_rules_that_name_each_other_do_not_both_fall_silent(judged: Judge) -> None:
    results = judged(EXCLUSIVE, CROSS + "instead_of: x.grant\n", FIND + "instead_of: x.cross\n")
    assert "flagged" in verdicts(results)


def test_jurisdiction_limits_a_rule(judged: Judge) -> None:
    assert verdicts(judged(EXCLUSIVE, FIND + "jurisdiction: jp\n")) == ["not-applicable"]


def test_worst_first_then_by_place(judged: Judge) -> None:
    low = "\nid: x.low\nfind: exclusive-grant\nseverity: low\n"
    results = judged(EXCLUSIVE, low, MISSING, "\nid: x.renewal\nfind: renewal\n", "\nid: x.out\nfind: opt-out\n")
    assert [(r.rule, r.verdict) for r in results] == [
        ("x.no-audit", "flagged"),
        ("x.renewal", "flagged"),
        ("x.low", "flagged"),
        ("x.low", "flagged"),
        ("x.out", "clear"),
    ]


@pytest.mark.parametrize("side", ["supplier", "distributor"])
def test_advice_is_that_for_the_side(judged: Judge, side: str) -> None:
    rule = FIND + "why: {supplier: For the supplier., distributor: For the distributor.}\nposition: For both.\n"
    result = judged(EXCLUSIVE, rule, side=side)[0]
    assert result.why == f"For the {side}."
    assert result.position == "For both."
