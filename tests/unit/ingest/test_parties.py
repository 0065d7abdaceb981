"""Parties: names as the preamble gives them, and the words the contract calls them by."""

from __future__ import annotations

from clausecheck.ingest.parties import find_parties


def found(text: str) -> list[tuple[str, str]]:
    return [(p.name, p.label) for p in find_parties(text, ())]


def test_preamble_with_bracketed_words() -> None:
    text = (
        'DISTRIBUTION AGREEMENT\n\nThis Agreement (the "Agreement") is made as of May 1, 2024 (the "Effective Date") by and between '
        'Northwind Pumps, Inc., a Delaware corporation (the "Company"), and Kestrel Trading Co., Ltd., a Japanese company with offices '
        'at 1-2-3 Kanda, Tokyo ("Distributor").\n\nWHEREAS, the Company makes pumps.\n'
    )
    assert found(text) == [("Northwind Pumps, Inc.", "Company"), ("Kestrel Trading Co., Ltd.", "Distributor")]
