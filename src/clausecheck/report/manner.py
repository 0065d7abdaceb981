"""How a report is wanted: what the writers are told besides the reviews themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.model.pack import Pack


@dataclass(frozen=True, slots=True)
class Manner:
    """`verbose` asks for all answers and longer passages. `reader` is who gets the report: the other side is told no
    fallback and no walk-away. `packs` are the packs that were applied, for formats that explain rules; `unread` are
    contracts (path, reason) of which there is no review.

    Writers that mark up a copy read the contract again: `original` are its bytes where `Document.path` leads to no
    file (standard input), `password` and `view` are those it was read with."""

    verbose: bool = False
    reader: Literal["us", "counterparty"] = "us"
    packs: tuple[Pack, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    original: bytes | None = None
    password: str | None = None
    view: Literal["accepted", "original"] = "accepted"
