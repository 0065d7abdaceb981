"""The classifier called directly and the spaCy pipeline around it find the same clauses."""

from __future__ import annotations

from clausecheck.ingest import read
from clausecheck.reader import read_clauses
from clausecheck.reader.names import names
from clausecheck.reader.pipeline import annotate

TEXT = b"""DISTRIBUTION AGREEMENT

This Agreement is made as of 1 April 2026 between Nordlicht GmbH (the "Supplier") and Kanda KK (the "Distributor").

1. Supplier appoints Distributor as its exclusive distributor of the Products in the Territory.

2. Either party may terminate this Agreement for convenience upon ninety (90) days' prior written notice.

3. This Agreement shall be governed by and construed in accordance with the laws of the State of New York.

4. Neither party may assign this Agreement without the prior written consent of the other party.
"""


def test_both_ways_agree() -> None:
    document = read(TEXT, name="a.txt")
    doc = annotate(document)
    by_pipeline = sorted((span.label_, span.text.strip()) for span in doc.spans["clauses"])
    named = {(name.span, name.type) for name in names(document)}
    direct = sorted(
        (clause.type, clause.evidence.text.strip())
        for clause in read_clauses(document)
        if (clause.evidence.span, clause.type) not in named
    )
    assert direct == by_pipeline
    assert {"exclusivity", "governing_law", "anti_assignment"} <= {kind for kind, _ in direct}
