"""Lengths of time in English: "thirty (30) days", "a five-year term", "until terminated", "reasonable notice"."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.model.location import Span
from clausecheck.model.value import Date, Duration, DurationKind
from clausecheck.text.numbers import QUANTITY, Quantity, quantity, spelled
from clausecheck.values.date import dates_in
from clausecheck.values.duration_ja import japanese_durations
from clausecheck.values.period import periods_in
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Near, Source, prepare, settle

_ADJECTIVE = (
    "full|complete|whole|additional|further|more|extra|consecutive|successive|continuous|rolling|calendar|contract"
    "|fiscal|financial|clear|renewal|extension|other|separate|similar|like|prior|business|working|banking|trading"
    "|license|agreement|marketing|sales"
)
_UNIT = r"hours?|days?|weeks?|fortnights?|months?|mos?\.|quarters?|half[\s-]years?|years?|yrs?\.?|decades?"
LENGTH = (
    rf"(?P<number>{QUANTITY})[\s-]{{0,3}}(?P<adjectives>(?:(?:{_ADJECTIVE})[\s,-]{{1,3}}){{0,4}})"
    rf"(?P<unit>{_UNIT})(?![a-z])(?P<again>\s?\(\s?\d{{1,4}}\s?\))?"
)
_LENGTH = re.compile(LENGTH, re.I)
_COMPOUND = re.compile(
    rf",?\s{{1,2}}(?:and\s{{1,2}})?(?P<number>{QUANTITY})[\s-]{{1,2}}(?P<unit>months?|days?)(?![a-z])"
    r"|\s{1,2}and\s{1,2}(?:a|one)[\s-]half(?![a-z])",
    re.I,
)
_LOWER_BOUND = re.compile(
    rf"(?P<number>{QUANTITY})(?:[\s-]{{1,2}}(?:{_UNIT}))?\s{{0,2}}(?P<link>to|and|or|-)\s{{0,2}}\Z", re.I
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
_BARE_ARTICLE = re.compile(r"(?<![a-z])(?P<one>an?\s(?P<one_unit>decade|fortnight)|an?\s(?P<half_year>year and a half))(?![a-z])", re.I)
_ENDS: tuple[tuple[re.Pattern[str], tuple[str, ...], DurationKind], ...] = (
    (re.compile(r"in\s{1,2}perpetuity|perpetual(?:ly)?", re.I), ("perpetu",), "perpetual"),
    (
        re.compile(
            r"(?:unless\s{1,2}and\s{1,2})?until\s{1,2}(?:it\s{1,2}is\s{1,2}|this\s{1,2}agreement\s{1,2}is\s{1,2}|so\s{1,2})?(?:otherwise\s{1,2})?(?:validly\s{1,2})?(?:terminated|cancelled|canceled)"
            r"|(?:for\s{1,2})?an?\s{1,2}indefinite\s{1,2}(?:period|term|duration|time)|(?:continue|remain|renew)\w{0,4}\s{1,2}(?:in\s{1,2}(?:full\s{1,2})?force\s{1,2}(?:and\s{1,2}effect\s{1,2})?)?indefinitely|evergreen|of\s{1,2}indefinite\s{1,2}(?:duration|term)",
            re.I,
        ),
        ("until", "indefinite", "evergreen"),
        "indefinite",
    ),
    (
        re.compile(r"co-?termin(?:o)?us(?:\s{1,2}with)?|(?:runs?|running)\s{1,2}concurrently\s{1,2}with", re.I),
        ("termin", "concurrently with"),
        "coterminous",
    ),
    (
        re.compile(
            r"(?:for\s{1,2})?(?:so|as)\s{1,2}long\s{1,2}as|for\s{1,2}the\s{1,2}life\s{1,2}of\s{1,2}(?:the\s{1,2}|any\s{1,2})?\w{1,20}", re.I
        ),
        ("long as", "the life of"),
        "contingent_end",
    ),
    (
        re.compile(
            r"(?:up)?on\s{1,2}reasonable\s{1,2}(?:prior\s{1,2}|advance\s{1,2}|written\s{1,2}){0,2}notice"
            r"|reasonable\s{1,2}(?:prior\s{1,2}|advance\s{1,2}|written\s{1,2}){0,2}(?:notice|time|period)|promptly|without\s{1,2}(?:undue\s{1,2})?delay",
            re.I,
        ),
        ("reasonable", "promptly", "delay"),
        "unspecified",
    ),
)
_AT_ONCE = re.compile(
    r"forthwith|immediately(?!\s{1,2}(?:preceding|prior|before|following|above|below|available|preceeding|succeeding))|with\s{1,2}immediate\s{1,2}effect",
    re.I,
)
_BI = re.compile(r"bi-?annual(?:ly)?|biennial(?:ly)?", re.I)
_NUMBER_NOTICE = re.compile(
    rf"(?P<number>{QUANTITY})\s{{1,2}}(?=(?:(?:prior|advance|written)\s{{1,2}}){{1,3}}notice)", re.I
)
_EVENT = (
    r"(?:receipt|regulatory|marketing|health|import|product)?\s{0,2}(?:of\s{1,2})?(?:the\s{1,2})?(?:approval|registration|authori[sz]ation|clearance"
    r"|launch|initial\s{1,2}order|first\s{1,2}(?:commercial\s{1,2})?(?:sale|shipment|delivery|order|launch|use))"
)
_CONTINGENT_START = re.compile(
    r"\s{1,2}(?:from|after|following|commencing\s{1,2}(?:on|upon|from)|beginning\s{1,2}(?:on|upon)|starting\s{1,2}(?:on|from|with))\s{1,2}"
    rf"(?:and\s{{1,2}}including\s{{1,2}})?(?:the\s{{1,2}})?(?:date\s{{1,2}}of\s{{1,2}})?(?:the\s{{1,2}})?(?:receipt\s{{1,2}}of\s{{1,2}})?(?:the\s{{1,2}}|all\s{{1,2}})?{_EVENT}(?![a-z])",
    re.I,
)
_END_OF_PERIOD = re.compile(
    r"'?s?\s{0,2}(?:(?:prior|advance|written)\s{1,2}){0,3}(?:notice\s{1,2})?(?:in\s{1,2}writing\s{1,2})?(?:expiring|ending|effective|to\s{1,2}(?:expire|take\s{1,2}effect))?\s{0,2}"
    r"(?:at|on|to|with|as\s{1,2}of)?\s{0,2}(?:the\s{1,2})?(?:end|close|expiry)\s{1,2}of\s{1,2}(?:a|an|any|each|the|such)\s{1,2}(?:then[\s-]current\s{1,2})?"
    r"(?:calendar\s{1,2}|contract\s{1,2}|fiscal\s{1,2}|financial\s{1,2})(?P<period>year|quarter|month)",
    re.I,
)
_LATEST_OR_WINDOW = re.compile(
    r"\s{1,2}(?:prior\s{1,2}to|before|of)\s{1,2}(?:the\s{1,2})?(?:end|expir\w{1,6}|termination|conclusion)", re.I
)
_NOTICE_AFTER = re.compile(r"'?s?'?,?\s{0,2}(?:(?:prior|advance|previous|written|in|of|a|formal)\s{1,2},?){0,4}(?:and\s{1,2}written\s{1,2})?(?:notice|notification)", re.I)
_NOTICE_BEFORE = re.compile(r"notice\s{1,2}(?:to\s{1,2}\w{1,20}\s{1,2})?of\s{1,2}(?:(?:at|not|less|no|than|least|a|period|of)\s{1,2}){0,6}\Z", re.I)
_CURE_BEFORE = re.compile(r"(?:cure[ds]?|curing|remed(?:y|ied|ies)|rectif\w{1,4}|corrected|correct|make\s{1,2}good)\b[^.;]{0,60}\Z", re.I)
_CURE_AFTER = re.compile(r"'?\s{0,2}(?:\w{1,12}\s{1,2}){0,4}(?:(?:to|in\s{1,2}which\s{1,2}to)\s{1,2}(?:cure|remedy|correct)|cure\s{1,2}period|period\s{1,2}to\s{1,2}cure)", re.I)
_TAIL = re.compile(r"\s{1,2}(?:after|following|from|subsequent\s{1,2}to)\s{1,2}(?:the\s{1,2})?(?:(?:effective\s{1,2})?date\s{1,2}of\s{1,2})?(?:the\s{1,2}|any\s{1,2}|such\s{1,2}|its\s{1,2})?(?:expir|terminat)", re.I)
_TAIL_BEFORE = re.compile(r"(?:after|following)\s{1,2}(?:the\s{1,2}|any\s{1,2})?(?:expir|terminat)[^.;]{0,60}\bfor\s{1,2}(?:a\s{1,2}(?:further\s{1,2})?period\s{1,2}of\s{1,2})?\Z", re.I)

_IN_MONTHS = {"month": 1.0, "quarter": 3.0, "half-year": 6.0, "year": 12.0, "decade": 120.0}
_IN_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0}


def find_durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in `text`, in order, without overlaps."""
    return durations_in(prepare(text))


