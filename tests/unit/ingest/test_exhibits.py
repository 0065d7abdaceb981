"""Exhibits: referred to, attached, absent, blank."""

from __future__ import annotations

from clausecheck import ingest
from clausecheck.model.document import Exhibit

BODY = (
    'This Agreement is made between Acme, Inc. ("Acme") and Borealis Ltd. ("Distributor").\n'
    "1. Products\nAcme sells the widgets in Exhibit A at the prices in Exhibits B and C and the quotas of "
    "Schedule 1.\n"
    "2. Law\nNew York.\nIN WITNESS WHEREOF, the parties have signed.\nBy: ______ Name: Ann Title: President\n"
)


def exhibits(text: str) -> dict[str, Exhibit]:
    return {exhibit.label: exhibit for exhibit in ingest.read(text.encode(), name="contract.txt").exhibits}


def test_attached_and_absent() -> None:
    found = exhibits(BODY + "\nEXHIBIT A\n\nPRODUCTS\n\nRed widgets and blue widgets are sold.\n")
    assert found["Exhibit A"].span is not None
    assert found["Exhibit A"].title == "PRODUCTS"
    assert len(found["Exhibit A"].referred) == 1
    for absent in ("Exhibit B", "Exhibit C", "Schedule 1"):
        assert found[absent].span is None
        assert found[absent].referred


def test_blank() -> None:
    found = exhibits(
        BODY + "\nEXHIBIT A\n\n[to be attached]\n\nEXHIBIT B\n\nThis page is intentionally left blank.\n\nEXHIBIT C\n"
        "\nTen dollars each.\n"
    )
    assert found["Exhibit A"].span is None
    assert found["Exhibit B"].span is None
    assert found["Exhibit C"].span is not None


def test_a_list_of_exhibits_is_not_the_exhibits() -> None:
    listed = BODY.replace(
        "2. Law", "2. Schedules\nThese are attached:\nSchedule A Products\nSchedule B Prices\n3. Term\nLong.\n4. Law"
    )
    document = ingest.read((listed + "\nSCHEDULE A\n\nRed widgets.\n").encode(), name="contract.txt")
    assert [c.number for c in document.clauses if c.kind == "body" and c.number] == ["1", "2", "3", "4"]
    assert [c.number for c in document.clauses if c.kind == "schedule"] == ["Schedule A"]
