"""Names and dates: what the contract is called, who its parties are, when it was made and from when it counts.

Rules read these better than learning does. The confidence of each kind of find is its precision on the corpus."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.document import Document
from clausecheck.reader.called import parties
from clausecheck.reader.dates import agreement_date, mentions
from clausecheck.reader.effective import effective_dates
from clausecheck.reader.named import Named
from clausecheck.reader.titles import titles


def names(document: Document) -> tuple[Named, ...]:
    """All names and dates, one find for each distinct text of a type, in document order."""
    found: dict[tuple[str, str], Named] = {}
    for named in (*titles(document), *parties(document), *_dates(document)):
        key = (named.type, document.text[named.span.start : named.span.end].lower())
        if key not in found or found[key].confidence < named.confidence:
            found[key] = named
    return tuple(sorted(found.values(), key=lambda named: (named.span, named.type)))


def _dates(document: Document) -> Iterator[Named]:
    found = mentions(document)
    made = agreement_date(document, found)
    if made:
        yield made
    yield from effective_dates(document, found, made)
