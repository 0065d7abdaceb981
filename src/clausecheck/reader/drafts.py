"""Drafts: invented sentences to learn from beside labelled contracts, most of all for types that few contracts have.

They stand in `drafts/`, a file for each topic, and were written by readers who had seen no contract of the corpus. A
file begins with `judged: type, ...`, the types that its writer was to look for; then each line is
`types | heading | sentence`, the types with commas between them, `-` where there is none. A sentence says that it is
of the types before it, and that it is of no other type that its file judges; of the rest it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clausecheck.reader.cues import hits
from clausecheck.reader.passages import Passage, invented
from clausecheck.reader.types import CLAUSES

Bools = NDArray[np.bool_]
_FOLDER = Path(__file__).with_name("drafts")


@dataclass(frozen=True, slots=True)
class Drafts:
    """Invented sentences, the cues in each, and (sentences by types) what each is and what is known of it."""

    passages: tuple[Passage, ...]
    cues: tuple[tuple[int, ...], ...]
    marked: Bools
    known: Bools


def load() -> Drafts:
    """All drafts, in the order of their files. Raises `ValueError` for a type that there is not, `FileNotFoundError`
    where there are no drafts: they are part of the source tree, not of the wheel."""
    if not _FOLDER.is_dir():
        raise FileNotFoundError(f"no drafts in {_FOLDER}: train from the source tree (pip install -e '.[train]')")
    rows = [row for path in sorted(_FOLDER.glob("*.txt")) for row in _read(path)]
    passages = tuple(invented(sentence, heading) for _, _, heading, sentence in rows)
    marked = np.array([_flags(types) for _, types, _, _ in rows])
    judged = np.array([_flags(types) for types, _, _, _ in rows])
    return Drafts(passages, hits([passage.text for passage in passages]), marked, marked | judged)


def _read(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """For each sentence the types that are judged, those it has, its heading and its text."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    judged = first.removeprefix("judged: ")
    for line in lines:
        types, heading, sentence = line.split(" | ")
        yield judged, types, heading, sentence


def _flags(types: str) -> Bools:
    row = np.zeros(len(CLAUSES), dtype=bool)
    row[[CLAUSES.index(name.strip()) for name in types.split(",") if name != "-"]] = True
    return row
