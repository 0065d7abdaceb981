"""Names and dates: what the contract is called, who its parties are, when it was made and from when it counts.

Rules read these better than learning does. The confidence of each kind of find is its precision on the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.values.date import find_dates

_HEAD = 12_000  # characters in which a title and dates are looked for
_TAIL = 3_000  # characters at the end in which signatures are dated
_NEAR = 600  # characters after the last party's name in which its alias may be given
_MADE = re.compile(
    r"\b(?:dated|made|entered\s+into|executed|effective|date\s+of\s+(?:this\s+)?agreement|(?:is|as)\s+of|on\s+this|this)\b"
    r"[^.;]{0,60}$",
    re.I,
)
_EFFECTIVE = re.compile(
    r"\b(?:effective|with\s+effect\s+from|commence[sd]?|commencement\s+date|shall\s+begin|begins?)\b[^.;]{0,70}$",
    re.I,
)
_AFTER = re.compile(r"^[^.;]{0,30}\(?(?:the\s+)?\"?(?:effective\s+date|commencement\s+date)", re.I)
_STARTS = re.compile(
    r"\"?\b(?:effective|commencement)\s+date\"?\s+(?:of\s+this\s+agreement\s+)?(?:shall\s+)?(?:means?|is|be)\b"
    r"|\bagreement\s+(?:shall|will|is|becomes?|shall\s+become)\s+(?:be\s+|become\s+)?"
    r"(?:effective|commence|come\s+into\s+force|take\s+effect)"
    r"|\bterm\s+(?:of\s+this\s+agreement\s+)?(?:shall|will)\s+(?:commence|begin|start)",
    re.I,
)
_BLANK = re.compile(
    r"(?:_{2,}|\[[\s●_*]*\])\s+day\s+of\s+\S+(?:,?\s+(?:19|20)[\d_]{2})?"
    r"|\b\d{1,2}\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)?\s+day\s+of\s+[A-Z][a-z]{2,8},?(?:\s+(?:19|20)\d\d)?"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s*[_ ]*,\s*(?:19|20)\d\d"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b",
    re.I,
)


_KIND = r"(?:AGREEMENT|CONTRACT|AMENDMENT|ADDENDUM|LICENSE|MEMORANDUM OF UNDERSTANDING|LEASE|TARIFF)"
_TITLE_LINE = re.compile(
    rf"^[ \t|*#]*((?:[A-Z0-9][\w&,.'/()#-]*[ \t]+(?:(?:and|of|to|for|the|in)[ \t]+)?){{0,9}}(?i:{_KIND})S?)"
    r"[ \t|*]*(?:\(|$)",
    re.M,
)
_TITLE_INLINE = re.compile(
    rf"\b[Tt](?:his|HIS)\s+((?:[A-Z0-9][\w&,.'/-]*\s+(?:(?:and|of|to|for)\s+)?){{1,8}}(?i:{_KIND})S?)\b"
)
_TITLE_QUOTED = re.compile(rf"\b((?:[A-Z][\w&'/-]*\s+){{1,6}}(?i:{_KIND}))\b")
_BEFORE_TITLE = re.compile(
    r"(?:\W*(?:exhibit|annex|appendix|attachment|schedule)s?\s+[\w.-]+\s+|\([a-z0-9]\)|\s+|form\s+of\s+)+",
    re.I,
)
_AFTER_TITLE = re.compile(
    r"\s+(?:\(|by\s+and\b|between\b|among\b|made\b|entered\b|dated\b|is\b|this\b|with\s+respect\b|effective\b|-\s)",
    re.I,
)
_TOGETHER = re.compile(
    r"(?:(?<=[.;)\n] )|(?<=\()|(?<=\n))[^.;()\n]{0,120}"
    r"\b(?:individually|collectively|each|together|jointly|separately)\b"
    r"[^.;()\n]{0,80}\"(?:the\s+)?part(?:y|ies)[,.]?\"(?:[^.;()\n]{0,90}\"part(?:y|ies)[,.]?\")?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name or date found, of one of the types in `types.NAMES`."""

    type: str
    span: Span
    confidence: float


