"""A copy of a Word file in which every finding is a comment on its words. All else in the file stays as it is: only
the parts that get comments are written anew, the others are copied byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from clausecheck.ingest.limits import Limits
from clausecheck.ingest.word_parts import Element, Package, W
from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.model.report import Result, Review
from clausecheck.report.entries import DISCLAIMER, counts, elsewhere, level, lock_in, says, standing, unread
from clausecheck.report.manner import Manner
from clausecheck.report.original import original
from clausecheck.report.word.container import save
from clausecheck.report.word.margin import Margin, Note
from clausecheck.report.word.places import COMMENTED, Places
from clausecheck.report.words import excerpt


def annotate(review: Review, manner: Manner) -> bytes:
    """The bytes of the copy. Findings without words of their own are comments on the heading or title."""
    data = original(review, manner)
    document = review.document
    package = Package(data, document.path, Limits())
    places = Places(package, document, manner.view)
    margin = Margin(package)
    homeless = []
    title = _title(document)
    for result in standing(review):
        spans = _spans(document, result)
        if result.verdict == "cannot-tell" and not spans:
            homeless.append(result)
            continue
        exact = places.runs(spans[0]) if spans else None
        found = exact or (places.holder(spans[0]) if spans else None)
        found = found or next((runs for span in (*spans, *title) if (runs := places.runs(span))), None)
        if found is not None:
            quoted = result.evidence[0].text if result.evidence and exact is None else ""
            _attach(found, margin.add(_note(result, manner, quoted)))
    start = next((runs for span in title if (runs := places.runs(span))), None)
    if start is not None:
        _attach(start, margin.add(_summary(review, homeless)))
    main = package.main()
    return save(data, {main: places.parts[main], **margin.parts()} if start is not None else {})


def _attach(runs: tuple[Element, Element], id: str) -> None:
    first, last = runs
    first.addprevious(first.makeelement(W + "commentRangeStart", {W + "id": id}))
    end = last.makeelement(W + "commentRangeEnd", {W + "id": id})
    mark = last.makeelement(W + "r", {})
    mark.append(mark.makeelement(W + "commentReference", {W + "id": id}))
    tail, last.tail = last.tail, None
    last.addnext(end)
    end.addnext(mark)
    mark.tail = tail


def _spans(document: Document, result: Result) -> list[Span]:
    """The finding's own words, then the heading of the clause in which they stand."""
    spans = [passage.span for passage in result.evidence]
    at = document.clause_at(spans[0].start) if spans else -1
    paragraph = document.locate(spans[0]).paragraph if spans else None
    if at >= 0 and paragraph is not None and document.paragraphs[paragraph].place in COMMENTED:
        spans.append(_first_line(document, document.clauses[at].own))
    return spans


def _title(document: Document) -> list[Span]:
    """The title, then every paragraph from the first on: a comment on the whole contract stands where it can."""
    body = [item.span for item in document.paragraphs if item.place in ("body", "table")]
    named = [span for span in body if document.title and document.title in document.text[span.start : span.end]]
    return [*named[:1], *body[:50]]


def _first_line(document: Document, span: Span) -> Span:
    end = document.text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)


def _note(result: Result, manner: Manner, quoted: str) -> Note:
    """Severity, what is wrong, why, what to ask for and what to settle for. When to leave is for no margin: files
    with comments travel. `quoted` are the words meant, where the comment cannot stand on them."""
    lines = [("Passage", excerpt(quoted, 300)), ("", says(result)), ("Why", result.why), ("Ask", result.position)]
    if manner.reader == "us":
        lines.append(("Settle for", result.fallback))
    lines.append(("See also", elsewhere(result)))
    heading = f"{level(result).upper()} · {result.title} ({result.rule})"
    return Note(heading, tuple((name, text) for name, text in lines if text))


def _summary(review: Review, homeless: list[Result]) -> Note:
    name = PurePath(review.document.path).name or "standard input"
    return Note(f"clausecheck: {name}, read for the {review.side}", tuple(_facts(review, homeless)))


def _facts(review: Review, homeless: list[Result]) -> Iterator[tuple[str, str]]:
    yield "", counts(review)
    yield "", lock_in(review.lock_in)
    if unread(review):
        yield "", unread(review)
    for result in homeless:
        yield level(result), f"{result.title} ({result.rule}){f': {says(result)}' if says(result) else ''}"
    yield "", DISCLAIMER
