"""The way out without cause: who may end the contract for no reason, and after how many days.

A right to end is without cause where the sentence says so ("for convenience", "with or without cause"), or where it
names a notice and no reason: "Maker may end this Agreement by giving ninety days' notice" is a third of such clauses.
Only the passage around the right is looked at for a reason: from the right before it to the next one, to a semicolon
or "provided that", or to "… or immediately upon breach" after the notice. The lead-in of a list ("may be terminated:")
says nothing alone; each of its items is looked at with it in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.model.pack import Holder, Question
from clausecheck.model.report import Evidence, Term
from clausecheck.model.value import Duration
from clausecheck.terms.holder import holder_of
from clausecheck.terms.reading import Reading, held
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

_STOPS = frozenset("provided however except notwithstanding".split())
_NEXT_GROUND = frozenset("immediately forthwith at upon if in for without on".split())
_SAME_GROUND = {("without", "notice"), ("without", "prior"), ("without", "further"), ("at", "its"), ("at", "their")}
"""What goes on with the same ground: "immediately and without notice", "or at its option suspend"."""
_NEXT_SENTENCES = 3
"""Sentences of the clause after the right within which its notice is looked for."""
_MARK_BEFORE = 6
"""Words before the right within which "without cause" still belongs to it."""
_OPENS_A_LIST = re.compile(r"\b(?:event|events|occurrence|happening|circumstances?|case)\b", re.IGNORECASE)
"""What the lead-in of a list of grounds says of them all, and which is no ground itself."""


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
    with `for` as the one who has them. Inputs: `marked` (no cause is needed), `any-time` (says when, so that no
    notice is needed), `cause` (a reason is), `later` (only after the initial term), `notice` (its length),
    `notice-given` (a notice without a length)."""
    exits = list(_exits(question, reading))
    if not exits:
        return Term(question.id, question.otherwise, "not_found", 0.85)
    best = min(exits, key=lambda e: (e.days is None, not e.marked, e.hit.span))
    evidence: tuple[Evidence, ...] = reading.evidence(best.hit)
    if best.notice and best.notice.sentence != best.hit.sentence:
        evidence = (*evidence, *reading.evidence(best.notice))
    if best.days is None:
        return Term(question.id, None, "unknown", 0.5, evidence, best.reason)
    days = int(best.days) if best.days == int(best.days) else best.days
    return Term(question.id, days, "found", 0.9 if best.marked else 0.8, evidence)


def _exits(question: Question, reading: Reading) -> Iterator[Exit]:
    if question.find is None:
        return
    inputs = dict(question.inputs)
    every = [hit for name in question.find.concepts for hit in reading.hits(name)]
    items = tuple(_items(every, inputs, reading))
    for hit in (*every, *items):
        if _belongs(hit, question.find.holder, reading):
            found = _without_cause(hit, every, inputs, reading, item=hit in items)
            if found:
                yield found


def _belongs(hit: Hit, holder: Holder, reading: Reading) -> bool:
    return not holder or held(holder_of(reading.index, hit), holder)


def _items(every: list[Hit], inputs: dict[str, tuple[str, ...]], reading: Reading) -> Iterator[Hit]:
    """Grounds in a list under a right ("may be terminated: (a) by either party on 60 days' notice")."""
    over = {hit.sentence for hit in every}
    sentences = reading.document.sentences
    seen = {hit.sentence for hit in every}
    for role in ("notice", "marked", "notice-given"):
        for name in inputs.get(role, ()):
            for hit in reading.hits(name):
                if hit.sentence not in seen and over.intersection(sentences[hit.sentence].lead_in):
                    seen.add(hit.sentence)
                    yield hit


