"""What the reader looks at: each sentence with its lead-in, the headings over it, and its place in the contract."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from clausecheck.model.document import Document
from clausecheck.reader.words import Hashes, grams, hashed, words

_SPACE = re.compile(r"\s+")
_LONGEST_LEAD = 60
_LONGEST_CUED = 1500

OWN, HEADING, LEAD, BEFORE, AFTER = 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as the reader sees it. `features` are sorted hashes of n-grams, `own` those of its words alone; `text`
    is lower case with single spaces, for the cues; `lead` is the index of the passage that leads in, -1 where none
    does; `place` 0 to 1."""

    text: str
    features: Hashes
    own: Hashes
    length: int
    lead: int
    place: float
    operative: bool


def passages(document: Document) -> tuple[Passage, ...]:
    """One passage for each sentence of the document, in its order."""
    known: dict[str, int] = {}
    rows = [hashed(words(document.text[s.span.start : s.span.end]), known) for s in document.sentences]
    headings = _headings(document, known)
    nothing = np.empty(0, dtype=np.uint64)
    out: list[Passage] = []
    count = max(1, len(rows))
    for index, sentence in enumerate(document.sentences):
        lead = np.concatenate([rows[i] for i in sentence.lead_in])[-_LONGEST_LEAD:] if sentence.lead_in else nothing
        heading = headings[sentence.clause] if sentence.clause >= 0 else nothing
        before = grams(rows[index - 1], 1, BEFORE) if index else nothing
        after = grams(rows[index + 1], 1, AFTER) if index + 1 < len(rows) else nothing
        kinds = [grams(rows[index], 3, OWN), heading, grams(lead, 2, LEAD), before, after]
        features = np.unique(np.concatenate(kinds))
        text = document.text[sentence.span.start : sentence.span.end][:_LONGEST_CUED]
        out.append(
            Passage(
                _SPACE.sub(" ", text.lower()),
                features,
                np.unique(grams(rows[index], 1, OWN)),
                len(rows[index]),
                sentence.lead_in[-1] if sentence.lead_in else -1,
                index / count,
                sentence.operative,
            )
        )
    return tuple(out)


def invented(sentence: str, heading: str) -> Passage:
    """A sentence that stands in no document, under a heading."""
    known: dict[str, int] = {}
    row = hashed(words(sentence), known)
    features = np.unique(np.concatenate([grams(row, 3, OWN), grams(hashed(words(heading), known), 2, HEADING)]))
    text = _SPACE.sub(" ", sentence.lower())
    return Passage(text, features, np.unique(grams(row, 1, OWN)), len(row), lead=-1, place=0.5, operative=True)


def _headings(document: Document, known: dict[str, int]) -> list[Hashes]:
    """For each clause the features of its heading and of the headings over it."""
    out: list[Hashes] = []
    for clause in document.clauses:
        own = grams(hashed(words(clause.heading), known), 2, HEADING)
        out.append(np.concatenate([own, out[clause.parent]]) if clause.parent >= 0 else own)
    return out
