"""The months of a non-compete after the end: beside the covenant, near it in its clause, and never elsewhere."""

import pytest

from clausecheck.ingest import read
from clausecheck.model.report import Term
from clausecheck.packs import load_builtin
from clausecheck.terms import answer


def tail(text: str) -> Term:
    _, sheet = answer(read(text.encode(), name="contract.txt"), load_builtin("distribution"))
    return sheet["post_term_noncompete_months"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("For two years after termination of this Agreement Distributor shall not sell competing products.", 24),
        ("Distributor shall not sell competing products in the Term and for a period of six months thereafter.", 6),
        ("Distributor shall not sell competing products during the Term.", None),
        ("Distributor shall keep its records for two years after termination of this Agreement.", None),
        ("For one year after termination of this Agreement Supplier shall not compete with Distributor.", None),
    ],
)
def test_beside_the_covenant(text: str, months: float | None) -> None:
    assert tail(text).value == months


def test_near_the_covenant_in_its_clause() -> None:
    text = (
        "1. Distributor shall not sell competing products in the Territory during the Term. This restriction shall"
        " continue for twelve (12) months after the termination of this Agreement.\n"
    )
    assert tail(text).value == 12


def test_a_secret_kept_longer_is_no_covenant() -> None:
    text = (
        "1. Distributor shall not sell competing products in the Territory during the Term.\n\n"
        "2. Distributor shall keep the information secret. This duty shall survive for five years after termination.\n"
    )
    assert tail(text).value is None


def test_a_length_left_open_is_unknown() -> None:
    term = tail("For [***] months after termination of this Agreement Distributor shall not sell competing products.")
    assert term.status == "unknown"
    assert term.value is None
