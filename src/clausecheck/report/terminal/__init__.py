"""A review for people, on a terminal or in a text file. The only place outside `cli` that knows Rich.

Contract text is only ever put into `rich.text.Text`, after `inert`: it can neither style nor break out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.console import Console, Group, RenderableType

from clausecheck.model.report import Review
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.terminal.closing import closing, doubts, resistance
from clausecheck.report.terminal.findings import findings
from clausecheck.report.terminal.header import header
from clausecheck.report.terminal.lock_in import lock_in
from clausecheck.report.terminal.terms import key_terms

WIDTH = 100  # columns in a text file


def report(review: Review, verbose: bool = False) -> RenderableType:
    """The whole report, for a Rich console of any width."""
    return Group(
        header(review),
        lock_in(review),
        key_terms(review, verbose),
        *findings(review, verbose),
        *doubts(review, verbose),
        *resistance(review),
        closing(review),
    )


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """The reports of all reviews as plain text; each ends with the name of its contract, so that nobody overwrites
    it with the report of another."""
    parts = (f"{render(review, manner.verbose)}{one_line(PurePath(review.document.path).name)}\n" for review in reviews)
    return "\n".join(parts)


def render(review: Review, verbose: bool = False) -> str:
    """The report as plain text of WIDTH columns, without colour."""
    console = Console(width=WIDTH, no_color=True, force_terminal=False, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(report(review, verbose))
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))
