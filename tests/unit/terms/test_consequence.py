"""What follows from a missed minimum, wherever the contract says it."""

import pytest

from clausecheck.ingest import read
from clausecheck.packs import load_builtin
from clausecheck.terms import answer

HEAD = """DISTRIBUTION AGREEMENT

This Agreement is made between Nordlicht Pumps GmbH (the "Supplier") and Kanda Kikai KK (the "Distributor").

1. Appointment

1.1 Supplier appoints Distributor as its exclusive distributor of the Products in Japan.

2. Purchases

2.1 Distributor shall purchase not less than 500 units of the Products in each Contract Year (the "Minimum").

"""

CASES = [
    ("2.2 If the Minimum is not reached, this Agreement may be terminated by Supplier.", ("terminate",)),
    ("2.2 The Minimum is vital. If Distributor fails to do so, Supplier may terminate this Agreement.", ("terminate",)),
    (
        "3. Termination\n\n3.1 Supplier may terminate this Agreement on thirty days' notice, it being understood that "
        "no other cure period applies, where:\n\n(a) Distributor becomes insolvent;\n\n(b) Distributor fails to reach "
        "the Minimum;\n\n(c) Distributor assigns this Agreement.",
        ("terminate",),
    ),
    (
        "2.2 If Distributor misses the Minimum, Supplier may terminate this Agreement or make the appointment "
        "non-exclusive, and Distributor shall pay the shortfall.",
        ("terminate", "lose_exclusivity", "pay_shortfall"),
    ),
    ("2.2 If Distributor misses the Minimum, the parties shall meet to discuss the reasons.", ("other",)),
    (
        "2.2 If Distributor fails to purchase the Minimum, Supplier may, by thirty days' notice given within six "
        "months after the end of that year and at its choice, terminate this Agreement, convert the appointment into a "
        "non-exclusive one, or reduce the Territory.",
        ("terminate", "lose_exclusivity", "other"),
    ),
    (
        "2.2 Where purchases of a year fall short of the Minimum, Distributor shall remit to Supplier the price of the "
        "units not purchased, and if it neglects to do so Supplier may terminate this Agreement.",
        ("terminate", "pay_shortfall"),
    ),
    (
        "2.2 If in any year Distributor has not bought the quantity due, Supplier may declare the distributorship "
        "non-exclusive.",
        ("lose_exclusivity",),
    ),
    ("2.2 A distributor which has not done so will be moved to the silver level.", ("other",)),
    ("2.2 If Supplier fails to deliver the Minimum, Distributor may terminate this Agreement.", ("none",)),
    ("2.2 Distributor shall pay each invoice within thirty days.", ("none",)),
]


@pytest.mark.parametrize(("clause", "expected"), CASES)
def test_consequence(clause: str, expected: tuple[str, ...]) -> None:
    _, sheet = answer(read((HEAD + clause + "\n").encode(), name="a.txt"), load_builtin("distribution"))
    found = sheet["minimum_consequence"]
    assert found.value == expected
    assert (found.evidence != ()) == (expected != ())


def test_no_minimum_no_consequence() -> None:
    text = "Supplier appoints Distributor as its distributor. Each order shall be for a minimum of ten units.\n"
    _, sheet = answer(read(text.encode(), name="a.txt"), load_builtin("distribution"))
    assert sheet["minimum_consequence"].value == ()


def test_facts_on_the_performance_exit() -> None:
    clause = "2.2 If Distributor misses the Minimum in two consecutive years, Supplier may terminate this Agreement.\n"
    document = read((HEAD + clause).encode(), name="a.txt")
    _, sheet = answer(document, load_builtin("distribution"))
    assert sheet["performance_exit_months"].value == 24
    assert sheet["performance_exit_percent"].status == "not_found" or sheet["performance_exit_percent"].value is None
