"""The formats of a comparison: four of its own, and those of a review, which list or mark the findings of the new draft
with what became of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from clausecheck.errors import UsageError
from clausecheck.model.comparison import FATES, Comparison, Fate
from clausecheck.model.report import Result, Review
from clausecheck.report import difference as said
from clausecheck.report import formats
from clausecheck.report.difference_json import as_json
from clausecheck.report.difference_markdown import markdown
from clausecheck.report.entries import level, says
from clausecheck.report.manner import Manner
from clausecheck.report.page import render as page

Writer = Callable[[Comparison, Manner], str | bytes]
_TITLES: dict[Fate, str] = {"new": "New", "unclear": "No longer told", "left": "Still there", "fixed": "Fixed"}
# What SARIF calls them; fixed ones are no results of the new draft.
_STATES: dict[Fate, str] = {"new": "new", "unclear": "updated", "left": "unchanged"}


def text(found: Comparison) -> str:
    """Plain text."""
    from clausecheck.report.terminal.difference import render

    return render(found)


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


FORMATS: dict[str, Callable[[Comparison], str]] = {"text": text, "json": as_json, "markdown": markdown, "html": html}
# Formats of a review that list its findings, or mark them in a copy of the new draft.
LISTS = tuple(
    name for name, form in formats.FORMATS.items() if name not in FORMATS and (form.stored or name in ("word", "pdf"))
)
PRINTED = (*FORMATS, *(name for name in LISTS if formats.FORMATS[name].text))


def by_suffix(path: Path) -> Writer:
    """The writer that the file's name asks for."""
    name = formats.by_suffix(path).name
    if name not in (*FORMATS, *LISTS):
        known = ", ".join(formats.FORMATS[name].suffixes[0] for name in (*FORMATS, *LISTS))
        raise UsageError(f"{path}: a comparison is written as {known}")
    return _writer(name)


def by_name(name: str) -> Writer:
    """The writer of that format, for standard output."""
    if name not in PRINTED:
        raise UsageError(f"{name!r} is no format of a comparison for standard output; it takes {', '.join(PRINTED)}")
    return _writer(name)


def marked(found: Comparison) -> Review:
    """The review of the new draft in which each finding is called new or still there; what is fixed is clear."""
    changed = {id(change.after): _called(change.result, change.fate) for change in found.findings if change.after}
    gone = (_called(change.result, "fixed") for change in found.of("fixed"))
    kept = (changed.get(id(result), result) for result in found.new.results)
    settled = {change.result.rule for change in found.of("fixed")}
    return replace(
        found.new,
        results=(*(r for r in kept if r.verdict != "clear" or r.rule not in settled), *gone),
    )


def _called(result: Result, fate: Fate) -> Result:
    title = f"{_TITLES[fate]}: {result.title}"
    # The words of what is fixed stand in the old draft alone.
    return (
        replace(result, title=title, verdict="clear", evidence=()) if fate == "fixed" else replace(result, title=title)
    )


def _writer(name: str) -> Writer:
    own = FORMATS.get(name)
    if own is not None:
        return lambda found, manner: own(found)
    if name == "sarif":
        return _sarif
    return lambda found, manner: formats.render(formats.FORMATS[name], [marked(found)], manner)


def _sarif(found: Comparison, manner: Manner) -> str:
    """With the state of each result against the old draft, as code hosts want it."""
    log = json.loads(formats.render(formats.FORMATS["sarif"], [marked(found)], manner))
    states = {
        (change.result.rule, change.result.fingerprint): _STATES[change.fate]
        for fate in FATES
        for change in found.of(fate)
        if change.fate in _STATES
    }
    for result in log["runs"][0]["results"]:
        state = states.get((result["ruleId"], result["partialFingerprints"]["clausecheck/v1"]))
        result["baselineState"] = state or "unchanged"
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
