"""Trains the reader: `python -m clausecheck.reader.train ../shared/corpus`. Needs the extra `train`, one core, and
about five minutes. The same corpus and versions give the same file, byte for byte (run with OMP_NUM_THREADS=1)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from clausecheck.reader.context import Candidates, candidates
from clausecheck.reader.labels import Labelled, alike, folds, load, positive, word_set
from clausecheck.reader.learning import Halves, fit_halves, fit_trees, matrix, selection
from clausecheck.reader.linear import FirstPass
from clausecheck.reader.model import WEIGHTS, Model, Seen, look, save
from clausecheck.reader.trees import Trees, probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
_INNER = 4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A contract to learn from. `marked` (sentences by types) says which sentences lawyers marked at least half of,
    `matching` which would count as found by the CUAD measure, `present` which types the contract has."""

    id: str
    seen: Seen
    marked: Bools
    matching: Bools
    present: Bools


def lesson(contract: Labelled) -> Lesson:
    document = contract.document
    marked = positive(contract)
    matching = np.zeros_like(marked)
    sets: dict[int, frozenset[str]] = {}
    for column, name in enumerate(CLAUSES):
        wanted = [word_set(text) for text in contract.texts[name]]
        if not wanted:
            continue
        for index, sentence in enumerate(document.sentences):
            if index not in sets:
                sets[index] = word_set(document.text[sentence.span.start : sentence.span.end])
            matching[index, column] = any(alike(mark, sets[index]) for mark in wanted)
    present = np.array([bool(contract.texts[name]) for name in CLAUSES])
    return Lesson(contract.id, look(document), marked, matching, present)


def train(lessons: Sequence[Lesson]) -> Model:
    """A model of these contracts. The second pass and the thresholds are learned from scores that each contract got
    from models which had not seen it."""
    known, rarity = selection([one.seen.passages for one in lessons])
    features = [matrix(known, rarity, one.seen.passages, one.seen.cues) for one in lessons]
    marked = np.concatenate([one.marked for one in lessons])
    commonness = np.log(marked.mean(axis=0) + 1e-6).astype(np.float32)
    fold = folds([one.id for one in lessons], _INNER, "inner")

    def fit(chosen: Sequence[int]) -> Halves:
        rows = sparse.vstack([features[i] for i in chosen]).tocsr()
        return fit_halves(rows, np.concatenate([lessons[i].marked for i in chosen]))

    pairs: dict[int, Candidates] = {}
    for number in range(_INNER):
        halves = fit(np.flatnonzero(fold != number).tolist())
        for index in np.flatnonzero(fold == number).tolist():
            seen = lessons[index].seen
            scores = halves.score(features[index])
            pairs[index] = candidates(seen.passages, seen.clauses, seen.cues, scores, commonness)
    truth = {i: lessons[i].matching[pairs[i].sentence, pairs[i].type] for i in pairs}

    def grow(chosen: Sequence[int]) -> Trees:
        rows = np.concatenate([pairs[i].features for i in chosen])
        return fit_trees(rows, np.concatenate([truth[i] for i in chosen]))

    strongest = np.zeros((len(lessons), len(CLAUSES)), dtype=np.float32)
    for number in range(_INNER):
        trees = grow(np.flatnonzero(fold != number).tolist())
        for index in np.flatnonzero(fold == number).tolist():
            chances = probability(trees.log_odds(pairs[index].features))
            np.maximum.at(strongest[index], pairs[index].type, chances)
    present = np.array([one.present for one in lessons])
    thresholds = np.array([threshold(strongest[:, k], present[:, k]) for k in range(len(CLAUSES))], dtype=np.float32)
    every = list(range(len(lessons)))
    final = fit(every)
    first = FirstPass(known, rarity, final.weights, final.bias, final.hidden)
    return Model(first, grow(every), commonness, thresholds)


def threshold(confidence: Floats, present: Bools) -> float:
    """The confidence at which calling a type present gives the best F1, smoothed: the mean of all thresholds whose F1
    is within two points of the best, so that one contract more or less does not move it."""
    order = np.argsort(-confidence, kind="stable")
    ranked, right = confidence[order], np.cumsum(present[order])
    f1 = 2 * right / (np.arange(1, len(ranked) + 1) + max(1, present.sum()))
    good = np.flatnonzero(f1 >= f1.max() - 0.02)
    return float(max(0.03, np.exp(np.mean(np.log(np.maximum(ranked[good], 1e-4))))))


def main(corpus: str) -> None:
    lessons = [lesson(contract) for contract in load(Path(corpus))]
    save(train(lessons))
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB from {len(lessons)} contracts")


if __name__ == "__main__":
    main(sys.argv[1])
