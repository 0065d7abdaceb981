"""All values of a text in one pass."""

from __future__ import annotations

from clausecheck.model.value import Value
from clausecheck.values.count import counts_in
from clausecheck.values.date import dates_in
from clausecheck.values.duration import durations_in
from clausecheck.values.money import money_in
from clausecheck.values.percent import percents_in
from clausecheck.values.scan import prepare


def find_all(text: str) -> tuple[Value, ...]:
    """Every duration, date, amount, share and count, sorted by span. Values of one kind never overlap; of two kinds
    that claim the same words the more specific stays (money over count), but a length given by two dates keeps both."""
    source = prepare(text)
    dates, money, percents, counts = dates_in(source), money_in(source), percents_in(source), counts_in(source)
    taken = [amount.span for amount in money] + [share.span for share in percents]
    plain = [count for count in counts if not any(count.span.overlaps(span) for span in taken)]
    values: list[Value] = [*durations_in(source, dates), *dates, *money, *percents, *plain]
    return tuple(sorted(values, key=lambda value: (value.span, type(value).__name__)))
