"""Who supplies and who distributes, told from what the contract makes each party do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from clausecheck.errors import UsageError
from clausecheck.ingest import parties_ja, roles_ja
from clausecheck.ingest.party_names import mentions
from clausecheck.ingest.role_cues import (
    AFTER_PARTY,
    APPOINTS,
    BEFORE_FIRST,
    BEFORE_LAST,
    BEFORE_PARTY,
    DISTRIBUTOR_WORDS,
    LICENSES,
    MASK,
    OF_RIGHTS,
    PLAIN_WORDS,
    SUPPLIER_WORDS,
    WEAK_WORDS,
    Side,
    cue,
)
from clausecheck.model.document import Party, Roles, Sentence
from clausecheck.model.location import Span

_MARGIN = 3.0  # points by which one reading must beat the other
_CAP = 3  # times one cue may count for one party: length must not decide
_PLACES = 600  # mentions of a party that are read
_MOST_PARTIES = 60
_OTHER_TITLE = re.compile(
    r"\b(?:employment|consult\w+|sponsorship|endorsement|joint[\s-]+filing|joint\s+venture|non-?"
    r"\s?compet\w+|non-?solicit\w+|hosting|maintenance|lease|loan|credit"
    r"|servic\w+|transportation|outsourcing|settlement|separation|indemni\w+|confidentiality"
    r"|trust|escrow|cooperation|consortium)\b[^\n.;]{0,50}\b(?:agreement|contract)",
    re.I,
)
_CHANNEL_TITLE = re.compile(
    r"\b(?:distribut\w+|resell\w*|resale|dealer\w*|agency|franchis\w+|supply|OEM|sales|purchase"
    r"|value[\s-]added|representative|licen[cs]\w+|marketing|promotion|manufacturing)\b"
    r"[^\n.;]{0,50}\b(?:agreement|contract)"
    r"|\baffiliate\s+(?:\w+\s+)?(?:agreement|contract)",
    re.I,
)
_MAKING_TITLE = re.compile(r"\bmanufactur(?:ing|e)\b[^\n.;]{0,50}\b(?:agreement|contract)", re.I)
_SELLING_TITLE = re.compile(
    r"\b(?:distribut\w+|resell\w*|resale|dealer\w*|agency|franchis\w+|licen[cs]\w+|marketing)\b"
    r"[^\n.;]{0,50}\b(?:agreement|contract)",
    re.I,
)
_OTHER_PEOPLE = frozenset(
    """employee executive employer consultant celebrity talent athlete sponsor endorser trustee lender borrower
    underwriter lessor lessee landlord tenant depositor servicer investor individual shareholder""".split()
)
_ABOVE = frozenset(
    """distributor master-distributor main-distributor primary-distributor exclusive-distributor general-distributor
    licensee master-licensee franchisee master-franchisee agent master-agent reseller master-reseller""".split()
)
# Forms of a pronoun that names a party; "our" reads as "<party>'s". Not "US", which is a country.
_PRONOUNS = {
    "we": ("we", "We", "WE", "us", "Us", "our", "Our", "OUR"),
    "you": ("you", "You", "YOU", "your", "Your", "YOUR"),
}
_WORD = re.compile(r"\b[A-Za-z]{3}")


@dataclass(slots=True)
class _Score:
    """Points of one party; `strong` are the different cues of weight 4 and more that it met, by side."""

    supplier: float = 0.0
    distributor: float = 0.0
    strong: dict[Side, set[str]] = field(default_factory=lambda: {"supplier": set(), "distributor": set()})


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


def _given(
    text: str, parties: tuple[Party, ...], overrides: Mapping[str, str]
) -> tuple[dict[str, Party], tuple[Party, ...]]:
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
        return Roles(
            others=parties, reason="Fewer than two parties could be told." if parties else "No parties could be told."
        )
    if parties_ja.is_japanese(text):
        scores = {
            i: _Score(s, d, {"supplier": {"ja"} if s >= 5 else set(), "distributor": {"ja"} if d >= 5 else set()})
            for i, (s, d) in enumerate(roles_ja.scores(text, parties))
        }
    else:
        scores = _scores(text, parties)
    ranked = sorted(
        ((_fit(scores[i], scores[j]), -i - j, i, j) for i, j in permutations(range(len(parties)), 2)), reverse=True
    )
    best, _, i, j = ranked[0]
    against = _fit(scores[j], scores[i])
    return _judge(text, parties, scores, i, j, best - against)


def _fit(supplier: _Score, distributor: _Score) -> float:
    return supplier.supplier - supplier.distributor + distributor.distributor - distributor.supplier


def _judge(text: str, parties: tuple[Party, ...], scores: Mapping[int, _Score], i: int, j: int, margin: float) -> Roles:
    supplier, distributor = parties[i], parties[j]
    strong = scores[i].strong["supplier"], scores[j].strong["distributor"]
    evidence = scores[i].supplier + scores[j].distributor
    others = tuple(p for k, p in enumerate(parties) if k not in (i, j))
    if evidence < 4 or margin < _MARGIN * (8 if _two_way(scores[i], scores[j]) else 2):
        why = (
            "nothing says who supplies and who distributes"
            if evidence < 4
            else "the signs for the two readings are about equal"
        )
        return Roles(others=parties, confidence=min(0.45, evidence / 40), reason=f"Roles cannot be told: {why}.")
    other_deal = _other_deal(text, supplier, distributor)
    if len(strong[0]) + len(strong[1]) < (5 if other_deal else 1):
        return Roles(
            others=parties,
            confidence=0.3,
            reason="Roles cannot be told: this does not read like a contract of supply, licence, agency or "
            "distribution.",
        )
    share = margin / (2 * (evidence + scores[i].distributor + scores[j].supplier) or 1)
    confidence = (
        0.5
        + 0.15 * bool(strong[0])
        + 0.15 * bool(strong[1])
        + 0.2 * max(0.0, min(1.0, share)) * min(1.0, evidence / 30)
    )
    if other_deal:
        confidence = min(confidence, 0.6)
    reason = f"{supplier.label} grants, supplies or owns; {distributor.label} buys, resells or is appointed."
    return Roles(supplier, distributor, others, round(min(0.99, confidence), 2), reason)


def _two_way(one: _Score, other: _Score) -> bool:
    """Whether each grants rights to the other, and no word of role tells them apart."""
    if "label" in one.strong["supplier"] | other.strong["distributor"]:
        return False
    return LICENSES in one.strong["supplier"] & other.strong["supplier"]


def _other_deal(text: str, *parties: Party) -> bool:
    """Whether title or names point to another kind of contract: employment, sponsorship, a joint filing."""
    head = text[:2_000]
    if any(p.label.lower() in _OTHER_PEOPLE for p in parties):
        return True
    return bool(_OTHER_TITLE.search(head)) and not _CHANNEL_TITLE.search(head)


def _scores(text: str, parties: tuple[Party, ...]) -> dict[int, _Score]:
    """Points of every party from the words around its mentions."""
    masked, places = _mask(text, parties)
    making = bool(_MAKING_TITLE.search(text, 0, 2_000)) and not _SELLING_TITLE.search(text, 0, 2_000)
    scores = {i: _Score() for i in range(len(parties))}
    counted: dict[tuple[int, str], int] = {}
    for at in places:
        index = ord(masked[at]) - MASK
        after = AFTER_PARTY.match(masked, at + 1, at + 180)
        left = masked[max(0, at - 90) : at]
        left = left[max(left.rfind(". "), left.rfind(";"), left.rfind("\n\n")) + 1 :]
        before = _before(left) if _leads(left) else None
        for group in (m.lastgroup for m in (after, before) if m):
            if group and not (making and group in OF_RIGHTS):
                _count(scores[index], group, index, counted)
    for index, party in enumerate(parties):
        words = {alias.lower().replace(" ", "-") for alias in party.aliases[:3]}
        scores[index].supplier += sum(_prior(w) for w in words & SUPPLIER_WORDS)
        scores[index].distributor += sum(_prior(w) for w in words & DISTRIBUTOR_WORDS)
        if words & PLAIN_WORDS & SUPPLIER_WORDS:
            scores[index].strong["supplier"].add("label")
        if words & PLAIN_WORDS & DISTRIBUTOR_WORDS:
            scores[index].strong["distributor"].add("label")
    _below(parties, scores)
    _drafter(parties, scores)
    return scores


def _drafter(parties: tuple[Party, ...], scores: Mapping[int, _Score]) -> None:
    """A paper in "we" and "you" is offered to many by the one who licenses, franchises or supplies."""
    by_word = {a.lower(): i for i, party in enumerate(parties) for a in party.aliases if a.lower() in _PRONOUNS}
    if len(set(by_word.values())) == 2:
        scores[by_word["we"]].supplier += 5.0
        scores[by_word["you"]].distributor += 5.0


def _below(parties: tuple[Party, ...], scores: Mapping[int, _Score]) -> None:
    """Where one party is the sub-distributor, or the distributor appoints the other, the distributor supplies."""
    under = [any(alias.lower().startswith("sub") for alias in party.aliases[:3]) for party in parties]
    if len(parties) == 2 and not any(under):
        under = [
            APPOINTS in scores[1 - i].strong["supplier"]
            and not scores[i].strong["supplier"]
            and "label" not in scores[i].strong["distributor"]
            for i in (0, 1)
        ]
    if not any(under):
        return
    for index, party in enumerate(parties):
        words = {alias.lower().replace(" ", "-") for alias in party.aliases[:3]}
        if not under[index] and words & _ABOVE:
            scores[index].distributor -= sum(_prior(w) for w in words & DISTRIBUTOR_WORDS)
            scores[index].supplier += 25.0
            scores[index].strong["supplier"].add("label")


def _leads(left: str) -> bool:
    """Whether the word before a mention can end a cue: spares most searches."""
    words = left.rsplit(None, 2)[-2:]
    last = words[0] if len(words) == 2 and words[1] in ("the", "The", "THE") else words[-1] if words else ""
    return last.lower().startswith(BEFORE_LAST)


def _before(left: str) -> re.Match[str] | None:
    """The cue that ends where a mention starts: tried only at words that can begin one."""
    for word in _WORD.finditer(left):
        if word.group().lower() in BEFORE_FIRST:
            found = BEFORE_PARTY.match(left, word.start())
            if found:
                return found
    return None


def _prior(word: str) -> float:
    return 1.0 if word in WEAK_WORDS else 25.0 if word in PLAIN_WORDS else 4.0


def _count(score: _Score, group: str, index: int, counted: dict[tuple[int, str], int]) -> None:
    counted[index, group] = counted.get((index, group), 0) + 1
    if counted[index, group] > _CAP:
        return
    weight, side = cue(group)
    if side == "supplier":
        score.supplier += weight
    else:
        score.distributor += weight
    if weight >= 4:
        score.strong[side].add(group)


def _forms(text: str, name: str) -> set[str]:
    """How a text may write a word: also "Dealer" for "DEALER", and "the seller" where it mostly does so."""
    word = name.lower()
    if word in _PRONOUNS:
        return set(_PRONOUNS[word])
    forms = {name, name.upper()}
    if name.isupper() and len(name) > 4:  # shorter ones are initials
        forms.add(name.title())
    if word in SUPPLIER_WORDS | DISTRIBUTOR_WORDS and text.count(f"the {word} ") > max(3, text.count(f"he {name} ")):
        forms.add(word)
    return forms


def _mask(text: str, parties: tuple[Party, ...]) -> tuple[str, list[int]]:
    """The text with every mention of a party as one character, and where those stand."""
    found: dict[int, tuple[int, int]] = {}
    for index, party in enumerate(parties[:_MOST_PARTIES]):
        for name in (party.name, *party.aliases):
            for form in _forms(text, name):
                for at in mentions(text, form)[:_PLACES]:
                    if at + len(form) > found.get(at, (0, 0))[0]:
                        found[at] = (at + len(form), index)
    pieces: list[str] = []
    places: list[int] = []
    cursor = size = 0
    for at in sorted(found):
        end, index = found[at]
        if at < cursor:
            continue
        mask = chr(MASK + index) + ("'s" if text[at:end].lower() in ("our", "your") else "")
        pieces += (text[cursor:at], mask)
        size += at - cursor
        places.append(size)
        size += len(mask)
        cursor = end
    pieces.append(text[cursor:])
    return "".join(pieces), places
