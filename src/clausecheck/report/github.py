"""Annotations as GitHub Actions reads them from a job's log (::error file=…,title=…::…)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from clausecheck.model.report import Result, Review, Severity
from clausecheck.report.entries import level, says, standing, where
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner

_COMMANDS: dict[Severity, str] = {"high": "error", "medium": "warning", "low": "notice", "info": "notice"}


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """A line a finding."""
    return "".join(_line(review, result) for review in reviews for result in standing(review))


def _line(review: Review, result: Result) -> str:
    command = _COMMANDS[result.severity] if result.verdict == "flagged" else "notice"
    title = f"{level(result)}: {result.title} ({result.rule})"
    said = [where(result), says(result), f"Ask: {result.position}" if result.position else ""]
    message = "\n".join(one_line(text) for text in said if text) or result.title
    file = PurePath(review.document.path).as_posix()
    return f"::{command} file={_property(file)},title={_property(title)}::{_data(message)}\n"


def _data(text: str) -> str:
    """Text in which no percent sign, line end or command of a contract's own can be read as one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
