"""SARIF 2.1.0, for code hosts and editors that show findings of any tool.

Offsets count characters of the contract's text as it was read; a PDF has no lines, so places are told by clause and
page too, as logical locations. What cannot be told has the kind `review`, what a waiver accepts is suppressed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from clausecheck.model.pack import Rule
from clausecheck.model.report import SEVERITIES, Evidence, Result, Review, Severity
from clausecheck.report.entries import elsewhere, lock_in, says, unread
from clausecheck.report.explain import explain
from clausecheck.report.inert import inert, one_line
from clausecheck.report.manner import Manner
from clausecheck.report.words import place
from clausecheck.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"high": "error", "medium": "warning", "low": "note", "info": "note"}

Record = dict[str, Any]


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """One run over all contracts."""
    rules = _rules(reviews, manner)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    contracts = {review.document.path: review for review in reviews}
    places = {path: number for number, path in enumerate(contracts)}
    run: Record = {
        "tool": {"driver": {"name": "clausecheck", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_gaps(reviews, manner))}],
        "artifacts": [_artifact(review) for review in contracts.values()],
        "results": [
            _result(result, review, places[review.document.path], index)
            for review in reviews
            for result in review.results
            if result.verdict in ("flagged", "cannot-tell")
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def uri(path: str) -> str:
    """The path as a URI reference: relative ones stay relative."""
    return quote(PurePath(path).as_posix() or "standard-input", errors="replace")


def _rules(reviews: Sequence[Review], manner: Manner) -> list[Record]:
    known = {rule.id: rule for pack in manner.packs for rule in pack.rules.values()}
    named = {result.rule: result for review in reviews for result in review.results}
    ids = sorted({*named, *known})
    return [_rule(id, known.get(id), named.get(id), reviews) for id in ids]


def _rule(id: str, rule: Rule | None, result: Result | None, reviews: Sequence[Review]) -> Record:
    title = rule.title if rule else result.title if result else id
    severity = (rule.severity(reviews[0].side) if rule and reviews else None) or (result.severity if result else "info")
    found: Record = {
        "id": id,
        "shortDescription": {"text": one_line(title) or id},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": [rule.topic if rule else result.topic if result else ""], "severity": severity},
    }
    if rule is not None:
        page = explain(rule)
        found["help"] = {"text": page, "markdown": page}
    return found


def _artifact(review: Review) -> Record:
    return {
        "location": {"uri": uri(review.document.path)},
        "hashes": {"sha-256": review.document.sha256},
        "properties": {"side": review.side, "lockIn": one_line(lock_in(review.lock_in))},
    }


def _gaps(reviews: Sequence[Review], manner: Manner) -> Iterable[Record]:
    for path, reason in manner.unread:
        yield {"level": "error", "message": {"text": one_line(f"{path}: {reason}")}}
    for review in reviews:
        if unread(review):
            yield {"level": "warning", "message": {"text": f"{one_line(review.document.path)}: {unread(review)}"}}


def _result(result: Result, review: Review, artifact: int, index: dict[str, int]) -> Record:
    flagged = result.verdict == "flagged"
    words = [one_line(text) for text in (result.title, says(result)) if text]
    if result.position:
        words.append(f"Ask: {one_line(result.position)}")
    if elsewhere(result):
        words.append(f"See also {one_line(elsewhere(result))}.")
    found: Record = {
        "ruleId": result.rule,
        "ruleIndex": index[result.rule],
        "kind": "fail" if flagged else "review",
        "level": _LEVELS[result.severity] if flagged else "none",
        "message": {"text": "\n".join(words)},
        "locations": [_location(review, artifact, passage) for passage in result.evidence[:1]]
        or [_location(review, artifact, None)],
        "partialFingerprints": {"clausecheck/v1": result.fingerprint},
        "rank": 100.0 - 25.0 * SEVERITIES.index(result.severity),
        "properties": {"severity": result.severity, "topic": result.topic},
    }
    # The standard wants each place once.
    others = [passage for passage in dict.fromkeys(result.evidence[1:]) if passage != result.evidence[0]]
    if others:
        found["relatedLocations"] = [_location(review, artifact, passage) for passage in others]
    if result.waived is not None:
        found["suppressions"] = [{"kind": "external", "justification": one_line(result.waived.reason)}]
    return found


def _location(review: Review, artifact: int, passage: Evidence | None) -> Record:
    where: Record = {"artifactLocation": {"uri": uri(review.document.path), "index": artifact}}
    if passage is None:
        return {"physicalLocation": where}
    where["region"] = {
        "charOffset": passage.span.start,
        "charLength": len(passage.span),
        "snippet": {"text": inert(passage.text)},
    }
    found: Record = {"physicalLocation": where}
    if place(passage):
        found["logicalLocations"] = [{"fullyQualifiedName": one_line(place(passage)), "kind": "clause"}]
    if passage.page is not None:
        found["properties"] = {"page": passage.page}
    return found
