"""Lengths of time in English: "thirty (30) days", "a five-year term", "until terminated", "reasonable notice"."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.model.location import Span
from clausecheck.model.value import Date, Duration
from clausecheck.text.numbers import BLANK, QUANTITY, REDACTED, Quantity, quantity, spelled
from clausecheck.values.context import IN_MONTHS, in_context
from clausecheck.values.date import dates_in
from clausecheck.values.duration_ja import japanese_durations
from clausecheck.values.open_ended import open_ended
from clausecheck.values.period import periods_in
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Near, Source, prepare, settle

_ADJECTIVE = (
    "full|complete|whole|additional|further|more|extra|consecutive|successive|continuous|rolling|calendar|contract"
    "|fiscal|financial|clear|renewal|extension|other|separate|similar|like|prior|business|working|banking|trading"
    "|license|agreement|marketing|sales|program|processing|production|trailing|service|delivery|project|royalty|reporting|hearing"
)
_UNIT = r"hours?|days?|weeks?|fortnights?|months?|mos?\.|quarters?|half[\s-]years?|years?|yrs?\.?|decades?"
LENGTH = (
    rf"(?P<number>{QUANTITY}|\(\s?\d{{1,3}}\s?\)),?\]?[\s~-]{{0,3}}(?P<more>or\s{{1,2}}(?:more|longer)\s{{1,2}})?(?P<adjectives>(?:(?:{_ADJECTIVE})[\s,-]{{1,3}}){{0,4}})"
    rf"(?P<unit>{_UNIT})(?![a-z])(?P<again>\s?\(\s?\d{{1,4}}\s?\))?"
)
_LENGTH = re.compile(LENGTH, re.I)
_COMPOUND = re.compile(
    rf",?\s{{1,2}}(?:and\s{{1,2}})?(?P<number>{QUANTITY})[\s-]{{1,2}}(?P<unit>months?|days?)(?![a-z])"
    r"|\s{1,2}and\s{1,2}(?:a|one)[\s-]half(?![a-z])",
    re.I,
)
_LOWER_BOUND = re.compile(
    rf"(?P<number>{QUANTITY})(?:[\s-]{{1,2}}(?:{_UNIT}))?[\s-]{{0,2}}(?P<link>to|and|or|-)[\s-]{{0,2}}\Z", re.I
)
_WINDOW_START = re.compile(
    rf"(?:less|more|earlier|later|sooner|fewer)\s{{1,2}}than\s{{1,2}}(?P<number>{QUANTITY})"
    rf"(?:[\s-]{{1,2}}(?:(?:{_ADJECTIVE})\s){{0,2}}(?:{_UNIT}))?[^.;]{{0,30}}?\s{{0,2}},?\s{{0,2}}"
    r"(?:nor|(?:and|or|but)(?:\s{1,2}not|\s{1,2}no)?)\s{1,2}(?:more|less|earlier|later|fewer)\s{1,2}than\s{1,2}\Z",
    re.I,
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth|thirtieth"
    r"|sixtieth|ninetieth|\d{1,3}(?:st|nd|rd|th))"
)
_ANNIVERSARY = re.compile(
    rf"(?P<ordinal>{_ORDINAL})(?:\s?\(\s?\d{{1,3}}\s?(?:st|nd|rd|th)?\s?\))?[\s-]{{1,2}}(?:annual\s)?"
    r"(?:(?P<months>month(?:ly)?)[\s-])?anniversary",
    re.I,
)
_NTH_DAY = re.compile(
    rf"(?P<ordinal>{_ORDINAL})(?:\s?\(\s?\d{{1,3}}\s?(?:st|nd|rd|th)?\s?\))?[\s-]{{1,2}}(?P<adjectives>(?:(?:calendar|business|working)\s)?)"
    r"(?P<unit>day|month)\s{1,2}(?=after|following|from|prior\s+to|before)",
    re.I,
)
_ARTICLE = re.compile(
    r"(?<![a-z])(?:(?P<half>(?:one[\s-])?half[\s-]{1,2}(?:of\s)?(?:an?\s|one\s)?)(?P<half_unit>year|month|decade)"
    r"|(?:for|of|within|least|after|than|every|in)\s{1,2}(?P<one>an?\s{1,2}(?:(?:further|additional|full|single|whole|successive|consecutive|calendar)\s){0,2}"
    r"(?P<one_unit>year|month|week|quarter|decade|fortnight)))(?![a-z])(?!['-]|\s+to\s+month)",
    re.I,
)
_BARE_ARTICLE = re.compile(
    r"(?<![a-z])(?P<one>an?\s(?P<one_unit>decade|fortnight)|an?\s(?P<half_year>year and a half))(?![a-z])", re.I
)
_NUMBER_NOTICE = re.compile(
    rf"(?P<number>{QUANTITY})\s{{1,2}}(?=(?:(?:prior|advance|written)\s{{1,2}}){{1,3}}notice)", re.I
)
_KEPT_BACK = re.compile(
    rf"(?:\b(?:period|term)\s+of\s+(?P<length>{BLANK}|{REDACTED})(?=[\s,;]*(?:(?:unless|from|after|following|thereafter|and|or)\b|[.(]))"
    rf"|\bwithin\s+(?P<within>{BLANK}|{REDACTED})(?=\s+(?:after|of|from|following)\b)"
    rf"|(?P<notice>{BLANK}|{REDACTED})(?=\s+(?:prior\s+to|before)\s+the\s+(?:end|expir|renewal|termination)))",
    re.I,
)
_KEPT_BACK_NEAR = ("period of", "term of", "within [", "within _", "within *", "prior to the", "before the")
_IN_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0}


def find_durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in `text`, in order, without overlaps."""
    return durations_in(prepare(text))


