"""A comparison as JSON: findings, terms and clauses in the shapes of a review's JSON."""

from __future__ import annotations

import json
from typing import Any

from clausecheck.model.comparison import FATES, Comparison
from clausecheck.report.record import record
from clausecheck.version import __version__

SCHEMA_VERSION = 1


def as_json(found: Comparison) -> str:
    """Findings, terms and clauses that changed or stayed, in the shapes of a review's JSON."""
    old, new = record(found.old), record(found.new)
    # The JSON of a review holds its results in their order, so that each can be looked up by identity.
    results = {
        id(result): whole
        for review, recorded in ((found.old, old), (found.new, new))
        for result, whole in zip(review.results, recorded["results"], strict=True)
    }
    keys = ("path", "sha256", "document", "lock_in", "summary")
    whole: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "clausecheck": __version__,
        "side": found.new.side,
        "old": {key: old[key] for key in keys},
        "new": {key: new[key] for key in keys},
        "findings": [
            {
                "fate": change.fate,
                "reworded": change.reworded,
                "worse": change.worse,
                "before": results[id(change.before)] if change.before is not None else None,
                "after": results[id(change.after)] if change.after is not None else None,
            }
            for change in found.findings
        ],
        "terms": {
            change.id: {
                "changed": change.changed,
                "before": old["terms"].get(change.id),
                "after": new["terms"].get(change.id),
            }
            for change in found.terms
        },
        "clauses": [
            {
                "fate": change.fate,
                "before": change.before,
                "after": change.after,
                "heading": change.heading,
                "edits": [list(edit) for edit in change.edits],
            }
            for change in found.clauses
        ],
        "renumbered": found.renumbered,
        "summary": {fate: len(found.of(fate)) for fate in FATES},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
