"""The second look: a sentence and a type are judged by the first scores of the sentence, of its neighbours, of its
clause and of the whole contract, and by graded cues. The features say nothing of a type but how common it is, so that
rare types profit from what is learned on common ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.seen import CueCounts, Seen, count
from clausecheck.reader.trees import probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
_LOW = -8.0
_PROMISING, _CUED = 0.0008, 0.0003
# What an exception to a competitive restriction follows upon.
_RESTRICTIONS = [CLAUSES.index(name) for name in ("exclusivity", "non_compete", "no_solicit_customers")]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs worth a second look: `sentence` and `type` (a column) of each, and its row of features. `cues` are those
    of the contract they come from."""

    sentence: Places
    type: Places
    features: Floats
    cues: CueCounts


def candidates(seen: Seen, scores: Floats, gist: Floats, commonness: Floats) -> Candidates:
    """The pairs of one contract. `scores` is what the first pass said, `gist` what the words alone say, `commonness`
    the log share of sentences of each type in the training set."""
    cues = count(seen.cues)
    odds = probability(scores)
    cued = cues.strong + cues.plain
    worth = (odds > _PROMISING) | ((cued > 0) & (odds > _CUED)) | (cues.strong > 0)
    sentence, type_ = np.nonzero(worth)
    columns = [
        *_of_scores(seen, scores, odds, sentence, type_),
        *_of_place(seen, scores, sentence),
        *_of_cues(seen, cues, sentence, type_),
        gist[sentence, type_],
        gist[sentence].max(axis=1) - gist[sentence, type_],
        gist.max(axis=0)[type_],
        commonness[type_],
    ]
    return Candidates(sentence, type_, np.column_stack(columns).astype(np.float32), cues)


def _of_scores(seen: Seen, scores: Floats, odds: Floats, sentence: Places, type_: Places) -> list[Floats]:
    types = scores.shape[1]
    around = np.pad(scores, ((2, 2), (0, 0)), constant_values=_LOW)
    ordered = np.sort(scores, axis=0)[::-1]
    top = np.vstack([ordered[:3], np.full((3, types), _LOW, dtype=np.float32)])
    rank = np.argsort(np.argsort(-scores, axis=0, kind="stable"), axis=0, kind="stable")
    own = scores[sentence, type_]
    rows = np.sort(scores, axis=1)
    return [
        own,
        *(around[sentence + shift, type_] for shift in (0, 1, 3, 4)),
        _of_lead(seen, scores, sentence, type_, _LOW),
        *(top[place, type_] for place in range(3)),
        np.minimum(rank[sentence, type_], 30),
        np.log(odds.sum(axis=0) + 1e-4)[type_],
        np.where(own == rows[sentence, -1], rows[sentence, -2], rows[sentence, -1]),
        _best_of_clause(scores, seen.clauses)[sentence, type_],
        scores[sentence].max(axis=1) - own,
    ]


def _of_place(seen: Seen, scores: Floats, sentence: Places) -> list[Floats]:
    return [
        (scores[sentence] > -1).sum(axis=1),
        np.array([min(300, passage.length) for passage in seen.passages])[sentence],
        np.array([passage.place for passage in seen.passages])[sentence],
        np.array([passage.operative for passage in seen.passages])[sentence],
        np.array([passage.text.rstrip().endswith(":") for passage in seen.passages])[sentence],
        np.full(len(sentence), np.log(len(seen.passages))),
    ]


def _of_cues(seen: Seen, cues: CueCounts, sentence: Places, type_: Places) -> list[Floats]:
    cued = cues.strong + cues.plain
    plainly = seen.headed & (cued > 0) & (cues.counter == 0)
    around = np.pad(cues.strong, ((1, 1), (0, 0)))
    restricts = around[:, _RESTRICTIONS].max(axis=1)
    return [
        cued[sentence, type_],
        np.log1p(cued.sum(axis=0))[type_],
        cues.strong[sentence, type_],
        cues.plain[sentence, type_],
        cues.counter[sentence, type_],
        seen.headed[sentence, type_],
        plainly[sentence, type_],
        around[sentence, type_],
        around[sentence + 2, type_],
        _of_lead(seen, cues.strong, sentence, type_, 0),
        np.log1p((cues.strong * (cues.counter == 0)).sum(axis=0))[type_],
        np.log1p(plainly.sum(axis=0))[type_],
        np.maximum(restricts[sentence], restricts[sentence + 1]),
    ]


def _of_lead(seen: Seen, table: Floats, sentence: Places, type_: Places, otherwise: float) -> Floats:
    """The table's figure for the sentence that leads in."""
    leads = np.array([passage.lead for passage in seen.passages])[sentence]
    found: Floats = np.where(leads >= 0, table[np.maximum(leads, 0), type_], np.float32(otherwise))
    return found


def _best_of_clause(scores: Floats, clauses: Sequence[int]) -> Floats:
    index = np.array(clauses) + 1
    best = np.full((index.max() + 1, scores.shape[1]), _LOW, dtype=np.float32)
    np.maximum.at(best, index, scores)
    out: Floats = best[index]
    return out
