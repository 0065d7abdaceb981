"""Learning the two passes. Needs scipy and scikit-learn (the extra `train`); nothing of this runs in a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.utils.extmath import randomized_svd

from clausecheck.reader.cues import CUES
from clausecheck.reader.drafts import Drafts
from clausecheck.reader.gist import Gist
from clausecheck.reader.linear import Hidden, average, lookup, normalised
from clausecheck.reader.passages import Passage
from clausecheck.reader.presence import Presence
from clausecheck.reader.trees import Trees
from clausecheck.reader.words import Hashes

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

_LEAST_CONTRACTS = 6  # an n-gram counts where at least so many contracts have it: names of parties never do
_QUIET_SHARE = 0.3  # share of the sentences without label and cue that are learned from
_EPOCHS, _BATCH, _RATE, _DECAY = 6, 1000, 0.06, 3e-6
_QUIET_SHARE_OF_GIST, _DIRECTIONS, _LEAST_CONTRACTS_OF_WORD = 0.15, 256, 3
_TREES, _TREE_RATE, _LEAVES, _LEAST_IN_LEAF, _TREE_DECAY = 200, 0.05, 15, 30, 8
_WORTH_OF_DRAFT = 0.5  # how many sentences of contracts an invented one counts as
_OWN_LEVEL, _FREEDOM = 1.5, 0.1  # how far a type's presence may depart from what all types have in common


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is learned: width of the hidden layer, runs through the data, sentences a step, step size, and the
    shares of inputs and of the hidden layer that are dropped at each step."""

    width: int
    epochs: int
    batch: int
    rate: float
    inputs_dropped: float
    dropped: float


_HIDDEN = Plan(48, 8, _BATCH, 0.02, 0.0, 0.5)
_GIST = Plan(128, 30, 256, 0.002, 0.2, 0.4)


def selection(contracts: Sequence[Sequence[Passage]]) -> tuple[NDArray[np.uint64], Floats]:
    """The hashes of n-grams that enough contracts share, and their inverse document frequency over sentences."""
    per_contract = [np.unique(np.concatenate([p.features for p in c])) for c in contracts]
    hashes, counts = np.unique(np.concatenate(per_contract), return_counts=True)
    known = hashes[counts >= _LEAST_CONTRACTS]
    passages = [passage for contract in contracts for passage in contract]
    columns, _ = lookup(known, [passage.features for passage in passages])
    frequency = np.bincount(columns, minlength=len(known))
    return known, np.log(len(passages) / np.maximum(frequency, 1)).astype(np.float32)


def matrix(
    known: NDArray[np.uint64], rarity: Floats, passages: Sequence[Passage], cues: Sequence[tuple[int, ...]]
) -> sparse.csr_matrix:
    """Sentences by features, as the first pass sees them: n-grams first, then cues."""
    ngrams = _rows(known, rarity, [passage.features for passage in passages])
    flat = [cue for hits in cues for cue in hits]
    ends = np.concatenate([[0], np.cumsum([len(hits) for hits in cues])])
    ones = np.ones(len(flat), dtype=np.float32)
    cued = sparse.csr_matrix((ones, flat, ends), shape=(len(passages), len(CUES)))
    return sparse.hstack([ngrams, cued]).tocsr().astype(np.float32)


def _rows(known: NDArray[np.uint64], rarity: Floats, rows: Sequence[Hashes]) -> sparse.csr_matrix:
    columns, lengths = lookup(known, rows)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return sparse.csr_matrix((normalised(rarity[columns], lengths), columns, starts), shape=(len(rows), len(known)))


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


@dataclass(frozen=True, slots=True)
class Batches:
    """The sentences that are learned from: rows of features, what is wanted of each type (sentences by types), and how
    much each answer is worth (as many, or one for all types). Sentences without label and cue are thinned out."""

    rows: Any  # a sparse or a full matrix
    wanted: Floats
    worth: Floats
    bias: Floats

    def each(
        self, epochs: int, size: int, random: np.random.RandomState
    ) -> Iterator[tuple[Any, Floats, Floats, float]]:
        """Rows, wanted, worth over the size of the batch, and how much of the way is done, 0 to 1."""
        count = self.rows.shape[0]
        steps = epochs * len(range(0, count, size))
        step = 0
        for _ in range(epochs):
            order = random.permutation(count)
            for start in range(0, count, size):
                batch = order[start : start + size]
                yield self.rows[batch], self.wanted[batch], self.worth[batch] / np.float32(len(batch)), step / steps
                step += 1


