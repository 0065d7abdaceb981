"""The summary of a folder run on a terminal: a row a contract, then totals."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, words
from clausecheck.report.words import count

if TYPE_CHECKING:
    from clausecheck.batch.run import Row


def table(rows: Sequence[Row]) -> RenderableType:
    """One row a contract: lock-in, findings by severity, what could not be told, the worst finding."""
    grid = Table(box=SIMPLE_HEAD, show_edge=False, expand=True, padding=(0, 1))
    grid.add_column("Contract", ratio=3, overflow="fold")
    grid.add_column("Lock-in", justify="right", no_wrap=True)
    for head in ("High", "Med", "Low", "Info", "?"):
        grid.add_column(head, justify="right", no_wrap=True)
    grid.add_column("Worst finding", ratio=3, overflow="fold")
    folder = _common_folder([row.path for row in rows])
    for row in rows:
        name = words(_below(row.path, folder))
        if row.error:
            grid.add_row(name, *[Text("")] * 6, words(f"not read: {row.error}", COLOURS["high"]))
            continue
        grid.add_row(
            name,
            _lock_in(row),
            _number(row.high, "high"),
            _number(row.medium, "medium"),
            _number(row.low, "low"),
            _number(row.info, "info"),
            words(str(row.cannot_tell or "·"), FAINT),
            words(row.worst),
        )
    return Group(grid, Text(""), words(totals(rows), BOLD))


def totals(rows: Sequence[Row]) -> str:
    """The last line: how many contracts, with how many findings."""
    unread = sum(bool(row.error) for row in rows)
    high, medium, low, info = (sum(getattr(row, name) for row in rows) for name in ("high", "medium", "low", "info"))
    doubts = sum(row.cannot_tell for row in rows)
    said = f"{count(len(rows), 'contract')}: {high} high, {medium} medium, {low} low, {info} information, "
    return f"{said}{doubts} cannot tell" + (f"; {unread} could not be read." if unread else ".")


def _lock_in(row: Row) -> Text:
    if row.lock_in != "found":
        return Text("?", style=FAINT)
    if row.lock_in_months is None:
        return Text("never", style=COLOURS["high"])
    return Text(f"{row.lock_in_months:g} mo", style=BOLD)


def _number(number: int, severity: str) -> Text:
    return Text(str(number), style=COLOURS[severity]) if number else Text("·", style=FAINT)  # type: ignore[index]


def _common_folder(paths: Sequence[Path]) -> str:
    """The folder that all paths share, "" where they share none but the root."""
    try:
        folder = Path(os.path.commonpath([path.parent for path in paths]))
    except ValueError:
        return ""
    return "" if folder == Path(folder.anchor) else str(folder)


def _below(path: Path, folder: str) -> str:
    """The path as seen from the folder, so that two drafts of one name can be told apart."""
    return path.relative_to(folder).as_posix() if folder else path.as_posix()
