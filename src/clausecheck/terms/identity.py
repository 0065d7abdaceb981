"""What kind of paper it is, what it calls its parties, and under which law it stands."""

from __future__ import annotations

import re

from clausecheck.model.document import Party
from clausecheck.model.location import Span
from clausecheck.model.pack import Question
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

_AMENDMENT = re.compile(r"\b(?:amendment|amending agreement|addendum|side letter|modification)\b", re.IGNORECASE)
_TITLE_WINDOW = 400
_PREAMBLE = 600
_MADE = re.compile(
    r"\bTH(?:IS|ESE)\b[^.]{0,120}?\b(?:agreement|amendment|contract|addendum|terms)\b|\b(?:is )?(?:made|entered into)\b",
    re.IGNORECASE,
)
_LAW_ENDS = re.compile(
    r"[.;:()\n\"]|,?\s+(?:without|except|excluding|exclusive|irrespective|regardless|and (?:the|any|shall|each|all|"
    r"both|venue|is|be|not|will)|as (?:applied|applicable|if|such|to)|applicable|that|which|in (?:all|every|effect)|"
    r"governing|for|to (?:the|be|contracts)|other than|but|notwithstanding|or|with|where|then|from|shall|may|will|"
    r"United Nations|excepting|however|save|by|on|under|pertaining|regarding|principles|including)\b"
)  # fmt: skip
_LAW_LEADS = re.compile(
    r"^(?:(?:the|substantive|internal|domestic|local|then|current|applicable|laws?|of|in|and|courts?|regulations?|"
    r"statutes|rules?|decisions|effect)\b[\s,]*)+",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:state|commonwealth|province|republic|kingdom|country|federal republic)\s+of\s+", re.IGNORECASE
)


def document_kind(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """agreement, amendment or addendum, from the title and the first words."""
    document = reading.document
    window = Span(0, min(len(document.text), _TITLE_WINDOW))
    for text, where in ((document.title, None), (document.text[: window.end], window)):
        match = _AMENDMENT.search(text)
        if match:
            kind = "addendum" if "addendum" in match.group().lower() else "amendment"
            span = Span(match.start(), match.end()) if where else _title_span(reading)
            return Term(question.id, kind, "found", 0.9, (reading.passage(span), *_opening(reading)))
    return Term(question.id, "agreement", "found", 0.95, (reading.passage(_title_span(reading)), *_opening(reading)))


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
    evidence = (reading.passage(_with_alias(reading, party)),) if party.span else ()
    return Term(question.id, party.label, "found", max(0.5, roles.confidence), evidence, roles.reason)


def _with_alias(reading: Reading, party: Party) -> Span:
    """The party's name with all that stands between it and the word that it is given."""
    assert party.span
    text = reading.document.text
    end = text.find(f'"{party.label}', party.span.end, party.span.end + _PREAMBLE)
    if end < 0:
        return Span(party.span.start, min(len(text), party.span.end + 60))
    return Span(max(party.span.start, end - 300), end + len(party.label) + 2)


def governing_law(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The state or country after "governed by the laws of"; null where no law is chosen."""
    text = reading.document.text
    for role, concepts in question.inputs:
        for name in concepts:
            for hit in reading.hits(name):
                start = hit.span.end if role == "before" else hit.span.start
                law = _place(text[start : start + 200]) if role == "before" else _place(text[start : hit.span.end])
                if law:
                    return Term(question.id, law, "found", 0.95, reading.evidence(hit))
    return Term(question.id, question.otherwise, "not_found", 0.85)


def _place(text: str) -> str:
    """The name of a state or country at the head of the text."""
    text = _LAW_LEADS.sub("", text.lstrip(" ,'"))
    match = _LAW_ENDS.search(text)
    name = (text[: match.start()] if match else text).strip(" ,")
    name = _LAW_LEADS.sub("", _STATE.sub("", name)).strip(" ,")
    name = re.sub(r"^(?:the\s+)?(?:state|commonwealth|province)\s+of\s+", "", name, flags=re.IGNORECASE)
    if not name or not name[0].isupper() or len(name) > 60:
        return ""
    return name.title() if name.isupper() else name
