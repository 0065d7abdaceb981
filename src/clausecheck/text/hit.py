"""What a phrase is matched against, and a phrase found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausecheck.model.location import Span
from clausecheck.model.value import Value


@dataclass(frozen=True, slots=True)
class Unit:
    """What a phrase is matched against: runs of word numbers, the last of which is the unit's own text; `sentence`
    is the index of the (first) sentence in `Document.sentences`."""

    runs: tuple[tuple[int, int], ...]
    sentence: int

    @property
    def positions(self) -> Sequence[int]:
        if len(self.runs) == 1:
            return range(*self.runs[0])
        return [p for a, b in self.runs for p in range(a, b)]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found. `spans` are the words it covers (several where a lead-in is glued to a list item), `sentence`
    the index of the sentence, `words` the numbers of the covered words in the unit's order, `values` what `<…>`
    captured. `uncertain`: it hinges on a party whose role cannot be told. `negated`: under an outer negation."""

    phrase: str
    spans: tuple[Span, ...]
    sentence: int
    unit: Unit
    first: int
    last: int
    values: tuple[Value, ...] = ()
    uncertain: bool = False
    negated: bool = False

    @property
    def span(self) -> Span:
        """The last run of words: the item itself where there is a lead-in."""
        return self.spans[-1]
