"""`clausecheck review`: terms, findings and advice for one contract or a few."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausecheck.cli import options
from clausecheck.cli.screen import busy, complain, output, shown, wrote
from clausecheck.errors import ClausecheckError, UnreadableError, UsageError

if TYPE_CHECKING:
    from clausecheck.batch.run import Request
    from clausecheck.model.pack import Pack
    from clausecheck.model.report import Review


@options.asking
def review(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Contracts (.pdf .docx .txt .md .html), or - for standard input."),
    ],
    asked: options.Asked = options.DEFAULT,
    fail_on: options.FailOnOption = None,
    form: options.Form = "text",
    outputs: options.Outputs = None,
    verbose: options.Verbose = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print no report; files and exit code only.")] = False,
) -> None:
    """Review contracts: what to read, ask for and refuse before signing."""
    from clausecheck.report import files as report_files
    from clausecheck.report.formats import by_name, by_suffix, check, render
    from clausecheck.report.manner import Manner

    folders = [path for path in files if path.is_dir()]
    if folders:
        raise UsageError(f"{folders[0]} is a folder; clausecheck batch reviews folders")
    targets = [(path, by_suffix(path)) for path in outputs or ()]
    for path, _ in targets:
        report_files.check(path, files)
    screen = by_name(form)
    for format_ in [*(target for _, target in targets), screen]:
        check(format_, len(files))
    choice = options.choose(asked, fail_on=fail_on)
    packs = load_packs(choice.request)
    piped = standard_input() if Path("-") in files else None
    reviews: list[Review] = []
    unread: list[tuple[str, str]] = []
    for path in files:
        found = attempt(path, choice.request, packs, piped)
        if found is None:
            unread.append((str(path), "could not be read"))
            continue
        reviews.append(found)
        if not found.document.text.strip():
            from clausecheck.batch.run import NO_TEXT

            complain(_about(path, NO_TEXT))
            unread.append((str(path), NO_TEXT))
        if not quiet and form == "text":
            show(found, verbose)
    manner = Manner(
        verbose=verbose,
        packs=packs,
        unread=tuple(unread),
        original=piped,
        password=choice.request.password,
        view=choice.request.view,
    )
    if not quiet and form != "text" and (reviews or screen.many):
        sys.stdout.write(str(render(screen, reviews, manner)))
    for path, target in targets:
        if reviews or target.many:
            report_files.write(path, render(target, reviews, manner))
            wrote(path)
    if unread:
        raise typer.Exit(3)
    if options.grave(reviews, choice.fail_on):
        raise typer.Exit(1)


def load_packs(request: Request) -> tuple[Pack, ...]:
    """The packs, once their settings have been found to fit."""
    from clausecheck.api import load_pack
    from clausecheck.settings import check

    packs = tuple(load_pack(name) for name in request.packs)
    check(packs, request.settings)
    return packs


def attempt(path: Path, request: Request, packs: tuple[Pack, ...], piped: bytes | None = None) -> Review | None:
    """The review of one file; None, and a message, where it cannot be had. `piped` is what standard input held,
    where that has been read."""
    from clausecheck.batch.run import review_as
    from clausecheck.batch.workers import fault

    try:
        with busy(f"Reviewing {path} …"):
            source: Path | bytes = path
            if str(path) == "-":
                source = standard_input() if piped is None else piped
            return review_as(request, source, packs)
    except UnreadableError as error:
        complain(_about(path, str(error)))
    except ClausecheckError:
        raise
    except Exception as error:
        complain(_about(path, fault(error)))
    return None


def show(review: Review, verbose: bool) -> None:
    """Prints one review on standard output, for people."""
    from clausecheck.report.terminal import report

    output().print(report(review, verbose))


def _about(path: Path, message: str) -> str:
    return message if str(path) in message else f"{shown(path)}: {message}"


def standard_input() -> bytes:
    """The contract that was piped in."""
    if sys.stdin.isatty():
        raise UsageError("standard input is a terminal; pipe a contract into `clausecheck review -`")
    return sys.stdin.buffer.read()
