"""The report formats: name, suffixes, module. To add one, write a module with a function `write` and a line here.

`write(reviews, manner)` returns the whole report, as text or, for formats that are no text, as bytes. A module is
imported when its format is wanted and not before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from clausecheck.errors import UsageError
from clausecheck.model.report import Review
from clausecheck.report.manner import Manner


class Writer(Protocol):
    """Makes one report of one review or of several; there is always at least one unless the format is a list."""

    def __call__(self, reviews: Sequence[Review], manner: Manner) -> str | bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `module` is that of its writer, within `clausecheck.report`. `many` says whether one report may hold
    several reviews (and none), `text` whether it is text and so may go to standard output, `stored` whether reviews
    read back from JSON are enough for it, as in a folder run."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    many: bool = True
    text: bool = True
    stored: bool = False


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("text", (".txt",), "terminal"),
        Format("concise", (".concise",), "concise", stored=True),
        Format("json", (".json",), "json", many=False),
        Format("jsonl", (".jsonl", ".ndjson"), "jsonl"),
        Format("html", (".html", ".htm"), "html"),
        Format("markdown", (".md", ".markdown"), "markdown", stored=True),
        Format("sarif", (".sarif", ".sarif.json"), "sarif", stored=True),
        Format("junit", (".junit.xml", ".xml"), "junit", stored=True),
        Format("github", (".github.txt",), "github", stored=True),
        Format("csv", (".csv",), "csv", stored=True),
        Format("xlsx", (".xlsx",), "excel", text=False, stored=True),
        Format("ics", (".ics",), "ics"),
        Format("word", (".docx",), "word", many=False, text=False),
        Format("pdf", (".pdf",), "pdf", many=False, text=False),
    )
}


def by_suffix(path: Path) -> Format:
    """The format that the file's name asks for; the longest suffix counts (.sarif.json before .json)."""
    name = path.name.lower()
    found = [(len(suffix), form) for form in FORMATS.values() for suffix in form.suffixes if name.endswith(suffix)]
    if not found:
        known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
        raise UsageError(f"{path}: no report format has this suffix; known are {known}")
    return max(found, key=lambda pair: pair[0])[1]


def by_name(name: str) -> Format:
    """The format of that name, for standard output."""
    form = FORMATS.get(name)
    if form is None or not form.text:
        known = ", ".join(form.name for form in FORMATS.values() if form.text)
        wrong = "is no text; write it to a file with -o" if form else "is no report format"
        raise UsageError(f"{name!r} {wrong}; standard output takes {known}")
    return form


def render(form: Format, reviews: Sequence[Review], manner: Manner | None = None) -> str | bytes:
    """The report of the reviews. Raises UsageError where the format cannot hold them."""
    check(form, len(reviews))
    module = import_module(f"clausecheck.report.{form.module}")
    return cast(Writer, module.write)(reviews, manner or Manner())


def check(form: Format, number: int) -> None:
    """Raises UsageError where the format cannot hold that many reviews."""
    if number > 1 and not form.many:
        raise UsageError(f"{form.name} holds one review, and there are {number}; use jsonl, one review a line")
