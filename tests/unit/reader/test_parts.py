"""Parts of the clause reader: trees, hashed words, names and dates."""

from __future__ import annotations

import numpy as np
import pytest

from clausecheck.ingest import read
from clausecheck.reader.names import names
from clausecheck.reader.passages import passages
from clausecheck.reader.trees import Trees
from clausecheck.reader.words import words


def test_trees_add_up_their_leaves() -> None:
    stump = Trees(
        roots=np.array([0, 3], dtype=np.int32),
        feature=np.array([0, 0, 0, 1, 0, 0], dtype=np.int16),
        threshold=np.array([0.5, 0, 0, 2.0, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2, 4, 4, 5], dtype=np.int32),
        right=np.array([2, 1, 2, 5, 4, 5], dtype=np.int32),
        value=np.array([0, -1, 1, 0, -10, 10], dtype=np.float32),
        base=0.25,
        depth=1,
    )
    rows = np.array([[0.5, 2.0], [0.6, 2.0], [0.0, 2.1]], dtype=np.float32)
    assert stump.log_odds(rows).tolist() == [-10.75, -8.75, 9.25]
    assert stump.log_odds(rows[:0]).tolist() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty (30) days", ["thirty", "0n", "days"]),
        ("in 2019 for $1,250.00", ["in", "0y", "for", "$", "0b"]),
        ("the Company's [***]", ["the", "company's", "[***]"]),
    ],
)
def test_numbers_lose_their_value(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_list_item_is_seen_with_its_lead_in() -> None:
    text = b"1. Conduct. The Agent shall not:\n\n(a) sell competing goods; or\n\n(b) hire staff.\n"
    document = read(text, name="a.txt")
    seen = passages(document)
    item = next(p for p in seen if "hire staff" in p.text)
    assert "shall not" in seen[item.lead].text


MADE = 'This Agreement is made {} between Alder Ltd. (the "Supplier") and Birch Inc. ("Birch" or the "Distributor").\n'


def found(text: str, type_: str) -> list[str]:
    document = read(text.encode(), name="a.txt")
    return [document.text[n.span.start : n.span.end] for n in names(document) if n.type == type_]


@pytest.mark.parametrize("date", ["March 3, 2021", "3rd day of March, 2021", "____ day of March, 2021", "3 March 2021"])
def test_the_date_of_the_agreement(date: str) -> None:
    text = "SUPPLY AGREEMENT\n\n" + MADE.format(f"as of {date} by and")
    assert [d for d in found(text, "agreement_date") if "March" in d and "2021" in d]


def test_the_title_stands_without_exhibit_number() -> None:
    text = "Exhibit 10.4\n\nRESELLER AGREEMENT\n\n" + MADE.format("by and")
    assert "RESELLER AGREEMENT" in found(text, "document_name")


def test_an_alias_is_given_as_it_stands_in_brackets() -> None:
    wanted = {"Alder Ltd.", 'the "Supplier"', "Birch Inc.", '"Birch" or the "Distributor"'}
    assert wanted <= set(found(MADE.format("by and"), "parties"))


SIGNED = """
WHEREAS the parties trade.

1. Term

1.1 The term is one year.

IN WITNESS WHEREOF the parties have signed.

For and on behalf of Cedar Telecom S.A.

Larch Networks Limited
By: ____________

For and on behalf of Alder Ltd.
"""


def test_who_signs_is_a_party_though_the_opening_does_not_name_him() -> None:
    names_found = found(MADE.format("by and") + SIGNED, "parties")
    assert {"Cedar Telecom S.A.", "Larch Networks Limited"} <= {name.strip() for name in names_found}
    assert sum("Alder Ltd" in name for name in names_found) == 1


def test_a_company_in_the_body_of_the_contract_is_no_party() -> None:
    body = SIGNED.replace("one year", "one year, as for Larch Networks Limited").replace(
        "Larch Networks Limited\nBy", "By"
    )
    assert not [name for name in found(MADE.format("by and") + body, "parties") if "Larch" in name]
