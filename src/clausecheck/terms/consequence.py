"""What follows when the distributor misses its minimum or target.

Most contracts say it in one sentence, or in the next ones of the clause; some list the miss among the grounds of
termination. Concepts (named here, worded in the pack): `target-missed-…` for the sentence and, with `-nearby`, for
the clause; `target-missed` for the miss alone, `list-of-exits` for the words that open a list of grounds, `outcome-…`
for what may follow, in the same sentence as the miss or right after it ("In such event …").
"""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.pack import Question
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

TERMINATE = ("target-missed-terminate", "target-missed-terminate-nearby")
LOSE_EXCLUSIVITY = ("target-missed-loses-exclusivity", "target-missed-loses-exclusivity-nearby")
PAY = ("target-missed-pays-shortfall",)
CUT = ("target-missed-territory-cut", "target-missed-territory-cut-nearby")
OTHER = (*CUT, "target-missed-meeting-only", "target-missed-other")
MISS, LIST, SUCH_EVENT = "target-missed", "list-of-exits", "such-event"
ENDS, NOT_EXCLUSIVE, PAYS, CUTS = "outcome-contract-ends", "outcome-not-exclusive", "outcome-pays", "outcome-cut"
_OUTCOMES_OTHER = (CUTS, "outcome-terms-worsen", "outcome-talks")
_FOLLOWS = 2
"""Sentences after the miss in which its consequence is looked for, where they point back to it."""
_EXIT_HEADINGS = ("terminat", "default", "cancel")
SURE, ABSENT = 0.9, 0.85


def consequences(question: Question, reading: Reading, sheet: Sheet) -> Term:
    """Every consequence of a miss; ("none",) where there is a minimum without one, () where there is no minimum."""
    minimum = sheet["minimum_commitment"]
    if minimum.value is not True:
        return Term(question.id, (), minimum.status, minimum.confidence, (), minimum.reason)
    groups = (
        ("terminate", contract_ends(reading)),
        ("lose_exclusivity", exclusivity_ends(reading)),
        ("pay_shortfall", _joined(hits_of(reading, PAY), outcomes(reading, PAYS))),
        ("other", territory_cut(reading)),
    )
    found = [(value, hits) for value, hits in groups if hits]
    if not found:
        other = hits_of(reading, OTHER) or tuple(h for name in _OUTCOMES_OTHER for h in outcomes(reading, name))
        found = [("other", other)] if other else []
    if not found:
        return Term(question.id, ("none",), "found", ABSENT, minimum.evidence[:1], "no consequence is stated")
    evidence = tuple(dict.fromkeys(_first_of_each(reading, [hits for _, hits in found])))
    return Term(question.id, tuple(value for value, _ in found), "found", SURE, evidence)


def _first_of_each(reading: Reading, groups: list[tuple[Hit, ...]]) -> Iterator[Evidence]:
    """The first passage of every consequence, then the second of each, and so on."""
    for round_ in range(4):
        for hits in groups:
            if round_ < len(hits):
                yield from reading.evidence(hits[round_])


def contract_ends(reading: Reading) -> tuple[Hit, ...]:
    """Passages by which a miss ends the contract, or lets the supplier end it."""
    said = _joined(hits_of(reading, TERMINATE), outcomes(reading, ENDS))
    places = {hit.sentence for hit in said}
    missed = (hit for hit in hits_of(reading, (MISS,)) if hit.sentence not in places)
    return (*said, *(hit for hit in missed if _in_list_of_exits(reading, hit)))


def exclusivity_ends(reading: Reading) -> tuple[Hit, ...]:
    """Passages by which a miss ends exclusivity, or lets the supplier end it."""
    return _joined(hits_of(reading, LOSE_EXCLUSIVITY), outcomes(reading, NOT_EXCLUSIVE))


def territory_cut(reading: Reading) -> tuple[Hit, ...]:
    """Passages by which a miss costs territory, customers or products."""
    return _joined(hits_of(reading, CUT), outcomes(reading, CUTS))


def outcomes(reading: Reading, name: str) -> tuple[Hit, ...]:
    """What follows from a miss: in the sentence of the miss or in an item of the list that it opens, or in one of the
    next sentences of the clause or the article where these point back ("In such event …")."""
    if name not in reading.concepts or MISS not in reading.concepts:
        return ()
    sentences = reading.document.sentences
    missed = {hit.sentence for hit in reading.hits(MISS)}
    back = {hit.sentence for hit in hits_of(reading, (SUCH_EVENT,))}
    minimum = {hit.sentence for hit in hits_of(reading, ("minimum-commitment",))}
    found = []
    for hit in reading.hits(name):
        at = hit.sentence
        before = [n for n in range(max(0, at - _FOLLOWS), at) if _together(reading, n, at)]
        if (
            at in missed
            or not missed.isdisjoint(sentences[at].lead_in)
            or (at in back and not (missed | minimum).isdisjoint(before))
        ):
            found.append(hit)
    return tuple(found)


def _together(reading: Reading, one: int, other: int) -> bool:
    """Whether two sentences stand in the same clause, or in clauses of the same article."""
    sentences, clauses = reading.document.sentences, reading.document.clauses
    a, b = sentences[one].clause, sentences[other].clause
    return a == b or (a >= 0 <= b and clauses[a].parent == clauses[b].parent >= 0)


def _joined(first: tuple[Hit, ...], second: tuple[Hit, ...]) -> tuple[Hit, ...]:
    places = {hit.sentence for hit in first}
    return (*first, *(hit for hit in second if hit.sentence not in places))


def hits_of(reading: Reading, names: tuple[str, ...]) -> tuple[Hit, ...]:
    """Passages of several concepts, those that the pack has, without saying one place twice."""
    found: list[Hit] = []
    for name in names:
        if name in reading.concepts:
            places = {hit.sentence for hit in found}
            found += [hit for hit in reading.hits(name) if hit.sentence not in places]
    return tuple(found)


def _in_list_of_exits(reading: Reading, hit: Hit) -> bool:
    """Whether the passage is an item of a list of grounds, by the words that open the list or by the heading."""
    if LIST not in reading.concepts:
        return False
    lead_in = reading.document.sentences[hit.sentence].lead_in
    opened = {found.sentence for found in reading.hits(LIST)}
    if lead_in:
        return any(number in opened for number in lead_in)
    return reading.stands_under(hit, _EXIT_HEADINGS) and hit.sentence in opened
