"""A fingerprint follows the words, not the place."""

from __future__ import annotations

from collections.abc import Callable

from clausecheck.model.report import Result

Judge = Callable[..., tuple[Result, ...]]
RULE = "\nid: x.grant\nfind: exclusive-grant\n"
FIRST = "1. Appointment\n1.1 Supplier appoints Distributor as exclusive distributor under Section 4.2.\n"


def test_renumbering_and_reflowing_keep_it(judged: Judge) -> None:
    moved = (
        "1. Scope\n2. Appointment\n2.7 Supplier appoints Distributor, as exclusive distributor under Section 5.3(a).\n"
    )
    assert judged(FIRST, RULE)[0].fingerprint == judged(moved, RULE)[0].fingerprint


def test_other_words_or_heading_change_it(judged: Judge) -> None:
    first = judged(FIRST, RULE)[0].fingerprint
    assert judged(FIRST.replace("Supplier appoints", "Supplier once appoints"), RULE)[0].fingerprint != first
    assert judged(FIRST.replace("1. Appointment", "1. Spare parts"), RULE)[0].fingerprint != first


def test_same_words_twice_are_told_apart(judged: Judge) -> None:
    line = "Supplier appoints an exclusive distributor.\n"
    results = judged(f"1. {line}2. {line}", RULE)
    assert len({result.fingerprint for result in results}) == 2


def test_an_absence_is_not_the_passage_it_points_at(judged: Judge) -> None:
    rule = "\nid: x.no-audit\nmissing: audit-right\nanchor: exclusive-grant\n"
    assert judged(FIRST, rule)[0].fingerprint == judged("1. Supplier sells.", rule)[0].fingerprint
