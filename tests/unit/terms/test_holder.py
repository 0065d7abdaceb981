"""Who has the right or owes the duty, read from the sentence."""

import pytest

from clausecheck.ingest import read
from clausecheck.model.pack import Concept
from clausecheck.terms.holder import holder_of
from clausecheck.terms.reading import Reading

HEAD = """DISTRIBUTION AGREEMENT

This Agreement is made between Nordlicht Pumps GmbH (the "Supplier") and Kanda Kikai KK (the "Distributor").

1. General

1.1 """

CASES = [
    ("Distributor shall provide Supplier with a written report of its sales each quarter.", "distributor"),
    ("Distributor shall give Supplier access to its books and a report of its sales.", "supplier"),
    ("Distributor shall be the only reseller appointed by Supplier, subject to a sales report.", "distributor"),
    ("The stock may be inspected by Supplier after a report.", "supplier"),
    ("Supplier shall permit Distributor to send a report by mail.", "distributor"),
]


@pytest.mark.parametrize(("sentence", "who"), CASES)
def test_holder(sentence: str, who: str) -> None:
    concept = Concept("report", "a report", text=("report",))
    reading = Reading(read((HEAD + sentence + "\n").encode(), name="a.txt"), {"report": concept})
    (hit,) = reading.hits("report")
    assert holder_of(reading.index, hit) == who
