"""Japanese dates: western years, eras, kanji numerals, month ends, fiscal years, calendars that are not converted."""

from __future__ import annotations

import calendar
import re

from clausecheck.model.location import Span
from clausecheck.model.value import Date
from clausecheck.text.numbers import kanji
from clausecheck.values.scan import Source

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_SHORT = {
    "M": 1867,
    "T": 1911,
    "S": 1925,
    "H": 1988,
    "R": 2018,
    "明": 1867,
    "大": 1911,
    "昭": 1925,
    "平": 1988,
    "令": 2018,
}
_N = r"(?:\d{1,4}|[〇零一二三四五六七八九十元]{1,4})"
_FULL = re.compile(
    rf"(?P<era>明治|大正|昭和|平成|令和|西暦|民國|民国|中華民國)?\s?(?P<year>{_N})\s?年\s?(?P<month>{_N})\s?月\s?(?:(?P<day>{_N})\s?日|(?P<last>末日?))"
)
_ABBREVIATED = re.compile(
    r"(?<![A-Za-z0-9])(?P<era>[MTSHR明大昭平令])(?P<year>\d{1,2})(?P<s>[./])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?!\d)"
)
_BLANK = re.compile(
    r"(?:(?:平成|令和|西暦|20)?\s?[\s_●○\[\]]{1,12}年\s?[\s_●○\[\]]{0,12}|(?:平成|令和|西暦)?\s?\d{1,4}年[\s_●○\[\]]{1,12})月[\s_●○\[\]]{0,12}日"
)
_FISCAL = re.compile(
    r"(?P<era>平成|令和)?(?P<year>\d{1,4})年度(?:\s?\(\s?(?P<month>\d{1,2})月(?:始まり|開始|から|より))?"
)


def japanese_dates(source: Source) -> list[Date]:
    """Every date said in the Japanese manner."""
    found: list[Date] = []
    for match in source.search(_FULL, ("月",), 14, 8):
        if date := _full(match):
            found.append(date)
    for match in _ABBREVIATED.finditer(source.text):
        value = _iso(_SHORT[match["era"]] + int(match["year"]), int(match["month"]), int(match["day"]))
        if value:
            found.append(Date(Span(*match.span()), iso=value))
    for match in source.search(_BLANK, ("月",), 24, 18):
        found.append(Date(Span(*match.span()), kind="blank"))
    for match in source.search(_FISCAL, ("年度",), 10, 16):
        year = _ERAS.get(match["era"] or "", 0) + int(match["year"])
        if match["month"] and 1900 < year < 2200:
            found.append(_fiscal(match, year, int(match["month"])))
    return found


def _iso(year: int, month: int, day: int) -> str:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def _number(text: str) -> int:
    return 1 if text == "元" else int(kanji(text) or 0)


def _full(match: re.Match[str]) -> Date | None:
    era = match["era"] or ""
    span = Span(*match.span())
    if "民" in era:
        return Date(span, kind="unknown-calendar")
    year = _ERAS.get(era, 0) + _number(match["year"])
    month = _number(match["month"])
    if year < 1800 or not 1 <= month <= 12:
        return None
    day = calendar.monthrange(year, month)[1] if match["last"] else _number(match["day"])
    value = _iso(year, month, day)
    return Date(span, iso=value) if value else None


def _fiscal(match: re.Match[str], year: int, month: int) -> Date:
    end_year, end_month = (year, 12) if month == 1 else (year + 1, month - 1)
    end = match.end()
    closing = match.string.find(")", end, end + 3)
    last = calendar.monthrange(end_year, end_month)[1]
    return Date(
        Span(match.start(), closing + 1 if closing >= 0 else end),
        iso=_iso(year, month, 1),
        until=_iso(end_year, end_month, last),
        kind="range",
    )
