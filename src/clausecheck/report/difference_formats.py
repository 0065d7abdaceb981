"""The formats of a comparison: JSON, Markdown, HTML, and text through the terminal's report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from clausecheck.errors import UsageError
from clausecheck.model.comparison import FATES, Comparison, FindingChange
from clausecheck.report import difference as said
from clausecheck.report.entries import DISCLAIMER, level, says
from clausecheck.report.json import record
from clausecheck.report.markdown import escape
from clausecheck.report.page import render as page
from clausecheck.report.words import excerpt, label
from clausecheck.version import __version__

SCHEMA_VERSION = 1
_PASSAGE = 400  # characters of a passage that are quoted


def text(found: Comparison) -> str:
    """Plain text."""
    from clausecheck.report.terminal.difference import render

    return render(found)


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


def html(found: Comparison) -> str:
    """One HTML file."""
    groups = [(fate, said.FATE_WORDS[fate], found.of(fate)) for fate in FATES]
    changed = tuple(change for change in found.terms if change.changed)
    return page(
        "difference",
        found=found,
        said=said,
        says=says,
        level=level,
        groups=groups,
        names=said.names(found),
        lock_ins=said.lock_ins(found),
        changed=changed,
        same=tuple(change for change in found.terms if not change.changed),
    )


def markdown(found: Comparison) -> str:
    """For a ticket or a mail."""
    return "\n".join(_lines(found)) + "\n"


FORMATS: dict[str, Callable[[Comparison], str]] = {"text": text, "json": as_json, "markdown": markdown, "html": html}
SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown", ".html": "html"}


def writer(path: Path) -> Callable[[Comparison], str]:
    """The writer that the file's name asks for."""
    name = SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise UsageError(f"{path}: a comparison is written as {', '.join(SUFFIXES)}")
    return FORMATS[name]


def _lines(found: Comparison) -> Iterator[str]:
    old, new = said.names(found)
    before, after = said.lock_ins(found)
    yield from (f"# {escape(old)} → {escape(new)}", "")
    yield from (f"- For the {said.side(found)}: {said.counts(found)}", f"- Idle lock-in: {before} → {after}", "")
    for fate in FATES:
        changes = found.of(fate)
        if changes:
            yield from (f"## {said.FATE_WORDS[fate]} ({len(changes)})", "")
            for change in changes:
                yield from _finding(change)
            yield ""
    changed = [change for change in found.terms if change.changed]
    if changed:
        yield from ("## Terms", "", f"| Question | {escape(old)} | {escape(new)} |", "| --- | --- | --- |")
        for term in changed:
            one, other = said.answers(term)
            yield f"| {escape(label(term.id))} | {escape(one)} | {escape(other)} |"
        yield ""
    if found.clauses:
        yield from ("## Clauses", "")
        for clause in found.clauses:
            yield from (f"- **{escape(said.title(clause))}** {clause.fate}: {_edits(clause.edits)}",)
        yield ""
    yield f"*{DISCLAIMER}*"


def _finding(change: FindingChange) -> Iterator[str]:
    result, where, note = change.result, said.where(change), said.note(change)
    about = "; ".join(part for part in (where, note) if part)
    yield f"- **{level(result)}: {escape(result.title)}** `{result.rule}`" + (f" ({escape(about)})" if about else "")
    if change.fate in ("new", "unclear") and says(result):
        yield f"  {escape(says(result))}"
    if change.fate != "fixed" and result.position:
        yield f"  **Ask:** {escape(result.position)}"


def _edits(edits: tuple[tuple[str, str], ...]) -> str:
    """Words taken out struck through, those put in bold; what stayed is shortened."""
    shown = []
    for kind, words in edits:
        flat = escape(words if kind != "same" else excerpt(words, 160))
        if not flat:
            continue
        shown.append({"out": f"~~{flat}~~", "in": f"**{flat}**"}.get(kind, flat))
    return " ".join(shown)
