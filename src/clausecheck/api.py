"""The library in three calls: read a contract, load a rule pack, review a contract with packs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clausecheck.errors import UsageError
from clausecheck.model.report import FoundClause, LockIn, Result, Review, Side, Term
from clausecheck.settings import Settings, check, keep, tailor

if TYPE_CHECKING:
    from clausecheck.ingest.limits import Limits
    from clausecheck.model.document import Document
    from clausecheck.model.pack import Pack

View = Literal["accepted", "original"]
Source = str | Path | bytes

DEFAULT_PACKS = ("distribution",)


def read(
    source: Source,
    *,
    name: str = "",
    password: str | None = None,
    view: View = "accepted",
    parties: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Document:
    """The contract as a Document. `source` is a path, or the bytes of a file, whose `name` then stands for its path.
    `parties` settles roles: {"supplier": "Airspan"}. Raises UnreadableError where there is nothing to be had."""
    from clausecheck import ingest

    extra = {} if limits is None else {"limits": limits}
    return ingest.read(source, name=name, password=password, view=view, party_overrides=dict(parties or {}), **extra)


def load_pack(name: str) -> Pack:
    """The pack of that name that comes with clausecheck, or the one in the folder of that path."""
    from clausecheck.packs.builtin import find_pack

    return find_pack(name)


def review(
    source: Source | Document,
    *,
    side: Side = "supplier",
    packs: tuple[str | Pack, ...] = DEFAULT_PACKS,
    settings: Settings | None = None,
    name: str = "",
    password: str | None = None,
    view: View = "accepted",
    parties: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Review:
    """Reads the contract (unless it has been read) and judges it for one side by the rules of the packs.

    Raises UnreadableError for the contract, PackError for a pack, UsageError for a setting that names no rule."""
    from clausecheck.engine import order

    settings = settings or Settings()
    loaded = tuple(load_pack(pack) if isinstance(pack, str) else pack for pack in packs)
    if not loaded:
        raise UsageError("a review needs at least one rule pack")
    check(loaded, settings)
    if isinstance(source, str | Path | bytes):
        source = read(source, name=name, password=password, view=view, parties=parties, limits=limits)
    clauses = _clauses(source) if settings.reader else ()
    sheets = [_judge(source, tailor(pack, settings), side, clauses, settings.jurisdictions) for pack in loaded]
    terms = {term.id: term for found, _, _ in reversed(sheets) for term in found}
    return Review(
        document=source,
        side=side,
        packs=tuple((pack.name, pack.version) for pack in loaded),
        terms=tuple(terms[id] for id in dict.fromkeys(term.id for found, _, _ in sheets for term in found)),
        lock_in=next((lock_in for _, lock_in, _ in sheets if lock_in.status == "found"), sheets[0][1]),
        results=order(keep((result for _, _, results in sheets for result in results), settings)),
        clauses=clauses,
    )


def _clauses(document: Document) -> tuple[FoundClause, ...]:
    from clausecheck.reader import read_clauses

    return read_clauses(document)


def _judge(
    document: Document, pack: Pack, side: Side, clauses: tuple[FoundClause, ...], jurisdictions: tuple[str, ...]
) -> tuple[tuple[Term, ...], LockIn, tuple[Result, ...]]:
    from clausecheck import engine, terms

    reading, sheet = terms.answer(document, pack, clauses, jurisdictions)
    return sheet.terms, sheet.lock_in, engine.judge(reading, sheet, pack, side)
