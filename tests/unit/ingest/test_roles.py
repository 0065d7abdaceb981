"""Roles: who supplies and who distributes."""

from __future__ import annotations

from clausecheck.ingest.parties import find_parties
from clausecheck.ingest.roles import assign_roles


def test_the_one_who_appoints_supplies() -> None:
    text = (
        'This Agreement is made by and between Northwind Pumps, Inc. ("Northwind") and Kestrel Trading Co., Ltd. ("Kestrel").\n\n'
        "1. Northwind hereby appoints Kestrel as its exclusive distributor of the Products. Kestrel accepts such appointment. "
        "Kestrel shall purchase the Products from Northwind.\n"
    )
    roles = assign_roles(text, find_parties(text, ()), ())
    assert roles.supplier is not None
    assert roles.distributor is not None
    assert (roles.supplier.label, roles.distributor.label) == ("Northwind", "Kestrel")
    assert roles.confidence >= 0.8
