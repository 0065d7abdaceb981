"""The clause reader on small contracts written for these tests."""

from __future__ import annotations

import subprocess
import sys

import pytest

from clausecheck.ingest import read
from clausecheck.model.document import Document
from clausecheck.reader import read_clauses
from clausecheck.reader.types import CUAD

CONTRACT = """DISTRIBUTION AGREEMENT

This Distribution Agreement (the "Agreement") is made and entered into as of March 3, 2021 by and between Northwind
Instruments, Inc., a Delaware corporation ("Northwind"), and Halden Trading GmbH, a German company ("Distributor").

1. Appointment. Northwind hereby appoints Distributor as its exclusive distributor of the Products in the Territory,
and Northwind shall not appoint any other distributor in the Territory during the Term.

2. Term. The initial term of this Agreement shall be three (3) years from the Effective Date and shall automatically
renew for successive periods of one (1) year, unless either party gives written notice of non-renewal at least ninety
(90) days prior to the end of the then current term.

3. Assignment. Neither party may assign this Agreement without the prior written consent of the other party, and any
attempted assignment without such consent shall be void.

4. Limitation of Liability. In no event shall either party be liable for any indirect, incidental, special or
consequential damages, and the aggregate liability of either party under this Agreement shall not exceed the amounts
paid by Distributor in the twelve (12) months before the claim.

5. Audit. Distributor shall keep accurate books and records, and Northwind shall have the right to audit such books and
records upon reasonable notice during normal business hours.

6. Governing Law. This Agreement shall be governed by and construed in accordance with the laws of the State of
Delaware, without regard to its conflict of laws principles.

7. Notices. Notices shall be in writing and sent to the addresses given above.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read(CONTRACT.encode(), name="contract.txt")


@pytest.fixture(scope="module")
def reported(document: Document) -> dict[str, str]:
    return {clause.type: clause.evidence.text for clause in read_clauses(document) if clause.reported}


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("exclusivity", "exclusive distributor of the Products"),
        ("anti_assignment", "Neither party may assign"),
        ("liability_cap", "shall not exceed the amounts"),
        ("audit_rights", "right to audit such books"),
        ("governing_law", "laws of the State of"),
        ("renewal_term", "automatically"),
        ("document_name", "DISTRIBUTION AGREEMENT"),
        ("agreement_date", "March 3, 2021"),
    ],
)
def test_finds_the_passage(reported: dict[str, str], type_: str, words: str) -> None:
    assert words in reported[type_]


def test_a_contract_without_such_clauses_has_none_reported(reported: dict[str, str]) -> None:
    others = {"source_code_escrow", "non_compete", "insurance", "joint_ip_ownership", "no_solicit_employees"}
    assert not others & set(reported)


def test_evidence_is_the_text_of_the_document(document: Document) -> None:
    for clause in read_clauses(document):
        span = clause.evidence.span
        assert clause.evidence.text == document.text[span.start : span.end]
        assert clause.type in CUAD
        assert 0 < clause.confidence <= 1


def test_says_the_same_twice_and_in_document_order(document: Document) -> None:
    found = read_clauses(document)
    assert found == read_clauses(document)
    assert [c.evidence.span.start for c in found] == sorted(c.evidence.span.start for c in found)


def test_both_parties_are_named(document: Document) -> None:
    named = {clause.evidence.text for clause in read_clauses(document) if clause.type == "parties"}
    assert {"Northwind Instruments, Inc.", "Halden Trading GmbH"} <= {" ".join(name.split()) for name in named}


@pytest.mark.parametrize("text", ["x", "One word.", "[***]\n____\n", "1.\n2.\n3.\n"])
def test_next_to_nothing_has_no_clauses(text: str) -> None:
    assert not [clause for clause in read_clauses(read(text.encode(), name="a.txt")) if clause.reported]


def test_importing_the_reader_does_not_import_spacy() -> None:
    code = "import sys, clausecheck.reader; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
