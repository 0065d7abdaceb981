"""Places left to be filled in, and what only looks like one."""

import pytest

from clausecheck.ingest import read
from clausecheck.terms.blanks import blanks
from clausecheck.terms.reading import Reading

HEAD = (
    'DISTRIBUTION AGREEMENT\n\nThis Agreement is made between Nordlicht GmbH (the "Supplier") and Kanda KK (the '
    '"Distributor").\n\n1. Terms\n\n1.1 '
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Distributor shall purchase at least ______ units of the Products each year.", 1),
        ("The price of the Products shall be US$[ ] to be paid within thirty days.", 1),
        ("Territory: ____________________ and such other countries as are agreed.", 1),
        ("The parties agree to all this. Distributor: ________________________ Kanda KK, by its president", 0),
        ("Initialed by the Supplier and the Distributor:_______ on every page of it", 0),
        ("Fees are due as described in Section 3.01 [AMOUNT] and in the Schedule.", 0),
        ("The omitted portions, marked with brackets [ ] and a star, were filed apart.", 0),
        ("Fax number of the Distributor's head office: fax number: [insert details]", 0),
        ("Delivery of the Products and passing of risk.......................... 12", 0),
    ],
)
def test_blanks(text: str, number: int) -> None:
    assert blanks(Reading(read((HEAD + text + "\n").encode(), name="a.txt"), {})).value == number


def test_a_form_without_day_and_names_leaves_no_term_open() -> None:
    text = (
        'DISTRIBUTION AGREEMENT\n\nThis Agreement is entered into as of ____________ (the "Effective Date") between '
        'Nordlicht GmbH (the "Supplier") and ______________, a corporation (the "Distributor").\n'
    )
    assert blanks(Reading(read(text.encode(), name="a.txt"), {})).value == 0
