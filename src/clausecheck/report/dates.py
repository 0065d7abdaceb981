"""When things fall due: the terms of a contract laid on the calendar, where its dates are known."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from clausecheck.ingest.preamble import read_preamble
from clausecheck.model.report import Evidence, Review
from clausecheck.model.value import Date
from clausecheck.values import find_all

_CYCLES = 4  # terms that are laid on the calendar: the initial one and renewals
_LATEST = 2200


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, what happens on it, and the passage that says so. `cycle` is 0 for the initial term."""

    kind: Literal["notice", "end"]
    day: date
    cycle: int
    text: str
    evidence: tuple[Evidence, ...] = ()


def start(review: Review) -> date | None:
    """The effective date, else the date of the contract; None where neither is given in full."""
    document = review.document
    stated = {item.kind: item.span for item in read_preamble(document.text, document.parties, document.sentences)}
    for kind in ("effective_date", "agreement_date"):
        span = stated.get(kind)
        values = find_all(document.text[span.start : span.end]) if span else ()
        day = next((value.iso for value in values if isinstance(value, Date) and value.iso), "")
        if day:
            return date.fromisoformat(day)
    return None


def deadlines(review: Review) -> tuple[Deadline, ...]:
    """Ends of the initial term and of renewals, and the last days on which notice against the next one counts."""
    first = start(review)
    length = _months(review, "initial_term_months")
    if first is None or not length:
        return ()
    return tuple(_cycles(review, first, length))


def _cycles(review: Review, first: date, length: int) -> Iterator[Deadline]:
    renewal, term = review.term("renewal"), review.term("initial_term_months")
    renews = renewal is not None and renewal.status == "found" and renewal.value == "automatic"
    chosen = renewal is not None and renewal.status == "found" and str(renewal.value).startswith("option")
    notice, again = _days(review, "renewal_notice_days"), _months(review, "renewal_months") or 12
    end, passages = after(first, length), (term.evidence if term else ())
    for cycle in range(_CYCLES if renews else 1):
        last = end - timedelta(days=1)
        if last.year > _LATEST:
            return
        name = "the initial term" if cycle == 0 else f"renewal {cycle}"
        if notice is not None and (renews or chosen):
            text = f"Last day for notice {'to renew after' if chosen else 'against renewal of'} {name}"
            yield Deadline("notice", _before(end, notice), cycle, text, renewal.evidence if renewal else ())
        what = "ends; it renews by itself unless notice was given" if renews else "ends"
        yield Deadline("end", last, cycle, f"{name.removeprefix('the ').capitalize()} {what}", passages)
        end = after(end, again)


def _before(end: date, days: int) -> date:
    """The last day on which notice before the end (the first day after the term) surely counts. Answers give months
    as 30 days and years as 365, so both are tried and the earlier day is taken."""
    months = days // 365 * 12 if days % 365 == 0 else days // 30 if days % 30 == 0 else 0
    counted = end - timedelta(days=days + 1)
    return min(counted, after(end, -months) - timedelta(days=1)) if months else counted


def after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _months(review: Review, id: str) -> int:
    term = review.term(id)
    value = term.value if term is not None and term.status == "found" else None
    return round(value) if isinstance(value, int | float) and not isinstance(value, bool) and value >= 1 else 0


def _days(review: Review, id: str) -> int | None:
    term = review.term(id)
    value = term.value if term is not None and term.status == "found" else None
    return round(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
