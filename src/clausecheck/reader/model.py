"""The trained reader: two passes over sentences and a look at the whole, kept as one compressed file of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.context import candidates
from clausecheck.reader.cues import CUES, EDITION
from clausecheck.reader.gist import Gist
from clausecheck.reader.linear import FirstPass, Hidden
from clausecheck.reader.presence import Presence, figures_of
from clausecheck.reader.seen import Seen
from clausecheck.reader.trees import Trees, probability
from clausecheck.reader.types import CLAUSES

Floats = NDArray[np.float32]
_JOINED = 0.3  # chance from which list items are joined
_WHOLE, _LONGEST_LIST = 0.9, 15  # how likely, beside a lead-in, it is with all its items; the most sentences in these
_LIKELY = 0.5  # chance from which a passage of a type that is present is reported beside the likeliest
WEIGHTS = Path(__file__).with_name("weights.npz")


@dataclass(frozen=True, slots=True)
class Guess:
    """Sentences from `first` to `last` (mostly one and the same) taken for a clause type, with the estimated chance
    that this is right. `reported`: the contract has such a clause, and this passage is likely or the likeliest. A
    lead-in is given alone and, unreported, once more with all its items: lawyers mark it either way."""

    first: int
    last: int
    type: str
    confidence: float
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """`commonness` is the log share of sentences of each type among those learned from."""

    first: FirstPass
    gist: Gist
    trees: Trees
    presence: Presence
    commonness: Floats

    def guess(self, seen: Seen, least: float = 0.01) -> tuple[Guess, ...]:
        """Guesses of at least that confidence, in document order."""
        if not seen.passages:
            return ()
        scores = self.first.score(seen.passages, seen.cues)
        pairs = candidates(seen, scores, self.gist.score(seen.passages), self.commonness)
        chances = probability(self.trees.log_odds(pairs.features))
        present = self.presence.chance(figures_of(seen, pairs, scores, chances)) >= self.presence.thresholds
        ends = _ends(seen)
        guesses: list[Guess] = []
        for column, type_ in enumerate(CLAUSES):
            own = np.flatnonzero((pairs.type == column) & (chances >= least))
            likely = {int(pairs.sentence[i]): float(chances[i]) for i in own}
            found = tuple(_reported(tuple(_joined(type_, likely, seen)), present=bool(present[column])))
            guesses += [*found, *_with_items(found, ends, least)]
        return tuple(sorted(guesses, key=lambda guess: (guess.first, guess.last, guess.type)))


def _reported(guesses: tuple[Guess, ...], *, present: bool) -> Iterator[Guess]:
    enough = min(_LIKELY, max((guess.confidence for guess in guesses), default=0.0))
    return (replace(guess, reported=present and guess.confidence >= enough) for guess in guesses)


def _ends(seen: Seen) -> list[int]:
    """For each sentence the last of the items that it leads in, itself where it leads in none."""
    ends = list(range(len(seen.passages)))
    for index, passage in enumerate(seen.passages):
        lead = passage.lead
        while lead >= 0:
            ends[lead] = index
            lead = seen.passages[lead].lead
    return ends


def _with_items(guesses: tuple[Guess, ...], ends: list[int], least: float) -> Iterator[Guess]:
    for guess in guesses:
        last, confidence = ends[guess.first], _WHOLE * guess.confidence
        if guess.last < last <= guess.first + _LONGEST_LIST and confidence >= least:
            yield Guess(guess.first, last, guess.type, confidence)


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
    """The large tables go to eight bits, with a scale for each column; the same model gives the same bytes."""
    first, trees, gist, hidden = model.first, model.trees, model.gist, model.first.hidden
    arrays: dict[str, NDArray[np.generic]] = {
        "edition_of_cues": np.array([EDITION], dtype=np.uint32),
        "known": first.known,
        "rarity": first.rarity.astype(np.float16),
        **_packed("weights", first.weights, len(CUES)),
        "bias": first.bias,
        **_packed("inner", hidden.inner, len(CUES)),
        "shift": hidden.shift,
        "outer": hidden.outer,
        "outer_bias": hidden.bias,
        "gist_known": gist.known,
        "gist_rarity": gist.rarity.astype(np.float16),
        **_packed("gist_inner", gist.network.inner),
        "gist_shift": gist.network.shift,
        "gist_outer": gist.network.outer,
        "gist_bias": gist.network.bias,
        "roots": trees.roots,
        "feature": trees.feature,
        "threshold": trees.threshold,
        "left": trees.left,
        "right": trees.right,
        "value": trees.value,
        "base": np.array([trees.base, trees.depth], dtype=np.float64),
        "presence": model.presence.weights,
        "presence_of_type": np.column_stack([model.presence.bias, model.presence.thresholds]),
        "commonness": model.commonness,
    }
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def _packed(name: str, table: Floats, last: int = 0) -> dict[str, NDArray[np.generic]]:
    """Eight bits for each number. The `last` rows (the cues) weigh much more: they have a scale of their own."""
    parts = (table[: len(table) - last], table[len(table) - last :])
    scales = [np.maximum(np.abs(part).max(axis=0, initial=0), 1e-9) / 127 for part in parts]
    bytes_ = np.concatenate([np.rint(part / scale) for part, scale in zip(parts, scales, strict=True)])
    return {name: bytes_.astype(np.int8).T.copy(), f"{name}_scale": np.array(scales, dtype=np.float32)}


def _unpacked(data: dict[str, Any], name: str, last: int = 0) -> Floats:
    rows = data[name].T.astype(np.float32)
    most, cues = data[f"{name}_scale"]
    rows[: len(rows) - last] *= most
    rows[len(rows) - last :] *= cues
    return np.ascontiguousarray(rows)


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Model:
    """The trained reader. Raises `ValueError` where `cues.txt` was changed after it was learned."""
    with np.load(path, allow_pickle=False) as file:
        data = {name: file[name] for name in file.files}
    if data["edition_of_cues"] != EDITION:
        raise ValueError(f"{path.name} was learned with other cues: run python -m clausecheck.reader.train")
    inner = _unpacked(data, "inner", len(CUES))
    hidden = Hidden(inner, data["shift"], data["outer"], data["outer_bias"])
    weights = _unpacked(data, "weights", len(CUES))
    first = FirstPass(data["known"], data["rarity"].astype(np.float32), weights, data["bias"], hidden)
    network = Hidden(_unpacked(data, "gist_inner"), data["gist_shift"], data["gist_outer"], data["gist_bias"])
    gist = Gist(data["gist_known"], data["gist_rarity"].astype(np.float32), network)
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
    return Model(first, gist, trees, Presence(data["presence"], *data["presence_of_type"].T), data["commonness"])
