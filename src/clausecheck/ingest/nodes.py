"""Clauses in the making, and the lists that are open while labels are read. Changed only by the tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausecheck.ingest.numbering import Candidate
from clausecheck.model.document import ClauseKind


@dataclass(slots=True)
class Frame:
    """An open list: its style, the last value accepted, and the node of its last member (-1: only inline items)."""

    style: str
    value: tuple[int, ...]
    node: int
    parent: int
    inline: list[Candidate] = field(default_factory=list)
    prefixed: bool = False


@dataclass(slots=True)
class Node:
    """A clause in the making. `parent` is an index into the nodes; `inline` says that its label stands inside a
    paragraph, `lower` that its text begins with a small letter."""

    start: int
    label_end: int
    label: str
    number: str
    parent: int
    kind: ClauseKind
    style: str = ""
    heading_end: int = 0
    inline: bool = False
    lower: bool = False
