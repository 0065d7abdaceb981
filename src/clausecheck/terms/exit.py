"""The way out without cause: who may end the contract for no reason, and after how many days.

A right to end is without cause where the sentence says so ("for convenience", "with or without cause"), or where it
names a notice and no reason: "Maker may end this Agreement by giving ninety days' notice" is a third of such clauses.
Only the passage around the right is looked at for a reason: from the right before it to the next one, to a semicolon
or "provided that", or to "… or immediately upon breach" after the notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.pack import Question
from clausecheck.model.report import Term
from clausecheck.model.value import Duration
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.index import Hit

_STOPS = frozenset("provided however except notwithstanding".split())
_NEXT_GROUND = frozenset("immediately forthwith at upon if in for without on".split())
_NEXT_SENTENCES = 3
"""Sentences of the clause after the right within which its notice is looked for."""


@dataclass(frozen=True, slots=True)
class Exit:
    """One right to end without cause. `days` of notice, None where they are left open (then `reason` says how);
    `notice` is the passage that gives them; `marked` where the contract says that no cause is needed."""

    hit: Hit
    days: float | None
    reason: str
    notice: Hit | None
    marked: bool


def without_cause(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Days of notice for ending without cause, null where there is no such right. `find` names the rights to end,
    with `for` as the one who has them. Inputs: `marked` (no cause is needed), `any-time` (says when, so no notice is
    needed), `cause` (a reason is), `later` (only after the initial term), `notice` (captures its length)."""
    exits = list(_exits(question, reading))
    if not exits:
        return Term(question.id, question.otherwise, "not_found", 0.85)
    best = min(exits, key=lambda e: (e.days is None, not e.marked, e.hit.span))
    evidence = reading.evidence(best.hit)
    if best.notice and best.notice.sentence != best.hit.sentence:
        evidence = (*evidence, *reading.evidence(best.notice))
    if best.days is None:
        return Term(question.id, None, "unknown", 0.5, evidence, best.reason)
    return Term(question.id, int(best.days) if best.days == int(best.days) else best.days, "found", 0.9 if best.marked else 0.8, evidence)


def _exits(question: Question, reading: Reading) -> Iterator[Exit]:
    if question.find is None:
        return
    inputs = dict(question.inputs)
    every = [hit for name in question.find.concepts for hit in reading.hits(name)]
    for name in question.find.concepts:
        for hit in reading.hits(name, question.find.holder):
            found = _without_cause(hit, every, inputs, reading)
            if found:
                yield found


def _without_cause(hit: Hit, every: list[Hit], inputs: dict[str, tuple[str, ...]], reading: Reading) -> Exit | None:
    """The right as an exit; None where it needs a cause or opens only after the initial term."""
    start, end = _around(hit, every, reading)
    places = {p: i for i, p in enumerate(hit.unit.positions)}

    def said(role: str, until: int = end) -> list[tuple[int, Hit]]:
        """Passages of a role in this part of the unit, with the place where each ends; the lead-in counts."""
        found = []
        for name in inputs.get(role, ()):
            for other in reading.hits(name):
                first, last = (places.get(other.unit.positions[i], -1) for i in (other.first, other.last - 1))
                if start <= first <= last < until:
                    found.append((last, other))
        return found

    if said("later"):
        return None
    after = [(last, n) for last, n in said("notice") if last >= hit.first]
    at, notice = min(after, key=lambda pair: abs(pair[0] - hit.last), default=(hit.last, None))
    marked = bool(said("marked"))
    if not marked and said("cause", _ground_ends(hit, at, end, reading)):
        return None
    if not marked and notice is None and not said("any-time"):
        return None
    notice = notice or _notice_elsewhere(hit, inputs, reading)
    days, reason = _days(notice)
    return Exit(hit, days, reason, notice, marked)


def _around(hit: Hit, every: list[Hit], reading: Reading) -> tuple[int, int]:
    """The part of the hit's unit that belongs to this right: first and one-past-last word, counted in the unit."""
    positions = hit.unit.positions
    index, text = reading.index, reading.document.text
    others = [o for o in every if o.unit is hit.unit]
    start = max((o.last for o in others if o.last <= hit.first), default=0)
    end = min((o.first for o in others if o.first >= hit.last), default=len(positions))
    for i in range(hit.first, start, -1):
        if ";" in text[index.ends[positions[i - 1]] : index.starts[positions[i]]]:
            start = i
            break
    for i in range(hit.last, end):
        gap = text[index.ends[positions[i - 1]] : index.starts[positions[i]]]
        if index.words[positions[i]] in _STOPS or (len(gap) < 20 and ";" in gap):
            end = i
            break
    return start, end


def _ground_ends(hit: Hit, after: int, end: int, reading: Reading) -> int:
    """Where the next ground begins after the notice: "… or immediately upon breach"."""
    words = [reading.index.words[p] for p in hit.unit.positions]
    for i in range(after, end - 1):
        if words[i] in ("or", "and") and words[i + 1] in _NEXT_GROUND:
            return i
    return end


def _notice_elsewhere(hit: Hit, inputs: dict[str, tuple[str, ...]], reading: Reading) -> Hit | None:
    """The notice in one of the next sentences of the same clause."""
    sentences = reading.document.sentences
    clause = sentences[hit.sentence].clause
    for name in inputs.get("notice", ()):
        for found in reading.hits(name):
            near = 0 < found.sentence - hit.sentence <= _NEXT_SENTENCES
            if near and clause >= 0 and sentences[found.sentence].clause == clause:
                return found
    return None


def _days(notice: Hit | None) -> tuple[float | None, str]:
    """Days of notice, 0 where none is said; None and why where it is left open."""
    for value in notice.values if notice else ():
        if isinstance(value, Duration):
            if value.kind == "length":
                return value.in_days(), ""
            return None, f"the notice is {value.kind}"
    return 0.0, ""
