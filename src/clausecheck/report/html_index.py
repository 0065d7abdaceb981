"""The index of a folder run: contracts by topics as a heat map, idle lock-in as bars, and a link to each report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from clausecheck.report.index_entries import BAR, Entry, named
from clausecheck.report.page import render as page


def file_names(paths: Sequence[str]) -> tuple[str, ...]:
    """A file name for the report of each contract, no two alike even where capitals do not count."""
    taken: Counter[str] = Counter()
    names = []
    for path in paths:
        stem = PurePath(path).name or "contract"
        taken[stem.casefold()] += 1
        again = taken[stem.casefold()]
        names.append(f"{stem}.html" if again == 1 else f"{stem}~{again}.html")
    return tuple(names)


def href(folder: str, name: str) -> str:
    """A link to a file in a folder beside the index."""
    return quote(f"{folder}/{name}")


def render(entries: Sequence[Entry]) -> str:
    """The page."""
    entries = named(entries)
    # A topic in which nothing was found anywhere is no column to look at.
    topics = sorted({topic for entry in entries for topic, cell in entry.cells if cell.number or cell.doubts})
    totals = Counter[str]()
    for entry in entries:
        totals.update(dict(entry.counts))
    order = {topic: max((entry.cell(topic).weight for entry in entries), default=0) for topic in topics}
    weight = {topic: sum(entry.cell(topic).weight for entry in entries) for topic in topics}
    return page(
        "index",
        side=next((entry.side for entry in entries if entry.side), ""),
        script="index",
        entries=tuple(sorted(entries, key=lambda e: (bool(e.error), -e.rank if e.lock_in else 0, e.name))),
        topics=sorted(topics, key=lambda topic: (-order[topic], -weight[topic], topic)),
        counts=dict(totals),
        unread=sum(bool(entry.error) for entry in entries),
        bar=BAR,
    )
