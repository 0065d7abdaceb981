"""Every worked surface form of values.jsonl. The file states facts in its own words; the readers below translate an
expected key into the attribute of ours that carries it. They know keys, never single lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clausecheck.model.value import Count, Date, Duration, Money, Percent
from clausecheck.values import find_all
from clausecheck.values.duration import calendar_days
from clausecheck.values.money import money_in_cell
from clausecheck.values.renewal import Renewal, find_renewals
from clausecheck.values.selection import Selection, find_selections
from clausecheck.values.yearly import yearly_figures

VECTORS = [json.loads(line) for line in Path(__file__).with_name("values.jsonl").read_text("utf-8").splitlines()]
Reader = Callable[[str], Any]


def one(text: str, kind: type) -> Any:
    """The single value of its kind in `text`: a second one would be a wrong reading."""
    values = [value for value in find_all(text) if type(value) is kind]
    assert len(values) == 1, values
    return values[0]


def duration(text: str) -> Duration:
    return one(text, Duration)


def renewal(text: str) -> Renewal:
    (found,) = find_renewals(text)
    return found


def selection(text: str) -> Selection:
    (found,) = find_selections(text)
    return found


def limb(text: str, name: str) -> Any:
    values = [getattr(part, name) for part in selection(text).limbs]
    return next(value for value in values if value)


def words_digits(text: str) -> tuple[float, float]:
    conflict = duration(text).conflict
    assert conflict is not None
    return conflict


def noted(text: str) -> str:
    return duration(text).note


def unit(text: str) -> str | None:
    return duration(text).unit or None


def period(text: str) -> str:
    return duration(text).unit.split()[-1].rstrip("s")


def consecutive(text: str) -> float | None:
    assert "consecutive" in noted(text)
    return duration(text).amount


def for_role(role: str, attribute: str) -> Reader:
    def read(text: str) -> Any:
        assert duration(text).role == role
        return getattr(duration(text), attribute)

    return read


def business(text: str) -> float:
    assert duration(text).business
    return duration(text).days


def mode(text: str) -> str:
    return renewal(text).mode


DURATION: dict[str, Reader] = {
    "months": lambda text: duration(text).months,
    "days": lambda text: duration(text).days,
    "hours": lambda text: duration(text).hours,
    "value": lambda text: duration(text).amount,
    "kind": lambda text: duration(text).kind,
    "unit": unit,
    "note": noted,
    "ambiguous": noted,
    "conflict": lambda text: duration(text).conflict is not None,
    "words": lambda text: words_digits(text)[0],
    "digits": lambda text: words_digits(text)[1],
    "window": lambda text: list(duration(text).window or ()),
    "worst_case_months": lambda text: duration(text).worst_case_months,
    "business_days": business,
    "approx_days": lambda text: calendar_days(duration(text)),
    "role": lambda text: duration(text).role,
    "notice_months": for_role("notice", "months"),
    "cure_days": for_role("cure", "days"),
    "consecutive_periods": consecutive,
    "period": period,
    "initial_months": lambda text: renewal(text).initial_months,
    "renewal_months": lambda text: renewal(text).months,
    "max_renewals": lambda text: renewal(text).max_renewals,
    "max_total_months": lambda text: renewal(text).max_total_months,
    "max": lambda text: renewal(text).max_renewals,
    "mode": mode,
}
SELECTION: dict[str, Reader] = {
    "selector": lambda text: selection(text).selector,
    "months": lambda text: limb(text, "length").months,
    "end": lambda text: limb(text, "date").iso,
    "other": lambda text: "event" if limb(text, "event") else None,
}


def money(text: str) -> Money:
    """Money in a sentence, or in a table cell where the text describes one: "cell 120 in a table headed …"."""
    if text.startswith("cell "):
        cell, head = text.removeprefix("cell ").split(" in a table headed ")
        found = money_in_cell(cell, head)
        assert found is not None
        return found
    return one(text, Money)


def count_value(text: str) -> float | None:
    figures = yearly_figures(text)
    return figures[-1].value if figures else one(text, Count).value


def percent_value(text: str) -> float | None:
    return one(text, Percent).value


def date_fact(text: str) -> Any:
    date = one(text, Date)
    return date.iso


READERS: dict[str, dict[str, Reader]] = {
    "dur": DURATION,
    "date": {
        "": date_fact,
        "ambiguous": lambda text: list(one(text, Date).ambiguous),
        "kind": lambda text: one(text, Date).kind,
        "from": date_fact,
        "to": lambda text: one(text, Date).until,
    },
    "money": {"cur": lambda text: money(text).currency, "value": lambda text: money(text).amount},
    "qty": {
        "value": count_value,
        "unit": lambda text: one(text, Count).unit,
        "per": lambda text: one(text, Count).per,
        "q": lambda text: one(text, Count).qualifier,
    },
    "pct": {"": percent_value, "value": percent_value, "q": lambda text: one(text, Percent).qualifier},
}


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_every_expected_fact_is_read(vector: dict[str, Any]) -> None:
    expected = vector["expect"] if isinstance(vector["expect"], dict) else {"": vector["expect"]}
    readers = SELECTION if "selector" in expected else READERS[vector["kind"]]
    facts = {key: readers[key](vector["text"]) for key in expected}
    assert facts == expected


def test_all_lines_are_tested() -> None:
    assert len(VECTORS) == 125
