"""All commands in one place, and what happens to errors."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from clausecheck.cli import batch, demo, diff, inspect, memo, review, rules, terms
from clausecheck.cli.screen import complain
from clausecheck.errors import ClausecheckError
from clausecheck.version import __version__


class Commands(TyperGroup):
    """The commands. What a user has to change ends in a message and an exit code, never in a stack trace."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except ClausecheckError as error:
            complain(str(error))
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt:
            complain("stopped")
            raise typer.Exit(130) from None


app = typer.Typer(
    name="clausecheck",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Checks distribution agreements before you sign: findings with clause and page, why they matter, and what "
    "to ask for.",
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong use, configuration or pack, 3 a document "
    "could not be read (every other one still is).",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"clausecheck {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    # A terminal that cannot show a character of a contract gets a "?" instead of a crash.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


app.command("review")(review.review)
app.command("batch")(batch.batch)
app.command("diff")(diff.diff)
app.command("inspect")(inspect.inspect)
app.command("terms")(terms.terms)
app.command("memo")(memo.memo)
app.command("demo")(demo.demo)
app.add_typer(rules.app, name="rules")