def names(document: Document) -> tuple[Named, ...]:
    """All names and dates, one find for each distinct text of a type, in document order."""
    found: dict[tuple[str, str], Named] = {}
    for named in (*_title(document), *_parties(document), *_dates(document)):
        key = (named.type, document.text[named.span.start : named.span.end].lower())
        if key not in found or found[key].confidence < named.confidence:
            found[key] = named
    return tuple(sorted(found.values(), key=lambda named: (named.span, named.type)))


def _title(document: Document) -> Iterator[Named]:
    head = document.text[:_HEAD]
    given = 0
    if document.title:
        words = r"\s+".join(re.escape(word) for word in document.title.split())
        match = re.search(words, head, re.I)
        if match:
            yield Named("document_name", _core(head, match.start(), match.end()), 0.9)
            given = 1
    for pattern, confidence in ((_TITLE_LINE, 0.9), (_TITLE_INLINE, 0.85), (_TITLE_QUOTED, 0.7)):
        match = pattern.search(head)
        if match:
            yield Named("document_name", Span(match.start(1), match.end(1)), 0.4 if given else confidence)
            return


def _core(text: str, start: int, end: int) -> Span:
    """A title without the number of the exhibit before it and without the parties after it."""
    title = text[start:end]
    before, after = _BEFORE_TITLE.match(title), _AFTER_TITLE.search(title)
    first = before.end() if before else 0
    last = after.start() if after and after.start() > first + 4 else len(title)
    return Span(start + first, start + last)


def _parties(document: Document) -> Iterator[Named]:
    reach = max((party.span.end for party in document.parties if party.span), default=_HEAD) + _NEAR
    head = document.text[:reach]
    for party in document.parties:
        name = party.span or _first(document.text, party.name)
        if name:
            yield Named("parties", name, 0.91)
        for alias in party.aliases:
            quoted = re.search(r'"' + re.escape(alias) + r'[,.]?"', head)
            if quoted:
                span = _bracket(head, quoted.start(), quoted.end())
                yield Named("parties", span, 0.78 if alias == party.label else 0.3)
    for match in _TOGETHER.finditer(head):
        yield Named("parties", Span(match.start(), match.end()), 0.84)
        break


def _bracket(text: str, start: int, end: int) -> Span:
    """The quoted word with what else stands in its brackets: `the "Company"`, `"Acme" or the "Supplier"`."""
    opening = text.rfind("(", max(0, start - 60), start)
    closing = text.find(")", end, end + 60)
    if opening < 0 or closing < 0 or ")" in text[opening:start] or "(" in text[end:closing]:
        return Span(start + 1, end - 1)
    return Span(opening + 1, closing)


def _first(text: str, name: str) -> Span | None:
    at = text.find(name)
    return Span(at, at + len(name)) if name and at >= 0 else None


def _dates(document: Document) -> Iterator[Named]:
    head = document.text[:_HEAD]
    dates = [date.span for date in find_dates(head) if date.kind in ("date", "blank", "redacted")]
    blanks = [Span(match.start(), match.end()) for match in _BLANK.finditer(head)]
    dates += [blank for blank in blanks if not any(date.overlaps(blank) for date in dates)]
    dates.sort()
    if not dates:
        tail = max(_HEAD, len(document.text) - _TAIL)
        signed = [date.span for date in find_dates(document.text[tail:])]
        if signed:
            yield Named("agreement_date", Span(signed[-1].start + tail, signed[-1].end + tail), 0.4)
    made = [span for span in dates if _MADE.search(head[max(0, span.start - 90) : span.start])]
    if made:
        yield Named("agreement_date", made[0], 0.86)
    elif dates:
        yield Named("agreement_date", dates[0], 0.57)
    effective = [
        span
        for span in dates
        if _EFFECTIVE.search(head[max(0, span.start - 90) : span.start]) or _AFTER.match(head[span.end : span.end + 60])
    ]
    if effective:
        yield Named("effective_date", effective[0], 0.8)
    text = document.text
    starting = [s.span for s in document.sentences if s.operative and _STARTS.search(text, s.span.start, s.span.end)]
    if starting:
        yield Named("effective_date", starting[0], 0.35 if not effective else 0.14)
    if made and not effective:
        yield Named("effective_date", made[0], 0.16)
