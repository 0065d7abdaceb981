"""Where the contract itself begins, in texts without a cover."""

import pytest

from clausecheck.ingest import read

CLAUSES = [
    "The parties shall consult in good faith. This Agreement is governed by the laws of Japan.",
    "The Territory is Japan. This Agreement is executed in two originals.",
    "Dealer shall pay within a month. This Agreement is made under the laws of Italy.",
]


@pytest.mark.parametrize("text", CLAUSES)
def test_clauses_alone_are_operative_from_the_first_word(text: str) -> None:
    document = read(text.encode(), name="a.txt")
    assert [s.operative for s in document.sentences] == [True, True]

