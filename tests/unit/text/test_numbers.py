"""Numbers in words, digits and Japanese numerals."""

from __future__ import annotations

import re

import pytest

from clausecheck.text.numbers import JAPANESE, QUANTITY, digits, kanji, quantity, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thirty", 30),
        ("twenty-four", 24),
        ("one hundred eighty", 180),
        ("one hundred and eighty", 180),
        ("two thousand five hundred", 2_500),
        ("eighty million", 80_000_000),
        ("one million two hundred thousand", 1_200_000),
        ("a hundred", 100),
        ("two and one-half", 2.5),
        ("two and a half", 2.5),
        ("twenty-first", 21),
        ("agreement", None),
    ],
)
def test_english_words(text: str, value: float | None) -> None:
    assert spelled(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200,000", 1_200_000),
        ("1,200.50", 1_200.5),
        ("400.000,00", 400_000),
        ("1.200.000", 1_200_000),
        ("250'000", 250_000),
        ("1.5", 1.5),
        ("0,5", 0.5),
        ("3 0", 30),
        ("l0", 10),
        ("1 1/2", 1.5),
        ("2½", 2.5),
        ("x", None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert digits(text) == value


def test_a_lone_dot_groups_only_where_that_is_the_custom() -> None:
    assert (digits("1.500"), digits("1.500", european=True)) == (1.5, 1_500)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("八千万", 80_000_000),
        ("1億2,000万", 120_000_000),
        ("壱億弐千萬", 120_000_000),
        ("二〇二八", 2_028),
        ("参拾", 30),
        ("百", 100),
        ("0.8億", 80_000_000),
        ("契約", None),
    ],
)
def test_japanese(text: str, value: float | None) -> None:
    assert kanji(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("thirty (30)", 30), ("5 (five)", 5), ("(5) five", 5), ("sixty(60)", 60), ("ten [10]", 10), ("seven (_7_)", 7)],
)
def test_a_number_said_twice(text: str, value: float) -> None:
    assert re.fullmatch(QUANTITY, text, re.I)
    assert (quantity(text).value, quantity(text).conflict) == (value, None)


@pytest.mark.parametrize(
    ("text", "state"), [("____", "blank"), ("[●]", "blank"), ("[***]", "redacted"), ("[ ]", "blank")]
)
def test_missing_numbers(text: str, state: str) -> None:
    assert re.fullmatch(QUANTITY, text, re.I)
    assert (quantity(text).value, quantity(text).state) == (None, state)


def test_words_and_digits_that_disagree() -> None:
    assert quantity("sixty (30)").value == 60
    assert quantity("sixty (30)").conflict == (60, 30)


def test_a_japanese_number_is_matched_whole() -> None:
    assert [match[0] for match in re.finditer(JAPANESE, "1億2,000万円と三百台")] == ["1億2,000万", "三百"]
