"""Which laws that protect distributors a contract reaches."""

import pytest

from clausecheck.ingest import read
from clausecheck.model.pack import Jurisdiction
from clausecheck.model.report import Term
from clausecheck.terms.protective import protective_laws
from clausecheck.terms.reading import Reading

LAWS = {
    law.code: law
    for law in (
        Jurisdiction("be", "Belgium", "a code", "notice or an indemnity", "high", verified=True),
        Jurisdiction("de", "Germany", "a code", "a goodwill indemnity", "medium"),
        Jurisdiction("uk", "United Kingdom", "common law", "nothing", "info"),
    )
}


def facts_of(body: str, distributor: str = "Kanda KK, a corporation of Japan") -> dict[str, Term]:
    text = f"""DISTRIBUTION AGREEMENT

This Agreement is made between Nordlicht GmbH, a company organized in Germany (the "Supplier") and {distributor}
(the "Distributor").

1. Territory. {body}

2. Governing law. This Agreement is governed by the laws of Belgium.
"""
    return {fact.id: fact for fact in protective_laws(Reading(read(text.encode(), name="a.txt"), {}), LAWS)}


def test_neither_the_law_chosen_nor_the_suppliers_seat_counts() -> None:
    found = facts_of("The Territory is Japan.")
    assert found["protective_laws"].value == ()
    assert found["protective_severity"].value is None


@pytest.mark.parametrize("territory", ["Belgium", "the Benelux", "the European Union"])
def test_the_territory_counts_and_the_gravest_comes_first(territory: str) -> None:
    found = facts_of(f"The Territory is {territory}.")
    assert str(found["protective_laws"].value).startswith("('Belgium (notice or an indemnity)'")
    assert found["protective_severity"].value == "high"


def test_the_distributors_seat_counts_and_doubt_is_said() -> None:
    found = facts_of("The Territory is Japan.", "Rheinpumpen AG, a company organized in Germany")
    assert found["protective_laws"].value == ("Germany (a goodwill indemnity; unverified)",)


def test_places_for_information_only_are_left_out() -> None:
    assert facts_of("The Territory is the United Kingdom.")["protective_laws"].value == ()
