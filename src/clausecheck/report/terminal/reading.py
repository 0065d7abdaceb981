"""What was read of a contract: outline, parties, definitions, tables, values. For `inspect`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from clausecheck.model.document import Document, Party
from clausecheck.model.location import Span
from clausecheck.model.value import Count, Date, Duration, Money, Percent, Value
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, heading, indented, rows, words
from clausecheck.report.words import amount, beginning, count, excerpt

VALUES = 200  # values that are listed


def reading(document: Document, values: Sequence[Value]) -> RenderableType:
    """Everything, part by part; a part that is empty says so."""
    return Group(
        words(document.path or "standard input", BOLD),
        words(_extent(document), FAINT),
        *(words(f"! {note}", COLOURS["medium"]) for note in _notes(document)),
        *_part("Parties", _parties(document)),
        *_part("Outline", _outline(document)),
        *_part("Definitions", _definitions(document)),
        *_part("Exhibits", _exhibits(document)),
        *_part("Tables", _tables(document)),
        *_part("Tracked changes", _changes(document)),
        *_part(f"Values ({len(values)})", _values(document, values)),
    )


def _part(title: str, parts: Iterator[RenderableType]) -> Iterator[RenderableType]:
    found = list(parts)
    yield heading(title)
    yield indented(Group(*found) if found else Text("none", style=FAINT))


def _extent(document: Document) -> str:
    pages = count(len(document.pages), "page") if document.pages else "no pages"
    title = f"{document.title} · " if document.title else ""
    return f"{title}{document.format.upper()}, {pages}, {len(document.text.split()):,} words, {document.language}"


def _notes(document: Document) -> Iterator[str]:
    for page in document.pages:
        if page.unreadable:
            yield f"page {page.number} is not readable: {page.unreadable}"
    yield from document.notes


def _parties(document: Document) -> Iterator[RenderableType]:
    roles = document.roles
    table = rows(12, None)
    named: list[tuple[str, Party | None]] = [("supplier", roles.supplier), ("distributor", roles.distributor)]
    for role, party in [*named, *(("other", party) for party in roles.others)]:
        if party is None:
            table.add_row(Text(role), words("cannot tell", COLOURS["medium"]))
        else:
            aliases = f" (“{'”, “'.join(party.aliases)}”)" if party.aliases else ""
            table.add_row(Text(role), words(f"{party.name}{aliases}"))
    yield table
    if roles.reason:
        yield words(f"{roles.reason} (confidence {roles.confidence:.2f})", FAINT)


def _outline(document: Document) -> Iterator[RenderableType]:
    for clause in document.clauses:
        number = clause.label or clause.number
        first = document.text[clause.own.start : clause.own.end].strip().removeprefix(number)
        said = words(clause.heading, BOLD) if clause.heading else words(beginning(first, 60), FAINT)
        line = Text("  " * max(0, clause.level - 1)).append_text(words(number)).append(" ").append_text(said)
        page = document.source.page(clause.span)
        line.append(f"  p. {page}" if page else "", style=FAINT)
        line.append(f"  {clause.kind}" if clause.kind != "body" else "", style=FAINT)
        yield line


def _definitions(document: Document) -> Iterator[RenderableType]:
    table = rows(28, None)
    for definition in document.definitions:
        meaning = document.text[definition.meaning.start : definition.meaning.end]
        table.add_row(words(definition.term, BOLD), words(excerpt(meaning, 160)))
    if document.definitions:
        yield table


def _exhibits(document: Document) -> Iterator[RenderableType]:
    for exhibit in document.exhibits:
        absent = exhibit.span is None
        line = words(exhibit.label, BOLD).append_text(words(f" {exhibit.title}" if exhibit.title else ""))
        line.append("  referred to, and not in the file" if absent else "", style=COLOURS["medium"])
        yield line


def _tables(document: Document) -> Iterator[RenderableType]:
    for table in document.tables:
        grid = Table(box=SIMPLE_HEAD, show_header=False, title_justify="left", show_edge=False)
        for row in table.rows:
            grid.add_row(*(words(excerpt(cell, 60)) for cell in row))
        yield Text(f"page {table.page}" if table.page else "table", style=FAINT)
        yield grid


def _changes(document: Document) -> Iterator[RenderableType]:
    for change in document.changes:
        line = words(f"{change.kind} by {change.author or 'unknown'} {change.date[:10]}: ", FAINT)
        yield line.append_text(words(excerpt(change.text, 160)))


def _values(document: Document, values: Sequence[Value]) -> Iterator[RenderableType]:
    table = rows(10, 24, None, 16)
    for value in values[:VALUES]:
        place = _where(document, value.span)
        as_written = document.text[value.span.start : value.span.end]
        table.add_row(type(value).__name__.lower(), words(meaning(value), BOLD), words(as_written), words(place, FAINT))
    if values:
        yield table
    if len(values) > VALUES:
        yield Text(f"and {len(values) - VALUES} more", style=FAINT)


def _where(document: Document, span: Span) -> str:
    index, page = document.clause_at(span.start), document.source.page(span)
    number = document.clauses[index].number if index >= 0 else ""
    return ", ".join(
        part for part in (f"§{number}" if number[:1].isdigit() else number, f"p. {page}" if page else "") if part
    )


def meaning(value: Value) -> str:
    """What a value was read as: "12 months", "2024-03-31", "USD 50,000", "80 %"."""
    conflict = " (words and figures disagree)" if getattr(value, "conflict", None) else ""
    match value:
        case Duration(kind="length"):
            parts = [amount(value.months, "month"), amount(value.days, "day"), amount(value.hours or 0, "hour")]
            said = " ".join(part for part in parts if not part.startswith("0 ")) or parts[1]
        case Duration():
            said = value.kind.replace("_", " ")
        case Date():
            said = value.iso or " or ".join(value.ambiguous) or value.kind
        case Money():
            said = value.kind if value.amount is None else f"{value.currency} {value.amount:,.10g}"
        case Percent():
            said = value.kind if value.value is None else f"{value.value:g} %"
        case Count():
            per = f" per {value.per.replace('_', ' ')}" if value.per else ""
            said = value.kind if value.value is None else f"{value.value:,.10g} {value.unit}{per}"
    return f"{said}{conflict}"
