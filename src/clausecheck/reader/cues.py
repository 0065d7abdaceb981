"""Cues: wording by which a lawyer spots a type of clause. They are features of the reader, never verdicts.

They stand in `cues.txt`, under the name of their type in brackets. Each line is `trigger :: pattern`. A pattern is
tried only where one of its triggers (literal, `|` between them) stands in the sentence, which keeps the cost low.
Sentences come in lower case with single spaces. `~` stands for a gap of up to 60 characters, `~~` for one of up to
160, inside the sentence; everything else is a regular expression.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording. `triggers` are literal words, one of which must stand in the sentence before `pattern` is tried."""

    type: str
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]


def _compile(type_: str, line: str) -> Cue:
    triggers, pattern = line.split(" :: ")
    expanded = pattern.replace("~~", ".{0,160}?").replace("~", ".{0,60}?")
    return Cue(type_, tuple(triggers.split("|")), re.compile(expanded))


def _read(path: Path) -> Iterator[Cue]:
    type_ = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            type_ = line.strip("[]")
        elif line and not line.startswith("#"):
            yield _compile(type_, line)


CUES: tuple[Cue, ...] = tuple(_read(Path(__file__).with_name("cues.txt")))
_WITH: dict[str, tuple[int, ...]] = {
    trigger: tuple(index for index, cue in enumerate(CUES) if trigger in cue.triggers)
    for trigger in sorted({trigger for cue in CUES for trigger in cue.triggers})
}


def hits(sentences: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For each sentence (lower case, single spaces) the indices into `CUES` of the cues that it gives, ascending.
    Triggers are looked for in all sentences at once, so that most sentences cost nothing."""
    text = "\n".join(sentences)
    starts = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
    wanted: list[set[int]] = [set() for _ in sentences]
    for trigger, cues in _WITH.items():
        at = text.find(trigger)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            wanted[index].update(cues)
            at = text.find(trigger, starts[index + 1])
    return tuple(
        tuple(cue for cue in sorted(tried) if CUES[cue].pattern.search(sentence))
        for sentence, tried in zip(sentences, wanted, strict=True)
    )
