"""The negotiation memo: for each finding what to ask, why, in which words, what to settle for, when to leave, and what
the other side will say to it. For the other side it leaves out what it must not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clausecheck.model.document import Party
from clausecheck.model.report import SEVERITIES, Result, Review, Severity
from clausecheck.report.entries import lock_in
from clausecheck.report.inert import one_line
from clausecheck.report.manner import Manner
from clausecheck.report.resistance import MEANING, ladder
from clausecheck.report.words import SEVERITY_WORDS, count, excerpt, place

_PASSAGE = 400  # characters of a passage that are quoted


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to negotiate. `rows` are (what it is, text) in the order in which they are read."""

    number: int
    title: str
    severity: Severity
    where: str
    passage: str
    rows: tuple[tuple[str, str], ...]

    @property
    def level(self) -> str:
        return SEVERITY_WORDS[self.severity]


@dataclass(frozen=True, slots=True)
class Memo:
    """The memo. `opening` are paragraphs, `open` what has to be settled by asking or reading."""

    name: str
    heading: str
    opening: tuple[str, ...]
    points: tuple[Point, ...]
    open: tuple[tuple[str, str], ...]
    closing: str
    confidential: bool


def memo(review: Review, manner: Manner | None = None) -> Memo:
    """The memo on one review, gravest points first; findings for information are no points to negotiate."""
    manner = manner or Manner()
    ours = manner.reader == "us"
    asked = [
        result
        for result in review.flagged()
        if result.severity != "info" and (ours or result.wording or result.position)
    ]
    ranked = sorted(asked, key=lambda result: SEVERITIES.index(result.severity))
    title = one_line(review.document.title or PurePath(review.document.path).name)
    return Memo(
        name=one_line(PurePath(review.document.path).name),
        heading=f"Negotiation memo: {title}" if ours else f"Comments on the draft: {title}",
        opening=_opening(review, ranked, ours),
        points=tuple(_point(number, result, review, ours) for number, result in enumerate(ranked, 1)),
        open=_open(review) if ours else (),
        closing=_closing(ours),
        confidential=ours,
    )


def _opening(review: Review, ranked: Sequence[Result], ours: bool) -> tuple[str, ...]:
    us, them = _sides(review)
    if not ours:
        return (
            f"Thank you for the draft. {us} has reviewed it and would like to discuss "
            f"{count(len(ranked), 'point')}. For each you find what the draft says and the change we propose.",
        )
    counts = [f"{sum(r.severity == s for r in ranked)} {s}" for s in SEVERITIES[:3]]
    said = [
        f"For {us}, negotiating with {them.rstrip('.')}.",
        "Internal: do not pass on.",
        f"{lock_in(review.lock_in)}.".replace("..", "."),
        f"{count(len(ranked), 'point')}: {', '.join(counts)}.",
    ]
    return tuple(said)


def _closing(ours: bool) -> str:
    if ours:
        return MEANING
    return "We look forward to your comments and are available for a call."


def _sides(review: Review) -> tuple[str, str]:
    """Our name and theirs, as the contract calls them."""
    roles = review.document.roles
    names = {
        "supplier": _name(roles.supplier, "the supplier"),
        "distributor": _name(roles.distributor, "the distributor"),
    }
    other = "distributor" if review.side == "supplier" else "supplier"
    return names[review.side], names[other]


def _name(party: Party | None, otherwise: str) -> str:
    return one_line(party.name) if party is not None else otherwise


def _point(number: int, result: Result, review: Review, ours: bool) -> Point:
    first = result.evidence[0] if result.evidence else None
    rows = [("Problem" if ours else "The draft", result.message)]
    if ours:
        rows += [("Ask", result.position), ("Why", result.why), ("Proposed wording", result.wording)]
        rows += ladder(result)
    else:
        # Ask and why are written for us ("you", "they"); the other side gets the clause, the ask only for want of one.
        rows.append(("We propose", result.wording or result.position))
    return Point(
        number=number,
        title=one_line(result.title),
        severity=result.severity,
        where=place(first) if first is not None else "",
        passage=one_line(excerpt(first.text, _PASSAGE)) if first is not None else "",
        rows=tuple((name, one_line(text)) for name, text in rows if text),
    )


def _open(review: Review) -> tuple[tuple[str, str], ...]:
    doubts = (result for result in review.results if result.verdict == "cannot-tell")
    return tuple((one_line(result.title), one_line(result.reason)) for result in doubts)
