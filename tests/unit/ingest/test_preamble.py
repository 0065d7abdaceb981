"""The opening: name of the contract, day it was made, day it takes effect."""

from __future__ import annotations

import pytest

from clausecheck.ingest.parties import find_parties
from clausecheck.ingest.preamble import read_preamble


def stated(text: str, kind: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in read_preamble(text, find_parties(text, ()), ()) if s.kind == kind]


OPENING = (
    "EXHIBIT 10.1\n\nEXCLUSIVE DISTRIBUTION AGREEMENT\n\nThis Exclusive Distribution Agreement "
    '(the "Agreement") is made as of '
    '{date} {tail} by and between Northwind Pumps, Inc. ("Northwind") and Kestrel Trading LLC ("Kestrel").\n\n'
)


def test_title_without_exhibit_number() -> None:
    assert stated(OPENING.format(date="May 1, 2024", tail=""), "document_name") == ["EXCLUSIVE DISTRIBUTION AGREEMENT"]


def test_title_of_an_amendment_names_what_it_amends() -> None:
    text = "AMENDMENT NO. 2 TO THE DISTRIBUTOR AGREEMENT\n\nThis Amendment is made on May 1, 2024."
    assert stated(text, "document_name") == ["AMENDMENT NO. 2 TO THE DISTRIBUTOR AGREEMENT"]


@pytest.mark.parametrize("date", ["May 1, 2024", "the 1st day of May, 2024", "1 May 2024", "____ day of ______, 2024"])
def test_agreement_date(date: str) -> None:
    assert stated(OPENING.format(date=date, tail=""), "agreement_date") == [date.removeprefix("the ")]


def test_date_of_another_contract_is_not_its_own() -> None:
    text = (
        "AMENDMENT\n\nThis Amendment to the Distributor Agreement dated March 3, 2019 is entered "
        "into as of May 1, 2024 between "
        'Northwind Pumps, Inc. ("Northwind") and Kestrel Trading LLC ("Kestrel").\n'
    )
    assert stated(text, "agreement_date") == ["May 1, 2024"]


def test_effective_date_of_the_preamble() -> None:
    assert stated(OPENING.format(date="May 1, 2024", tail='(the "Effective Date")'), "effective_date") == [
        "May 1, 2024"
    ]


def test_effective_date_set_by_a_clause() -> None:
    clause = "This Agreement shall take effect on the first shipment of the Products."
    text = (
        OPENING.format(date="May 1, 2024", tail="").replace("as of ", "on ")
        + f"9. Term. {clause} It lasts five years.\n"
    )
    assert stated(text, "effective_date") == [clause]


def test_parties_with_their_words() -> None:
    names = stated(OPENING.format(date="May 1, 2024", tail=""), "parties")
    assert {"Northwind Pumps, Inc.", "Northwind", "Kestrel Trading LLC", "Kestrel"} <= set(names)


def test_nothing_stated() -> None:
    assert read_preamble("") == ()
