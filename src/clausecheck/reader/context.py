"""The second look: a sentence and a type are judged by the first scores of the sentence, of its neighbours, of its
clause and of the whole contract. The features say nothing of a type but how common it is, so that rare types profit
from what is learned on common ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.cues import CUES
from clausecheck.reader.passages import Passage
from clausecheck.reader.trees import probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
_LOW = -8.0
_PROMISING, _CUED = 0.0012, 0.0004
_COLUMN = {name: index for index, name in enumerate(CLAUSES)}
_TYPE_OF_CUE = np.array([_COLUMN[cue.type] for cue in CUES])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs worth a second look: `sentence` and `type` (a column) of each, and its row of features."""

    sentence: NDArray[np.intp]
    type: NDArray[np.intp]
    features: Floats


def candidates(
    passages: Sequence[Passage],
    clauses: Sequence[int],
    cues: Sequence[tuple[int, ...]],
    scores: Floats,
    commonness: Floats,
) -> Candidates:
    """The pairs of one contract. `clauses` is the clause of each sentence, `scores` what the first pass said,
    `commonness` the log share of sentences of each type in the training set."""
    count, types = scores.shape
    odds = probability(scores)
    cued = _cue_counts(cues, types)
    sentence, type_ = np.nonzero((odds > _PROMISING) | ((cued > 0) & (odds > _CUED)))
    if not len(sentence):
        return Candidates(sentence, type_, np.empty((0, 23), dtype=np.float32))
    padded = np.pad(scores, ((2, 2), (0, 0)), constant_values=_LOW)
    ordered = np.sort(scores, axis=0)[::-1]
    top = np.vstack([ordered[:3], np.full((3, types), _LOW, dtype=np.float32)])
    rank = np.argsort(np.argsort(-scores, axis=0, kind="stable"), axis=0, kind="stable")
    own = scores[sentence, type_]
    rows = np.sort(scores, axis=1)
    leads = np.array([passage.lead for passage in passages])
    lead = np.where(leads[sentence] >= 0, scores[np.maximum(leads[sentence], 0), type_], _LOW)
    columns = [
        own,
        padded[sentence, type_],
        padded[sentence + 1, type_],
        padded[sentence + 3, type_],
        padded[sentence + 4, type_],
        lead,
        top[0, type_],
        top[1, type_],
        top[2, type_],
        np.minimum(rank[sentence, type_], 30),
        np.log(odds.sum(axis=0))[type_],
        np.where(own == rows[sentence, -1], rows[sentence, -2], rows[sentence, -1]),
        (scores[sentence] > -1).sum(axis=1),
        cued[sentence, type_],
        np.log1p(cued.sum(axis=0))[type_],
        np.array([min(300, passage.length) for passage in passages])[sentence],
        np.array([passage.place for passage in passages])[sentence],
        np.array([passage.operative for passage in passages])[sentence],
        np.full(len(sentence), np.log(count)),
        commonness[type_],
        _best_of_clause(scores, clauses)[sentence, type_],
        np.array([passage.text.rstrip().endswith(":") for passage in passages])[sentence],
        scores[sentence].max(axis=1) - own,
    ]
    return Candidates(sentence, type_, np.column_stack(columns).astype(np.float32))


def _cue_counts(cues: Sequence[tuple[int, ...]], types: int) -> Floats:
    out = np.zeros((len(cues), types), dtype=np.float32)
    for index, hits in enumerate(cues):
        for hit in hits:
            out[index, _TYPE_OF_CUE[hit]] += 1
    return out


def _best_of_clause(scores: Floats, clauses: Sequence[int]) -> Floats:
    index = np.array(clauses) + 1
    best = np.full((index.max() + 1, scores.shape[1]), _LOW, dtype=np.float32)
    np.maximum.at(best, index, scores)
    out: Floats = best[index]
    return out
