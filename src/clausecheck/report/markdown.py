"""A review as Markdown, for a wiki, a ticket or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from clausecheck.model.report import Result, Review
from clausecheck.report import resistance
from clausecheck.report.entries import counts, level, lock_in, says, standing
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.remarks import caveat, warnings
from clausecheck.report.terms import KEY
from clausecheck.report.words import answer, excerpt, label, place

_PASSAGE = 600  # characters of a passage that are quoted
_MARKS = re.compile(r"([\\`*_{}\[\]#|~@!])")
_LINKS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.|(?<=mailto):", re.I)


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """One document, a chapter a contract."""
    return "\n".join("\n".join(_chapter(review, manner)) + "\n" for review in reviews)


def escape(text: str) -> str:
    """Words from anywhere on one line, with every character that Markdown or HTML might act on made harmless."""
    harmless = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINKS.sub(lambda match: f"\u200b{match[0]}", _MARKS.sub(r"\\\1", harmless))


def _chapter(review: Review, manner: Manner) -> Iterator[str]:
    document = review.document
    yield f"# {escape(PurePath(document.path).name or 'standard input')}"
    yield ""
    if document.title:
        yield f"{escape(document.title)}, read for the {review.side}."
        yield ""
    yield f"- {counts(review)}"
    yield f"- {escape(lock_in(review.lock_in))}"
    yield from (f"- {escape(warning)}" for warning in warnings(review))
    yield ""
    known = [term for id in KEY if (term := review.term(id)) is not None]
    if known:
        yield from ("## Key terms", "", "| Question | Answer | Where |", "| --- | --- | --- |")
        for term in review.terms if manner.verbose else known:
            where = next((place(passage) for passage in term.evidence if place(passage)), "")
            yield f"| {escape(label(term.id))} | {escape(answer(term))} | {escape(where)} |"
        yield ""
    yield from ("## Findings", "")
    for number, result in enumerate(standing(review), 1):
        yield from _finding(number, result, manner)
    if not standing(review):
        yield from ("None.", "")
    yield from _resistance(review, manner)
    yield f"*{escape(caveat(review))}*"


def _finding(number: int, result: Result, manner: Manner) -> Iterator[str]:
    yield f"### {number}. {level(result)}: {escape(result.title)}"
    yield ""
    yield f"`{result.rule}` {escape(says(result))}".rstrip()
    yield ""
    for passage in result.evidence:
        where = place(passage)
        yield f"> “{escape(excerpt(passage.text, _PASSAGE))}”" + (f" ({escape(where)})" if where else "")
        yield ""
    for name, text in resistance.before_the_end(result, manner):
        yield f"- **{name}:** {escape(text)}"
    yield ""


def _resistance(review: Review, manner: Manner) -> Iterator[str]:
    asks = resistance.asks(review, manner)
    if not asks:
        return
    yield from (f"## {resistance.TITLE}", "", resistance.MEANING, "")
    for ask in asks:
        yield f"- **{ask.number}. {escape(ask.result.title)}**"
        yield from (f"  - **{name}:** {escape(text)}" for name, text in resistance.ladder(ask.result))
    yield ""
    if resistance.lesser(review):
        yield from (resistance.LESSER, "")
