"""Names and dates: what the contract is called, who its parties are, when it was made and from when it counts.

Rules read these better than learning does. The confidence of each kind of find is its precision on the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.reader.called import parties
from clausecheck.reader.dates import agreement_date, mentions
from clausecheck.reader.effective import effective_dates
from clausecheck.reader.named import Named

_HEAD = 12_000  # characters in which a title is looked for

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


def names(document: Document) -> tuple[Named, ...]:
    """All names and dates, one find for each distinct text of a type, in document order."""
    found: dict[tuple[str, str], Named] = {}
    for named in (*_title(document), *parties(document), *_dates(document)):
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


def _dates(document: Document) -> Iterator[Named]:
    found = mentions(document)
    made = agreement_date(document, found)
    if made:
        yield made
    yield from effective_dates(document, found, made)