def calendar_days(duration: Duration) -> float:
    """Length in calendar days for comparison: five business days count as seven."""
    return duration.in_days() * 1.4 if duration.business else duration.in_days()


def durations_in(source: Source, dates: tuple[Date, ...] | None = None) -> tuple[Duration, ...]:
    """The same over a prepared text; `dates` spares finding its dates again."""
    found = list(periods_in(source, dates_in(source) if dates is None else dates))
    found += [_length(source, match) for match in source.at_numbers(_LENGTH)]
    found += [_anniversary(match) for match in source.search(_ANNIVERSARY, ("anniversary",), 45, 12)]
    found += [_nth_day(match) for match in source.search(_NTH_DAY, ("day ", "month "), 45, 24)]
    found += [_article(match) for match in source.search(_ARTICLE, ("year", "month", "week", "quarter", "decade", "fortnight"), 35, 10)]
    found += [_article(match) for match in source.search(_BARE_ARTICLE, ("decade", "fortnight", "year and a half"), 4, 20)]
    found += [_number_notice(source, match) for match in source.search(_NUMBER_NOTICE, (" notice",), 70, 8, Near())]
    for pattern, anchors, kind in _ENDS:
        found += [Duration(_span(match), kind=kind) for match in source.search(pattern, anchors, 40, 50)]
    for match in source.search(_AT_ONCE, ("forthwith", "immediate"), 10, 30):
        found.append(Duration(_span(match), unit="days", amount=0.0))
    for match in source.search(_BI, ("annual", "biennial"), 4, 12):
        if "enn" in match[0].lower():
            found.append(Duration(_span(match), months=24.0, unit="years", amount=2.0))
        else:
            found.append(Duration(_span(match), kind="unspecified", note="6 or 24 months"))
    if source.japanese:
        found += japanese_durations(source)
    return settle(found)


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
        duration = _ranged(duration, quantity(window["number"]).value)
        start -= len(head) - window.start("number")
    elif low_head.endswith(("to", "and", "or", "-")) and (lower := _LOWER_BOUND.search(head)):
        link = lower["link"].lower()
        between = head[: lower.start()].rstrip().lower().endswith("between")
        if link in ("to", "-") or between:
            duration = _ranged(duration, quantity(lower["number"]).value, note="range")
            start -= len(head) - lower.start()
    return _placed(source, duration, start, end)


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
        months=value * _IN_MONTHS.get(kind, 0.0),
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
    if low is None or not duration.amount:
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


