"""How a comparison of two drafts is said in every format."""

from __future__ import annotations

from pathlib import PurePath

from clausecheck.model.comparison import ClauseChange, Comparison, Fate, FindingChange, TermChange
from clausecheck.model.report import LockIn, Review
from clausecheck.report.entries import level
from clausecheck.report.inert import one_line
from clausecheck.report.words import answer, place, time

FATE_WORDS: dict[Fate, str] = {
    "new": "Broke in this round",
    "unclear": "Can no longer be told",
    "left": "Still there",
    "fixed": "Fixed in this round",
}


def names(found: Comparison) -> tuple[str, str]:
    """The files; where both are the same file, which view of its tracked changes each is."""
    old, new = (one_line(PurePath(review.document.path).name or "standard input") for review in (found.old, found.new))
    if found.old.document.sha256 == found.new.document.sha256:
        return f"{old} (before the tracked changes)", f"{new} (with them accepted)"
    if old == new:
        return one_line(found.old.document.path), one_line(found.new.document.path)
    return old, new


def lock_ins(found: Comparison) -> tuple[str, str]:
    return _lock_in(found.old.lock_in), _lock_in(found.new.lock_in)


def counts(found: Comparison) -> str:
    """ "3 new (1 high), 1 can no longer be told, 6 still there, 2 fixed"."""
    new = found.of("new")
    high = sum(change.result.severity == "high" for change in new)
    worse = sum(change.worse for change in found.findings)
    said = f"{len(new)} new{f' ({high} high)' if high else ''}"
    if found.of("unclear"):
        said += f", {len(found.of('unclear'))} can no longer be told"
    said += f", {len(found.of('left'))} still there{f' ({worse} graver)' if worse else ''}"
    return f"{said}, {len(found.of('fixed'))} fixed"


def where(change: FindingChange) -> str:
    """Where the finding stands, and where it stood if that is elsewhere: "§14.3, p. 5 → §14.2, p. 5"."""
    places = []
    for result in (change.before, change.after):
        evidence = result.evidence if result is not None else ()
        places.append(next((place(passage) for passage in evidence if place(passage)), ""))
    old, new = places
    return f"{old} → {new}" if old and new and old != new else new or old


def note(change: FindingChange) -> str:
    """What else became of a finding that is still there."""
    said = []
    if change.worse and change.before is not None:
        said.append(f"graver than before ({level(change.before).lower()})")
    elif change.fate == "left" and change.before is not None and change.before.severity != change.result.severity:
        said.append(f"milder than before ({level(change.before).lower()})")
    if change.reworded:
        said.append("reworded")
    return ", ".join(said)


def answers(change: TermChange) -> tuple[str, str]:
    """The answers before and after."""
    old, new = (answer(term) if term is not None else "—" for term in (change.before, change.after))
    return one_line(old), one_line(new)


def title(change: ClauseChange) -> str:
    """ "§4.2 → §5.2 Targets", with what happened left to the fate."""
    old, new = (f"§{number}" if number[:1].isdigit() else number for number in (change.before, change.after))
    numbers = f"{old} → {new}" if old and new and old != new else new or old
    return one_line(f"{numbers} {change.heading}".strip()) or "without a number"


def side(found: Comparison) -> str:
    return found.new.side


def _lock_in(found: LockIn) -> str:
    return time(found.free_to_exit_months) if found.status == "found" else "cannot be told"


def about(review: Review) -> str:
    """Which file, with enough of its fingerprint to tell drafts of one name apart."""
    return f"{one_line(review.document.path)} ({review.document.sha256[:12]})"
