"""Who may inspect, where the sentence says it as a duty of the other side."""

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
    ("Distributor shall provide access to such ledgers for copying and audit by Supplier.", "supplier"),
    ("Distributor grants to Supplier and its advisers the right to audit its ledgers.", "supplier"),
    ("Distributor shall keep ledgers and make them available for audit on request.", "supplier"),
    ("Supplier shall keep ledgers of commissions, open to audit by a clerk of Distributor.", "distributor"),
    ("Supplier may audit the ledgers kept by Distributor.", "supplier"),
    ("Distributor may audit the commission statements of Supplier.", "distributor"),
    ("Supplier shall conduct an audit of the ledgers kept by Distributor.", "supplier"),
    ("The ledgers of Supplier are open to audit by Distributor.", "distributor"),
    ("Distributor shall keep ledgers, and an accountant named by Supplier may audit them.", "supplier"),
    ("Distributor shall at all times during the term of this Agreement permit Supplier's people to audit.", "supplier"),
    ("Distributor shall maintain ledgers for three years and let the Supplier audit them.", "supplier"),
    ("Distributor grants Supplier access to ledgers for audit.", "supplier"),
]


@pytest.mark.parametrize(("sentence", "who"), CASES)
def test_who_may_inspect(sentence: str, who: str) -> None:
    concept = Concept("audit", "an audit", text=("audit",))
    reading = Reading(read((HEAD + sentence + "\n").encode(), name="a.txt"), {"audit": concept})
    (hit,) = reading.hits("audit")
    assert holder_of(reading.index, hit) == who
