"""A review as plain dictionaries and lists: the shape that `schemas/review.schema.json` describes."""

from __future__ import annotations

from typing import Any

from clausecheck.model.document import Document, Party, Roles
from clausecheck.model.report import Evidence, FoundClause, LockIn, Result, Review, Step, Term
from clausecheck.report.summary import summary
from clausecheck.version import __version__

SCHEMA_VERSION = 1

Record = dict[str, Any]


def record(review: Review) -> Record:
    """The review as plain dictionaries and lists, keys in the order of the schema."""
    document = review.document
    kind = review.term("document_kind")
    return {
        "schema_version": SCHEMA_VERSION,
        "path": document.path,
        "sha256": document.sha256,
        "clausecheck": __version__,
        "packs": dict(sorted(review.packs)),
        "side": review.side,
        "document": _document(document, kind),
        "parties": _roles(document.roles),
        "lock_in": _lock_in(review.lock_in),
        "terms": {term.id: _term(term) for term in review.terms},
        "clauses": [_clause(clause) for clause in review.clauses],
        "results": [_result(result) for result in review.results],
        "summary": summary(review.results).as_dict(),
    }


def _document(document: Document, kind: Term | None) -> Record:
    return {
        "format": document.format,
        "title": document.title,
        "pages": len(document.pages) or None,
        "words": len(document.text.split()),
        "language": document.language,
        "kind": kind.value if kind is not None and kind.status == "found" else None,
        "unreadable_pages": list(document.unreadable_pages),
        "tracked_changes": len(document.changes),
        "changed_by": sorted({change.author for change in document.changes if change.author}),
        "absent_exhibits": sorted({exhibit.label for exhibit in document.exhibits if exhibit.span is None}),
        "notes": list(document.notes),
    }


def _roles(roles: Roles) -> Record:
    return {
        "supplier": _party(roles.supplier),
        "distributor": _party(roles.distributor),
        "others": [_party(party) for party in roles.others],
        "confidence": round(roles.confidence, 3),
        "reason": roles.reason,
    }


def _party(party: Party | None) -> Record | None:
    return None if party is None else {"name": party.name, "aliases": list(party.aliases)}


def _lock_in(lock_in: LockIn) -> Record:
    steps = (*lock_in.exit_steps, *lock_in.appoint_steps)
    evidence = dict.fromkeys(passage for step in steps for passage in step.evidence)
    return {
        "status": lock_in.status,
        "free_to_exit_months": _number(lock_in.free_to_exit_months),
        "free_to_appoint_months": _number(lock_in.free_to_appoint_months),
        "reason": lock_in.reason,
        "steps": [_step(step) for step in lock_in.exit_steps],
        "appoint_steps": [_step(step) for step in lock_in.appoint_steps],
        "other_routes": list(lock_in.other_routes),
        "evidence": [_evidence(passage) for passage in evidence],
    }


def _step(step: Step) -> Record:
    return {
        "month": _number(step.month),
        "text": step.text,
        "evidence": [_evidence(passage) for passage in step.evidence],
    }


def _term(term: Term) -> Record:
    value = list(term.value) if isinstance(term.value, tuple) else term.value
    return {
        "value": _number(value) if isinstance(value, float) else value,
        "status": term.status,
        "confidence": round(term.confidence, 3),
        "evidence": [_evidence(passage) for passage in term.evidence],
        "reason": term.reason,
    }


def _clause(found: FoundClause) -> Record:
    return {
        "type": found.type,
        "confidence": round(found.confidence, 3),
        "reported": found.reported,
        **_evidence(found.evidence),
    }


def _result(result: Result) -> Record:
    waived = result.waived
    return {
        "rule": result.rule,
        "title": result.title,
        "topic": result.topic,
        "verdict": result.verdict,
        "severity": result.severity,
        "message": result.message,
        "why": result.why,
        "position": result.position,
        "fallback": result.fallback,
        "walk_away": result.walk_away,
        "objection": result.objection,
        "wording": result.wording,
        "evidence": [_evidence(passage) for passage in result.evidence],
        "fingerprint": result.fingerprint,
        "waived": None
        if waived is None
        else {"reason": waived.reason, "approver": waived.approver, "until": waived.until},
        "reason": result.reason,
        "references": list(result.references),
    }


def _evidence(evidence: Evidence) -> Record:
    found: Record = {
        "text": evidence.text,
        "clause": evidence.clause,
        "page": evidence.page,
        "span": [evidence.span.start, evidence.span.end],
    }
    if evidence.boxes:
        found["boxes"] = [
            [box.page, round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1)] for box in evidence.boxes
        ]
    return found


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a fraction, others to two places; an endless time is null."""
    if value is None or value == float("inf"):
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
