"""Who has the right, or the duty: read from the grammar of the sentence.

The governing verb is the last modal ("may", "shall", "is entitled", "reserves") before the end of the passage. Its
subject is the nearest party before it that is not the object of a preposition; a passive takes its agent ("may be
terminated by X"); "X shall permit Y to …", "X shall give Y access" and "at X's option" give Y, Y and X. Where the
sentence names nobody, the heading decides ("Termination by Supplier"), else nobody can be told: "unspecified".
Source: domain notes §3.4, §3.5.
"""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.terms.inspection import Who, inspector
from clausecheck.text.hit import Hit
from clausecheck.text.index import Index

_MODALS = frozenset(
    "may shall will must should can entitled right rights reserves reserve agrees agree undertakes covenants elects"
    " warrants represents acknowledges grants appoints option".split()
)
_OBJECT = frozenset("of to by from with for against upon between than on".split())
_PERMIT = frozenset("permit permits allow allows enable authorize authorise authorizes grant grants let".split())
_HAND_OVER = frozenset("give provide afford".split())
_RIGHT = frozenset("right rights access opportunity option permission authority".split())
_OPTION = frozenset("option discretion election request expense".split())
_PASSIVE = frozenset("be been being is are".split())
_IRREGULAR = frozenset("made given sold paid held kept sent borne done shown taken brought bought set put met".split())
_ROLES: tuple[tuple[str, Who], ...] = (
    ("supplier", "supplier"),
    ("distributor", "distributor"),
    ("either-party", "either"),
)
_BY_HEADING: tuple[Who, Who] = ("supplier", "distributor")


def holder_of(index: Index, hit: Hit) -> Who:
    """The party who holds the right or owes the duty in a passage."""
    positions = hit.unit.positions
    words = [index.words[p] for p in positions]
    if any(w in ("automatically", "ipso") for w in words[max(0, hit.first - 8) : hit.last + 3]):
        return "automatic"
    modal = _modal(words, hit)
    parties = _parties(index, positions)
    looks = inspector(parties, words, hit.first, hit.last)
    if looks:
        return looks
    if modal is None:
        return _subject(parties, words, hit.first + 1) or _heading(index, hit) or "unspecified"
    for verb in range(modal + 1, min(modal + 8, len(words))):
        if words[verb] in _PERMIT or (words[verb] in _HAND_OVER and not _RIGHT.isdisjoint(words[verb : verb + 9])):
            beneficiary = next((who for at, n, who in parties if verb < at <= verb + 6), None)
            if beneficiary:
                return beneficiary
    if _passive(words, modal):
        agent = _agent(parties, words, modal, min(len(words), max(hit.last, modal) + 12))
        return agent or _option(parties, words) or _heading(index, hit) or "unspecified"
    return _subject(parties, words, modal) or _option(parties, words) or _heading(index, hit) or "unspecified"


def _passive(words: Sequence[str], modal: int) -> bool:
    """Whether the verb is a passive: "shall be submitted", not "shall be the only distributor appointed by"."""
    if modal + 1 >= len(words) or words[modal + 1] not in _PASSIVE:
        return False
    return any(word.endswith("ed") or word in _IRREGULAR for word in words[modal + 2 : modal + 4])


def _modal(words: Sequence[str], hit: Hit) -> int | None:
    for i in range(min(hit.last, len(words)) - 1, -1, -1):
        if words[i] in _MODALS:
            return i
    return None


def _parties(index: Index, positions: Sequence[int]) -> list[tuple[int, int, Who]]:
    """(place in the unit, words, who) of every party named, in order; a name inside a longer one is left out."""
    table = index.references
    found: list[tuple[int, int, Who]] = []
    skip = -1
    for i, p in enumerate(positions):
        if i < skip:
            continue
        here: list[tuple[int, Who]] = []
        for name, role in _ROLES:
            here += [(n, role) for n, _ in table[name].get(p, ())]
        if not here:
            continue
        length = max(n for n, _ in here)
        whose = {who for n, who in here if n == length}
        who: Who = whose.pop() if len(whose) == 1 else "unspecified"
        if found and found[-1][2] != who and _joined(index, positions, found[-1][0] + found[-1][1], i):
            found[-1] = (found[-1][0], i + length - found[-1][0], "either")
        else:
            found.append((i, length, who))
        skip = i + length
    return found


def _joined(index: Index, positions: Sequence[int], end: int, at: int) -> bool:
    """Whether "and", "or" or "or by" stands between the end of one name and the next."""
    between = [index.words[p] for p in positions[end:at]]
    return between in (["and"], ["or"], ["or", "by"], ["and", "by"])


def _subject(parties: list[tuple[int, int, Who]], words: Sequence[str], before: int) -> Who | None:
    """The nearest party before the verb that is no object; failing that, the nearest at all."""
    earlier = [(at, who) for at, _, who in parties if at < before]
    for at, who in reversed(earlier):
        if at > 1 and words[at - 1] == "not" and words[at - 2] in ("but", "and"):  # "Maker, but not Dealer, may …"
            continue
        if at == 0 or words[at - 1] not in _OBJECT:
            return who
        if at > 1 and words[at - 1] in ("of", "to") and words[at - 2] in ("right", "option", "behalf"):
            return who
    return earlier[-1][1] if earlier else None


def _agent(parties: list[tuple[int, int, Who]], words: Sequence[str], start: int, end: int) -> Who | None:
    for at, _, who in parties:
        if start < at < end and words[at - 1] == "by":
            return who
        if start < at < end and at > 1 and words[at - 1] in ("the", "either", "each") and words[at - 2] == "by":
            return who
    return None


def _option(parties: list[tuple[int, int, Who]], words: Sequence[str]) -> Who | None:
    """ "at Supplier's option", "at the option of Supplier", "in its sole discretion" of the party named before."""
    for at, n, who in parties:
        after = words[at + n : at + n + 3]
        if any(w in _OPTION for w in after) and at and words[at - 1] in ("at", "in"):
            return who
        if at > 1 and words[at - 1] == "of" and words[at - 2] in _OPTION:
            return who
    return None


def _heading(index: Index, hit: Hit) -> Who | None:
    """A heading over the passage that names one side: "Termination by Supplier"."""
    document = index.document
    number = document.sentences[hit.sentence].clause
    while number >= 0:
        heading = document.clauses[number].heading.lower()
        named = [
            who
            for who, party in zip(_BY_HEADING, (document.roles.supplier, document.roles.distributor), strict=True)
            if party is not None and any(f"by {alias.lower()}" in heading for alias in party.aliases)
        ]
        if len(named) == 1:
            return named[0]
        number = document.clauses[number].parent
    return None
