"""Colours and small parts that all of the terminal report shares."""

from __future__ import annotations

import re

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from clausecheck.model.report import Severity
from clausecheck.report.inert import inert

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
    """Words from anywhere, made harmless, on one line; a space at either end stays."""
    return Text(inert(re.sub(r"\s+", " ", text)), style=style)


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


def numbered(mark: str, style: Style, part: RenderableType) -> RenderableType:
    """Something with its number or sign in the margin."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=2, justify="right", style=style)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(mark, part)
    table.expand = True
    return table


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    return Padding(part, (0, 0, 0, by))


class Quotation:
    """Words with a bar along their left side, however many lines they take."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self.text, options.update_width(options.max_width - 2), pad=False):
            yield Segment("│ ", console.get_style(FAINT))
            yield from line
            yield Segment.line()
