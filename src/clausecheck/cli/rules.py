"""`clausecheck rules`: what the packs hold, one rule in full, and whether their examples pass."""

from __future__ import annotations

import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausecheck.cli import options, rules_author
from clausecheck.cli.screen import output
from clausecheck.errors import UsageError

if TYPE_CHECKING:
    from clausecheck.model.pack import Pack

app = typer.Typer(no_args_is_help=True, help="What the rule packs hold, and whether their examples pass.")
rules_author.add_to(app)


@app.command("list")
def list_(
    pack: options.Packs = None,
    side: options.Side = None,
) -> None:
    """List the rules: id, severity for the side, title."""
    from rich.table import Table

    from clausecheck.report.terminal.style import COLOURS, FAINT, words

    request = options.choose(options.Asked(packs=pack, side=side)).request
    for loaded in _packs(request.packs):
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column()
        for rule in loaded.rules.values():
            severity = rule.severity(request.side)
            style = COLOURS[severity] if severity else FAINT
            table.add_row(words(rule.id), words(severity or "—", style), words(rule.title))
        output().print(table)


@app.command("explain")
def explain(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The id of a rule, such as perf.target-not-binding.")],
    pack: options.Packs = None,
) -> None:
    """Explain one rule: what it looks for, why, what to ask for, and examples."""
    from clausecheck.report.explain import explain as page

    loaded = _packs(options.choose(options.Asked(packs=pack)).request.packs)
    for candidate in loaded:
        if rule in candidate.rules:
            sys.stdout.write(page(candidate.rules[rule]))
            return
    close = get_close_matches(rule, [id for candidate in loaded for id in candidate.rules], n=3, cutoff=0.4)
    raise UsageError(f"no rule is called {rule!r}; " + (f"near it: {', '.join(close)}" if close else "see rules list"))


@app.command("test")
def check_examples(
    pack: Annotated[list[str] | None, typer.Argument(metavar="[PACK]...", help="Packs (distribution).")] = None,
    verbose: options.Verbose = False,
) -> None:
    """Check every example of a pack: does each rule say what its author wrote? Rules that a pack inherits are checked
    with the pack they come from."""
    from clausecheck.cli.rule_examples import check_pack

    names = tuple(pack or options.choose().request.packs)
    passed = [check_pack(_own_rules(loaded, name), verbose) for name, loaded in zip(names, _packs(names), strict=True)]
    if not all(passed):
        raise typer.Exit(1)


def _own_rules(pack: Pack, name: str) -> Pack:
    """The pack without the rules it inherits; all of them where it is a built-in one."""
    folder = Path(name).resolve()
    if not folder.exists():
        return pack
    rules = {id: rule for id, rule in pack.rules.items() if Path(rule.place.file).resolve().is_relative_to(folder)}
    return replace(pack, rules=rules)


def _packs(names: tuple[str, ...]) -> tuple[Pack, ...]:
    from clausecheck.api import load_pack

    return tuple(load_pack(name) for name in names)
