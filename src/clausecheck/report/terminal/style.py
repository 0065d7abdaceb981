"""Colours and small parts that all of the terminal report shares."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from clausecheck.model.report import Severity
from clausecheck.report.inert import one_line

COLOURS: dict[Severity, Style] = {
    "high": Style(color="red", bold=True),
    "medium": Style(color="yellow", bold=True),
    "low": Style(color="cyan", bold=True),
    "info": Style(color="green", bold=True),
}
BOLD = Style(bold=True)
FAINT = Style(dim=True)
PLAIN = Style()
ASK = Style(color="green")


def words(text: str, style: Style = PLAIN) -> Text:
    """Words from anywhere, made harmless."""
    return Text(one_line(text), style=style)


def heading(title: str, style: Style = BOLD) -> RenderableType:
    """A line across the page that carries a title."""
    return Padding(Rule(Text(title, style=style), align="left", style=FAINT), (1, 0, 0, 0))


def rows(*columns: int | None) -> Table:
    """A table without lines. Each column is its width in characters, None for what is left."""
    table = Table.grid(padding=(0, 2))
    for width in columns:
        table.add_column(width=width, ratio=None if width else 1, overflow="fold")
    table.expand = True
    return table


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    return Padding(part, (0, 0, 0, by))
