"""How alike two passages are, by the words they share, and which of two lists belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """0 to 1: the part of both that both have; two empty passages are the same."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def best_pairs(scores: Iterable[tuple[float, int, int]], least: float) -> Iterator[tuple[int, int]]:
    """Pairs from (score, index, index), the best first, each index of either list once, none below the least."""
    left: set[int] = set()
    right: set[int] = set()
    for score, i, j in sorted(scores, key=lambda found: (-found[0], abs(found[1] - found[2]), found[1], found[2])):
        if score < least:
            return
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j
