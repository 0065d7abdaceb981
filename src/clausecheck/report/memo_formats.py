"""The formats of a negotiation memo: Markdown, HTML, Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from clausecheck.errors import UsageError
from clausecheck.report.markdown import escape
from clausecheck.report.memo import Memo, Point
from clausecheck.report.page import render as page


def markdown(memo: Memo) -> str:
    """The memo as a mail or a wiki takes it."""
    return "\n".join(_lines(memo)) + "\n"


def html(memo: Memo) -> str:
    """The memo as one HTML file."""
    return page("memo", memo=memo)


def word(memo: Memo) -> bytes:
    """The memo as a .docx."""
    from clausecheck.report.word.negotiation import negotiation

    return negotiation(memo)


FORMATS: dict[str, Callable[[Memo], str | bytes]] = {".md": markdown, ".html": html, ".docx": word}


def writer(path: Path) -> Callable[[Memo], str | bytes]:
    """The writer that the file's name asks for."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path}: a memo is written as {', '.join(FORMATS)}")
    return found


def _lines(memo: Memo) -> Iterator[str]:
    yield from (f"# {escape(memo.heading)}", "")
    for paragraph in memo.opening:
        yield from (escape(paragraph), "")
    for point in memo.points:
        yield from _point(point, memo.confidential)
    if memo.open:
        yield from ("## To be settled by reading or asking", "")
        yield from (
            f"- **{escape(title)}:** {escape(why)}" if why else f"- {escape(title)}" for title, why in memo.open
        )
        yield ""
    yield from (escape(memo.closing), "")
    if memo.confidential:
        yield f"*{escape(memo.name)}*"


def _point(point: Point, confidential: bool) -> Iterator[str]:
    level = f" ({point.level.lower()})" if confidential else ""
    yield from (f"## {point.number}. {escape(point.title)}{level}", "")
    if point.passage:
        yield from (f"> “{escape(point.passage)}”" + (f" ({escape(point.where)})" if point.where else ""), "")
    for name, text in point.rows:
        yield f"- **{name}:** {escape(text)}"
    yield ""
