"""The trained reader: two passes and a threshold for each type, kept as one compressed file of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clausecheck.model.document import Document
from clausecheck.reader.context import candidates
from clausecheck.reader.cues import CUES, hits
from clausecheck.reader.linear import FirstPass, Hidden
from clausecheck.reader.passages import Passage, passages
from clausecheck.reader.trees import Trees, probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
_JOINED = 0.3  # chance from which list items are joined
WEIGHTS = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True, slots=True)
class Seen:
    """A contract prepared for the reader: its passages, the cues in each, and the clause of each."""

    passages: tuple[Passage, ...]
    cues: tuple[tuple[int, ...], ...]
    clauses: tuple[int, ...]


def look(document: Document) -> Seen:
    found = passages(document)
    return Seen(found, hits([passage.text for passage in found]), tuple(s.clause for s in document.sentences))


@dataclass(frozen=True, slots=True)
class Guess:
    """Sentences from `first` to `last` (mostly one and the same) taken for a clause type, with the estimated chance
    that this is right."""

    first: int
    last: int
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Model:
    """`commonness` is the log share of sentences of each type among those learned from; `thresholds` the confidence
    from which a type counts as present."""

    first: FirstPass
    trees: Trees
    commonness: Floats
    thresholds: Floats

    def guess(self, seen: Seen, least: float = 0.02) -> tuple[Guess, ...]:
        """Guesses of at least that confidence, in document order."""
        if not seen.passages:
            return ()
        scores = self.first.score(seen.passages, seen.cues)
        pairs = candidates(seen.passages, seen.clauses, seen.cues, scores, self.commonness)
        chances = probability(self.trees.log_odds(pairs.features))
        likely: dict[str, dict[int, float]] = {}
        for sentence, type_, chance in zip(pairs.sentence, pairs.type, chances, strict=True):
            if chance >= least:
                likely.setdefault(CLAUSES[type_], {})[int(sentence)] = float(chance)
        guesses = (guess for type_, chances_of in likely.items() for guess in _joined(type_, chances_of, seen))
        return tuple(sorted(guesses, key=lambda guess: (guess.first, guess.last, guess.type)))

    def threshold(self, type_: str) -> float:
        return float(self.thresholds[CLAUSES.index(type_)])


def _joined(type_: str, chances: dict[int, float], seen: Seen) -> Iterator[Guess]:
    """Items of one list that follow each other, and its lead-in, are one passage where all of them are likely."""
    first = last = -1
    for sentence in sorted(chances):
        lead = seen.passages[sentence].lead
        listed = sentence == last + 1 and lead >= 0 and lead in (last, seen.passages[last].lead)
        if first >= 0 and listed and min(chances[last], chances[sentence]) > _JOINED:
            last = sentence
            continue
        if first >= 0:
            yield Guess(first, last, type_, max(chances[i] for i in range(first, last + 1)))
        first = last = sentence
    if first >= 0:
        yield Guess(first, last, type_, max(chances[i] for i in range(first, last + 1)))


def save(model: Model, path: Path = WEIGHTS) -> None:
    """Weights of the first pass go to eight bits, with one scale a column; the same model gives the same bytes."""
    first, trees = model.first, model.trees
    weights, weight_scale = _packed(first.weights)
    inner, inner_scale = _packed(first.hidden.inner)
    arrays: dict[str, NDArray[np.generic]] = {
        "known": first.known,
        "rarity": first.rarity.astype(np.float16),
        "weights": weights,
        "weight_scale": weight_scale,
        "bias": first.bias,
        "inner": inner,
        "inner_scale": inner_scale,
        "shift": first.hidden.shift,
        "outer": first.hidden.outer,
        "outer_bias": first.hidden.bias,
        "roots": trees.roots,
        "feature": trees.feature,
        "threshold": trees.threshold,
        "left": trees.left,
        "right": trees.right,
        "value": trees.value,
        "base": np.array([trees.base, trees.depth], dtype=np.float64),
        "commonness": model.commonness,
        "thresholds": model.thresholds,
    }
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _packed(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Eight bits for each number. Cues come last and weigh much more: they have a scale of their own."""
    n_cues = len(CUES)
    scale = np.stack([np.maximum(np.abs(part).max(axis=0), 1e-9) for part in (table[:-n_cues], table[-n_cues:])]) / 127
    rows = np.repeat([0, 1], [len(table) - n_cues, n_cues])
    return np.rint(table / scale[rows]).astype(np.int8).T.copy(), scale.astype(np.float32)


def _unpacked(table: NDArray[np.int8], scale: Floats) -> Floats:
    rows = table.T.astype(np.float32)
    rows[: -len(CUES)] *= scale[0]
    rows[-len(CUES) :] *= scale[1]
    return np.ascontiguousarray(rows)


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Model:
    with np.load(path, allow_pickle=False) as file:
        data = {name: file[name] for name in file.files}
    hidden = Hidden(_unpacked(data["inner"], data["inner_scale"]), data["shift"], data["outer"], data["outer_bias"])
    weights = _unpacked(data["weights"], data["weight_scale"])
    first = FirstPass(data["known"], data["rarity"].astype(np.float32), weights, data["bias"], hidden)
    base, depth = data["base"]
    trees = Trees(
        roots=data["roots"],
        feature=data["feature"],
        threshold=data["threshold"],
        left=data["left"],
        right=data["right"],
        value=data["value"],
        base=float(base),
        depth=int(depth),
    )
    return Model(first, trees, data["commonness"], data["thresholds"])
