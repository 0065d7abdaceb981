"""What kind of paper a text is."""

from __future__ import annotations

from clausecheck.ingest import read
from clausecheck.packs.builtin import load_builtin
from clausecheck.terms import answer

TAIL = """terms will not be effective unless agreed in writing.

H. This Agreement may not be assigned without permission.

EXHIBIT 1
DISCOUNT SCHEDULE
Forty percent off the list price.

{title}

This {kind} is entered into as of 1 October 2010 by and between Halden Pumps AS ("Supplier") and Kestrel Trading
Limited ("Distributor").

1. Section 2 is replaced: the Territory is Norway.
"""


def kind(text: str) -> object:
    _, sheet = answer(read(text.encode(), name="contract.txt"), load_builtin("distribution"))
    return sheet["document_kind"].value


def test_amendment_behind_the_tail_of_what_it_amends() -> None:
    assert kind(TAIL.format(title="AMENDMENT TO THE DISTRIBUTOR AGREEMENT", kind="Amendment")) == "amendment"


def test_agreement_whose_head_is_missing() -> None:
    assert kind(TAIL.format(title="DISTRIBUTOR AGREEMENT", kind="Agreement")) == "agreement"