def batches(features: sparse.csr_matrix, labels: Bools) -> Batches:
    """The sentences of contracts, thinned out."""
    random = np.random.RandomState(0)
    cued = np.asarray(features[:, -len(CUES) :].sum(axis=1)).ravel() > 0
    chance = np.where(labels.any(axis=1) | cued, 1.0, _QUIET_SHARE)
    chosen = np.flatnonzero(random.rand(len(chance)) < chance)
    return Batches(
        features[chosen],
        labels[chosen].astype(np.float32),
        (1 / chance[chosen]).astype(np.float32)[:, None],
        np.log(labels.mean(axis=0) + 1e-6).astype(np.float32),
    )


def _with_drafts(data: Batches, rows: Any, drafts: Drafts) -> Batches:
    """The sentences of contracts and then the invented ones. How common a type is, the contracts alone tell."""
    both = sparse.vstack([data.rows, rows]).tocsr() if sparse.issparse(rows) else np.concatenate([data.rows, rows])
    worth = np.broadcast_to(data.worth, data.wanted.shape)
    return Batches(
        both,
        np.concatenate([data.wanted, drafts.marked.astype(np.float32)]),
        np.concatenate([worth, np.float32(_WORTH_OF_DRAFT) * drafts.known]),
        data.bias,
    )


def fit_linear(data: Batches) -> tuple[Floats, Floats]:
    """Weights (features by types) and bias of one-against-the-rest logistic models, all learned at once."""
    bias = data.bias.copy()
    learner = _Adam(np.zeros((data.rows.shape[1], data.wanted.shape[1]), dtype=np.float32))
    for block, wanted, worth, done in data.each(_EPOCHS, _BATCH, np.random.RandomState(1)):
        wrong = ((_sigmoid(block @ learner.weights + bias) - wanted) * worth).astype(np.float32)
        gradient = np.asarray(block.T @ wrong)
        gradient += np.float32(_DECAY) * learner.weights
        learner.step(gradient, _RATE * (1 - 0.9 * done))
        bias -= np.float32(0.3) * wrong.sum(axis=0)
    return learner.weights, bias


def fit_network(data: Batches, plan: Plan) -> Hidden:
    """A network with one small hidden layer, which the types share: rare types profit from common ones."""
    random = np.random.RandomState(2)
    inner = _Adam((random.randn(data.rows.shape[1], plan.width) * 0.05).astype(np.float32))
    shift = _Adam(np.zeros(plan.width, dtype=np.float32))
    outer = _Adam((random.randn(plan.width, data.wanted.shape[1]) * 0.1).astype(np.float32))
    bias = _Adam(data.bias.copy())
    for rows, wanted, worth, done in data.each(plan.epochs, plan.batch, random):
        block = rows * _kept(rows.shape, plan.inputs_dropped, random) if plan.inputs_dropped else rows
        raw = block @ inner.weights + shift.weights
        open_ = (raw > 0) * _kept(raw.shape, plan.dropped, random)
        layer = raw * open_
        wrong = ((_sigmoid(layer @ outer.weights + bias.weights) - wanted) * worth).astype(np.float32)
        back = (wrong @ outer.weights.T) * open_
        rate = plan.rate * (1 - 0.9 * done)
        gradient = np.asarray(block.T @ back)
        gradient += np.float32(1e-6) * inner.weights
        inner.step(gradient, rate)
        shift.step(back.sum(axis=0), rate)
        outer.step(layer.T @ wrong, rate)
        bias.step(wrong.sum(axis=0), rate)
    return Hidden(inner.weights, shift.weights, outer.weights, bias.weights)


def _kept(shape: tuple[int, ...], dropped: float, random: np.random.RandomState) -> Floats:
    return ((random.rand(*shape) > dropped) / (1 - dropped)).astype(np.float32)


