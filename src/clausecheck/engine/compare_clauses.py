"""Which clauses of two drafts are the same, and which were added, removed, changed or moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from clausecheck.engine.fingerprint import normal_words
from clausecheck.engine.likeness import best_pairs, likeness
from clausecheck.model.comparison import ClauseChange, Edit
from clausecheck.model.document import Document

_ALIKE = 0.5
"""Clauses that share less of their words (0 to 1) are different clauses."""
_SHORT = 4
"""Words; shorter clauses (headings, mostly) belong together only where they are the same or have the same number."""
_LONGEST = 4000
"""Words that are compared one by one; beyond, a clause is shown as taken out and put in."""
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Part:
    """The own words of a clause, or a paragraph where there are no clauses. `parent` is an index among the parts."""

    number: str
    heading: str
    text: str
    key: str
    parent: int


def compare_clauses(old: Document, new: Document) -> tuple[tuple[ClauseChange, ...], int]:
    """The changes in the order of the new draft (what was removed where it stood), and how many were renumbered."""
    before, after = _parts(old), _parts(new)
    pairs = _match(before, after)
    back = {j: i for i, j in pairs.items()}
    moved = _moved(pairs)
    changes: list[tuple[tuple[int, int], ClauseChange]] = []
    renumbered = 0
    for j, part in enumerate(after):
        i = back.get(j)
        if i is None:
            changes.append(((j, 1), ClauseChange("added", "", part.number, part.heading, (("in", part.text),))))
            continue
        was = before[i]
        if was.key != part.key:
            edits = _edits(was.text, part.text)
            changes.append(((j, 1), ClauseChange("changed", was.number, part.number, part.heading, edits)))
        elif i in moved and was.parent not in moved:
            edits = (("same", part.text),)
            changes.append(((j, 1), ClauseChange("moved", was.number, part.number, part.heading, edits)))
        elif was.number != part.number:
            renumbered += 1
    at = -1
    for i, part in enumerate(before):
        at = pairs.get(i, at)
        if i not in pairs:
            changes.append(((at, 2), ClauseChange("removed", part.number, "", part.heading, (("out", part.text),))))
    return tuple(change for _, change in sorted(changes, key=lambda pair: pair[0])), renumbered


def _parts(document: Document) -> tuple[_Part, ...]:
    text = document.text
    if document.clauses:
        spans = [
            (clause.own, clause.number, clause.label, clause.heading, clause.parent) for clause in document.clauses
        ]
    else:
        spans = [(paragraph.span, "", "", "", -1) for paragraph in document.paragraphs]
    parts = []
    for span, number, label, heading, parent in spans:
        words = text[span.start : span.end].strip().removeprefix(label).strip()
        parts.append(_Part(number, heading, words, normal_words(words), parent))
    return tuple(parts)


def _match(before: Sequence[_Part], after: Sequence[_Part]) -> dict[int, int]:
    """Old index → new index: the same words first (in order, where they repeat), then the most alike."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, part in enumerate(after):
        places[part.key].append(j)
    pairs: dict[int, int] = {}
    for i, part in enumerate(before):
        same = places.get(part.key)
        if same:
            # Of several alike, the one under the same number.
            j = next((j for j in same if after[j].number == part.number), same[0])
            same.remove(j)
            pairs[i] = j
    taken = set(pairs.values())
    left = [i for i in range(len(before)) if i not in pairs and before[i].key]
    right = [j for j in range(len(after)) if j not in taken and after[j].key]
    pairs.update(best_pairs(_scores(before, after, left, right), _ALIKE))
    return pairs


def _scores(
    before: Sequence[_Part], after: Sequence[_Part], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    bags = {("old", i): Counter(before[i].key.split()) for i in left}
    bags.update({("new", j): Counter(after[j].key.split()) for j in right})
    for i in left:
        one = bags["old", i]
        for j in right:
            other = bags["new", j]
            same_number = bool(before[i].number) and before[i].number == after[j].number
            if min(one.total(), other.total()) < _SHORT and not same_number:
                continue
            score = likeness(one, other)
            yield min(1.0, score + 0.15) if same_number and score > 0.25 else score, i, j


def _moved(pairs: dict[int, int]) -> set[int]:
    """Old indices of clauses out of order: all but the longest run of pairs that kept their order."""
    ordered = sorted(pairs)
    ends: list[int] = []
    at: list[int] = []
    came: dict[int, int] = {}
    for i in ordered:
        j = pairs[i]
        k = bisect_left(ends, j)
        if k == len(ends):
            ends.append(j)
            at.append(i)
        else:
            ends[k], at[k] = j, i
        if k:
            came[i] = at[k - 1]
    kept: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = came.get(last)
    return set(ordered) - kept


def _edits(old: str, new: str) -> tuple[tuple[Edit, str], ...]:
    """The words of both drafts in order."""
    one, other = _TOKENS.findall(old), _TOKENS.findall(new)
    if max(len(one), len(other)) > _LONGEST:
        return (("out", old), ("in", new))
    found: list[tuple[Edit, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(one[a:b])))
            continue
        if b > a:
            found.append(("out", "".join(one[a:b])))
        if d > c:
            found.append(("in", "".join(other[c:d])))
    return tuple(_joined(found))


def _joined(edits: Sequence[tuple[Edit, str]]) -> Iterator[tuple[Edit, str]]:
    """Edits that only a space parts, as one: "four (4)" for "five (5)" is one change, not two."""
    out, put, gap = "", "", ""
    for kind, text in edits:
        if kind == "same" and (out or put) and not gap and len(text) <= 2 and not text.strip(" ("):
            gap = text
            continue
        if kind == "same":
            yield from _flushed(out, put)
            out, put = "", ""
            yield "same", gap + text
            gap = ""
            continue
        out, put = out + gap, put + gap
        gap = ""
        out, put = (out + text, put) if kind == "out" else (out, put + text)
    yield from _flushed(out, put)
    if gap:
        yield "same", gap


def _flushed(out: str, put: str) -> Iterator[tuple[Edit, str]]:
    if out.strip() or (out and not put):
        yield "out", out
    if put.strip() or (put and not out):
        yield "in", put
