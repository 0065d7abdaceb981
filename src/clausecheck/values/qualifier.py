"""The words around a value that make it a floor, a ceiling or an estimate."""

from __future__ import annotations

import re

from clausecheck.model.value import Qualifier

_BEFORE = re.compile(
    r"(?:(?P<at_least>\b(?:at\s+least|(?:no|not)\s+(?:less|fewer|later|shorter)\s+than|(?:a\s+)?minimum(?:\s+\w{2,12})?\s+of|minimum"
    r"|the\s+minimum|at\s+a\s+minimum)|最低限?|少なくとも|最低でも)"
    r"|(?P<at_most>\b(?:up\s+to|(?:no|not)\s+(?:more|greater|longer|earlier)\s+than|at\s+most|(?:shall\s+)?not\s+(?:to\s+)?exceed(?:ing)?"
    r"|(?:a\s+)?maximum(?:\s+\w{2,12})?\s+of|maximum)|最大|最長|上限)"
    r"|(?P<more_than>\b(?:more\s+than|in\s+excess\s+of|exceed(?:s|ing)?|greater\s+than|over|longer\s+than|above))"
    r"|(?P<less_than>\b(?:less\s+than|fewer\s+than|shorter\s+than|under|below))"
    r"|(?P<approx>\b(?:approximately|about|roughly|around|some)|約|およそ))"
    r"(?:\s+(?:a|an|the|any|of|to|period|periods|term|equal|sum|total|amount|initial|additional)){0,4}\s*[:(]?\s*(?:(?:period|term)\s+of\s+)?\Z",
    re.I,
)
_AFTER = re.compile(
    r"\s*(?:\S{1,6}\s*)??(?:(?P<at_least>以上|\bor\s+(?:more|longer|greater|above)\b)"
    r"|(?P<at_most>以下|以内|\bor\s+(?:less|fewer)\b)|(?P<more_than>を?超)|(?P<less_than>未満|に満たな))",
    re.I,
)


def qualifier(text: str, start: int, end: int) -> Qualifier:
    """The qualifier of the value at [start, end), or "" where it is exact."""
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before:
        return _named(before)
    after = _AFTER.match(text, end, min(len(text), end + 20))
    return _named(after) if after else ""


def _named(match: re.Match[str]) -> Qualifier:
    name = match.lastgroup
    if name == "at_least":
        return "at_least"
    if name == "at_most":
        return "at_most"
    if name == "more_than":
        return "more_than"
    if name == "less_than":
        return "less_than"
    return "approx"