def fit_gist(contracts: Sequence[Sequence[Passage]], cued: Bools, labels: Bools, drafts: Drafts) -> Gist:
    """The network over words alone, learned from the sentences that have a label or a cue, from some others, and from
    drafts."""
    passages = [passage for contract in contracts for passage in contract]
    per_contract = [np.unique(np.concatenate([p.own for p in c])) for c in contracts]
    hashes, counts = np.unique(np.concatenate(per_contract), return_counts=True)
    known = hashes[counts >= _LEAST_CONTRACTS_OF_WORD]
    columns, _ = lookup(known, [passage.own for passage in passages])
    rarity = np.log(len(passages) / np.maximum(np.bincount(columns, minlength=len(known)), 1)).astype(np.float32)
    random = np.random.RandomState(3)
    told = np.flatnonzero(labels.any(axis=1) | cued | (random.rand(len(passages)) < _QUIET_SHARE_OF_GIST))
    rows = _rows(known, rarity, [passages[index].own for index in told])
    _, _, directions = randomized_svd(rows, _DIRECTIONS, n_iter=3, random_state=0)
    seen = rows @ directions.T
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-6
    invented = _rows(known, rarity, [passage.own for passage in drafts.passages]) @ directions.T
    wanted = labels[told].astype(np.float32)
    worth = np.ones((len(told), 1), dtype=np.float32)
    bias = np.log(wanted.mean(axis=0) + 1e-6).astype(np.float32)
    real = Batches(((seen - mean) / scale).astype(np.float32), wanted, worth, bias)
    network = fit_network(_with_drafts(real, ((invented - mean) / scale).astype(np.float32), drafts), _GIST)
    inner = (directions.T / scale) @ network.inner
    shift = network.shift - (mean / scale) @ network.inner
    folded = Hidden(inner.astype(np.float32), shift.astype(np.float32), network.outer, network.bias)
    return Gist(known, rarity, folded)


def _sigmoid(log_odds: Floats) -> Floats:
    odds: Floats = (1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))).astype(np.float32)
    return odds


@dataclass(frozen=True, slots=True)
class Halves:
    """The linear half and the network, as learned."""

    weights: Floats
    bias: Floats
    hidden: Hidden

    def score(self, features: sparse.csr_matrix) -> Floats:
        return average(features @ self.weights + self.bias, self.hidden.answer(features @ self.hidden.inner))


def fit_halves(features: sparse.csr_matrix, labels: Bools, invented: sparse.csr_matrix, drafts: Drafts) -> Halves:
    """Both halves of the first pass. `invented` are the features of the drafts."""
    data = _with_drafts(batches(features, labels), invented, drafts)
    return Halves(*fit_linear(data), fit_network(data, _HIDDEN))


def fit_trees(features: Floats, labels: Bools) -> Trees:
    """Boosted trees for the second look."""
    model = HistGradientBoostingClassifier(
        max_iter=_TREES,
        learning_rate=_TREE_RATE,
        max_leaf_nodes=_LEAVES,
        min_samples_leaf=_LEAST_IN_LEAF,
        l2_regularization=_TREE_DECAY,
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


def fit_presence(figures: Floats, present: Bools, fold: NDArray[np.intp]) -> Presence:
    """One logistic model over the figures of contracts (contracts by types by figures), in which each type has a level
    of its own. Thresholds come from chances that each contract got from models which had not seen it (by `fold`)."""
    unseen = np.zeros(present.shape, dtype=np.float32)
    nothing = np.zeros(present.shape[1], dtype=np.float32)
    for number in np.unique(fold):
        there = fold != number
        weights, bias = _fit_logistic(figures[there], present[there])
        unseen[~there] = Presence(weights, bias, nothing).chance(figures[~there])
    thresholds = [_expected_f1(chances) / 2 for chances in unseen.T]
    return Presence(*_fit_logistic(figures, present), np.array(thresholds, dtype=np.float32))


def _fit_logistic(figures: Floats, present: Bools) -> tuple[Floats, Floats]:
    rows = figures.reshape(-1, figures.shape[-1])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    level = np.tile(np.eye(figures.shape[1]) * _OWN_LEVEL, (len(figures), 1))
    model = LogisticRegression(C=_FREEDOM, max_iter=500).fit(np.hstack([(rows - mean) / scale, level]), present.ravel())
    count = figures.shape[-1]
    weights = model.coef_[0, :count] / scale
    bias = model.intercept_[0] + model.coef_[0, count:] * _OWN_LEVEL - weights @ mean
    return weights.astype(np.float32), bias.astype(np.float32)


def _expected_f1(chances: Floats) -> float:
    """The best F1 that some threshold can be expected to reach, where the chances are right on average."""
    likeliest = np.sort(chances)[::-1]
    return float((2 * np.cumsum(likeliest) / (np.arange(1, len(chances) + 1) + chances.sum())).max())
