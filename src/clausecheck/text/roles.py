"""Where the text names the supplier, the distributor, or either party: what `<supplier>` and its like match.

Where the contract names no parties at all (a clause on its own), the usual role words stand in. Where parties are
named and their roles cannot be told, both references match any party and everything found so is uncertain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clausecheck.model.document import Document, Party
from clausecheck.text.tokens import words

SUPPLIER_WORDS = (
    "supplier manufacturer vendor principal licensor seller producer franchisor owner grantor developer exporter maker"
    " company"
).split()
DISTRIBUTOR_WORDS = (
    "distributor distributer dealer reseller partner licensee importer agent representative buyer purchaser customer"
    " var concessionaire"
).split()
_ANY = frozenset("either each any both every a".split())
_SIDE = frozenset(
    "defaulting breaching terminating aggrieved affected other non innocent complaining injured notifying first such"
    " insolvent same non-defaulting".split()
)
# A pronoun that names a party stands in all its forms and without a capital.
_PRONOUNS = {"we": ("we", "us", "our"), "you": ("you", "your")}
_PRONOUN_FORMS = frozenset(form for forms in _PRONOUNS.values() for form in forms)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Reference name → first word → lengths in words. `uncertain` where the roles cannot be told."""

    places: dict[str, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    uncertain: bool = False


def role_words(document: Document, text: Sequence[str], starts: Sequence[int]) -> RoleWords:
    """Find every mention of a party in the words of the document."""
    roles = document.roles
    supplier, distributor = _names(roles.supplier), _names(roles.distributor)
    uncertain = False
    if not supplier and not distributor:
        if document.parties:
            uncertain = True
            supplier = distributor = [name for party in document.parties for name in _names(party)]
        else:
            supplier, distributor = [[w] for w in SUPPLIER_WORDS], [[w] for w in DISTRIBUTOR_WORDS]
    elif not supplier:
        supplier = [[w] for w in SUPPLIER_WORDS if [w] not in distributor]
    elif not distributor:
        distributor = [[w] for w in DISTRIBUTOR_WORDS if [w] not in supplier]
    capital = [document.text[s].isupper() or ord(document.text[s]) > 0x2FF for s in starts]
    # "US" is a country.
    named = [
        "" if word == "us" and document.text[s : s + 2] == "US" else word for word, s in zip(text, starts, strict=True)
    ]
    places = {
        "supplier": _places(named, capital, supplier),
        "distributor": _places(named, capital, distributor),
        "either-party": _either(text),
    }
    both: dict[int, tuple[int, ...]] = {}
    for table in list(places.values()):
        for first, lengths in table.items():
            both[first] = (*both.get(first, ()), *lengths)
    places["party"] = both
    return RoleWords(places, uncertain)


def _names(party: Party | None) -> list[list[str]]:
    if party is None:
        return []
    names = [[w for w, _, _ in words(name)] for name in (*party.aliases, party.name)]
    return [name[1:] if len(name) > 1 and name[0] == "the" else name for name in names if name]


def _places(text: Sequence[str], capital: Sequence[bool], names: list[list[str]]) -> dict[int, tuple[int, ...]]:
    """Longest name first; a name counts only where it is written with a capital. "The" before it is part of it, so
    that "by the Company" reads as "by Company"."""
    by_first: dict[str, list[list[str]]] = {}
    for name in sorted(names, key=len, reverse=True):
        forms = [[form] for form in _PRONOUNS.get(name[0], ())] if len(name) == 1 else []
        forms = forms or [name]
        if len(name) == 1 and name[0] not in _PRONOUNS and not name[0].endswith("s") and name[0].isascii():
            forms.append([name[0] + "s"])
        for form in forms:
            by_first.setdefault(form[0], []).append(form)
    found: dict[int, tuple[int, ...]] = {}
    for i, word in enumerate(text):
        for name in by_first.get(word, ()):
            if (capital[i] or word in _PRONOUN_FORMS) and list(text[i : i + len(name)]) == name:
                found[i] = (len(name),)
                if i and text[i - 1] == "the":
                    found[i - 1] = (len(name) + 1,)
                break
    return found


def _either(text: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """ "either party", "each of the parties", "the non-breaching party", "the parties", "a party", "either of us"."""
    found: dict[int, tuple[int, ...]] = {}
    for i, word in enumerate(text):
        if word in ("us", "them") and i > 1 and text[i - 1] == "of" and text[i - 2] in ("either", "each", "both"):
            found[i - 2] = (3,)
            continue
        if word not in ("party", "parties") or (i and text[i - 1] in ("third", "neither", "such", "no")):
            continue
        first = i
        while first and text[first - 1] in _SIDE and i - first < 4:
            first -= 1
        if first > 1 and text[first - 1] in ("the", "hereto") and text[first - 2] == "of":
            first -= 2
        if first and (text[first - 1] in _ANY or text[first - 1] == "the"):
            first -= 1
        for start in {first, i}:
            found[start] = (*found.get(start, ()), i - start + 1)
    return found
