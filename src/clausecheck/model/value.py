"""Values found in the text: durations, dates, money, percentages, counts. One data class a kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.model.location import Span

Qualifier = Literal["", "at_least", "at_most", "more_than", "less_than", "approx"]
DurationKind = Literal[
    "length",  # months and days are given
    "blank",  # "____ years"
    "redacted",  # "[***] years"
    "unspecified",  # "reasonable notice", "promptly"
    "perpetual",
    "indefinite",  # "until terminated"
    "coterminous",
    "contingent_start",  # "three years from Regulatory Approval"
    "contingent_end",  # "for so long as Supplier manufactures"
]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, as months and days, never days alone. `business` marks business days (given as stated);
    `hours` only for lengths under a day; `window` is (from, to) in months or days before an event;
    `conflict` holds (words, digits) where a spelled number and its digits disagree (the words win).
    `amount` is the number as stated, in `unit` ("days", "business days", "weeks", "months", "quarters", "years" …);
    `worst_case_months` is given where notice counts to the end of a period ("three months to the end of a year")."""

    span: Span
    months: float = 0.0
    days: float = 0.0
    kind: DurationKind = "length"
    business: bool = False
    hours: float | None = None
    window: tuple[float, float] | None = None
    unit: str = ""
    qualifier: Qualifier = ""
    conflict: tuple[float, float] | None = None
    note: str = ""
    amount: float | None = None
    role: Literal["", "notice", "cure", "tail"] = ""
    worst_case_months: float | None = None

    def in_months(self) -> float:
        """Length in months, thirty days to the month."""
        return self.months + self.days / 30

    def in_days(self) -> float:
        """Length in days: a month is 30, a year 365."""
        years, months = divmod(self.months, 12)
        return years * 365 + months * 30 + self.days


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date in ISO form. `ambiguous` has the two readings of 03/04/2028; `kind` is "blank" for
    "____ day of ____" and "unknown-calendar" for calendars that are recognised and not converted."""

    span: Span
    iso: str = ""
    ambiguous: tuple[str, ...] = ()
    kind: Literal["date", "blank", "redacted", "range", "unknown-calendar"] = "date"
    until: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount. `currency` is an ISO code, "USD?" for a bare dollar sign, "JPY|CNY" for a bare yen sign."""

    span: Span
    amount: float | None
    currency: str
    kind: Literal["amount", "blank", "redacted"] = "amount"
    qualifier: Qualifier = ""
    conflict: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent (80 for "eighty percent (80%)")."""

    span: Span
    value: float | None
    kind: Literal["share", "blank", "redacted"] = "share"
    qualifier: Qualifier = ""
    conflict: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: "five hundred (500) Units per Contract Year". `per` is the period ("year",
    "contract_year", "quarter", "month", "")."""

    span: Span
    value: float | None
    unit: str = ""
    per: str = ""
    kind: Literal["count", "blank", "redacted"] = "count"
    qualifier: Qualifier = ""
    conflict: tuple[float, float] | None = None


Value = Duration | Date | Money | Percent | Count
