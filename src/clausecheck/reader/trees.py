"""Boosted regression trees as plain arrays: learned elsewhere, walked here with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """All nodes of all trees. A node goes `left` where the feature is at most the threshold, else `right`; a leaf has
    itself as both. `roots` are the first nodes of the trees, `depth` the greatest number of steps to a leaf."""

    roots: NDArray[np.int32]
    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    base: float
    depth: int

    def log_odds(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sum of the leaves that each row falls into."""
        if not len(rows):
            return np.empty(0, dtype=np.float32)
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        order = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            below = rows[order, self.feature[at]] <= self.threshold[at]
            at = np.where(below, self.left[at], self.right[at])
        total: NDArray[np.float32] = (self.value[at].sum(axis=1) + self.base).astype(np.float32)
        return total


def probability(log_odds: NDArray[np.float32]) -> NDArray[np.float32]:
    odds: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))).astype(np.float32)
    return odds