def _without_cause(
    hit: Hit, every: list[Hit], inputs: dict[str, tuple[str, ...]], reading: Reading, *, item: bool = False
) -> Exit | None:
    """The right as an exit; None where it needs a cause or opens only after the initial term. `item`: the passage is
    a ground in a list, and the right stands in the lead-in."""
    start, end = _around(hit, every, reading)
    places = {p: i for i, p in enumerate(hit.unit.positions)}

    def said(role: str, until: int = end, since: int = start) -> list[tuple[int, Hit]]:
        """Passages of a role in this part of the unit, with the place where each ends; the lead-in counts."""
        found = []
        for name in inputs.get(role, ()):
            for other in reading.hits(name):
                first, last = (places.get(other.unit.positions[i], -1) for i in (other.first, other.last - 1))
                if since <= first <= last < until:
                    found.append((last, other))
        return found

    if said("later"):
        return None
    after = [(last, n) for last, n in said("notice") if last >= hit.first]
    at, notice = min(after, key=lambda pair: abs(pair[0] - hit.last), default=(hit.last, None))
    marked = bool(said("marked", since=max(start, hit.first - _MARK_BEFORE)))
    lasts = notice is not None and not _at_once(notice)
    if not marked:
        causes = [other for _, other in said("cause", _ground_ends(hit, at, end, reading))]
        if item and lasts:  # "may be terminated upon the occurrence of any of these: (d) on sixty days' notice"
            causes = [other for other in causes if not _opens_a_list(other, reading)]
        if _leads_on(hit, reading) or causes:
            return None
        if not lasts and not said("any-time") and not (notice is None and said("notice-given", since=hit.first)):
            return None
    notice = notice or _notice_elsewhere(hit, inputs, reading)
    days, reason = _days(notice)
    return Exit(hit, days, reason, notice, marked)


def _opens_a_list(cause: Hit, reading: Reading) -> bool:
    """Whether a reason only announces the list that follows it."""
    text = reading.document.text[cause.spans[0].start : cause.spans[-1].end]
    lead_in = reading.document.sentences[cause.sentence].lead_in
    said_before = any(reading.document.sentences[n].span.end > cause.spans[0].start for n in lead_in)
    return bool(_OPENS_A_LIST.search(text)) and (said_before or not lead_in)


def _leads_on(hit: Hit, reading: Reading) -> bool:
    """Whether the sentence only introduces a list of grounds."""
    sentences = reading.document.sentences
    span = sentences[hit.sentence].span
    text = reading.document.text[span.start : span.end].rstrip()
    listed = any(hit.sentence in later.lead_in for later in sentences[hit.sentence + 1 : hit.sentence + 2])
    return text.endswith((":", " if", " when", " where", " event", " that")) or (listed and not text.endswith("."))


def _around(hit: Hit, every: list[Hit], reading: Reading) -> tuple[int, int]:
    """The part of the hit's unit that belongs to this right: first and one-past-last word, counted in the unit."""
    positions = hit.unit.positions
    index, text = reading.index, reading.document.text
    others = [o for o in every if o.unit is hit.unit]
    start = max((o.last for o in others if o.last <= hit.first), default=0)
    end = min((o.first for o in others if o.first >= hit.last), default=len(positions))
    for i in range(hit.first, start, -1):
        if ";" in text[index.ends[positions[i - 1]] : index.starts[positions[i]]][:20]:
            start = i
            break
    for i in range(hit.last, end):
        between = text[index.ends[positions[i - 1]] : index.starts[positions[i]]]
        if index.words[positions[i]] in _STOPS or ";" in between[:20]:
            end = i
            break
    return start, end


def _ground_ends(hit: Hit, after: int, end: int, reading: Reading) -> int:
    """Where the next ground begins after the notice: "… or immediately upon breach"."""
    words = [reading.index.words[p] for p in hit.unit.positions]
    for i in range(after, end - 1):
        if (
            words[i] in ("or", "and")
            and words[i + 1] in _NEXT_GROUND
            and tuple(words[i + 1 : i + 3]) not in _SAME_GROUND
        ):
            return i
    return end


def _notice_elsewhere(hit: Hit, inputs: dict[str, tuple[str, ...]], reading: Reading) -> Hit | None:
    """The notice in one of the next sentences of the same clause."""
    sentences = reading.document.sentences
    clause = sentences[hit.sentence].clause
    for name in inputs.get("notice", ()):
        for found in reading.hits(name):
            near = 0 < found.sentence - hit.sentence <= _NEXT_SENTENCES
            if near and clause >= 0 and sentences[found.sentence].clause == clause and not _at_once(found):
                return found
    return None


def _at_once(notice: Hit) -> bool:
    lengths = [value for value in notice.values if isinstance(value, Duration)]
    return all(v.kind == "length" and not v.in_days() and not v.hours for v in lengths)


def _days(notice: Hit | None) -> tuple[float | None, str]:
    """Days of notice, 0 where none is said; None and why where it is left open."""
    for value in notice.values if notice else ():
        if isinstance(value, Duration):
            if value.kind == "length":
                return value.in_days(), ""
            return None, f"the notice is {value.kind}"
    return 0.0, ""
