"""Which law a sentence chooses."""

import pytest

from clausecheck.model.location import Span
from clausecheck.terms.law import chosen

CASES = [
    ("This Agreement is governed by the laws of the State of Oregon, without regard to conflicts of law.", "Oregon"),
    ("The laws of the Province of Ontario and the laws of Canada applicable therein shall govern.", "Ontario"),
    ("This Agreement is governed by English law.", "England"),
    ("New York law governs this Agreement.", "New York"),
    ("This Agreement was made in the State of Nevada and is governed by the laws thereof.", "Nevada"),
    ("It is governed by the laws of the United States and the State of Utah.", "Utah"),
    ("It is governed by the laws of Ruritania, excluding its conflict rules.", "Ruritania"),
    ("THIS AGREEMENT IS GOVERNED BY THE LAWS OF THE REPUBLIC OF KOREA.", "Korea"),
    ("It shall be construed under the laws of the jurisdiction of the defendant.", ""),
    ("Kanda KK, a corporation organized under the laws of Japan, accepts.", ""),
    ("Distributor shall comply with all applicable laws.", ""),
]


@pytest.mark.parametrize(("sentence", "law"), CASES)
def test_chosen_law(sentence: str, law: str) -> None:
    found = chosen(sentence, Span(0, len(sentence)), Span(0, 0))
    assert (law in found) if law else not found
