"""What the index of a folder run knows of each contract: findings, lock-in, partner, and where its report is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from clausecheck.model.report import SEVERITIES, Review, Severity
from clausecheck.report.band import band_of
from clausecheck.report.record import record

BAR = 48.0  # months that fill the bar; a longer lock-in fills it too


@dataclass(frozen=True, slots=True)
class Cell:
    """The findings of one contract in one topic: how many, the worst, and how many could not be told."""

    counts: tuple[tuple[Severity, int], ...] = ()
    doubts: int = 0

    @property
    def tone(self) -> str:
        return self.counts[0][0] if self.counts else ("doubt" if self.doubts else "")

    @property
    def number(self) -> int:
        return sum(number for _, number in self.counts)

    @property
    def weight(self) -> int:
        """For sorting: one high outweighs any number of milder ones that a contract is likely to have."""
        worth = {"high": 10_000, "medium": 100, "low": 1, "info": 0}
        return sum(worth[severity] * number for severity, number in self.counts)

    @property
    def says(self) -> str:
        said = [f"{number} {severity}" for severity, number in self.counts]
        return ", ".join([*said, f"{self.doubts} cannot tell"] if self.doubts else said) or "nothing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One contract. `error` says why there is no review; `link` leads to its report from the folder of the index;
    `partner` is who stands on the other side, where that could be told."""

    path: str
    name: str
    error: str = ""
    link: str = ""
    side: str = ""
    partner: str = ""
    lock_in: str = ""
    months: float | None = None
    counts: tuple[tuple[str, int], ...] = ()
    cells: tuple[tuple[str, Cell], ...] = ()

    def cell(self, topic: str) -> Cell:
        return dict(self.cells).get(topic, Cell())

    def number(self, heading: str) -> int:
        return dict(self.counts).get(heading, 0)

    @property
    def tone(self) -> str:
        """Which colour the lock-in has."""
        if self.lock_in != "found":
            return "doubt"
        return band_of(self.months).severity

    @property
    def fill(self) -> float:
        """How much of its bar the lock-in takes, 0 to 1."""
        return 1.0 if self.months is None else min(1.0, self.months / BAR)

    @property
    def rank(self) -> float:
        """For sorting by lock-in: never is longest, unknown comes last."""
        if self.lock_in != "found":
            return -1
        return 1e8 if self.months is None else self.months


def entry(review: Review) -> Entry:
    """The entry of one review."""
    return from_record(record(review))


def from_record(found: dict[str, Any], link: str = "") -> Entry:
    """The entry of a review in the shape of its JSON."""
    cells: dict[str, Counter[str]] = {}
    for result in found["results"]:
        tally = cells.setdefault(result["topic"], Counter())
        if result["verdict"] == "flagged" and not result["waived"]:
            tally[result["severity"]] += 1
        elif result["verdict"] == "cannot-tell":
            tally["doubt"] += 1
    lock_in = found["lock_in"]
    partner = found["parties"]["distributor" if found["side"] == "supplier" else "supplier"]
    return Entry(
        path=found["path"],
        name=PurePath(found["path"]).name or "standard input",
        link=link,
        side=found["side"],
        partner=partner["name"] if partner else "",
        lock_in=lock_in["status"],
        months=lock_in["free_to_exit_months"],
        counts=tuple(found["summary"].items()),
        cells=tuple(
            (topic, Cell(tuple((s, tally[s]) for s in SEVERITIES if tally[s]), tally["doubt"]))
            for topic, tally in cells.items()
        ),
    )


def named(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, those in other folders named from the folder that all share, so that two drafts of one name can be
    told apart."""
    try:
        folder = os.path.commonpath([os.path.dirname(entry.path) or "." for entry in entries])
    except ValueError:
        return tuple(entries)
    return tuple(replace(entry, name=Path(os.path.relpath(entry.path, folder)).as_posix()) for entry in entries)
