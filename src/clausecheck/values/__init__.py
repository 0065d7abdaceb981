"""Durations, dates, money, percentages and counts: what a contract says in figures and words."""

from clausecheck.values.count import find_counts
from clausecheck.values.date import find_dates
from clausecheck.values.duration import find_durations
from clausecheck.values.find import find_all
from clausecheck.values.money import find_money
from clausecheck.values.percent import find_percents

__all__ = ["find_all", "find_counts", "find_dates", "find_durations", "find_money", "find_percents"]
