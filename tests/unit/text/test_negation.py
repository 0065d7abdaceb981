"""Which words negate something."""

import pytest

from clausecheck.text.negation import negations


@pytest.mark.parametrize(
    ("sentence", "negative"),
    [
        ("distributor shall not sell competing goods", [2]),
        ("in no event shall supplier be liable", [1]),
        ("reports are due in no event less often than quarterly", []),
        ("the minimum shall in no event be lower than before", [4]),
        ("not less than five hundred units", []),
        ("no later than the end of the year", []),
        ("fees not to exceed the list price", []),
        ("whether or not they are resold", []),
    ],
)
def test_negations(sentence: str, negative: list[int]) -> None:
    assert negations(sentence.split()) == negative