def calendar_days(duration: Duration) -> float:
    """Length in calendar days for comparison: five business days count as seven."""
    return duration.in_days() * 1.4 if duration.business else duration.in_days()


def durations_in(source: Source, dates: tuple[Date, ...] | None = None) -> tuple[Duration, ...]:
    """The same over a prepared text; `dates` spares finding its dates again."""
    dates = dates_in(source) if dates is None else dates
    found = list(periods_in(source, dates))
    found += [_length(source, match) for match in source.at_numbers(_LENGTH) if not _is_other(source.text, match)]
    found += [_anniversary(match) for match in source.search(_ANNIVERSARY, ("anniversary",), 45, 12)]
    found += [_nth_day(match) for match in source.search(_NTH_DAY, ("day ", "month "), 45, 24)]
    found += [
        _article(match)
        for match in source.search(_ARTICLE, ("year", "month", "week", "quarter", "decade", "fortnight"), 35, 10)
    ]
    found += [
        _article(match) for match in source.search(_BARE_ARTICLE, ("decade", "fortnight", "year and a half"), 4, 20)
    ]
    found += [_number_notice(source, match) for match in source.search(_NUMBER_NOTICE, (" notice",), 70, 8, Near())]
    found += [_kept_back(m) for m in source.search(_KEPT_BACK, _KEPT_BACK_NEAR, 45, 110)]
    found += open_ended(source)
    if source.japanese:
        found += japanese_durations(source)
    blanks = [date.span for date in dates if date.kind in ("blank", "redacted")]
    return settle(value for value in found if not any(value.span.overlaps(blank) for blank in blanks))


def _span(match: re.Match[str], start: int | None = None, end: int | None = None) -> Span:
    return Span(match.start() if start is None else start, match.end() if end is None else end)


def _length(source: Source, match: re.Match[str]) -> Duration:
    text, start, end = source.text, match.start(), match.end()
    number = quantity(match["number"] + (match["again"] or ""))
    duration = measure(number, match["adjectives"], match["unit"])
    compound = _COMPOUND.match(text, end, end + 60) if duration.kind == "length" else None
    if compound and compound["unit"] is None:
        duration = replace(duration, months=duration.months * (1 + 0.5 / (number.value or 1)))
        end = compound.end()
    elif compound and "year" in duration.unit and compound["unit"].lower().startswith("month"):
        extra = quantity(compound["number"]).value or 0.0
        if extra < 12:
            duration = replace(duration, months=duration.months + extra, amount=None)
            end = compound.end()
    head = text[max(0, start - 110) : start]
    low_head = head[-6:].lower().rstrip()
    if low_head.endswith("than") and (window := _WINDOW_START.search(head)):
        bound = quantity(window["number"]).value
        if bound is not None and duration.amount and bound > duration.amount:
            ranged = replace(duration, window=(duration.amount, bound), note="window")
        else:
            ranged = _ranged(duration, bound)
        start -= len(head) - window.start("number") if ranged is not duration else 0
        duration = ranged
    elif low_head.endswith(("to", "and", "or", "-")) and (lower := _LOWER_BOUND.search(head)):
        link = lower["link"].lower()
        between = head[: lower.start()].rstrip().lower().endswith("between")
        if link in ("to", "-") or between:
            ranged = _ranged(duration, quantity(lower["number"]).value, note="range")
            start -= len(head) - lower.start() if ranged is not duration else 0
            duration = ranged
    duration = in_context(source.text, duration, start, end)
    return replace(duration, qualifier="at_least") if match["more"] else duration


