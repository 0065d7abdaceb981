"""Choices between two ends: "the longer of ten (10) years and the expiry of the last Valid Claim"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from clausecheck.model.location import Span
from clausecheck.model.value import Date, Duration
from clausecheck.values.date import dates_in
from clausecheck.values.duration import durations_in
from clausecheck.values.scan import prepare

Selector = Literal["earlier", "later", "longer", "shorter", "greater", "lesser"]


@dataclass(frozen=True, slots=True)
class Limb:
    """One of the things to choose from: a length, a date, or an `event` in words where neither is said."""

    length: Duration | None = None
    date: Date | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice between limbs, in text order."""

    span: Span
    selector: Selector
    limbs: tuple[Limb, ...]


_SELECTORS: dict[str, Selector] = {
    "earlier": "earlier", "earliest": "earlier", "later": "later", "latest": "later", "longer": "longer",
    "longest": "longer", "shorter": "shorter", "shortest": "shorter", "greater": "greater", "greatest": "greater",
    "higher": "greater", "lesser": "lesser", "lower": "lesser", "less": "lesser",
}  # fmt: skip
_OPENING = re.compile(
    r"(?:the\s+)?(?P<word>earlie(?:r|st)|late(?:r|st)|longe(?:r|st)|shorte(?:r|st)|greate(?:r|st)|higher|lower|less(?:er)?)\s+(?:to\s+occur\s+)?of\s*:?\s*",
    re.I,
)
_LINK = re.compile(r",?\s+(?:and|or)\s+|;\s*(?:and\s+|or\s+)?", re.I)


def find_selections(text: str) -> tuple[Selection, ...]:
    """Every "earlier of", "later of", "longer of" … in `text`, each read to the end of its sentence or clause."""
    source = prepare(text)
    found: list[Selection] = []
    for match in _OPENING.finditer(source.text):
        stop = re.search(r"(?<=[a-z)])\.(?:\s|\Z)|\n\n", source.text[match.end() : match.end() + 400])
        end = match.end() + (stop.start() if stop else min(400, len(source.text) - match.end()))
        limbs = tuple(_limb(part) for part in _LINK.split(source.text[match.end() : end], maxsplit=3) if part.strip())
        if len(limbs) > 1:
            found.append(Selection(Span(match.start(), end), _SELECTORS[match["word"].lower()], limbs))
    return tuple(found)


def _limb(part: str) -> Limb:
    source = prepare(part)
    dates = dates_in(source)
    if dates and dates[0].span.start < 12:
        return Limb(date=dates[0])
    lengths = durations_in(source, dates)
    if lengths and lengths[0].kind == "length" and lengths[0].span.start < 30:
        return Limb(length=lengths[0])
    return Limb(event=part.strip())
