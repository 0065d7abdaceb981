"""`clausecheck diff`: what a round of negotiation fixed, broke and left."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausecheck.cli import options
from clausecheck.cli.screen import wrote
from clausecheck.errors import UsageError
from clausecheck.report.difference_formats import PRINTED

if TYPE_CHECKING:
    from clausecheck.model.comparison import Comparison
    from clausecheck.model.report import Severity


class DiffFailOn(StrEnum):
    new_high = "new-high"
    new_medium = "new-medium"
    new_low = "new-low"
    new_info = "new-info"
    high = "high"
    medium = "medium"
    low = "low"
    info = "info"
    never = "never"


@options.asking
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The draft of before.")],
    new: Annotated[
        Path | None,
        typer.Argument(
            metavar="[NEW]",
            help="The draft of now. Without it (or with OLD again) the tracked changes of a .docx are compared: the "
            "text before them with the text where all are accepted.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        DiffFailOn,
        typer.Option(
            "--fail-on",
            help="Exit with 1 where this round brought a finding this grave or graver (new-…), or one stands (high …).",
        ),
    ] = DiffFailOn.new_high,
    asked: options.Asked = options.DEFAULT,
    form: Annotated[
        str,
        typer.Option("-f", "--format", metavar="FORMAT", help=f"What standard output gets: {', '.join(PRINTED)}."),
    ] = "text",
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write it too, in the format of the suffix: .txt .json .md .html compare; the lists of a review "
            "(.sarif .junit.xml .csv .xlsx …) and marked copies (.docx .pdf) say of each finding whether it is new. "
            "May repeat.",
        ),
    ] = None,
    verbose: options.Verbose = False,
) -> None:
    """Compare two drafts: findings fixed, new and left, terms side by side, clauses changed and moved."""
    from clausecheck.cli.review import attempt, load_packs
    from clausecheck.engine import compare
    from clausecheck.report import files
    from clausecheck.report.difference_formats import by_name, by_suffix
    from clausecheck.report.manner import Manner

    itself = new is None or (old.exists() and new.exists() and old.samefile(new))
    new = old if new is None else new
    if itself and asked.view is options.ViewName.accepted:
        raise UsageError("one file is compared with itself before and after its tracked changes; leave --view out")
    writers = [(path, by_suffix(path)) for path in outputs or ()]
    screen = by_name(form)
    for path, _ in writers:
        files.check(path, [old, new])
    request = options.choose(asked).request
    packs = load_packs(request)
    before = attempt(old, replace(request, view="original") if itself else request, packs)
    after = attempt(new, replace(request, view="accepted") if itself else request, packs)
    if before is None or after is None:
        raise typer.Exit(3)
    if itself and not after.document.changes:
        raise UsageError(f"{old} has no tracked changes to compare; give the other draft too")
    found = compare(before, after)
    manner = Manner(verbose=verbose, packs=packs, password=request.password)
    if form == "text":
        from clausecheck.cli.screen import output
        from clausecheck.report.terminal.difference import report

        output().print(report(found, verbose))
    else:
        sys.stdout.write(str(screen(found, manner)))
    for path, write in writers:
        files.write(path, write(found, manner))
        wrote(path)
    if fails(found, fail_on.value):
        raise typer.Exit(1)


def fails(found: Comparison, rule: str) -> bool:
    """Whether the comparison is as bad as the rule says: "new-high" looks at what this round brought or made graver,
    "high" at all that stands."""
    from clausecheck.settings import at_least

    if rule == "never":
        return False
    threshold: Severity = options.SeverityName(rule.removeprefix("new-")).value
    if rule.startswith("new-"):
        worse = (change.broken for change in found.findings)
        return any(severity is not None and at_least(severity, threshold) for severity in worse)
    return any(at_least(result.severity, threshold) for result in found.new.flagged())