def measure(number: Quantity, adjectives: str, unit: str) -> Duration:
    """A `Duration` without a place: `number` of `unit`, described by `adjectives` ("consecutive calendar ")."""
    kind = re.sub(r"[\s-]+", "-", unit.lower().rstrip(".").rstrip("s"))
    kind = {"yr": "year", "mo": "month"}.get(kind, kind)
    described = adjectives.lower()
    business = kind == "day" and bool(re.search("business|working|banking|trading", described))
    name = ("business " if business else "") + kind + "s"
    empty = Span(0, 0)
    if number.value is None:
        return Duration(empty, kind=number.state or "blank", unit=name, business=business)
    notes = [number.note] if number.note else []
    if re.search("contract|license|agreement|marketing|sales", described) and kind == "year":
        notes.append("resolve Contract Year definition")
    if re.search("consecutive|successive", described):
        notes.append("consecutive")
    if "clear" in described:
        notes.append("clear days")
    value = number.value
    return Duration(
        empty,
        months=value * IN_MONTHS.get(kind, 0.0),
        days=value * _IN_DAYS.get(kind, 0.0) + (value / 24 if kind == "hour" else 0.0),
        hours=value if kind == "hour" else None,
        business=business,
        unit=name,
        amount=value,
        conflict=number.conflict,
        note="; ".join(notes),
    )


def _ranged(duration: Duration, low: float | None, note: str = "window") -> Duration:
    """The same length as the upper end of a range: months and days hold the lower end, `window` both."""
    if low is None or not duration.amount or low >= duration.amount:
        return duration
    share = low / duration.amount
    return replace(
        duration,
        months=duration.months * share,
        days=duration.days * share,
        amount=low,
        window=(low, duration.amount),
        note="; ".join(filter(None, (duration.note, note))),
    )


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the number is money or a calendar year that happens to stand before a unit: "$7,083 Year 2"."""
    before = text[max(0, match.start() - 2) : match.start()].rstrip()
    return before.endswith(("$", "€", "£", "¥")) or bool(re.fullmatch(r"(?:19|20)\d\d", match["number"]))


def _ordinal(text: str) -> float:
    figures = re.match(r"\d+", text)
    return float(figures[0]) if figures else spelled(text) or 0.0


def _anniversary(match: re.Match[str]) -> Duration:
    number = _ordinal(match["ordinal"])
    by_month = bool(match["months"])
    return Duration(
        _span(match),
        months=number if by_month else number * 12,
        unit="months" if by_month else "years",
        amount=number,
        note="anniversary",
    )


def _nth_day(match: re.Match[str]) -> Duration:
    duration = measure(Quantity(_ordinal(match["ordinal"])), match["adjectives"], match["unit"])
    return replace(duration, span=_span(match, end=match.end("unit")), note="ordinal")


def _article(match: re.Match[str]) -> Duration:
    groups = match.groupdict()
    if groups.get("half_unit"):
        duration = measure(Quantity(0.5), "", groups["half_unit"])
        return replace(duration, span=_span(match))
    if groups.get("half_year"):
        return replace(measure(Quantity(1.5), "", "year"), span=_span(match))
    duration = measure(Quantity(1.0), match["one"], match["one_unit"])
    return replace(duration, span=_span(match, start=match.start("one")))


def _kept_back(match: re.Match[str]) -> Duration:
    """ "for a period of [***]": a length that is left out together with its unit."""
    group = match.lastgroup or "notice"
    return Duration(Span(*match.span(group)), kind=quantity(match[group]).state or "blank", note="unit missing")


def _number_notice(source: Source, match: re.Match[str]) -> Duration:
    """ "sixty (60) prior written notice": a number whose unit was forgotten."""
    number = quantity(match["number"])
    span = Span(match.start(), match.end("number"))
    return Duration(
        span,
        kind="unspecified" if number.value is not None else number.state or "blank",
        amount=number.value,
        conflict=number.conflict,
        role="notice",
        qualifier=qualifier(source.text, span.start, span.end),
        note="unit missing",
    )
