"""How far a folder run is: a bar with the time left on a terminal, a line a contract in a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clausecheck.cli.screen import complain, messages, note, shown

if TYPE_CHECKING:
    from clausecheck.batch.run import Outcome


@contextmanager
def progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """Yields what is to be told of each contract that is done. Errors are told at once, in both dresses."""
    with _bar(total) if messages().is_terminal else _lines(total) as told:
        yield told


@contextmanager
def _lines(total: int) -> Iterator[Callable[[Outcome], None]]:
    done = 0

    def told(outcome: Outcome) -> None:
        nonlocal done
        done += 1
        row = outcome.row
        if row.error:
            complain(f"{done}/{total} {shown(row.path)}: {row.error}")
        else:
            counts = f"{row.high} high, {row.medium} medium, {row.low} low, {row.cannot_tell} cannot tell"
            note(f"{done}/{total} {shown(row.path)}: {counts}")

    yield told


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Outcome], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column
    from rich.text import Text

    from clausecheck.report.inert import one_line

    columns = (
        TextColumn("Reviewing"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn(
            "{task.fields[name]}", markup=False, table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis")
        ),
    )
    with Progress(*columns, console=messages(), transient=True, expand=True) as bar:
        task = bar.add_task("", total=total, name="")

        def told(outcome: Outcome) -> None:
            row = outcome.row
            if row.error:
                line = Text("error: ", style="bold red")
                line.append(f"{one_line(str(row.path))}: {one_line(row.error)}", style="default")
                bar.console.print(line, soft_wrap=True)
            bar.update(task, advance=1, name=one_line(row.path.name))

        yield told
