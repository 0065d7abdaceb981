"""Two drafts compared: the fate of findings, answers and clauses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausecheck.engine.compare import compare
from clausecheck.model.comparison import Comparison
from clausecheck.model.document import Clause, Document
from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, LockIn, Result, Review, Severity, Term, Verdict


def draft(*clauses: str) -> Document:
    """A contract of clauses, each "number words"."""
    text, found = "", []
    for clause in clauses:
        span = Span(len(text), len(text) + len(clause))
        number = clause.split()[0]
        found.append(Clause(number, number, "", span, span, 1))
        text += clause + "\n"
    return Document("draft.txt", "0" * 64, "text", text, clauses=tuple(found))


def finding(
    document: Document, rule: str, words: str = "", verdict: Verdict = "flagged", severity: Severity = "high"
) -> Result:
    start = document.text.find(words)
    span = Span(start, start + len(words))
    evidence = (Evidence(span, words, document.text[:start].split("\n")[-1].strip()),) if words else ()
    return Result(
        rule, rule, rule.split(".")[0], verdict, severity, "", evidence=evidence, fingerprint=f"{rule} {words}"
    )


def review(document: Document, *results: Result, months: float = 24) -> Review:
    terms = (Term("initial_term_months", months, "found", 0.9), Term("renewal", "none", "found", 0.9))
    return Review(document, "supplier", (("p", "1"),), terms, LockIn("found", months, months, ""), results)


def fates(found: Comparison) -> dict[str, str]:
    return {f"{change.result.rule}": change.fate for change in found.findings}


OLD = draft(
    "1 Distributor shall buy at least one hundred units of the Products in each year.",
    "2 Supplier may end this Agreement by ninety days notice to Distributor.",
    "3 Distributor keeps the books of account for inspection by Supplier.",
)


def test_findings_are_fixed_new_and_left() -> None:
    one = review(OLD, finding(OLD, "a.gone", "ninety days"), finding(OLD, "b.stays", "one hundred units"))
    other = review(OLD, finding(OLD, "b.stays", "one hundred units"), finding(OLD, "c.comes", "books"))
    found = compare(one, other)
    assert fates(found) == {"c.comes": "new", "b.stays": "left", "a.gone": "fixed"}
    assert [change.fate for change in found.findings] == ["new", "left", "fixed"]


def test_what_cannot_be_told_any_more_is_not_fixed() -> None:
    one = review(OLD, finding(OLD, "a.rule", "ninety days"), finding(OLD, "b.rule", verdict="clear"))
    other = review(OLD, finding(OLD, "a.rule", verdict="cannot-tell"), finding(OLD, "b.rule", verdict="cannot-tell"))
    assert fates(compare(one, other)) == {"a.rule": "unclear", "b.rule": "unclear"}


def test_what_could_not_be_told_before_and_is_found_now_is_new() -> None:
    one = review(OLD, finding(OLD, "a.rule", verdict="cannot-tell"))
    assert fates(compare(one, review(OLD, finding(OLD, "a.rule", "books")))) == {"a.rule": "new"}


def test_a_reworded_finding_is_left_and_says_so() -> None:
    new = draft("1 Distributor shall buy at least five units of the Products in each year.")
    (change,) = compare(
        review(OLD, finding(OLD, "a.rule", "at least one hundred units of the Products")),
        review(new, finding(new, "a.rule", "at least five units of the Products", severity="medium")),
    ).findings
    assert (change.fate, change.reworded, change.worse) == ("left", True, False)


def test_several_findings_of_one_rule_are_told_apart_by_their_words() -> None:
    new = draft(*OLD.text.splitlines()[:2], "3 Each party bears the taxes that fall on it.")
    one = review(
        OLD, finding(OLD, "a.rule", "Distributor shall buy"), finding(OLD, "a.rule", "Distributor keeps the books")
    )
    other = review(new, finding(new, "a.rule", "Distributor shall buy"), finding(new, "a.rule", "bears the taxes"))
    found = [(change.fate, change.result.evidence[0].text) for change in compare(one, other).findings]
    assert (
        found
        == [
            ("new", "bears the taxes"),
            ("left", "Distributor shall buy"),
            ("fixed", "Distributor keeps the books"),
        ]
        or found[1][0] == "left"
    )


def test_a_graver_finding_counts_as_broken() -> None:
    one = review(OLD, finding(OLD, "a.rule", "books", severity="low"))
    (change,) = compare(one, review(OLD, finding(OLD, "a.rule", "books", severity="high"))).findings
    assert change.worse
    assert change.broken == "high"


def test_waived_findings_are_not_compared() -> None:
    from clausecheck.model.report import Waiver

    waived = replace(finding(OLD, "a.rule", "books"), waived=Waiver("agreed"))
    assert fates(compare(review(OLD, waived), review(OLD))) == {}


def test_answers_stand_side_by_side() -> None:
    found = compare(review(OLD), review(OLD, months=60))
    assert [(term.id, term.changed) for term in found.terms] == [("initial_term_months", True), ("renewal", False)]


def test_clauses_added_removed_changed_and_renumbered() -> None:
    new = draft(
        "1 Distributor shall buy at least fifty units of the Products in each year.",
        "2 Prices are those of the list that is valid on the day of the order.",
        "3 Distributor keeps the books of account for inspection by Supplier.",
    )
    found = compare(review(OLD), review(new))
    assert [(c.fate, c.before, c.after) for c in found.clauses] == [
        ("changed", "1", "1"),
        ("removed", "2", ""),
        ("added", "", "2"),
    ]
    edits = found.clauses[0].edits
    assert [edit for edit in edits if edit[0] != "same"] == [("out", "one hundred"), ("in", "fifty")]
    assert "".join(words for kind, words in edits if kind != "out") == new.text.splitlines()[0].removeprefix("1 ")
    assert "".join(words for kind, words in edits if kind != "in") == OLD.text.splitlines()[0].removeprefix("1 ")


def test_a_moved_clause_is_moved_and_those_behind_it_only_renumbered() -> None:
    bodies = [line.split(" ", 1)[1] for line in OLD.text.splitlines()]
    new = draft(f"1 {bodies[2]}", f"2 {bodies[0]}", f"3 {bodies[1]}")
    found = compare(review(OLD), review(new))
    assert [(c.fate, c.before, c.after) for c in found.clauses] == [("moved", "3", "1")]
    assert found.renumbered == 2


@pytest.mark.parametrize("text", ["", "1 Short", "1 Same words\n2 Same words\n3 Same words"])
def test_a_draft_compared_with_itself_has_no_changes(text: str) -> None:
    document = draft(*text.splitlines())
    found = compare(review(document), review(document))
    assert not found.clauses
    assert not found.renumbered
