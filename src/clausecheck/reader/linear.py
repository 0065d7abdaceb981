"""The first pass: a score for every sentence and type, from n-grams and cues. Cheap, for all sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.passages import Passage
from clausecheck.reader.words import Hashes

Floats = NDArray[np.float32]
Counts = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A network with one hidden layer. `inner` has a row for each n-gram and then one for each cue."""

    inner: Floats
    shift: Floats
    outer: Floats
    bias: Floats

    def answer(self, total: Floats) -> Floats:
        """Log odds from the summed rows of `inner`."""
        odds: Floats = np.maximum(total + self.shift, 0) @ self.outer + self.bias
        return odds


@dataclass(frozen=True, slots=True)
class FirstPass:
    """`known` are the sorted hashes of the n-grams that count, `rarity` their inverse document frequency; `weights`
    (rows as in `Hidden.inner`, a column for each type) and `bias` are the linear half, whose log odds are averaged
    with those of the network."""

    known: NDArray[np.uint64]
    rarity: Floats
    weights: Floats
    bias: Floats
    hidden: Hidden

    def score(self, passages: Sequence[Passage], cues: Sequence[tuple[int, ...]]) -> Floats:
        """Log odds, sentences by types."""
        columns, lengths = lookup(self.known, [passage.features for passage in passages])
        values = normalised(self.rarity[columns], lengths)
        flat = np.array([cue for hits in cues for cue in hits], dtype=np.intp) + len(self.known)
        counts = np.array([len(hits) for hits in cues], dtype=np.intp)
        ones = np.ones(len(flat), dtype=np.float32)

        def total(table: Floats) -> Floats:
            return sums(table, columns, values, lengths) + sums(table, flat, ones, counts)

        return average(total(self.weights) + self.bias, self.hidden.answer(total(self.hidden.inner)))


def average(linear: Floats, hidden: Floats) -> Floats:
    """The score from the two halves."""
    mean: Floats = ((linear + hidden) / 2).astype(np.float32)
    return mean


def lookup(known: NDArray[np.uint64], rows: Sequence[Hashes]) -> tuple[Counts, Counts]:
    """Columns of the known features of all rows, one after the other, and how many each row has."""
    lengths = np.array([len(row) for row in rows], dtype=np.intp)
    if not len(rows) or not len(known):
        return np.empty(0, dtype=np.intp), np.zeros(len(rows), dtype=np.intp)
    features = np.concatenate(rows)
    columns = np.minimum(np.searchsorted(known, features), len(known) - 1)
    here = known[columns] == features
    owners = np.repeat(np.arange(len(rows)), lengths)[here]
    return columns[here], np.bincount(owners, minlength=len(rows))


def normalised(values: Floats, lengths: Counts) -> Floats:
    """Values of each passage scaled to length one."""
    owners = np.repeat(np.arange(len(lengths)), lengths)
    norms = np.sqrt(np.bincount(owners, weights=values * values, minlength=len(lengths)))
    scaled: Floats = (values / np.maximum(norms, 1e-6)[owners]).astype(np.float32)
    return scaled


def sums(table: Floats, columns: Counts, values: Floats, lengths: Counts) -> Floats:
    """For each passage the sum of its rows of the table, each times its value."""
    out = np.zeros((len(lengths), table.shape[1]), dtype=np.float32)
    filled = np.flatnonzero(lengths)
    if len(filled):
        starts = np.concatenate([[0], np.cumsum(lengths)])[filled]
        out[filled] = np.add.reduceat(table[columns] * values[:, None], starts, axis=0)
    return out
