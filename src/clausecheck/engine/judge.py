"""Judges a contract by the rules of a pack, for one side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clausecheck.engine.fingerprint import fingerprint
from clausecheck.engine.message import render
from clausecheck.engine.verdicts import Finding, Parameters, findings
from clausecheck.model.pack import Pack, Rule
from clausecheck.model.report import SEVERITIES, Result, Severity, Side
from clausecheck.terms import Reading, Sheet, evaluate

VERDICTS = ("flagged", "cannot-tell", "clear", "not-applicable")
END = 1 << 60


def judge(reading: Reading, sheet: Sheet, pack: Pack, side: Side) -> tuple[Result, ...]:
    """Every rule's results, worst first, then by place, then those that could not be told, the clear ones and those
    that do not apply. The pack is taken as it is: what a user set has been put into it before."""
    results = [result for rule in pack.rules.values() for result in _results(rule, reading, sheet, pack, side)]
    return order(_numbered(_silenced(results, pack)))


def order(results: Iterable[Result]) -> tuple[Result, ...]:
    """Worst first, then by place in the contract, then by rule."""

    def key(result: Result) -> tuple[int, int, int, str]:
        place = min((passage.span.start for passage in result.evidence), default=END)
        return VERDICTS.index(result.verdict), SEVERITIES.index(result.severity), place, result.rule

    return tuple(sorted(results, key=key))


def _results(rule: Rule, reading: Reading, sheet: Sheet, pack: Pack, side: Side) -> list[Result]:
    parameters: Parameters = {parameter.name: parameter.default for parameter in rule.parameters}
    severity = _severity(rule, reading, sheet, parameters, side)
    if severity is None:
        found: tuple[Finding, ...] = (Finding("not-applicable", reason=f"not reported to the {side}"),)
    elif not _in_force(rule, sheet):
        where = ", ".join(rule.jurisdiction)
        found = (Finding("not-applicable", reason=f"applies only where the law of one of these may: {where}"),)
    else:
        found = findings(rule, reading, sheet, parameters)
    message = render(rule, reading.document, sheet, pack.questions, parameters)
    return [
        Result(
            rule=rule.id,
            title=rule.title,
            topic=rule.topic,
            verdict=finding.verdict,
            severity=severity or "info",
            message=message,
            why=rule.why.of(side),
            position=rule.position.of(side),
            fallback=rule.fallback.of(side),
            walk_away=rule.walk_away.of(side),
            objection=rule.objection.of(side),
            wording=rule.wording.of(side),
            evidence=finding.evidence,
            fingerprint=fingerprint(rule.id, finding.identity, reading.document),
            reason=finding.reason,
            references=rule.references,
        )
        for finding in found
    ]


def _severity(rule: Rule, reading: Reading, sheet: Sheet, parameters: Parameters, side: Side) -> Severity | None:
    """The severity for this side, with the first escalation that holds."""
    for step in rule.escalations:
        if step.side == side and evaluate(step.when, reading, sheet, parameters).state == "yes":
            return step.to
    return rule.severity(side)


def _in_force(rule: Rule, sheet: Sheet) -> bool:
    if not rule.jurisdiction:
        return True
    laws = sheet["jurisdictions"].value
    return isinstance(laws, tuple) and any(law in rule.jurisdiction for law in laws)


def _silenced(results: list[Result], pack: Pack) -> list[Result]:
    """The results, with those of rules that another one explains taken back: one problem is reported once."""
    speaking = {result.rule for result in results if result.verdict == "flagged"}
    silent: dict[str, Rule] = {}
    for rule in pack.rules.values():
        if rule.id not in speaking:
            continue
        for other in rule.instead_of:
            if rule.id not in silent or silent[rule.id].id != other:
                silent.setdefault(other, rule)
    kept: list[Result] = []
    seen: set[str] = set()
    for result in results:
        speaker = silent.get(result.rule)
        if speaker is None or result.verdict in ("clear", "not-applicable"):
            kept.append(result)
        elif result.rule not in seen:
            seen.add(result.rule)
            reason = f"reported as {speaker.id} ({speaker.title})"
            kept.append(replace(result, verdict="not-applicable", reason=reason))
    return kept


def _numbered(results: list[Result]) -> list[Result]:
    """Findings of the same words told apart: the second of them gets "-2" behind its fingerprint."""
    seen: dict[str, int] = {}
    numbered = []
    for result in results:
        count = seen[result.fingerprint] = seen.get(result.fingerprint, 0) + 1
        numbered.append(result if count == 1 else replace(result, fingerprint=f"{result.fingerprint}-{count}"))
    return numbered