def _placed(source: Source, duration: Duration, start: int, end: int) -> Duration:
    """`duration` with its span and what the words around it say: role, qualifier, event, worst case."""
    text = source.text
    head, rest = text[max(0, start - 110) : start], text[end : end + 110]
    notes = [duration.note] if duration.note else []
    role, kind, worst = duration.role, duration.kind, None
    if _CURE_BEFORE.search(head) or _CURE_AFTER.match(rest):
        role = "cure"
    elif _NOTICE_AFTER.match(rest) or _NOTICE_BEFORE.search(head):
        role = "notice"
    elif _TAIL.match(rest) or _TAIL_BEFORE.search(head):
        role = "tail"
    if kind == "length" and (event := _CONTINGENT_START.match(rest)):
        kind = "contingent_start"
        end += event.end()
    if kind == "length" and (period := _END_OF_PERIOD.match(rest)):
        worst = duration.in_months() + _IN_MONTHS[period["period"].lower()]
    if head.lower().rstrip().endswith("within") and _LATEST_OR_WINDOW.match(rest):
        notes.append("latest or window")
    return replace(
        duration,
        span=Span(start, end),
        kind=kind,
        role=role,
        worst_case_months=worst,
        qualifier=qualifier(text, start, end),
        note="; ".join(notes),
    )


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
