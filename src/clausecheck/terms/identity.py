"""What kind of paper it is, and what it calls its parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from clausecheck.model.document import Party
from clausecheck.model.location import Span
from clausecheck.model.pack import Question
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.reading import LONGEST_QUOTE, Reading
from clausecheck.terms.sheet import Sheet

_AMENDMENT = re.compile(r"\b(?:amendment|amending agreement|addendum|side letter|modification)\b", re.IGNORECASE)
_AMENDMENT_LINE = re.compile(
    r"^[^\S\n]*(?:\S+[^\S\n]+){0,6}?(?:AMENDMENT|ADDENDUM|AMENDING AGREEMENT|Amendment|Addendum)\b(?=[^.;\n]{0,120}$"
    r"|\s+(?:No|Number|#|to|TO|of)\b)",
    re.MULTILINE,
)
"""A line that is the title of an amendment: the word among its first seven, and no sentence."""
_TITLE = re.compile(
    r"\b(?:agreement|contract|terms|addendum|memorandum|letter|deed|licen[cs]e|schedule)\b", re.IGNORECASE
)
_CLICKED = re.compile(
    r"\bby (?:downloading|installing|clicking|opening|using|accessing)\b[^.]{0,160}\byou\b|"
    r"\byou\b[^.]{0,80}\bby (?:downloading|installing|clicking|opening)\b",
    re.IGNORECASE,
)
_CLICK_WINDOW = 1500
_TITLE_WORDS = 12
_OPENING_AMENDMENT = re.compile(r"\bthis\s+(?:\S+\s+){0,2}(?:amendment|addendum|amending agreement)\b", re.IGNORECASE)
_AMENDMENT_MADE = re.compile(
    r"\bthis\s+(?:\S+\s+){0,2}(?:amendment|addendum)\b[^.]{0,80}?\b(?:made|entered into|effective|between)\b",
    re.IGNORECASE,
)
"""The opening of an amendment, wherever it stands: for a paper whose head is missing."""
_TITLE_WINDOW = 400
_PREAMBLE = 600
_MADE = re.compile(
    r"\bTH(?:IS|ESE)\b[^.]{0,120}?\b(?:agreement|amendment|contract|addendum|terms)\b|"
    r"\b(?:is )?(?:made|entered into)\b",
    re.IGNORECASE,
)

_ACTS = re.compile(r"\b(?:appoint|grant|purchas|resell|resale|engage|retain|licens|designat)\w*\b", re.IGNORECASE)


def document_kind(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """agreement, amendment or addendum, from the title and the first words; where neither is a title (the head of
    the paper is missing), from a line further on that is one. "other" for terms that a user accepts by using."""
    document = reading.document
    head = document.text[: min(len(document.text), _TITLE_WINDOW)]
    for text, whole in ((document.title, False), (head, True)):
        match = (_AMENDMENT_LINE if whole else _AMENDMENT).search(text)
        if match:
            span = Span(match.start(), match.end()) if whole else _title_span(reading)
            return _kind(question, match.group(), reading, span)
    if _CLICKED.search(document.text, 0, _CLICK_WINDOW):
        span = _title_span(reading)
        return Term(question.id, "other", "found", 0.7, (reading.passage(span), *_opening(reading)))
    opening = _OPENING_AMENDMENT.search(head)
    later = opening or (None if _titled(document.text) else _AMENDMENT_LINE.search(document.text))
    if later is None and document.text[:1].islower():
        later = _AMENDMENT_MADE.search(document.text)
    if later:
        return _kind(question, later.group(), reading, Span(later.start(), later.end()))
    evidence = (reading.passage(_title_span(reading)), *_opening(reading))
    return Term(question.id, "agreement", "found", 0.95, evidence)


def _titled(text: str) -> bool:
    """Whether one of the first lines is the title of an agreement."""
    lines = (line.strip() for line in text[:_CLICK_WINDOW].splitlines())
    return any(
        _TITLE.search(line) and line[0].isupper() and len(line.split()) <= _TITLE_WORDS for line in lines if line
    )


def _kind(question: Question, words: str, reading: Reading, span: Span) -> Term:
    kind = "addendum" if "addendum" in words.lower() else "amendment"
    return Term(question.id, kind, "found", 0.9, (reading.passage(span), *_opening(reading)))


def _opening(reading: Reading) -> tuple[Evidence, ...]:
    """The words with which the contract begins, after its title: "This Agreement is made …"."""
    text = reading.document.text
    match = _MADE.search(text, 0, 6000)
    return (reading.passage(Span(match.start(), min(len(text), match.start() + 160))),) if match else ()


def _title_span(reading: Reading) -> Span:
    at = reading.document.text.find(reading.document.title) if reading.document.title else -1
    if at < 0:
        return Span(0, min(len(reading.document.text), 120))
    return Span(at, at + len(reading.document.title))


def party_label(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The word the contract uses for the supplier or the distributor, as `roles` found it."""
    roles = reading.document.roles
    party = roles.supplier if question.id.startswith("supplier") else roles.distributor
    if party is None:
        return Term(question.id, None, "unknown", 0.3, (), roles.reason or "the roles cannot be told")
    named = (reading.passage(_with_alias(reading, party)),) if party.span else ()
    evidence = (*named, *_acting(reading, party))
    return Term(question.id, party.label, "found", max(0.5, roles.confidence), evidence, roles.reason)


def _acting(reading: Reading, party: Party) -> Iterator[Evidence]:
    """The first sentences in which the party appoints, grants, buys or sells."""
    text = reading.document.text
    name = re.compile(rf"\b{re.escape(party.label)}\b")
    acting = (
        sentence.span
        for sentence in reading.document.sentences
        if len(sentence.span) <= LONGEST_QUOTE
        and name.search(text, sentence.span.start, sentence.span.end)
        and _ACTS.search(text, sentence.span.start, sentence.span.end)
    )
    return (reading.passage(span) for span in islice(acting, 2))


def _with_alias(reading: Reading, party: Party) -> Span:
    """The party's name with all that stands between it and the word that it is given."""
    assert party.span
    text = reading.document.text
    end = text.find(f'"{party.label}', party.span.end, party.span.end + _PREAMBLE)
    if end < 0:
        return Span(party.span.start, min(len(text), party.span.end + 60))
    return Span(max(party.span.start, end - 300), end + len(party.label) + 2)
