"""Trains the reader: `python -m clausecheck.reader.train ../shared/corpus`. Needs the extra `train`, one core, and
about five minutes. The same corpus and versions give the same file, byte for byte (run with OMP_NUM_THREADS=1)."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from clausecheck.reader.context import Candidates, candidates
from clausecheck.reader.drafts import load as load_drafts
from clausecheck.reader.gist import Gist
from clausecheck.reader.labels import Labelled, alike, folds, load, positive, word_set
from clausecheck.reader.learning import Halves, fit_gist, fit_halves, fit_presence, fit_trees, matrix, selection
from clausecheck.reader.linear import FirstPass
from clausecheck.reader.model import WEIGHTS, Model, save
from clausecheck.reader.presence import FIGURES, figures_of
from clausecheck.reader.seen import Seen, look
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
    """A model of these contracts. The second pass is learned from scores, and presence from chances, that each
    contract got from models which had not seen it."""
    known, rarity = selection([one.seen.passages for one in lessons])
    features = [matrix(known, rarity, one.seen.passages, one.seen.cues) for one in lessons]
    drafts = load_drafts()
    invented = matrix(known, rarity, drafts.passages, drafts.cues)
    commonness = np.log(np.concatenate([one.marked for one in lessons]).mean(axis=0) + 1e-6).astype(np.float32)
    fold = folds([one.id for one in lessons], _INNER, "inner")

    def fit(chosen: Sequence[int]) -> tuple[Halves, Gist]:
        rows = sparse.vstack([features[i] for i in chosen]).tocsr()
        marked = np.concatenate([lessons[i].marked for i in chosen])
        cued = np.array([bool(cues) for i in chosen for cues in lessons[i].seen.cues])
        contracts = [lessons[i].seen.passages for i in chosen]
        return fit_halves(rows, marked, invented, drafts), fit_gist(contracts, cued, marked, drafts)

    scores: dict[int, Floats] = {}
    pairs: dict[int, Candidates] = {}
    for others, held_out in _splits(fold):
        halves, gist = fit(others)
        for index in held_out:
            seen = lessons[index].seen
            scores[index] = halves.score(features[index])
            pairs[index] = candidates(seen, scores[index], gist.score(seen.passages), commonness)
    truth = {i: lessons[i].matching[pairs[i].sentence, pairs[i].type] for i in pairs}

    def grow(chosen: Sequence[int]) -> Trees:
        rows = np.concatenate([pairs[i].features for i in chosen])
        return fit_trees(rows, np.concatenate([truth[i] for i in chosen]))

    figures = np.zeros((len(lessons), len(CLAUSES), FIGURES), dtype=np.float32)
    for others, held_out in _splits(fold):
        trees = grow(others)
        for index in held_out:
            chances = probability(trees.log_odds(pairs[index].features))
            figures[index] = figures_of(lessons[index].seen, pairs[index], scores[index], chances)
    presence = fit_presence(figures, np.array([one.present for one in lessons]), fold)
    every = list(range(len(lessons)))
    final, gist = fit(every)
    first = FirstPass(known, rarity, final.weights, final.bias, final.hidden)
    return Model(first, gist, grow(every), presence, commonness)


def _splits(fold: NDArray[np.intp]) -> Iterator[tuple[list[int], list[int]]]:
    """For each fold the contracts outside it, and those in it."""
    for number in range(_INNER):
        yield np.flatnonzero(fold != number).tolist(), np.flatnonzero(fold == number).tolist()


def main(corpus: str) -> None:
    lessons = [lesson(contract) for contract in load(Path(corpus))]
    save(train(lessons))
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB from {len(lessons)} contracts")


if __name__ == "__main__":
    main(sys.argv[1])
