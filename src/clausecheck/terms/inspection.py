"""Who may look: the right to inspect is mostly written as a duty of the one who is inspected.

"Distributor shall keep records, open to inspection by Supplier", "shall make them available for audit", "grants to
Supplier the right to examine": the inspector is the one after "by" or "to", else the other side of the duty.
"Supplier may audit" is left to the grammar of rights in `holder`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Who = Literal["supplier", "distributor", "either", "automatic", "unspecified"]

_LOOK = ("audit", "inspect", "examin")
_ACCESS = ("access", "available", "open")
_PAPERS = ("book", "record", "account", "premises", "facilit", "ledger")
_DUTIES = frozenset("shall will must agrees agree undertakes covenants".split())
_RIGHTS = frozenset("may right rights entitled can option".split())
_YIELDS = frozenset(
    "permit allow keep keeps maintain make provide give grant open submit afford furnish retain prepare cooperate"
    " preserve consent cause ensure establish available".split()
)
_TO = frozenset("by to for".split())
_GRANTS = frozenset("grant grants gives give granting".split())
_PARTICIPLES = frozenset("kept held made paid due owed".split())
_OTHER: dict[Who, Who] = {"supplier": "distributor", "distributor": "supplier"}
_LETS = frozenset("let lets letting permit permits permitting allow allows allowing admit admits".split()) | _GRANTS
_GO_IN = frozenset("enter visit check go see count".split())
_NEAR = 14
_APART = 7


def inspector(parties: Sequence[tuple[int, int, Who]], words: Sequence[str], first: int, last: int) -> Who | None:
    """The side that may inspect, None where the passage is about no inspection or says it with a right ("may").
    `parties` are (place, words, who); `first` and `last` bound the passage."""
    matched = words[first:last]
    let_in = _let_in(parties, words, first, last)
    if let_in:
        return let_in
    if not any(w.startswith(_LOOK) or w == "look" for w in matched) and not (
        any(w.startswith(_ACCESS) for w in matched) and any(w.startswith(_PAPERS) for w in matched)
    ):
        return None
    granted = _granted(parties, words, last)
    if granted:
        return granted
    verb = next((i for i in range(min(last, len(words)) - 1, -1, -1) if words[i] in _DUTIES | _RIGHTS), None)
    if verb is not None and words[verb] in _RIGHTS and words[verb + 1 : verb + 2] != ["be"]:
        return _sender(parties, words, verb)
    agent = _agent(parties, words, first, last)
    if agent:
        return agent
    if verb is not None and words[verb] in _DUTIES and not _YIELDS.isdisjoint(words[verb + 1 : verb + 8]):
        subject = [who for at, _, who in parties if at < verb and (at == 0 or words[at - 1] not in _TO | {"of"})]
        return _OTHER.get(subject[-1]) if subject else None
    return None


def _let_in(parties: Sequence[tuple[int, int, Who]], words: Sequence[str], first: int, last: int) -> Who | None:
    """ "permit X's representatives to inspect", "let X go over the books", "grants X access to the records"."""
    for at, _, who in parties:
        if not max(0, first - _APART) < at < last:
            continue
        looks = any(w in _GO_IN or w.startswith((*_LOOK, *_ACCESS)) for w in words[at:last])
        verb = at - 2 if words[at - 1] in ("the", "to") else at - 1
        if looks and verb >= 0 and words[verb] in _LETS:
            return who
        if looks and verb > 1 and words[verb] == "of" and not _LETS.isdisjoint(words[max(0, verb - 4) : verb]):
            return who  # "permit representatives of X to inspect"
    return None


def _sender(parties: Sequence[tuple[int, int, Who]], words: Sequence[str], verb: int) -> Who | None:
    """ "an accountant named by X may examine", "representatives of X may visit"."""
    for at, length, who in reversed(parties):
        if at + length == verb and at > 1 and words[at - 1] in ("by", "of"):
            return who
    return None


def _granted(parties: Sequence[tuple[int, int, Who]], words: Sequence[str], last: int) -> Who | None:
    """ "grants to X and its accountants the right to examine"."""
    for at, _, who in parties:
        if at < last and at > 1 and words[at - 1] in ("to", "unto") and words[at - 2] in _GRANTS:
            return who
    return None


def _agent(parties: Sequence[tuple[int, int, Who]], words: Sequence[str], first: int, last: int) -> Who | None:
    """ "for examination by X", "available to X", "inspection by the representatives of X"; not "records kept by X"."""
    look = next(i for i in range(first, last) if words[i].startswith((*_LOOK, *_ACCESS)))
    for at, _, who in parties:
        if not look < at <= last + _NEAR:
            continue
        link = next((i for i in range(at - 1, max(look, at - _APART), -1) if words[i] in _TO), None)
        if link is None:
            continue
        before = words[link - 1]
        kept = before in _PARTICIPLES or (before.endswith("ed") and not before.startswith(_LOOK))
        if not (kept and words[link] == "by"):
            return who
    return None
