"""The panel at the top: which contract, who is who in it, and for whom it is reviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from clausecheck.model.document import Party
from clausecheck.model.report import Review, Side
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, rows, words
from clausecheck.report.words import count

# What reading notes of single pages; the header names them all in one line.
_PAGE_NOTE = re.compile(r"page \d+ could not be read")


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
    parts.extend(words(f"! {warning}", COLOURS["medium"]) for warning in _warnings(review))
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


def _warnings(review: Review) -> list[str]:
    document, found = review.document, []
    other: dict[Side, Side] = {"supplier": "distributor", "distributor": "supplier"}
    if document.roles.supplier is None or document.roles.distributor is None:
        why = f" ({document.roles.reason.rstrip('.')})" if document.roles.reason else ""
        found.append(f"Who is who could not be told{why}. Say it with --party {other[review.side]}=NAME.")
    if document.unreadable_pages:
        found.append(f"Not readable: {ranges(document.unreadable_pages)}. What stands there was not reviewed.")
    notes = [note for note in document.notes if not _PAGE_NOTE.match(note)]
    if document.changes and not any("tracked" in note for note in notes):
        authors = sorted({change.author for change in document.changes if change.author})
        by = f", by {', '.join(authors)}" if authors else ""
        found.append(f"{count(len(document.changes), 'tracked change')}{by}.")
    absent = [exhibit.label for exhibit in document.exhibits if exhibit.span is None]
    if absent:
        found.append(f"Referred to but not in the file: {', '.join(dict.fromkeys(absent))}.")
    return [*found, *notes]


def ranges(pages: Sequence[int]) -> str:
    """ "page 3", "pages 1-6, 9": page numbers in order, runs of them joined."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {said}" if len(pages) == 1 else f"pages {said}"
