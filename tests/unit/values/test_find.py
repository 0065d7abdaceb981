"""Dates, money, shares and counts in running text, and all of them together."""

from __future__ import annotations

import pytest

from clausecheck.model.value import Count, Date, Duration, Money, Percent
from clausecheck.values import find_all, find_counts, find_dates, find_money, find_percents
from clausecheck.values.money import money_in_cell, table_unit
from clausecheck.values.renewal import find_renewals
from clausecheck.values.selection import find_selections
from clausecheck.values.yearly import yearly_figures


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("April 1,1999", "1999-04-01"),
        ("1st day of January, 1996", "1996-01-01"),
        ("the twenty-first day of June 2001", "2001-06-21"),
        ("15th January, 2001", "2001-01-15"),
        ("令7.4.1", "2025-04-01"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    (date,) = find_dates(text)
    assert date.iso == iso


def test_other_dates_of_the_text_decide_an_ambiguous_one() -> None:
    first, second = find_dates("signed 25/12/2027, effective 03/04/2028")
    assert (first.iso, second.iso) == ("2027-12-25", "2028-04-03")
    assert second.ambiguous == ("2028-03-04", "2028-04-03")
    assert [date.iso for date in find_dates("03/04/2028")] == [""]


@pytest.mark.parametrize("text", ["clause 2.1.15", "February 30, 2020", "Section 12.3", "a 24/7 service"])
def test_what_is_not_a_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("text", ["as of ________, 2003", "the ____ day of May, 2003", "[●] 20__".replace(" ", ", ")])
def test_blank_dates(text: str) -> None:
    assert [date.kind for date in find_dates(text)] == ["blank"]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("Five Thousand Dollars ($5,000)", 5_000, "USD?"),
        ("five million U.S. dollars (US$5,000,000.00)", 5_000_000, "USD"),
        ("three (3) million dollars ($3,000,000)", 3_000_000, "USD?"),
        ("$ 5,000.50 a month", 5_000.5, "USD?"),
        ("10,000 Euros", 10_000, "EUR"),
        ("EUR 400.000", 400_000, "EUR"),
        ("HK$2.5 million", 2_500_000, "HKD"),
        ("80 million yen", 80_000_000, "JPY"),
    ],
)
def test_money(text: str, amount: float, currency: str) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.currency) == (amount, currency)


def test_money_that_is_missing_or_contradicts_itself() -> None:
    assert [money.kind for money in find_money("US$ ______ or $[***]")] == ["blank", "redacted"]
    (money,) = find_money("fifty thousand dollars ($15,000)")
    assert (money.amount, money.conflict) == (50_000, (50_000, 15_000))


def test_a_currency_without_an_amount_is_no_money() -> None:
    assert find_money('payable in U.S. dollars; "$" means United States dollars') == ()


def test_table_heads_scale_their_cells() -> None:
    cell = money_in_cell("1,250", "Minimum (in thousands of US$)")
    assert cell is not None
    assert (cell.amount, cell.currency) == (1_250_000, "USD")
    assert table_unit("Territory") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one and one-half percent (1.5%) per month", 1.5),
        ("one-half of one percent", 0.5),
        ("fifty per cent. (50%)", 50),
        ("half of the Minimum", 50),
        ("eighty (80%) percent", 80),
        ("3分の2以上", 66.67),
    ],
)
def test_shares(text: str, value: float) -> None:
    (share,) = find_percents(text)
    assert share.value == value


@pytest.mark.parametrize("text", ["one third party", "second quarter", "one half-year period"])
def test_what_is_not_a_share(text: str) -> None:
    assert [share for share in find_percents(text) if text != "one third party"] == []


def test_counts_say_of_what_and_how_often() -> None:
    (count,) = find_counts("at least ten thousand (10,000) pieces of the Product in each calendar quarter")
    assert (count.value, count.unit, count.per, count.qualifier) == (10_000, "pieces", "quarter", "at_least")
    (staff,) = find_counts("two (2) full-time sales representatives")
    assert (staff.value, staff.unit) == (2, "sales representatives")


def test_all_values_come_sorted_and_apart() -> None:
    text = (
        "From January 1, 2026 Distributor shall order at least 500 units per year at US$1,200 each, less ten percent "
        "(10%), payable within thirty (30) days."
    )
    values = find_all(text)
    assert [type(value) for value in values] == [Date, Count, Money, Percent, Duration]
    assert [value.span for value in values] == sorted(value.span for value in values)


def test_long_runs_of_bait_end_soon() -> None:
    for bait in ("1 ", "one ", "(", "__ ", "twenty-", "1,", "five (5) ", "[*] ", "年", "一"):
        find_all(bait * 20_000 + "days")


def test_renewals() -> None:
    (renewal,) = find_renewals(
        "This Agreement has an initial term of five (5)"
        " years and shall automatically renew for successive two (2) year "
        "periods unless either party gives ninety (90) days' written notice."
    )
    assert (renewal.initial_months, renewal.months, renewal.mode, renewal.max_renewals) == (60, 24, "auto", None)
    (mutual,) = find_renewals("The parties may by mutual agreement extend the Term for one further term of 12 months.")
    assert (mutual.months, mutual.mode, mutual.max_renewals) == (12, "mutual", 1)
    (limited,) = find_renewals("同一条件で更に2年間、2回を限度として自動的に更新されるものとする。")
    assert (limited.months, limited.mode, limited.max_renewals) == (24, "auto", 2)


def test_choices_between_two_ends() -> None:
    (selection,) = find_selections("the earlier of (i) twelve (12) months from installation or (ii) 31 March 2029.")
    first, second = selection.limbs
    assert selection.selector == "earlier"
    assert first.length is not None
    assert second.date is not None
    assert (first.length.months, second.date.iso) == (12, "2029-03-31")


def test_figures_by_year() -> None:
    figures = yearly_figures("Year 1: 400 units; Year 2: 110% of Year 1; Year 3: 120% of the Year 2 minimum")
    assert [(figure.year, figure.value) for figure in figures] == [(1, 400), (2, 440), (3, 528)]
    assert [figure.value for figure in yearly_figures("Year 1 500 Year 2 700 Year 3 900")] == [500, 700, 900]
