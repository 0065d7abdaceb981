"""Lengths of time in running contract language."""

from __future__ import annotations

import pytest

from clausecheck.model.value import Duration
from clausecheck.values import find_durations
from clausecheck.values.duration import calendar_days


def only(text: str) -> Duration:
    (found,) = find_durations(text)
    return found


@pytest.mark.parametrize(
    ("text", "months", "days", "unit"),
    [
        ("upon thirty (30) days' prior written notice", 0, 30, "days"),
        ("a period of ninety(90)days from", 0, 90, "days"),
        ("for Three (3) years thereafter", 36, 0, "years"),
        ("a 30-day period", 0, 30, "days"),
        ("the first twelve-month period", 12, 0, "months"),
        ("a two (2) year term", 24, 0, "years"),
        ("within 5 business days", 0, 5, "business days"),
        ("during three (3) consecutive years", 36, 0, "years"),
        ("for one and one-half years", 18, 0, "years"),
        ("for 1 1/2 years", 18, 0, "years"),
        ("for a year and a half", 18, 0, "years"),
        ("within one hundred eighty (180) days", 0, 180, "days"),
        ("within (45) days", 0, 45, "days"),
        ("within seven (_7_) business days", 0, 7, "business days"),
        ("within five (5), days", 0, 5, "days"),
        ("l0 days after", 0, 10, "days"),
        ("six 6) months", 6, 0, "months"),
        ("on the second anniversary of", 24, 0, "years"),
        ("until the fifth (5th) anniversary of", 60, 0, "years"),
        ("on the thirtieth (30th) day after", 0, 30, "days"),
        ("two (2) weeks", 0, 14, "weeks"),
        ("four (4) full calendar quarters", 12, 0, "quarters"),
        ("満1年間とし", 12, 0, "years"),
        ("一年半", 18, 0, "years"),
        ("四半期", 0, 0, None),
    ],
)
def test_length_and_unit(text: str, months: float, days: float, unit: str | None) -> None:
    if unit is None:
        assert find_durations(text) == ()
        return
    found = only(text)
    assert (found.kind, found.months, found.days, found.unit) == ("length", months, days, unit)


@pytest.mark.parametrize(
    "text",
    [
        "day-to-day operations",
        "Contract Year 2",
        "during the 2014 Program Year",
        "the total was $7,083 Year 2",
        "the third party",
        "毎月10日までに",
        "2028年12月31日",
        "第3年度",
        "2年目",
    ],
)
def test_what_is_not_a_length(text: str) -> None:
    assert find_durations(text) == ()


def test_words_win_over_digits_and_both_are_kept() -> None:
    found = only("within ten (15) days")
    assert (found.days, found.conflict) == (10, (10, 15))
    assert only("within ten (10) days").conflict is None


def test_a_list_marker_is_no_conflict() -> None:
    assert only("either (2) thirty days or").conflict is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("for ____ (__) years", "blank"),
        ("for [●] months", "blank"),
        ("for [*****] months", "redacted"),
        ("shall continue for a period of [***] unless terminated", "redacted"),
        ("for a term of [Redacted - Commercially Sensitive - Details of the Term], unless", "redacted"),
        ("gives notice [***] prior to the end of the Term", "redacted"),
        ("this Agreement shall continue until terminated", "indefinite"),
        ("on reasonable prior written notice", "unspecified"),
        ("shall run co-terminus with", "coterminous"),
        ("as long as the Supplier makes the Products", "contingent_end"),
        ("five years from the first commercial sale of the Product", "contingent_start"),
    ],
)
def test_kinds_without_a_certain_length(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_blank_date_is_no_blank_duration() -> None:
    assert find_durations("made this ____ day of ________, 20__") == ()


@pytest.mark.parametrize(
    ("text", "window", "unit"),
    [
        ("between two (2) and five (5) years", (2, 5), "years"),
        ("30 to 60 days", (30, 60), "days"),
        ("a two-to-five-year term", (2, 5), "years"),
        ("no later than three (3) months and no earlier than six (6) months before expiry", (3, 6), "months"),
        ("no earlier than 180 days and no later than 90 days before expiry", (90, 180), "days"),
    ],
)
def test_ranges_and_windows(text: str, window: tuple[float, float], unit: str) -> None:
    found = only(text)
    assert (found.window, found.unit, found.amount) == (window, unit, window[0])


def test_neighbouring_dates_and_lengths_are_no_range() -> None:
    assert only("on June 18, 2019 - 30 days later").window is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("on sixty (60) days' prior written notice", "notice"),
        ("fails to cure such breach within thirty (30) days", "cure"),
        ("a forty-five (45) day cure period", "cure"),
        ("for two (2) years after termination of this Agreement", "tail"),
        ("a term of three (3) years", ""),
        ("期間満了の3か月前までに", "notice"),
        ("催告後30日以内に", "cure"),
    ],
)
def test_what_a_length_is_for(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("not less than three years", "at_least"),
        ("at least sixty (60) days before", "at_least"),
        ("up to ten years", "at_most"),
        ("not to exceed 30 days", "at_most"),
        ("more than two years", "more_than"),
        ("two (2) or more years", "at_least"),
        ("approximately 90 days", "approx"),
        ("for 90 days", ""),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    assert only(text).qualifier == qualifier


def test_two_dates_make_a_length_with_the_last_day_included() -> None:
    found = only("commencing on 15 January 2026 and ending on 14 January 2029")
    assert (found.months, found.days, found.unit) == (36, 0, "dates")
    assert find_durations("effective October 8, 2014, will be adjusted to December 15, 2044") == ()


def test_business_days_are_longer_in_the_calendar() -> None:
    assert calendar_days(only("ten (10) Business Days")) == 14


def test_spans_point_into_the_text_as_given() -> None:
    text = "期間は３６ヵ月とし、“thirty (30) days’ notice” を要する。"
    assert [text[found.span.start : found.span.end] for found in find_durations(text)] == [
        "３６ヵ月",
        "thirty (30) days",
    ]
