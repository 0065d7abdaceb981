"""Figures set year by year: "Year 1: 400 units, Year 2: 110% of Year 1", flattened tables, fiscal headers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausecheck.text.numbers import DIGITS, digits
from clausecheck.values.scan import prepare


@dataclass(frozen=True, slots=True)
class YearFigure:
    """The figure for one year. `year` counts contract years from 1, or is a calendar year; `growth` is given where the
    text says it as a share of another year ("110% of Year 1" is 1.1), and `value` is then worked out if it can be."""

    year: int
    value: float | None
    growth: float | None = None
    of_year: int | None = None


_YEAR = r"(?:(?:contract|fiscal|calendar|license)\s+)?(?:years?|yr\.?|FY)\s?'?(?P<{0}>\d{{1,4}})"
_RELATIVE = re.compile(
    _YEAR.format("year")
    + rf"\s{{0,2}}[:=,-]?\s{{0,2}}(?:[a-z]+\s+){{0,3}}?(?P<share>{DIGITS})\s?(?:%|per\s?cent)\s+of\s+(?:the\s+)"
    rf"?(?:[a-z]+\s+){{0,6}}?" + _YEAR.format("base"),
    re.I,
)
_ABSOLUTE = re.compile(
    _YEAR.format("year")
    + rf"\s{{0,2}}(?:\([^)]{{0,40}}\)\s{{0,2}})?(?:minimum|target|quota)?\s{{0,2}}[:=-]?\s{{0,2}}(?:[$€£¥]"
    rf"|(?:US\$|USD|EUR|JPY)\s?)?(?P<value>{DIGITS})(?!\s?%|\s?per\s?cent)",
    re.I,
)


def yearly_figures(text: str) -> tuple[YearFigure, ...]:
    """The figures of a passage, a year each, in order of year; relative ones are resolved from the others."""
    plain = prepare(text).text
    relative = {int(match["year"]): match for match in _RELATIVE.finditer(plain)}
    taken = [match.span() for match in relative.values()]
    figures: dict[int, float] = {}
    for match in _ABSOLUTE.finditer(plain):
        inside = any(start <= match.start() < end for start, end in taken)
        value = digits(match["value"])
        if not inside and value is not None:
            figures.setdefault(int(match["year"]), value)
    found = [YearFigure(year, value) for year, value in figures.items() if year not in relative]
    for year in sorted(relative):
        match = relative[year]
        base, growth = int(match["base"]), (digits(match["share"]) or 0.0) / 100
        known = figures.get(base)
        if known is not None:
            figures[year] = round(known * growth, 6)
        found.append(YearFigure(year, figures.get(year) if known is not None else None, growth, base))
    return tuple(sorted(found, key=lambda figure: figure.year))
