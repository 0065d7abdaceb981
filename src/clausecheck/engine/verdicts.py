"""What one rule says of one contract, before severities and texts: a verdict, its passages, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausecheck.engine.absence import AMENDMENT_ONLY, only_amends, rests_on_absence, where_it_could_be
from clausecheck.engine.passages import by_clause, narrow, quotes
from clausecheck.model.pack import Find, Missing, Rule
from clausecheck.model.report import Answer, Evidence, Verdict
from clausecheck.terms import Reading, Sheet, Truth, evaluate
from clausecheck.text.hit import Hit

Parameters = Mapping[str, Answer]
MOST_ANCHORS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a passage or on the whole contract. `evidence` is shown; `identity` are the passages that make
    this finding the one it is (for the fingerprint), without those it merely points at."""

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    identity: tuple[Evidence, ...] = ()


def findings(rule: Rule, reading: Reading, sheet: Sheet, parameters: Parameters) -> tuple[Finding, ...]:
    """At least one. Several only where a `find` rule meets passages in several clauses."""
    given = evaluate(rule.given, reading, sheet, parameters) if rule.given else Truth("yes")
    if given.state == "no":
        return (Finding("not-applicable", reason="what the rule presupposes is not in this contract"),)
    if only_amends(sheet) and rests_on_absence(rule, sheet):
        return (Finding("not-applicable", reason=AMENDMENT_ONLY),)
    if isinstance(rule.condition, Find) and rule.verb == "find":
        found = _find(rule, rule.condition, reading, sheet, parameters)
    elif isinstance(rule.condition, Missing) and rule.verb == "missing":
        found = (_missing(rule, rule.condition, reading, sheet, parameters),)
    else:
        found = (_when(rule, reading, sheet, parameters),)
    if given.state == "unknown":
        return tuple(_doubt(finding, given) for finding in found[:1])
    return found


def _doubt(finding: Finding, given: Truth) -> Finding:
    if finding.verdict != "flagged":
        return finding
    reason = f"it cannot be told whether the rule applies: {given.reason}" if given.reason else "it may not apply"
    return Finding("cannot-tell", given.evidence or finding.evidence, reason, finding.identity)


def _find(rule: Rule, condition: Find, reading: Reading, sheet: Sheet, parameters: Parameters) -> tuple[Finding, ...]:
    """Sure wording only: a mere sign of a bad passage is no finding."""
    hits = [hit for name in condition.concepts for hit in reading.hits(name, condition.holder)]
    sure = [hit for hit in hits if not hit.uncertain]
    if not sure:
        if hits:
            return (Finding("cannot-tell", quotes(hits, reading), "it cannot be told which party is meant"),)
        unread = where_it_could_be((), reading.document)
        return (Finding("cannot-tell" if unread else "clear", reason=unread),)
    flagged: list[Hit] = []
    cancelled: list[Finding] = []
    for group in by_clause(sure, reading):
        exempt = _unless(rule, group, reading, sheet, parameters)
        if exempt is None:
            flagged += group
        else:
            cancelled.append(exempt)
    if not flagged:
        doubtful = [finding for finding in cancelled if finding.verdict == "cannot-tell"]
        return tuple(doubtful or cancelled)[:1]
    groups = [flagged] if rule.once else by_clause(flagged, reading)
    passages = [quotes(group, reading) for group in groups]
    return tuple(Finding("flagged", shown, identity=shown) for shown in passages)


def _missing(rule: Rule, condition: Missing, reading: Reading, sheet: Sheet, parameters: Parameters) -> Finding:
    truth = evaluate(condition, reading, sheet, parameters)
    if truth.state == "no":
        return Finding("clear", truth.evidence[:MOST_ANCHORS])
    if truth.state == "unknown":
        return Finding("cannot-tell", truth.evidence, truth.reason)
    unread = where_it_could_be((reading.concepts[name] for name in condition.concepts), reading.document)
    if unread:
        return Finding("cannot-tell", reason=unread)
    return _unless(rule, (), reading, sheet, parameters) or Finding("flagged", anchors(rule, reading))


def _when(rule: Rule, reading: Reading, sheet: Sheet, parameters: Parameters) -> Finding:
    truth = evaluate(rule.condition, reading, sheet, parameters)
    if truth.state == "no":
        return Finding("clear", truth.evidence[:MOST_ANCHORS])
    if truth.state == "unknown":
        return Finding("cannot-tell", truth.evidence, truth.reason)
    exempt = _unless(rule, truth.hits, reading, sheet, parameters)
    if exempt is not None:
        return exempt
    shown = tuple(dict.fromkeys((*anchors(rule, reading), *truth.evidence)))
    return Finding("flagged", shown, identity=truth.evidence)


def _unless(
    rule: Rule, hits: tuple[Hit, ...] | list[Hit], reading: Reading, sheet: Sheet, parameters: Parameters
) -> Finding | None:
    """What takes the place of a finding that `unless` cancels or puts in doubt, None where it stands."""
    if rule.unless is None:
        return None
    truth = evaluate(narrow(rule.unless, hits, reading), reading, sheet, parameters)
    if truth.state == "no":
        return None
    if truth.state == "yes":
        return Finding("clear", truth.evidence[:MOST_ANCHORS], "an exception of the rule applies")
    return Finding("cannot-tell", truth.evidence or quotes(hits, reading), truth.reason)


def anchors(rule: Rule, reading: Reading) -> tuple[Evidence, ...]:
    """The passage to which a finding of absence belongs: that of the first anchor concept found."""
    for name in rule.anchor:
        hits = reading.hits(name)
        if hits:
            return quotes(hits, reading)[:MOST_ANCHORS]
    return ()
