"""Who supplies and who distributes, told from what the contract makes each party do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations

from clausecheck.errors import UsageError
from clausecheck.ingest import parties_ja, roles_ja
from clausecheck.ingest.role_cues import AFTER, BEFORE, DISTRIBUTOR_WORDS, SUPPLIER_WORDS, Cue, Side
from clausecheck.model.document import Party, Roles, Sentence
from clausecheck.model.location import Span

_MARGIN = 3.0  # points by which one reading must beat the other
_CAP = 3  # times one cue may count for one party: length must not decide
_PLACES = 600  # mentions of a party that are read
_CHANNEL_DEAL = re.compile(
    r"\b(?:distribut|resell|reseller|dealer|resale|wholesal|franchis|sales?\s+(?:agen|representat)|agency|supply|manufactur|purchas|licens|value[\s-]added|OEM|vendor)", re.I
)


@dataclass(slots=True)
class _Score:
    """Points of one party; `strong` are cues of weight 4 and more that it met, by side."""

    supplier: float = 0.0
    distributor: float = 0.0
    strong: dict[Side, int] = field(default_factory=lambda: {"supplier": 0, "distributor": 0})


def assign_roles(
    text: str, parties: Sequence[Party], sentences: Sequence[Sentence] = (), overrides: Mapping[str, str] | None = None
) -> Roles:
    """Supplier and distributor among the parties. `overrides` maps "supplier" or "distributor" to a name or alias
    and is obeyed; UsageError where no party and no word of the text answers to it."""
    given, parties = _given(text, tuple(parties), overrides or {})
    told = _told(text, parties, sentences)
    if not given:
        return told
    supplier, distributor = given.get("supplier"), given.get("distributor")
    if len(given) == 1:
        rest = [p for p in parties if p not in (supplier, distributor)]
        if len(rest) == 1:
            supplier, distributor = supplier or rest[0], distributor or rest[0]
        elif supplier is None:
            supplier = told.supplier if told.supplier in rest else None
        else:
            distributor = told.distributor if told.distributor in rest else None
    others = tuple(p for p in parties if p not in (supplier, distributor))
    confidence = 1.0 if supplier and distributor else 0.6
    named = " and ".join(f"{side} {party.label}" for side, party in given.items())
    return Roles(supplier, distributor, others, confidence, f"The user named {named}.")


def _given(text: str, parties: tuple[Party, ...], overrides: Mapping[str, str]) -> tuple[dict[str, Party], tuple[Party, ...]]:
    given: dict[str, Party] = {}
    for side, word in overrides.items():
        if side not in ("supplier", "distributor"):
            raise UsageError(f"unknown party role {side!r}: use supplier=NAME or distributor=NAME")
        wanted = word.strip().lower()
        names = {p: [n.lower() for n in (p.name, *p.aliases)] for p in parties}
        party = next((p for p, n in names.items() if wanted in n), None)
        if party is None and wanted:
            party = next((p for p, n in names.items() if any(wanted in x for x in n)), None)
        if party is None and wanted:
            found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text, re.I)
            if found:
                party = Party(found.group(), (found.group(),), Span(*found.span()))
                parties = (*parties, party)
        if party is None:
            known = "; ".join(f"{p.name} ({', '.join(p.aliases)})" if p.aliases else p.name for p in parties) or "none"
            raise UsageError(f"no party {word!r} in the contract. Parties found: {known}")
        given[side] = party
    if len(given) == 2 and given["supplier"] == given["distributor"]:
        raise UsageError(f"supplier and distributor are the same party: {given['supplier'].name}")
    return given, parties


def _told(text: str, parties: tuple[Party, ...], sentences: Sequence[Sentence]) -> Roles:
    if len(parties) < 2:
        return Roles(others=parties, reason="Fewer than two parties could be told." if parties else "No parties could be told.")
    if parties_ja.is_japanese(text):
        scores = {i: _Score(s, d, {"supplier": int(s >= 5), "distributor": int(d >= 5)}) for i, (s, d) in enumerate(roles_ja.scores(text, parties))}
    else:
        scores = _scores(text, parties)
    ranked = sorted(
        ((_fit(scores[i], scores[j]), -i - j, i, j) for i, j in permutations(range(len(parties)), 2)), reverse=True
    )
    best, _, i, j = ranked[0]
    against = _fit(scores[j], scores[i])
    return _judge(parties, scores, i, j, best - against)


def _fit(supplier: _Score, distributor: _Score) -> float:
    return supplier.supplier - supplier.distributor + distributor.distributor - distributor.supplier


def _judge(parties: tuple[Party, ...], scores: Mapping[int, _Score], i: int, j: int, margin: float) -> Roles:
    supplier, distributor = parties[i], parties[j]
    strong = scores[i].strong["supplier"], scores[j].strong["distributor"]
    evidence = scores[i].supplier + scores[j].distributor
    others = tuple(p for k, p in enumerate(parties) if k not in (i, j))
    if evidence < 4 or margin < _MARGIN * 2:
        why = "nothing says who supplies and who distributes" if evidence < 4 else "the signs for the two readings are about equal"
        return Roles(others=parties, confidence=min(0.45, evidence / 40), reason=f"Roles cannot be told: {why}.")
    share = margin / (2 * (evidence + scores[i].distributor + scores[j].supplier) or 1)
    confidence = 0.5 + 0.15 * bool(strong[0]) + 0.15 * bool(strong[1]) + 0.2 * max(0.0, min(1.0, share)) * min(1.0, evidence / 30)
    reason = f"{supplier.label} grants, supplies or owns; {distributor.label} buys, resells or is appointed ({evidence:.0f} points, margin {margin:.0f})."
    return Roles(supplier, distributor, others, round(min(0.99, confidence), 2), reason)


def _scores(text: str, parties: tuple[Party, ...]) -> dict[int, _Score]:
    """Points of every party from the words around its mentions."""
    scores = {i: _Score() for i in range(len(parties))}
    for i, party in enumerate(parties):
        others = [n for k, p in enumerate(parties) if k != i for n in p.aliases or (p.name,)]
        after, before = _compiled(tuple(sorted(set(others), key=len, reverse=True)))
        counted: dict[int, int] = {}
        for start, end in _mentions(text, party):
            left = text[max(0, start - 110) : start]
            cut = max(left.rfind(". "), left.rfind(";"), left.rfind("\n\n"))
            left = left[cut + 1 :]
            for key, cue in enumerate(after):
                if cue.pattern.match(text, end, end + 200):
                    _count(scores[i], cue, key, counted)
                    break
            for key, cue in enumerate(before):
                if cue.pattern.search(left):
                    _count(scores[i], cue, 1000 + key, counted)
                    break
        for alias in party.aliases[:3]:
            word = alias.lower().replace(" ", "-")
            if word in SUPPLIER_WORDS:
                scores[i].supplier += 1
            if word in DISTRIBUTOR_WORDS:
                scores[i].distributor += 1 if word in ("customer", "buyer", "partner", "representative") else 3
    return scores


def _count(score: _Score, cue: Cue, key: int, counted: dict[int, int]) -> None:
    counted[key] = counted.get(key, 0) + 1
    if counted[key] > _CAP:
        return
    if cue.side == "supplier":
        score.supplier += cue.weight
    else:
        score.distributor += cue.weight
    if cue.weight >= 4:
        score.strong[cue.side] += 1


def _mentions(text: str, party: Party) -> list[tuple[int, int]]:
    """Where the party is named, as written or in capitals; "a company" and longer words that hold a name left out."""
    found: dict[int, int] = {}
    for alias in sorted((party.name, *party.aliases), key=len):
        for form in {alias, alias.upper()}:
            at = text.find(form)
            while at >= 0 and len(found) < 4 * _PLACES:
                end = at + len(form)
                if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                    found[at] = max(end, found.get(at, 0))
                at = text.find(form, end)
    places: list[tuple[int, int]] = []
    for at in sorted(found):
        if not places or at >= places[-1][1]:
            places.append((at, found[at]))
    return places[:_PLACES]


@lru_cache(maxsize=32)
def _compiled(others: tuple[str, ...]) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    other = r"(?:the\s+)?(?:" + "|".join(re.escape(o) for o in others) + r")\b" if others else r"(?!)"
    lead = r"(?:\s*,[^,.;]{0,60},)?\s+"

    def build(cues: tuple[tuple[float, Side, str], ...], start: str) -> tuple[Cue, ...]:
        return tuple(
            Cue(w, s, re.compile(("" if p.startswith(("'", r"\s")) else start) + p.replace("{other}", other), re.I)) for w, s, p in cues
        )

    return build(AFTER, lead), build(BEFORE, "")


