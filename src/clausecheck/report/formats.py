"""The report formats, by name and by the suffix of a file. To add one: a module with a function, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausecheck.errors import UsageError
from clausecheck.model.report import Review


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `render` makes the report of one review (and, for people, with or without details); `many` says
    whether the reports of several reviews may simply follow each other in a file."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Review, bool], str]
    many: bool


def _text(review: Review, verbose: bool) -> str:
    from clausecheck.report.terminal import render

    return render(review, verbose)


def _json(review: Review, verbose: bool) -> str:
    from clausecheck.report.json import render

    return render(review)


def _lines(review: Review, verbose: bool) -> str:
    from clausecheck.report.json import line

    return line(review)


def _concise(review: Review, verbose: bool) -> str:
    from clausecheck.report.concise import render

    return render(review)


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("text", (".txt",), _text, many=True),
        Format("json", (".json",), _json, many=False),
        Format("jsonl", (".jsonl", ".ndjson"), _lines, many=True),
        Format("concise", (".concise",), _concise, many=True),
    )
}


def by_suffix(path: Path) -> Format:
    """The format that the file's name asks for."""
    for form in FORMATS.values():
        if path.name.lower().endswith(form.suffixes):
            return form
    known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise UsageError(f"{path}: no report format has this suffix; known are {known}")


def render(form: Format, reviews: Sequence[Review], verbose: bool = False) -> str:
    """The reports of all reviews. Raises UsageError where the format holds one only."""
    check(form, len(reviews))
    return "".join(form.render(review, verbose) for review in reviews)


def check(form: Format, number: int) -> None:
    """Raises UsageError where the format cannot hold that many reviews."""
    if number > 1 and not form.many:
        raise UsageError(f"{form.name} holds one review, and there are {number}; use jsonl, one review a line")
