"""When an absence proves nothing: amendments, exhibits that are not attached, pages that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausecheck.model.document import Document, Exhibit
from clausecheck.model.pack import Compare, Concept, Condition, Find, Missing, Not, Rule
from clausecheck.terms import Sheet

AMENDMENTS = ("amendment", "addendum")
AMENDMENT_ONLY = "amendment only: what it does not say stands in the agreement it amends"
SHORTEST_STEM = 5
# Words that say nothing about what an exhibit holds.
_COMMON = frozenset(
    """agreement distributor supplier either party shall other under terms product products schedule exhibit
    annex""".split()
)
_WORD = re.compile(r"[a-z]+")


def only_amends(sheet: Sheet) -> bool:
    """Whether the paper changes another one, so that it need not say everything."""
    return sheet["document.kind"].value in AMENDMENTS or sheet["document_kind"].value in AMENDMENTS


def rests_on_absence(rule: Rule, sheet: Sheet) -> bool:
    """Whether the rule speaks because something was not found."""
    return rule.verb == "missing" or _absent(rule.condition, sheet, negated=False)


def _absent(condition: Condition, sheet: Sheet, *, negated: bool) -> bool:
    if isinstance(condition, Not):
        return _absent(condition.condition, sheet, negated=not negated)
    if isinstance(condition, Find):
        return negated
    if isinstance(condition, Missing):
        return not negated
    if isinstance(condition, Compare):
        return condition.operator != "known" and sheet[condition.term].status == "not_found"
    return any(_absent(part, sheet, negated=negated) for part in condition.conditions)


def where_it_could_be(concepts: Iterable[Concept], document: Document) -> str:
    """Why the concepts may stand in what was not there to read, "" where they cannot."""
    pages = document.unreadable_pages
    if pages:
        return f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))} could not be read"
    stems = {stem for concept in concepts for words in _signs(concept) for stem in _stems(words)}
    for exhibit in document.exhibits:
        if exhibit.span is None and stems & _stems(exhibit.title):
            return f"{_name(exhibit)} is referred to and not attached"
    return ""


def _signs(concept: Concept) -> tuple[str, ...]:
    """What a title that fits the concept would say: its name and its signs. Sure wording is full of words that any
    title may have ("representative", "product"), and serves only where there is no sign."""
    return (concept.name.replace("-", " "), *(concept.hints or concept.text))


def _stems(text: str) -> set[str]:
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= SHORTEST_STEM and word not in _COMMON)
    return {word[:SHORTEST_STEM] for word in words}


def _name(exhibit: Exhibit) -> str:
    return f"{exhibit.label} ({exhibit.title})" if exhibit.title else exhibit.label
