"""`clausecheck memo`: what to negotiate, for our table or as a mail to theirs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from clausecheck.cli import options
from clausecheck.cli.screen import wrote


class Reader(StrEnum):
    us = "us"
    counterparty = "counterparty"


@options.asking
def memo(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A contract, or - for standard input.")],
    recipient: Annotated[
        Reader,
        typer.Option(
            "--for",
            help="Who reads it: us, with what to settle for and when to leave, or the counterparty, without these.",
        ),
    ] = Reader.us,
    asked: options.Asked = options.DEFAULT,
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write it to a file instead: .md, .html or .docx; may repeat."
        ),
    ] = None,
) -> None:
    """Write a negotiation memo: for each finding the ask, why, wording, fallback, walk-away and expected objection."""
    from clausecheck.cli.review import attempt, load_packs
    from clausecheck.report import files
    from clausecheck.report.manner import Manner
    from clausecheck.report.memo import memo as write
    from clausecheck.report.memo_formats import markdown, writer

    writers = [(path, writer(path)) for path in outputs or ()]
    for path, _ in writers:
        files.check(path, [file])
    request = options.choose(asked).request
    review = attempt(file, request, load_packs(request))
    if review is None:
        raise typer.Exit(3)
    to: Literal["us", "counterparty"] = "us" if recipient is Reader.us else "counterparty"
    found = write(review, Manner(reader=to))
    for path, form in writers:
        files.write(path, form(found))
        wrote(path)
    if not writers:
        sys.stdout.write(markdown(found))
