"""The trained reader: two passes and a threshold for each type, kept as one compressed file of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clausecheck.model.document import Document
from clausecheck.reader.context import candidates
from clausecheck.reader.cues import hits
from clausecheck.reader.linear import Linear
from clausecheck.reader.passages import Passage, passages
from clausecheck.reader.trees import Trees, probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
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
    """A sentence (by its index) taken for a clause type, with the estimated chance that this is right."""

    sentence: int
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Model:
    """`commonness` is the log share of sentences of each type among those learned from; `thresholds` the confidence
    from which a type counts as present."""

    linear: Linear
    trees: Trees
    commonness: Floats
    thresholds: Floats

    def guess(self, seen: Seen, least: float = 0.03) -> tuple[Guess, ...]:
        """Guesses of at least that confidence, in document order."""
        if not seen.passages:
            return ()
        scores = self.linear.score(seen.passages, seen.cues)
        pairs = candidates(seen.passages, seen.clauses, seen.cues, scores, self.commonness)
        chances = probability(self.trees.log_odds(pairs.features))
        return tuple(
            Guess(int(sentence), CLAUSES[type_], float(chance))
            for sentence, type_, chance in zip(pairs.sentence, pairs.type, chances, strict=True)
            if chance >= least
        )

    def threshold(self, type_: str) -> float:
        return float(self.thresholds[CLAUSES.index(type_)])


def save(model: Model, path: Path = WEIGHTS) -> None:
    """Weights of the first pass go to eight bits, with one scale a type; the same model gives the same bytes."""
    scale = np.maximum(np.abs(model.linear.weights).max(axis=0), 1e-9) / 127
    arrays: dict[str, NDArray[np.generic]] = {
        "known": model.linear.known,
        "rarity": model.linear.rarity.astype(np.float16),
        "weights": np.rint(model.linear.weights / scale).astype(np.int8).T.copy(),
        "scale": scale.astype(np.float32),
        "cue_weights": model.linear.cue_weights,
        "bias": model.linear.bias,
        "roots": model.trees.roots,
        "feature": model.trees.feature,
        "threshold": model.trees.threshold,
        "left": model.trees.left,
        "right": model.trees.right,
        "value": model.trees.value,
        "base": np.array([model.trees.base, model.trees.depth], dtype=np.float64),
        "commonness": model.commonness,
        "thresholds": model.thresholds,
    }
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Model:
    with np.load(path, allow_pickle=False) as file:
        data = {name: file[name] for name in file.files}
    weights = (data["weights"].T.astype(np.float32) * data["scale"]).copy()
    linear = Linear(data["known"], data["rarity"].astype(np.float32), weights, data["cue_weights"], data["bias"])
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
    return Model(linear, trees, data["commonness"], data["thresholds"])


def best(guesses: Sequence[Guess]) -> dict[str, float]:
    """The highest confidence of each type."""
    out: dict[str, float] = {}
    for guess in guesses:
        out[guess.type] = max(out.get(guess.type, 0.0), guess.confidence)
    return out
