"""Parties while they are being read, before their names and words are complete."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausecheck.ingest.party_names import BLANK, trade_name


@dataclass(slots=True)
class Draft:
    """A party while it is being read: `defined` are words given to it, `also` other names it goes by."""

    name: str
    start: int
    end: int
    defined: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


def merge(drafts: list[Draft]) -> list[Draft]:
    """One party for each name, and none that another's name holds."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if squeeze(k.name) == squeeze(draft.name) and not BLANK.match(k.name)), None)
        if same:
            same.defined.extend(d for d in draft.defined if d not in same.defined)
        else:
            kept.append(draft)
    return kept


def join(drafts: list[Draft], more: list[Draft]) -> list[Draft]:
    out = list(drafts)
    for draft in more:
        same = next((k for k in out if alike(k.name, draft.name)), None)
        if same:
            same.defined.extend(d for d in draft.defined if d not in same.defined)
        else:
            out.append(draft)
    return out


def alike(a: str, b: str) -> bool:
    a, b = squeeze(trade_name(a)), squeeze(trade_name(b))
    return bool(a and b) and (a in b or b in a)


def squeeze(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
