"""`clausecheck batch`: a folder of contracts, for whoever has many, and for CI."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausecheck.cli import options
from clausecheck.cli.screen import wrote
from clausecheck.errors import UsageError
from clausecheck.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clausecheck.batch.run import Row
    from clausecheck.model.report import Review, Severity


# Suffixes of the formats that list the findings of all contracts in one file.
LISTS = tuple(suffix for form in FORMATS.values() if form.stored for suffix in form.suffixes)


class BatchFormat(StrEnum):
    text = "text"
    jsonl = "jsonl"


@options.asking
def batch(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders, searched to the bottom, and files.")],
    include: Annotated[
        list[str] | None,
        typer.Option("--include", metavar="PATTERN", help="Only such files (*.docx); may repeat.", show_default=False),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="PATTERN", help="No such files or folders; may repeat.", show_default=False),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=0, help="Processes; 0 is one a core.")] = 0,
    time_limit: Annotated[
        float | None,
        typer.Option(
            "--time-limit",
            envvar="CLAUSECHECK_TIME_LIMIT",
            min=0.1,
            metavar="SECONDS",
            help="For one contract (180).",
            show_default=False,
        ),
    ] = None,
    asked: options.Asked = options.DEFAULT,
    fail_on: options.FailOnOption = None,
    form: Annotated[BatchFormat, typer.Option("-f", "--format", help="What standard output gets.")] = BatchFormat.text,
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write .jsonl, one review a line; .html, an index with a report of each contract in a folder beside "
            f"it; or one list of all findings ({' '.join(LISTS)}). May repeat.",
        ),
    ] = None,
) -> None:
    """Review folders of contracts on all cores: a row a contract, totals, and one review a line with -o."""
    from clausecheck.batch.discover import discover
    from clausecheck.batch.run import review_all
    from clausecheck.cli.batch_index import Index, reports_folder
    from clausecheck.cli.progress import progress
    from clausecheck.cli.review import load_packs
    from clausecheck.report import files as report_files
    from clausecheck.report.formats import by_suffix, render
    from clausecheck.report.manner import Manner
    from clausecheck.report.stored import load

    lines = [path for path in outputs or () if path.suffix.lower() in (".jsonl", ".ndjson")]
    indexes = [path for path in outputs or () if path.suffix.lower() in (".html", ".htm")]
    for path in outputs or ():
        if path not in (*lines, *indexes) and not path.name.lower().endswith(LISTS):
            raise UsageError(f"{path}: a folder run writes .jsonl, .html, or a list: {', '.join(LISTS)}")
    if len(indexes) > 1:
        raise UsageError(f"{indexes[1]}: a folder run writes one index, and {indexes[0]} is one already")
    choice = options.choose(asked, fail_on=fail_on, time_limit=time_limit)
    # A mistake in the packs or settings is told once, before any worker starts.
    packs = load_packs(choice.request)
    # The reports of an earlier run are no contracts.
    own = [name for path in indexes for name in (path.name, reports_folder(path).name)]
    found = discover(paths, tuple(include or ()), (*(exclude or ()), *own))
    if not found:
        raise UsageError(f"no contracts in {', '.join(str(path) for path in paths)}")
    for path in outputs or ():
        report_files.check(path, found)
    lists = [path for path in outputs or () if path not in (*lines, *indexes)]
    index = Index(indexes[0], found) if indexes else None
    pages = index.pages if index is not None else ()
    rows: list[Row] = []
    reviews: list[Review] = []
    with ExitStack() as stack:
        files = [stack.enter_context(report_files.replacing(path)) for path in lines]
        told = stack.enter_context(progress(len(found)))
        for outcome in review_all(found, choice.request, jobs, choice.time_limit, on_done=told, pages=pages):
            rows.append(outcome.row)
            if index is not None:
                index.add(outcome)
            for file in files:
                file.write(outcome.line)
            if lists and outcome.line:
                reviews.append(load(json.loads(outcome.line)))
            if form is BatchFormat.jsonl:
                sys.stdout.write(outcome.line)
    if index is not None:
        index.write()
    unread = tuple((str(row.path), row.error) for row in rows if row.error)
    for path in lists:
        report_files.write(path, render(by_suffix(path), reviews, Manner(packs=packs, unread=unread)))
        wrote(path)
    if form is BatchFormat.text:
        from clausecheck.cli.batch_table import table
        from clausecheck.cli.screen import output

        output().print(table(rows))
    raise typer.Exit(exit_code(rows, choice.fail_on))


def exit_code(rows: Iterable[Row], fail_on: Severity | None) -> int:
    """3 where a contract could not be read, else 1 where a finding reaches the threshold, else 0."""
    from clausecheck.settings import at_least

    rows = list(rows)
    if any(row.error for row in rows):
        return 3
    worst = [row.worst_severity for row in rows]
    return int(fail_on is not None and any(severity and at_least(severity, fail_on) for severity in worst))
