"""`clausecheck rules new | lint | docs | schema`: what authors of packs need beside the examples."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write.", show_default=False)]
PackName = Annotated[str, typer.Argument(metavar="[PACK]", help="A pack by name or path.")]


def new(
    id: Annotated[str, typer.Argument(metavar="ID", help="topic.name, such as house.payment-in-advance")],
    title: Annotated[str, typer.Option("--title", help="What is wrong, in a few words.")] = "",
    pack: Annotated[Path, typer.Option("--pack", metavar="FOLDER", help="The pack (made where there is none).")] = Path(
        "house"
    ),
) -> None:
    """Write the skeleton of a rule, with its concept and examples."""
    from clausecheck.packs.template import new_rule

    for path in new_rule(pack, id, title):
        print(f"wrote {path}")
    print(f"Next: fill them in, then run: clausecheck rules test {pack}")


def lint(pack: PackName = "distribution") -> None:
    """Say what is allowed and yet not good in a pack: unused names, thin examples, advice that is lacking. What a
    pack inherits is not looked at."""
    from clausecheck.packs import find
    from clausecheck.packs.lint import lint as remarks
    from clausecheck.report.words import count
    from clausecheck.terms.mechanisms import MECHANISMS
    from clausecheck.terms.used import concepts_of_code

    loaded = find(pack)
    found = remarks(loaded, concepts_of_code(loaded.concepts), MECHANISMS)
    folder = Path(pack).resolve()
    if folder.exists():  # what a pack inherits is its author's to mend
        found = tuple(remark for remark in found if Path(remark.place.file).resolve().is_relative_to(folder))
    for remark in found:
        print(remark)
    print(count(len(found), "remark"), file=sys.stderr)
    if found:
        raise typer.Exit(1)


def docs(pack: PackName = "distribution", out: Folder = Path("docs/rules")) -> None:
    """Write one page a rule, an index and the vocabulary; coverage.yaml too, into a pack given as a folder."""
    from clausecheck.engine.coverage import coverage_text
    from clausecheck.packs import find
    from clausecheck.report.rule_pages import rule_pages

    loaded = find(pack)
    out.mkdir(parents=True, exist_ok=True)
    pages = rule_pages(loaded)
    for stale in set(out.glob("*.md")) - {out / name for name in pages}:
        stale.unlink()
    for name, text in pages.items():
        (out / name).write_text(text, encoding="utf-8")
    print(f"wrote {len(pages)} pages into {out}")
    if Path(pack).is_dir():
        (Path(pack) / "coverage.yaml").write_text(coverage_text(loaded), encoding="utf-8")
        print(f"wrote {Path(pack) / 'coverage.yaml'}")


def schema(out: Folder = Path("schemas")) -> None:
    """Write the JSON Schemas of pack files, for editors."""
    from clausecheck.packs.json_schema import write

    for path in write(out):
        print(f"wrote {path}")


def add_to(app: typer.Typer) -> None:
    """Adds the commands to `clausecheck rules`."""
    for command in (new, lint, docs, schema):
        app.command(command.__name__)(command)
