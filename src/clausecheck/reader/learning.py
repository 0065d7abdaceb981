"""Learning the two passes. Needs scipy and scikit-learn (the extra `train`); nothing of this runs in a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier

from clausecheck.reader.cues import CUES
from clausecheck.reader.linear import Linear, lookup, normalised
from clausecheck.reader.passages import Passage
from clausecheck.reader.trees import Trees

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

_LEAST_CONTRACTS = 6  # an n-gram counts where at least so many contracts have it: names of parties never do
_QUIET_SHARE = 0.3  # share of the sentences without label and cue that are learned from
_EPOCHS, _BATCH, _RATE, _DECAY = 6, 1000, 0.06, 3e-6


def selection(contracts: Sequence[Sequence[Passage]]) -> tuple[NDArray[np.uint64], Floats]:
    """The hashes of n-grams that enough contracts share, and their inverse document frequency over sentences."""
    per_contract = [np.unique(np.concatenate([p.features for p in c])) for c in contracts]
    hashes, counts = np.unique(np.concatenate(per_contract), return_counts=True)
    known = hashes[counts >= _LEAST_CONTRACTS]
    passages = [passage for contract in contracts for passage in contract]
    columns, _ = lookup(known, passages)
    frequency = np.bincount(columns, minlength=len(known))
    return known, np.log(len(passages) / np.maximum(frequency, 1)).astype(np.float32)


def matrix(
    known: NDArray[np.uint64], rarity: Floats, passages: Sequence[Passage], cues: Sequence[tuple[int, ...]]
) -> sparse.csr_matrix:
    """Sentences by features, as `Linear` sees them: n-grams first, then cues."""
    columns, lengths = lookup(known, passages)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    shape = (len(passages), len(known))
    ngrams = sparse.csr_matrix((normalised(rarity[columns], lengths), columns, starts), shape=shape)
    flat = [cue for hits in cues for cue in hits]
    ends = np.concatenate([[0], np.cumsum([len(hits) for hits in cues])])
    ones = np.ones(len(flat), dtype=np.float32)
    cued = sparse.csr_matrix((ones, flat, ends), shape=(len(passages), len(CUES)))
    return sparse.hstack([ngrams, cued]).tocsr().astype(np.float32)


@dataclass(slots=True)
class _Adam:
    """One array of weights under the Adam rule."""

    weights: Floats
    mean: Floats = field(init=False)
    square: Floats = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        self.mean = np.zeros_like(self.weights)
        self.square = np.zeros_like(self.weights)

    def step(self, gradient: Floats, rate: float) -> None:
        self.steps += 1
        self.mean *= 0.9
        self.mean += np.float32(0.1) * gradient
        np.multiply(gradient, gradient, out=gradient)
        self.square *= 0.999
        self.square += np.float32(0.001) * gradient
        np.sqrt(self.square, out=gradient)
        gradient += np.float32(1e-7)
        np.divide(self.mean, gradient, out=gradient)
        rate *= float(np.sqrt(1 - 0.999**self.steps)) / (1 - 0.9**self.steps)
        self.weights -= np.float32(rate) * gradient


def fit_linear(features: sparse.csr_matrix, labels: Bools) -> tuple[Floats, Floats]:
    """Weights (features by types) and bias of one-against-the-rest logistic models, all learned at once."""
    random = np.random.RandomState(0)
    n_cues = len(CUES)
    cued = np.asarray(features[:, -n_cues:].sum(axis=1)).ravel() > 0
    chance = np.where(labels.any(axis=1) | cued, 1.0, _QUIET_SHARE)
    chosen = np.flatnonzero(random.rand(len(chance)) < chance)
    rows, wanted = features[chosen], labels[chosen].astype(np.float32)
    worth = (1 / chance[chosen]).astype(np.float32)[:, None]
    bias = np.log(labels.mean(axis=0) + 1e-6).astype(np.float32)
    learner = _Adam(np.zeros((features.shape[1], labels.shape[1]), dtype=np.float32))
    total = _EPOCHS * (len(chosen) // _BATCH + 1)
    for _ in range(_EPOCHS):
        order = random.permutation(len(chosen))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            block = rows[batch]
            guess = 1 / (1 + np.exp(-np.clip(block @ learner.weights + bias, -30, 30)))
            wrong = ((guess - wanted[batch]) * worth[batch] / len(batch)).astype(np.float32)
            gradient = np.asarray(block.T @ wrong)
            gradient += np.float32(_DECAY) * learner.weights
            learner.step(gradient, _RATE * (1 - 0.9 * learner.steps / total))
            bias -= np.float32(0.3) * wrong.sum(axis=0)
    return learner.weights, bias


def as_linear(known: NDArray[np.uint64], rarity: Floats, weights: Floats, bias: Floats) -> Linear:
    n_cues = len(CUES)
    return Linear(known, rarity, weights[:-n_cues], weights[-n_cues:], bias)


def fit_trees(features: Floats, labels: Bools, rounds: int = 120) -> Trees:
    """Boosted trees for the second look."""
    model = HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=0.07,
        max_leaf_nodes=15,
        min_samples_leaf=20,
        l2_regularization=3,
        early_stopping=False,
        random_state=0,
    ).fit(features, labels)
    roots, nodes, at = [], [], 0
    for (predictor,) in model._predictors:
        roots.append(at)
        nodes.append((predictor.nodes, at))
        at += len(predictor.nodes)
    leaf = np.concatenate([tree["is_leaf"].astype(bool) for tree, _ in nodes])
    here = np.arange(at)
    left = np.where(leaf, here, np.concatenate([tree["left"].astype(np.int64) + start for tree, start in nodes]))
    right = np.where(leaf, here, np.concatenate([tree["right"].astype(np.int64) + start for tree, start in nodes]))
    return Trees(
        roots=np.array(roots, dtype=np.int32),
        feature=np.where(leaf, 0, np.concatenate([tree["feature_idx"] for tree, _ in nodes])).astype(np.int16),
        threshold=np.where(leaf, 0, np.concatenate([tree["num_threshold"] for tree, _ in nodes])).astype(np.float32),
        left=left.astype(np.int32),
        right=right.astype(np.int32),
        value=np.where(leaf, np.concatenate([tree["value"] for tree, _ in nodes]), 0).astype(np.float32),
        base=float(np.ravel(model._baseline_prediction)[0]),
        depth=max(int(tree["depth"].max()) for tree, _ in nodes),
    )
