"""Under which law the contract stands."""

from __future__ import annotations

import re

from clausecheck.model.location import Span
from clausecheck.model.pack import Question
from clausecheck.model.report import Term
from clausecheck.terms.law_places import FULL, NATIONAL, NATIONAL_WORD, UNION, named_places
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

_LAW = re.compile(r"\b(?:laws?|statutes|legislation)\b", re.IGNORECASE)
_OF = re.compile(
    r"(?:\s+(?:and|or)\s+(?:\w+\s+){0,2}(?:regulations|courts?|jurisdiction|statutes|decisions|rules))?(?:\s*\([^)]{0,60}\))?"
    r"(?:,?\s+(?:\w+\s+){0,5}?(?:of|in|within)(?=\s)\s+)",
    re.IGNORECASE,
)
_PLAIN_OF = re.compile(r"(?:\s+and\s+regulations)?\s+of\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:'s)?\s*(?:state\s+)?(?:\w+\s+)?", re.IGNORECASE)
_BACK = re.compile(
    r"\s*(?:thereof|of\s+(?:that|such|said|the\s+same)\s+(?:state|country|province|jurisdiction))", re.IGNORECASE
)
_OURS = re.compile(r"\b(?:agreement|contract|amendment|addendum)\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\b(?:govern|constru|interpret)", re.IGNORECASE)
_HEADINGS = ("law", "governing", "choice", "jurisdiction")
_ENDS = re.compile(
    r"[.;:()\n\"]|,?\s+(?:without|except|excluding|exclusive|irrespective|regardless|and (?:the|any|shall|each|all|"
    r"both|venue|is|be|not|will)|as (?:applied|applicable|if|such|to)|applicable|that|which|in (?:all|every|effect)|"
    r"governing|for|to (?:the|be|contracts)|other than|but|notwithstanding|or|with|where|then|from|shall|may|will|"
    r"United Nations|excepting|however|save|by|on|under|pertaining|regarding|principles|including)\b"
)  # fmt: skip
_ENTITY = re.compile(
    r"\b(?:organi[sz]ed|incorporated|existing|corporation|company|formed|duly|registered|qualified|conflicts?|choice)"
    r"(?:\s+\w+){0,6}\s*$|\b(?:patent|securities|tax|export|copyright|trademark|bankruptcy|antitrust|franchise)\s+$",
    re.IGNORECASE,
)
_STATE_OF = re.compile(
    r"^(?:the\s+)?(?:sovereign\s+)?"
    r"(?:(?:state|commonwealth|province|republic|kingdom|country|federal republic)\s+of\s+)?",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{3,}|\[\s*[*•●_.\s]*\]|\*{3,}")
_REACH = 160


def governing_law(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """The state or country whose law is chosen; null where none is, unknown where it is left blank. A law merely
    mentioned counts only under a heading that speaks of law."""
    text = reading.document.text
    blank: Term | None = None
    for hit in _candidates(question, reading):
        sentence = reading.document.sentences[hit.sentence].span
        law = chosen(text, sentence, hit.span)
        if law:
            return Term(question.id, law, "found", 0.95, reading.evidence(hit))
        if blank is None and _BLANK.search(text, hit.span.start, min(sentence.end, hit.span.end + 60)):
            blank = Term(question.id, None, "unknown", 0.55, reading.evidence(hit), "the law is left blank")
    return blank or Term(question.id, question.otherwise, "not_found", 0.85)


def _candidates(question: Question, reading: Reading) -> list[Hit]:
    """Passages that may choose the law, the likeliest first: under such a heading, and about this agreement."""
    inputs = dict(question.inputs)
    hits = [hit for name in inputs.get("chosen", ()) for hit in reading.hits(name)]
    mentioned = [hit for name in inputs.get("mentioned", ()) for hit in reading.hits(name)]
    hits += [hit for hit in mentioned if reading.stands_under(hit, _HEADINGS)]
    text = reading.document.text

    def likely(hit: Hit) -> tuple[bool, bool, int]:
        sentence = reading.document.sentences[hit.sentence].span
        ours = _OURS.search(text, sentence.start, sentence.end)
        governed = _GOVERNED.search(text, sentence.start, sentence.end)
        return (not reading.stands_under(hit, _HEADINGS) and not (ours and governed), ours is None, hit.span.start)

    return sorted(hits, key=likely)


def chosen(text: str, sentence: Span, passage: Span) -> str:
    """The name of the law that a sentence chooses: after "laws of", or before "law" ("New York law governs")."""
    laws = [m for m in _LAW.finditer(text, sentence.start, sentence.end) if not _of_entity(text, sentence, m.start())]
    laws.sort(key=lambda m: (m.end() < passage.start, m.start()))
    for law in laws:
        name = (
            _after(text, law.end(), sentence.end)
            or _before(text, sentence.start, law.start())
            or _said(text, sentence.start, law)
        )
        if name:
            return FULL.get(name, name)
    return ""


def _of_entity(text: str, sentence: Span, at: int) -> bool:
    """ "a corporation organized under the laws of …" chooses nothing, nor does "conflict of laws"."""
    return bool(_ENTITY.search(text[max(sentence.start, at - 60) : at]))


def _after(text: str, start: int, end: int) -> str:
    """The place named after "laws": a known one nearby, else whatever follows "laws of" with a capital letter."""
    link = _OF.match(text, start, min(end, start + _REACH))
    if link is None:
        return ""
    rest = text[link.end() : min(end, link.end() + _REACH)]
    lead = _STATE_OF.match(rest)
    at = lead.end() if lead else 0
    stop = _ENDS.search(rest, at)
    limit = max(at + 4, stop.start() if stop else len(rest))
    known = [p for p in named_places(rest) if p[0] <= min(limit, at + 30)]
    if known and known[0][2] in UNION:  # "the United States and the State of Florida"
        known = [p for p in named_places(rest) if known[0][1] < p[0] < known[0][1] + 30] or known
    if known:
        return known[0][2]
    name = (rest[at : stop.start()] if stop else rest[at:]).strip(" ,'")
    if not name[:1].isupper() or len(name) > 40 or _PLAIN_OF.fullmatch(link.group()) is None:
        return ""
    return "" if name.lower().startswith(("territory", "part")) else name.title() if name.isupper() else name


def _before(text: str, start: int, end: int) -> str:
    """ "New York law", "English law", "PRC laws"."""
    before = text[max(start, end - 60) : end]
    named = [p for p in named_places(before) if _ADJECTIVE.fullmatch(before[p[1] :])]
    if named:
        return named[-1][2]
    national = NATIONAL_WORD.search(before)
    return NATIONAL[national.group(1)] if national else ""


def _said(text: str, start: int, law: re.Match[str]) -> str:
    """ "made in the State of Nevada and governed by the laws thereof"."""
    if _BACK.match(text, law.end()) is None:
        return ""
    named = [p for p in named_places(text, start, law.start()) if p[2] not in UNION]
    return named[-1][2] if named else ""
