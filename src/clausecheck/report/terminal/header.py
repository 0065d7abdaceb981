"""The panel at the top: which contract, who is who in it, and for whom it is reviewed."""

from __future__ import annotations

from pathlib import PurePath

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from clausecheck.model.document import Party
from clausecheck.model.report import Review
from clausecheck.report.remarks import warnings
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, rows, words
from clausecheck.report.words import count


def header(review: Review) -> RenderableType:
    """Contract, parties and the roles that were assumed, pages, side."""
    document, roles = review.document, review.document.roles
    table = rows(11, None)
    for side, party in (("supplier", roles.supplier), ("distributor", roles.distributor)):
        table.add_row(Text(side.capitalize(), style=FAINT), _party(party))
    others = [party.label for party in roles.others]
    if others:
        table.add_row(Text("Also", style=FAINT), words(", ".join(others)))
    if roles.supplier and roles.distributor:
        table.add_row(Text("Roles", style=FAINT), words(f"assumed: {roles.reason}" if roles.reason else "assumed"))
    table.add_row(Text("Side", style=FAINT), words(f"the {review.side}'s", BOLD))
    table.add_row(Text("Read", style=FAINT), words(", ".join(_extent(review))))
    table.add_row(Text("Rules", style=FAINT), words(", ".join(f"{name} {version}" for name, version in review.packs)))
    parts: list[RenderableType] = [words(document.title, BOLD)] if document.title else []
    parts.append(table)
    parts.extend(words(f"! {warning}", COLOURS["medium"]) for warning in warnings(review))
    name = words(PurePath(document.path).name or "standard input", BOLD)
    return Panel(Group(*parts), title=name, title_align="left", box=ROUNDED, border_style=FAINT)


def _party(party: Party | None) -> Text:
    text = words("cannot tell", COLOURS["medium"]) if party is None else words(party.name)
    aliases = [alias for alias in party.aliases if alias != party.name][:3] if party is not None else []
    if aliases:
        text.append_text(words(f" (“{'”, “'.join(aliases)}”)", FAINT))
    return text


def _extent(review: Review) -> list[str]:
    document = review.document
    pages = [count(len(document.pages), "page")] if document.pages else []
    return [*pages, f"{len(document.text.split()):,} words", document.format.upper()]
