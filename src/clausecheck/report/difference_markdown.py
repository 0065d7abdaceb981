"""A comparison as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.comparison import FATES, Comparison, FindingChange
from clausecheck.report import difference as said
from clausecheck.report.entries import DISCLAIMER, level, says
from clausecheck.report.markdown import escape
from clausecheck.report.words import excerpt, label


def markdown(found: Comparison) -> str:
    """For a ticket or a mail."""
    return "\n".join(_lines(found)) + "\n"


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
