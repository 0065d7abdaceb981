"""`clausecheck terms`: the answers of the term sheet, without the judgement."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausecheck.cli import options
from clausecheck.cli.screen import wrote
from clausecheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clausecheck.model.report import Review


class TermsFormat(StrEnum):
    table = "table"
    json = "json"
    csv = "csv"


def terms(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Contracts, or - for standard input.")],
    pack: options.Packs = None,
    party: options.Parties = None,
    password: options.Password = None,
    view: options.View = None,
    form: Annotated[TermsFormat, typer.Option("-f", "--format", help="What standard output gets.")] = TermsFormat.table,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write .xlsx, .csv or .json too; may repeat."),
    ] = None,
) -> None:
    """Answer the term sheet for contracts, side by side: table, JSON, CSV or a workbook."""
    from clausecheck.cli.review import attempt, load_packs
    from clausecheck.report.files import check

    for path in outputs or ():
        if path.suffix.lower() not in (".xlsx", ".csv", ".json"):
            raise UsageError(f"{path}: term sheets are written as .xlsx, .csv or .json")
        check(path, files)
    request = options.choose(options.Asked(packs=pack, parties=party, password=password, view=view)).request
    packs = load_packs(request)
    found = [attempt(path, request, packs) for path in files]
    reviews = [review for review in found if review is not None]
    if reviews:
        _show(reviews, form)
        for path in outputs or ():
            _write(reviews, path)
            wrote(path)
    if len(reviews) < len(files):
        raise typer.Exit(3)


def _show(reviews: Sequence[Review], form: TermsFormat) -> None:
    from clausecheck.report import tables

    if form is TermsFormat.table:
        from clausecheck.cli.screen import output
        from clausecheck.report.terminal.terms import sheet

        output().print(sheet(reviews))
    else:
        sys.stdout.write(tables.to_csv(reviews) if form is TermsFormat.csv else tables.to_json(reviews))


def _write(reviews: Sequence[Review], path: Path) -> None:
    from clausecheck.report import files, tables

    if path.suffix.lower() == ".xlsx":
        tables.to_xlsx(reviews, path)
    else:
        files.write(path, tables.to_csv(reviews) if path.suffix.lower() == ".csv" else tables.to_json(reviews))
