"""`clausecheck inspect`: what was read, before anybody judges it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clausecheck.cli import options


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A contract, or - for standard input.")],
    party: options.Parties = None,
    password: options.Password = None,
    view: options.View = None,
    text: Annotated[bool, typer.Option("--text", help="Print the text as read, and nothing else.")] = False,
) -> None:
    """Show what was read: outline, parties, definitions, values, tables, unreadable pages."""
    from clausecheck import api
    from clausecheck.cli.review import standard_input
    from clausecheck.cli.screen import busy, output
    from clausecheck.report.inert import inert
    from clausecheck.report.terminal.reading import reading
    from clausecheck.values import find_all

    request = options.choose(options.Asked(parties=party, password=password, view=view)).request
    source = standard_input() if str(file) == "-" else file
    with busy(f"Reading {file} …"):
        document = api.read(
            source,
            name="-" if isinstance(source, bytes) else "",
            password=request.password,
            view=request.view,
            parties=dict(request.parties),
        )
    if text:
        typer.echo(inert(document.text), nl=False)
    else:
        output().print(reading(document, find_all(document.text)))
