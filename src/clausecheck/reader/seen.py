"""A contract prepared for the reader: its passages, and what cues and headings tell of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.model.document import Document
from clausecheck.reader.cues import COUNTER, CUES, PLAIN, STRONG, headed, hits
from clausecheck.reader.passages import Passage, passages
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
_COLUMN = {name: index for index, name in enumerate(CLAUSES)}


@dataclass(frozen=True, slots=True)
class Seen:
    """The passages of a contract, the cues in each, the clause that each belongs to (-1 for none), and whether each
    stands under a heading of each type (passages by types)."""

    passages: tuple[Passage, ...]
    cues: tuple[tuple[int, ...], ...]
    clauses: tuple[int, ...]
    headed: NDArray[np.bool_]


def look(document: Document) -> Seen:
    """The document as the reader sees it."""
    found = passages(document)
    clauses = tuple(sentence.clause for sentence in document.sentences)
    return Seen(found, hits([passage.text for passage in found]), clauses, _headed(document, clauses))


def _headed(document: Document, clauses: Sequence[int]) -> NDArray[np.bool_]:
    rows: list[NDArray[np.bool_]] = []
    for clause in document.clauses:
        row = np.zeros(len(CLAUSES), dtype=bool)
        row[[_COLUMN[type_] for type_ in headed(clause.heading.lower())]] = True
        rows.append(row | rows[clause.parent] if clause.parent >= 0 else row)
    rows.append(np.zeros(len(CLAUSES), dtype=bool))
    return np.array([rows[index] for index in clauses], dtype=bool).reshape(len(clauses), len(CLAUSES))


@dataclass(frozen=True, slots=True)
class CueCounts:
    """How many cues of each grade every passage gives for every type (passages by types)."""

    strong: Floats
    plain: Floats
    counter: Floats


def count(cues: Sequence[tuple[int, ...]]) -> CueCounts:
    tables = {grade: np.zeros((len(cues), len(CLAUSES)), dtype=np.float32) for grade in (STRONG, PLAIN, COUNTER)}
    for index, found in enumerate(cues):
        for cue in found:
            tables[CUES[cue].grade][index, _COLUMN[CUES[cue].type]] += 1
    return CueCounts(tables[STRONG], tables[PLAIN], tables[COUNTER])
