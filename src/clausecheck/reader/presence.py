"""Whether a contract has a type of clause at all, judged from all its passages together: a logistic model over a few
figures of the whole contract."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.context import Candidates
from clausecheck.reader.seen import Seen
from clausecheck.reader.trees import probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
FIGURES = 9
_NONE = 1e-4  # the chance of a type that no sentence was looked at for


@dataclass(frozen=True, slots=True)
class Presence:
    """`weights` of the figures, which all types share, and `bias`, one a type; a type is present from its threshold on,
    half of the best F1 to be expected, which is the best choice for chances that are right on average (Lipton, Elkan
    and Naryanaswamy 2014, Optimal thresholding of classifiers to maximize F1 measure)."""

    weights: Floats
    bias: Floats
    thresholds: Floats

    def chance(self, figures: Floats) -> Floats:
        """The chance of each type, from the figures of a contract (or of many: contracts by types by figures)."""
        return probability(figures @ self.weights + self.bias)


def figures_of(seen: Seen, pairs: Candidates, scores: Floats, chances: Floats) -> Floats:
    """Types by figures: the best chance of a sentence, the chance that any is right, the best first score; whether
    there is a strong cue, a cue under a fitting heading, a plain one, a strong one with a counter cue; how many strong
    ones; how long the contract is."""
    out = np.zeros((len(CLAUSES), FIGURES), dtype=np.float32)
    best = np.full(len(CLAUSES), _NONE)
    np.maximum.at(best, pairs.type, chances)
    missed = np.zeros(len(CLAUSES))
    np.add.at(missed, pairs.type, np.log1p(-np.minimum(chances, 1 - _NONE)))
    cues = pairs.cues
    certain = (cues.strong > 0) & (cues.counter == 0)
    plain = (cues.plain > 0) & (cues.counter == 0)
    out[:, 0] = _log_odds(best)
    out[:, 1] = _log_odds(1 - np.exp(missed))
    out[:, 2] = scores.max(axis=0)
    out[:, 3] = certain.any(axis=0)
    out[:, 4] = ((certain | plain) & seen.headed).any(axis=0)
    out[:, 5] = plain.any(axis=0)
    out[:, 6] = ((cues.strong > 0) & (cues.counter > 0)).any(axis=0)
    out[:, 7] = np.log1p(certain.sum(axis=0))
    out[:, 8] = np.log(len(seen.passages))
    return out


def _log_odds(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(chance, _NONE, 1 - _NONE)
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds
