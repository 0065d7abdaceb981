"""What a contract is called: its title without what stands around it, and what it calls itself where that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.reader.named import Named

_HEAD, _TOP = 12_000, 3_000  # characters in which a title, and that of an amendment, are looked for

_KIND = r"(?:AGREEMENT|CONTRACT|AMENDMENT|ADDENDUM|LICENSE|MEMORANDUM OF UNDERSTANDING|LEASE|TARIFF)"
_WORD = r"(?!This\b|THIS\b)[A-Z0-9][\w&,'/-]*"
_LINE = re.compile(
    rf"^[ \t|*#]*(?!(?i:article|section)\b)((?:[A-Z0-9][\w&,.'/()#-]*[ \t]+"
    rf"(?:(?:and|of|to|for|the|in|&)[ \t]+)?){{0,9}}(?i:{_KIND})S?)"
    r"[ \t|*]*(?:\(|$)",
    re.M,
)
_ITSELF = re.compile(rf"\b[Tt](?:his|HIS)\s+((?:{_WORD}\s+(?:(?:and|of|to|for|&)\s+)?){{1,8}}(?i:{_KIND})S?)\b")
_FIRST = re.compile(rf"\b(?=[A-Z])((?:{_WORD}\s+){{1,6}}?(?i:{_KIND}))\b(?!\s+(?:\S+\s+){{0,2}}(?i:{_KIND})\b)")
_AMENDMENT = re.compile(
    r"\b((?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))\s+)?Amendment"
    r"(?:\s+(?:(?:No\.?|Number|n°|#)\s*)?(?:#?\d+|[A-Z]|One|Two|Three|Four|Five))?\s+to\s+(?:the\s+|that\s+certain\s+)?"
    rf"(?:[A-Z][\w&,'/-]*\s+(?:(?:and|of|for)\s+)?){{0,8}}{_KIND})\b",
    re.I,
)
_BEFORE = re.compile(
    r"(?:\W*(?:exhibit|annex|appendix|attachment|schedule)s?\s+(?:[a-z]\b|[\d.-]+\w*)[\w.-]*\s+|\([a-z0-9]\)|\s+"
    r"|(?:form|conformed\s+copy)\s+of\s+|(?:execution|conformed)\s+(?:copy|version)\s+|[“\"]|this\s+)+",
    re.I,
)
_COMPANY = re.compile(
    r"^.{2,60}?\b(?:INC|Inc|LLC|L\.L\.C|LTD|Ltd|CORP|Corp|CORPORATION|Corporation|GMBH|GmbH|PLC|S\.A)\b[.,®™]{0,3}\s+"
    rf"(?=\S+\s.{{0,80}}(?i:{_KIND}))",
    re.S,
)
_NUMBERED = re.compile(r"(?:\w+\s+)?(?:contract|agreement)\s+(?:no|number)\b", re.I)
_AFTER = re.compile(
    r"\s+(?:\(|by\s+and\b|between\b|among\b|made\b|entered\b|dated\b|is\b|this\b|with\s+respect\b|effective\b|-\s)",
    re.I,
)


def titles(document: Document) -> Iterator[Named]:
    head = document.text[:_HEAD]
    given = _given(document, head)
    if given and (_NUMBERED.match(head, given.start, given.end) or " " not in head[given.start : given.end]):
        given = None
    if given:
        yield Named("document_name", given, 0.93)
    amendment = _AMENDMENT.search(head, 0, _TOP)
    if amendment and amendment[1][0].isupper() and not (given and given.contains(Span(*amendment.span(1)))):
        given = _core(head, *amendment.span(1))
        yield Named("document_name", given, 0.78)
    for pattern, confidence in ((_LINE, 0.93), (_ITSELF, 0.85), (_FIRST, 0.82)):
        match = pattern.search(head)
        if match:
            yield Named("document_name", _core(head, *match.span(1)), 0.6 if given else confidence)
            return


def _given(document: Document, head: str) -> Span | None:
    """Where the title that was found while reading stands."""
    words = r"\s+".join(re.escape(word) for word in document.title.split())
    match = re.search(words, head, re.I) if words else None
    return _core(head, match.start(), match.end()) if match else None


def _core(text: str, start: int, end: int) -> Span:
    """A title without the number of the exhibit and the company before it, and without the parties after it."""
    title = text[start:end]
    before = _BEFORE.match(title)
    first = before.end() if before else 0
    while company := _COMPANY.match(title[first:]):
        first += company.end()
    repeated = re.compile(r"\bThis\s+(?=\S+\s+\S)", re.I).search(title, first)
    first = repeated.end() if repeated and repeated.end() < len(title) - 8 else first
    after = _AFTER.search(title, first)
    last = after.start() if after and after.start() > first + 4 else len(title)
    return Span(start + first, start + last)
