"""The gist of a sentence: a network over its own words alone, without their order, without cues and headings. It errs
in other places than the first pass does, which is what makes it useful beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.linear import Hidden, lookup, normalised, sums
from clausecheck.reader.passages import Passage

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Gist:
    """`known` are the sorted hashes of the words that count, `rarity` their inverse document frequency; `network` has
    a row of `inner` for each word. It was learned in the directions in which sentences of contracts differ most
    (latent semantic analysis: Deerwester and others 1990), which are folded into `inner`."""

    known: NDArray[np.uint64]
    rarity: Floats
    network: Hidden

    def score(self, passages: Sequence[Passage]) -> Floats:
        """Log odds, sentences by types."""
        columns, lengths = lookup(self.known, [passage.own for passage in passages])
        total = sums(self.network.inner, columns, normalised(self.rarity[columns], lengths), lengths)
        return self.network.answer(total)
