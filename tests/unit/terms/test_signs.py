"""Signs of the learned reader: whose duty they speak of."""

from __future__ import annotations

from clausecheck.ingest import read
from clausecheck.model.report import Evidence, FoundClause
from clausecheck.packs.builtin import load_builtin
from clausecheck.terms.reading import Reading

TEXT = """DISTRIBUTION AGREEMENT

This Agreement is made between Halden Pumps AS, a company ("Supplier"), and Kestrel Trading Limited ("Distributor").

1.1 Supplier appoints Distributor as its distributor of the Products.
1.2 Supplier shall supply not less than four demonstration units in each Contract Year.
1.3 Distributor shall take not less than four pumps in each Contract Year.
"""


def test_a_duty_of_the_supplier_is_no_sign_of_a_minimum() -> None:
    document = read(TEXT.encode(), name="contract.txt")
    clauses = tuple(
        FoundClause(
            "minimum_commitment",
            0.9,
            True,
            Evidence(sentence.span, document.text[sentence.span.start : sentence.span.end]),
        )
        for sentence in document.sentences
        if "not less than" in document.text[sentence.span.start : sentence.span.end]
    )
    assert len(clauses) == 2
    reading = Reading(document, dict(load_builtin("distribution").concepts), clauses)
    (sign,) = reading.signs("minimum-commitment")
    assert "Distributor shall take" in sign.text
