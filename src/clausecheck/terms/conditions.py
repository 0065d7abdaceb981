"""Three-valued conditions over what was found and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clausecheck.model.pack import AllOf, Compare, Condition, Find, Missing, Not
from clausecheck.model.report import Answer, Evidence
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet
from clausecheck.text.hit import Hit

State = Literal["yes", "no", "unknown"]
MOST_QUOTES = 6
Parameters = Mapping[str, Answer]
MOST_QUOTED = 12
SIGN_ONLY = "only a sign of it was found; read the passage"


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether a condition holds, the passages that show it, and why it cannot be told where it cannot. `hits` are
    the passages as found, for those who need to know where in the clause tree they stand."""

    state: State
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    hits: tuple[Hit, ...] = ()


def evaluate(condition: Condition, reading: Reading, sheet: Sheet, parameters: Parameters | None = None) -> Truth:
    """Whether the condition holds in this contract."""
    parameters = parameters or {}
    if isinstance(condition, Find):
        return find(condition, reading)
    if isinstance(condition, Missing):
        found = find(Find(condition.concepts, condition.holder), reading)
        return _negate(found)
    if isinstance(condition, Compare):
        return _compare(condition, sheet, parameters)
    if isinstance(condition, Not):
        return _negate(evaluate(condition.condition, reading, sheet, parameters))
    parts = [evaluate(part, reading, sheet, parameters) for part in condition.conditions]
    return _all(parts) if isinstance(condition, AllOf) else _any(parts)


def find(condition: Find, reading: Reading) -> Truth:
    """Yes where sure wording stands, unknown where only a sign does or a role cannot be told, else no."""
    hits: list[Hit] = []
    for name in condition.concepts:
        hits += reading.hits(name, condition.holder)
    sure = [hit for hit in hits if not hit.uncertain]
    if sure:
        sure.sort(key=lambda hit: hit.span)
        return Truth("yes", quotes(sure, reading), hits=tuple(sure))
    if hits:
        return Truth("unknown", quotes(hits, reading), "it cannot be told which party is meant", tuple(hits))
    signs = [hit for name in condition.concepts for hit in reading.hints(name)]
    if signs:
        return Truth("unknown", quotes(signs, reading), SIGN_ONLY, tuple(signs))
    learned = [evidence for name in condition.concepts for evidence in reading.signs(name, condition.holder)]
    if learned:
        return Truth("unknown", tuple(learned), SIGN_ONLY)
    return Truth("no", reason=absence_in_doubt(reading))


def absence_in_doubt(reading: Reading) -> str:
    """Why an absence proves nothing here, "" where it does."""
    pages = reading.document.unreadable_pages
    if pages:
        return f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))} could not be read"
    return ""


def quotes(hits: list[Hit], reading: Reading) -> tuple[Evidence, ...]:
    """The first passages of the hits, each once."""
    seen: dict[tuple[int, int], Evidence] = {}
    for hit in hits[:MOST_QUOTES]:
        for evidence in reading.evidence(hit):
            seen.setdefault((evidence.span.start, evidence.span.end), evidence)
    return tuple(seen.values())


def _negate(truth: Truth) -> Truth:
    if truth.state == "unknown":
        return truth
    if truth.state == "no":
        return Truth("unknown", reason=truth.reason) if truth.reason else Truth("yes")
    return Truth("no", truth.evidence, hits=truth.hits)


def _all(parts: list[Truth]) -> Truth:
    no = next((p for p in parts if p.state == "no"), None)
    if no:
        return Truth("no", reason=no.reason)
    return _join("unknown" if any(p.state == "unknown" for p in parts) else "yes", parts)


def _any(parts: list[Truth]) -> Truth:
    yes = [p for p in parts if p.state == "yes"]
    if yes:
        return _join("yes", yes)
    return _join("unknown" if any(p.state == "unknown" for p in parts) else "no", parts)


def _join(state: State, parts: list[Truth]) -> Truth:
    evidence = tuple(dict.fromkeys(e for p in parts for e in p.evidence))
    reason = "; ".join(dict.fromkeys(p.reason for p in parts if p.reason and p.state == "unknown"))
    return Truth(state, evidence, reason, tuple(h for p in parts for h in p.hits))


def _compare(condition: Compare, sheet: Sheet, parameters: Parameters) -> Truth:
    term = sheet[condition.term]
    wanted = condition.value
    if isinstance(wanted, str) and wanted.startswith("<") and wanted.endswith(">"):
        wanted = parameters[wanted[1:-1]]
    if condition.operator == "known":
        return Truth("yes" if (term.status != "unknown") == bool(wanted) else "no", term.evidence)
    if term.status == "unknown":
        return Truth("unknown", term.evidence, term.reason)
    return Truth("yes" if _holds(condition.operator, term.value, wanted) else "no", term.evidence)


def _holds(operator: str, value: Answer, wanted: Answer) -> bool:
    options = wanted if isinstance(wanted, tuple) else (wanted,)
    if operator == "is":
        return value == wanted and isinstance(value, bool) == isinstance(wanted, bool)
    if operator == "is_not":
        return value != wanted
    if operator in ("any_of", "none_of", "includes"):
        held = value if isinstance(value, tuple) else (value,)
        return any(v in options for v in held) != (operator == "none_of")
    if not isinstance(value, int | float) or isinstance(value, bool) or not isinstance(wanted, int | float):
        return False
    return {
        "more_than": value > wanted, "at_least": value >= wanted,
        "less_than": value < wanted, "at_most": value <= wanted,
    }[operator]  # fmt: skip
