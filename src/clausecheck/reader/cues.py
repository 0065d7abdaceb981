"""Cues: wording by which a lawyer spots a type of clause. They are features of the reader, never verdicts.

They stand in `cues.txt`, under the name of their type in brackets. Each line is `trigger :: pattern`. A pattern is
tried only where one of its triggers (literal, `|` between them) stands in the sentence, which keeps the cost low.
A line that begins with `+ ` is a strong cue, wording that seldom means anything else; one that begins with `- ` is a
counter cue, wording that looks like the clause and is another thing; the rest are plain, wording that may mean it.
A line `= pattern` tells the headings that such clauses stand under: there a plain cue tells as much as a strong one.
Sentences come in lower case with single spaces. `~` stands for a gap of up to 60 characters, `~~` for one of up to
160, inside the sentence; everything else is a regular expression.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

STRONG, PLAIN, COUNTER = 2, 1, -1
_GRADES = {"+ ": STRONG, "- ": COUNTER}


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording. `triggers` are literal words, one of which must stand in the sentence before `pattern` is tried.
    `grade` is how much it tells: `STRONG`, `PLAIN` or `COUNTER`."""

    type: str
    grade: int
    triggers: tuple[str, ...]
    wording: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first wanted: half of the cues are tried in no sentence of a contract."""
        return _pattern(self.wording)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("~~", ".{0,160}?").replace("~", ".{0,60}?"))


def _cue(type_: str, line: str) -> Cue:
    grade = _GRADES.get(line[:2], PLAIN)
    triggers, wording = (line if grade == PLAIN else line[2:]).split(" :: ")
    return Cue(type_, grade, tuple(triggers.split("|")), wording)


def _read(path: Path) -> Iterator[tuple[str, str]]:
    """The lines that tell something, each with its type."""
    type_ = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            type_ = line.strip("[]")
        elif line and not line.startswith("#"):
            yield type_, line


_FILE = Path(__file__).with_name("cues.txt")
_LINES = tuple(_read(_FILE))
EDITION = zlib.crc32(_FILE.read_text(encoding="utf-8").encode())  # weights fit the cues that they were learned with
CUES: tuple[Cue, ...] = tuple(_cue(type_, line) for type_, line in _LINES if not line.startswith("= "))
_HEADINGS = {type_: _pattern(line[2:]) for type_, line in _LINES if line.startswith("= ")}


def _by_trigger() -> dict[str, list[int]]:
    """For each trigger the cues that it has tried; counter cues wait for another."""
    out: dict[str, list[int]] = {}
    for index, cue in enumerate(CUES):
        for trigger in cue.triggers if cue.grade != COUNTER else ():
            out.setdefault(trigger, []).append(index)
    return out


_WITH = _by_trigger()
_COUNTERS: dict[str, tuple[int, ...]] = {
    type_: tuple(i for i, cue in enumerate(CUES) if cue.type == type_ and cue.grade == COUNTER)
    for type_ in {cue.type for cue in CUES}
}


def hits(sentences: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For each sentence (lower case, single spaces) the indices into `CUES` of the cues that it gives, ascending.
    A counter cue counts only beside a cue of its type. Triggers are looked for in all sentences at once, so that most
    sentences cost nothing."""
    text = "\n".join(sentences)
    starts = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
    wanted: list[set[int]] = [set() for _ in sentences]
    for trigger, cues in _WITH.items():
        at = text.find(trigger)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            wanted[index].update(cues)
            at = text.find(trigger, starts[index + 1])
    return tuple(_given(sentence, tried) for sentence, tried in zip(sentences, wanted, strict=True))


def _given(sentence: str, tried: set[int]) -> tuple[int, ...]:
    found = [i for i in tried if CUES[i].pattern.search(sentence)]
    counters = (i for type_ in {CUES[i].type for i in found} for i in _COUNTERS[type_])
    against = [
        i
        for i in counters
        if any(trigger in sentence for trigger in CUES[i].triggers) and CUES[i].pattern.search(sentence)
    ]
    return tuple(sorted(found + against))


def headed(heading: str) -> frozenset[str]:
    """The types whose clauses usually stand under such a heading (in lower case)."""
    return frozenset(type_ for type_, pattern in _HEADINGS.items() if pattern.search(heading))
