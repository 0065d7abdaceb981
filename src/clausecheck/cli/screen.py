"""The two streams: reports on standard output, everything else on standard error."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

FILE_WIDTH = 100


def output() -> Console:
    """Standard output. Rich honours NO_COLOR and COLUMNS, and leaves colours out where nobody looks; in a file or a
    log the lines are a little longer than on the narrowest terminal."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = FILE_WIDTH
    return console


def messages() -> Console:
    """Standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def complain(message: str) -> None:
    """An error, as the user sees it. It may quote a file, so it is made inert; it keeps its lines (a caret under a
    line of a rule pack must stay there)."""
    from rich.text import Text

    from clausecheck.report.inert import inert

    text = Text("error: ", style="bold red")
    text.append(inert(message), style="default")
    messages().print(text, soft_wrap=True)


def note(message: str) -> None:
    """Something worth knowing that is no finding."""
    from rich.text import Text

    from clausecheck.report.inert import inert

    messages().print(Text(inert(message)), soft_wrap=True)


def wrote(path: Path) -> None:
    """That a file has been written, for whoever looks at a terminal; a log needs no such line."""
    if messages().is_terminal:
        note(f"Wrote {path}.")


@contextmanager
def busy(message: str) -> Iterator[None]:
    """A spinner while something takes time; nothing where standard error is no terminal."""
    from rich.text import Text

    from clausecheck.report.inert import one_line

    console = messages()
    if not console.is_terminal:
        yield
        return
    with console.status(Text(one_line(message))):
        yield


def shown(path: Path) -> str:
    """A path as messages show it."""
    from clausecheck.report.inert import one_line

    return one_line(str(path))
