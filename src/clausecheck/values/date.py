"""Calendar dates: "December 31, 2028", "31.12.2028", "the 1st day of April, 2025", 令和7年4月1日, blanks."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace

from clausecheck.model.location import Span
from clausecheck.model.value import Date
from clausecheck.text.numbers import spelled
from clausecheck.values.date_ja import japanese_dates
from clausecheck.values.scan import Near, Source, prepare, settle

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_DAY_WORD = (
    r"(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    r"|eighteenth|nineteenth|twentieth|thirtieth"
)
_GAP = r"\s{0,3}"
_WRITTEN = re.compile(
    rf"(?<![a-z])(?:(?P<month>{MONTH}){_GAP}(?P<day>{_DAY})(?:{_GAP}[,.]{_GAP}|\s{{1,3}})(?:of\s)?(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day2>{_DAY}|{_DAY_WORD})(?:\s?\(\s?{_DAY}\s?\))?{_GAP}(?:day{_GAP})?(?:of{_GAP})?(?P<month2>{MONTH}),?{_GAP}(?:of\s)?(?P<year2>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day3>\d{{1,2}})[-/ ](?P<month3>{MONTH})[-/ ](?P<year3>\d{{4}}|'?\d\d)(?!\d))",
    re.I,
)
_NUMERIC = re.compile(
    r"(?:\d{4}[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})|\d{1,2}(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|\d\d))"
    r"(?![0-9/-]|\.\d)"
)
_PLACE = r"(?:_{1,40}|\[[\s●•○_]{0,12}\]|●|\.{4,40}|\[\s?(?:\*\s?){1,6}\]|\*{2,6})"
_BLANK = re.compile(
    rf"(?<![a-z])(?:(?:this\s{{1,2}}|the\s{{1,2}})?(?:{_PLACE}|\d{{1,2}}){_GAP}(?:st|nd|rd|th)?{_GAP}day{_GAP}of{_GAP}(?:{_PLACE}|{MONTH}),?{_GAP}(?:(?:19|20)(?:\d\d|{_PLACE})|{_PLACE})?"
    rf"|(?:{MONTH}|{_PLACE}){_GAP}(?:{_PLACE}|{_DAY}),{_GAP}(?:(?:19|20)(?:\d\d(?!\d)|{_PLACE})|{_PLACE})"
    rf"|{_PLACE},{_GAP}(?:(?:19|20)\d\d(?!\d)|(?:19|20)_{{1,10}}))",
    re.I,
)
_ALIEN = re.compile(r"B\.?E\.?\s?2[45]\d\d(?!\d)|(?<!\d)1[34]\d\d\s?A?H\b")
_SHORT_ERA = re.compile(r"[RHS]\d{1,2}[./]\d")
_FISCAL = re.compile(
    rf"(?:FY|fiscal\s{{1,2}}year|financial\s{{1,2}}year)\s?'?(?P<year>(?:19|20)\d\d)\s{{0,2}}\(\s?(?P<from>{MONTH})\s{{1,2}}(?P<from_year>\d{{4}})\s{{0,2}}(?:to|-|through|until)\s{{0,2}}(?P<to>{MONTH})\s{{1,2}}(?P<to_year>\d{{4}})\s?\)",
    re.I,
)
_PLACE_ANCHORS = ("__", "day of", "[", "●", "**", ".....")


def find_dates(text: str) -> tuple[Date, ...]:
    """Every date in `text`, in order, without overlaps."""
    return dates_in(prepare(text))


def iso(year: int, month: int, day: int) -> str:
    """The date in ISO form, or "" where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def dates_in(source: Source) -> tuple[Date, ...]:
    """The same over a prepared text."""
    found: list[Date] = []
    for match in source.search(_FISCAL, ("fy", "fiscal year", "financial year"), 0, 60):
        start, end = _month(match["from"]), _month(match["to"])
        last = calendar.monthrange(int(match["to_year"]), end)[1]
        until = iso(int(match["to_year"]), end, last)
        found.append(Date(_span(match), iso=iso(int(match["from_year"]), start, 1), until=until, kind="range"))
    for match in source.search(_WRITTEN, _MONTHS, 40, 28, Near(after=24, slack=40, digits_only=True)):
        if written := _written(match):
            found.append(written)
    found += _resolved(source.text, [date for match in _numeric_places(source) if (date := _numeric(match))])
    for match in source.search(_BLANK, _PLACE_ANCHORS, 40, 44):
        blank = re.search(_PLACE, match[0])
        if blank:
            found.append(Date(_span(match), kind="redacted" if "*" in blank[0] else "blank"))
    for place in source.digits:
        if source.text.startswith(("1", "2"), place) and (
            alien := _ALIEN.search(source.text, max(0, place - 5), place + 8)
        ):
            found.append(Date(_span(alien), kind="unknown-calendar"))
    if source.japanese or _SHORT_ERA.search(source.text):
        found += japanese_dates(source)
    return settle(found)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _century(year: str) -> int:
    figures = year.lstrip("'")
    if len(figures) == 4:
        return int(figures)
    return int(figures) + (1900 if int(figures) >= 70 else 2000)


def _written(match: re.Match[str]) -> Date | None:
    month, day = match["month"] or match["month2"] or match["month3"], match["day"] or match["day2"] or match["day3"]
    year = match["year"] or match["year2"] or match["year3"]
    figures = re.match(r"\d+", day)
    number = int(figures[0]) if figures else int(spelled(day) or 0)
    value = iso(_century(year), _month(month), number)
    return Date(_span(match), iso=value) if value else None


def _numeric(match: re.Match[str]) -> Date | None:
    text = match[0]
    if match["m"]:
        value = iso(int(text[:4]), int(match["m"]), int(match["d"]))
        return Date(_span(match), iso=value) if value else None
    first, second = int(re.split(r"[./-]", text)[0]), int(match["b"])
    year = _century(match["c"])
    if match["s"] != "/" and len(match["c"]) == 2:
        return None  # "2.1.15" is a clause number
    american, european = iso(year, first, second), iso(year, second, first)
    if match["s"] == ".":
        american = ""
    readings = tuple(dict.fromkeys(filter(None, (american, european))))
    if not readings:
        return None
    if len(readings) == 1:
        return Date(_span(match), iso=readings[0])
    return Date(_span(match), ambiguous=readings)


def _numeric_places(source: Source) -> Iterator[re.Match[str]]:
    for place in source.digits:
        if place and source.text[place - 1] in "./-":
            continue
        if match := _NUMERIC.match(source.text, place):
            yield match


def _resolved(text: str, dates: list[Date]) -> list[Date]:
    """Numeric dates; an ambiguous one is decided where all the certain slash dates of the text put the same part first.
    `ambiguous` keeps both readings all the same."""
    day_first = set()
    for date in dates:
        written = text[date.span.start : date.span.end]
        if date.iso and "/" in written and written[:4] != date.iso[:4] and date.iso[5:7] != date.iso[8:]:
            day_first.add(int(written.split("/")[0]) == int(date.iso[8:]))
    if len(day_first) != 1:
        return dates
    reading = 1 if day_first.pop() else 0
    return [replace(date, iso=date.ambiguous[reading]) if date.ambiguous else date for date in dates]
