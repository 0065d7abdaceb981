"""A review as one HTML file: the report beside the contract's text, each leading to the other. Several reviews make an
index of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from clausecheck.model.report import Evidence, Result, Review, Term
from clausecheck.report import html_index, index_entries
from clausecheck.report.band import band
from clausecheck.report.entries import other_routes, says, standing
from clausecheck.report.explain import explain
from clausecheck.report.manner import Manner
from clausecheck.report.markdown_html import markdown
from clausecheck.report.page import render as page
from clausecheck.report.passages import Passages, blocks
from clausecheck.report.remarks import caveat, warnings
from clausecheck.report.resistance import LESSER, MEANING, TITLE, asks, before_the_end, ladder, lesser
from clausecheck.report.summary import summary
from clausecheck.report.term_picture import picture
from clausecheck.report.topics import grouped
from clausecheck.report.words import place

QUOTES = 3  # passages of a finding that are quoted; the others are links


@dataclass(frozen=True, slots=True)
class Source:
    """A passage as the report shows it: its id in the text ("" where it is not there)."""

    id: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, or what could not be told, as it is listed."""

    id: str
    number: int
    result: Result
    tone: str
    says: str
    sources: tuple[Source, ...]
    advice: tuple[tuple[str, str], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of the term sheet and where it comes from."""

    term: Term
    sources: tuple[Source, ...]


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """The report of one review; of several, the index."""
    if len(reviews) == 1:
        return render(reviews[0], manner)
    return html_index.render(tuple(index_entries.entry(review) for review in reviews))


def render(review: Review, manner: Manner | None = None) -> str:
    """The whole page."""
    manner = manner or Manner()
    document = review.document
    passages = Passages(len(document.text))
    items = _items(review, passages, manner)
    sheet = tuple(
        (title, tuple(Answered(term, _places(_sources(passages, term.evidence))) for term in terms))
        for title, terms in grouped(review.terms)
    )
    found = review.lock_in
    steps = {
        name: tuple((step, _sources(passages, step.evidence[:1])) for step in chain)
        for name, chain in (("exit", found.exit_steps), ("appoint", found.appoint_steps))
    }
    order = tuple(item.id for item in items)
    return page(
        "review",
        script="review",
        name=PurePath(document.path).name or "standard input",
        review=review,
        document=document,
        items=items,
        findings=tuple(item for item in items if item.result.verdict == "flagged"),
        doubts=tuple(item for item in items if item.result.verdict != "flagged"),
        topics=tuple(sorted({item.result.topic for item in items})),
        quiet=tuple(r for r in review.results if r.verdict in ("clear", "not-applicable") or r.waived is not None),
        counts=summary(review.results).as_dict(),
        sheet=sheet,
        band=band(found),
        steps=steps,
        routes=other_routes(found),
        picture=picture(review),
        text=tuple(blocks(document, passages.marks(), order)),
        quotes=QUOTES,
        warnings=warnings(review),
        caveat=caveat(review),
        fought=frozenset(ask.number for ask in asks(review, manner)),
        resistance=tuple((ask, ladder(ask.result)) for ask in asks(review, manner)),
        resistance_says=(TITLE, MEANING, LESSER if lesser(review) else ""),
    )


def _items(review: Review, passages: Passages, manner: Manner) -> tuple[Item, ...]:
    rules = {rule.id: rule for pack in manner.packs for rule in pack.rules.values()}
    brief = replace(manner, verbose=False)
    items = []
    for number, result in enumerate(standing(review), 1):
        id = f"f{number}"
        sources = _sources(passages, result.evidence)
        passages.about(result, id)
        tone = result.severity if result.verdict == "flagged" else "doubt"
        rule = rules.get(result.rule)
        about = markdown(explain(rule), below=4) if rule is not None and manner.reader == "us" else ""
        items.append(Item(id, number, result, tone, says(result), sources, before_the_end(result, brief), about))
    return tuple(items)


def _places(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources without those that would be called the same: two links "p. 1" tell nobody which is which."""
    return tuple({place(source.evidence): source for source in reversed(sources)}.values())[::-1]


def _sources(passages: Passages, evidence: Sequence[Evidence]) -> tuple[Source, ...]:
    return tuple(Source(passages.id(passage), passage) for passage in evidence)
