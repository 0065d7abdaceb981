"""Which words negate something."""

import pytest

from clausecheck.text.negation import negations, scope


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
        ("the right to end or not to renew", [5]),
    ],
)
def test_negations(sentence: str, negative: list[int]) -> None:
    assert negations(sentence.split()) == negative


def test_what_there_is_not_denies_nothing_after_its_comma() -> None:
    words = "at any time that there is no open order either party may end it".split()
    assert words[scope(words, words.index("no"), {9}) - 1] == "order"


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("if not sooner terminated, this agreement endures", "terminated"),
        ("so long as it is not in default, distributor has a right", "default"),
        ("if distributor has not sold, ordered or purchased them, supplier ends it", "them"),
        ("distributor has not, since that day, sold them", "them"),
    ],
)
def test_reach_in_a_subordinate_clause(sentence: str, last: str) -> None:
    words = sentence.replace(",", "").split()
    commas = {n + 1 for n, word in enumerate(sentence.split()) if word.endswith(",")}
    assert words[scope(words, words.index("not"), commas) - 1] == last
