"""Renewal and notice deadlines as a calendar (iCalendar, RFC 5545). A contract whose dates are not known becomes a
to-do, since a calendar without it would look as if nothing were due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import sha256
from pathlib import PurePath

from clausecheck.model.report import Review
from clausecheck.report.dates import Deadline, deadlines
from clausecheck.report.entries import DISCLAIMER
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.words import excerpt, place

_STAMP = "20000101T000000Z"  # required; fixed, so that the same review gives the same file
_OCTETS = 73  # of a line, without its end
_PASSAGE = 400


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """One calendar for all contracts."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clausecheck//deadlines//EN", "CALSCALE:GREGORIAN"]
    for review in reviews:
        found = deadlines(review)
        for deadline in found:
            lines += _event(review, deadline)
        if not found:
            lines += _todo(review)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(review: Review, deadline: Deadline) -> Iterator[str]:
    name = PurePath(review.document.path).name or "standard input"
    first = next(iter(deadline.evidence), None)
    said = [f"Contract: {one_line(review.document.path)}"]
    if first is not None:
        said.append(f"{place(first)}: “{one_line(excerpt(first.text, _PASSAGE))}”")
    said.append(f"Worked out from the contract's dates; check them. {DISCLAIMER}")
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(review, f'{deadline.kind}-{deadline.cycle}')}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{deadline.text} ({name})')}"
    yield f"DESCRIPTION:{_text(chr(10).join(said))}"
    yield "TRANSP:TRANSPARENT"
    for days in (60, 14) if deadline.kind == "notice" else (30,):
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D")
        yield from (f"DESCRIPTION:{_text(deadline.text)}", "END:VALARM")
    yield "END:VEVENT"


def _todo(review: Review) -> Iterator[str]:
    name = PurePath(review.document.path).name or "standard input"
    yield from ("BEGIN:VTODO", f"UID:{_uid(review, 'dates')}", f"DTSTAMP:{_STAMP}")
    yield f"SUMMARY:{_text(f'Enter the deadlines of {name} by hand: its dates could not be worked out')}"
    yield "END:VTODO"


def _uid(review: Review, kind: str) -> str:
    """The same for every draft of a contract, so that a later report moves the entry instead of adding one."""
    return f"{sha256(PurePath(review.document.path).name.encode(errors='replace')).hexdigest()[:24]}-{kind}@clausecheck"


def _text(text: str) -> str:
    kept = "\n".join(one_line(line) for line in text.split("\n"))
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, cut between characters; pieces after the first begin with a space."""
    piece, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8", errors="replace"))
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + octets
    yield piece
