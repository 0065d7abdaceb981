"""Answers in the words of a message."""

from __future__ import annotations

import pytest

from clausecheck.engine.message import in_words
from clausecheck.model.report import Answer
from clausecheck.terms.facts import NEVER


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (36, "months", "36 months"),
        (1, "months", "1 month"),
        (7.5, "days", "7.5 days"),
        (1200.0, "", "1,200"),
        (NEVER, "months", "no end"),
        (None, "days", "none"),
        (True, "", "yes"),
        (False, "", "no"),
        ((), "", "none"),
        (("terminate", "lose_exclusivity"), "", "terminate and lose exclusivity"),
        ("by_agreement", "", "by agreement"),
    ],
)
def test_in_words(value: Answer, unit: str, words: str) -> None:
    assert in_words(value, unit) == words
