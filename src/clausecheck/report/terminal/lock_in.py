"""The first thing to know: how long the supplier is tied to a distributor who sells nothing."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from clausecheck.model.report import LockIn, Review, Step
from clausecheck.report.band import band
from clausecheck.report.entries import other_routes
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, heading, indented, rows, words
from clausecheck.report.words import moment, place, time

MEANING = "The earliest moment at which the supplier is free of a distributor who sells nothing and breaches nothing."


def lock_in(review: Review) -> RenderableType:
    """The number with its band, and the chain of steps that leads to it."""
    found = review.lock_in
    parts: list[RenderableType] = [heading("Idle lock-in"), _headline(found), words(MEANING, FAINT)]
    if found.exit_steps:
        parts.append(_chain(found.exit_steps))
    elif found.reason:
        parts.append(words(found.reason))
    if found.status == "found" and found.free_to_appoint_months != found.free_to_exit_months:
        parts.append(words(f"Free to appoint somebody else: {time(found.free_to_appoint_months)}.", BOLD))
        parts.append(_chain(found.appoint_steps))
    parts.extend(words(f"Not a way out sooner: {route}", FAINT) for route in other_routes(found))
    return Group(parts[0], indented(Group(*parts[1:])))


def _headline(found: LockIn) -> Text:
    mark = band(found)
    if mark is None:
        return Text("CANNOT TELL", style=COLOURS["medium"])
    said = time(found.free_to_exit_months).upper()
    return Text(f"{said}  {'■' * _bars(found)}  {mark.name}", style=COLOURS[mark.severity])


def _bars(found: LockIn) -> int:
    """One block for each half year, ten for never."""
    months = found.free_to_exit_months
    return 10 if months is None else max(1, min(10, round(months / 6)))


def _chain(steps: tuple[Step, ...]) -> RenderableType:
    table = rows(10, None)
    for step in steps:
        text = words(step.text)
        where = next((place(passage) for passage in step.evidence if place(passage)), "")
        if where:
            text.append("  ").append_text(words(f"({where})", FAINT))
        table.add_row(Text(moment(step.month).rjust(10), style=BOLD), text)
    return table
