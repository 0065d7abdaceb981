"""One rule as a page of Markdown: what it does, why it matters, what to do, and examples."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.pack import Example, Rule, Texts
from clausecheck.report.inert import inert


def explain(rule: Rule) -> str:
    """The page, with a newline at the end; with how often the rule was right on labelled contracts, where measured."""
    return inert("\n".join(_lines(rule)).rstrip()) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"# {rule.title}"
    yield ""
    yield f"`{rule.id}` · severity for the supplier: {rule.supplier or 'not reported'}, for the distributor: " + (
        rule.distributor or "not reported"
    )
    yield ""
    if rule.message:
        yield _flat(rule.message)
        yield ""
    for title, texts in (
        ("Why it matters", rule.why),
        ("Ask for", rule.position),
        ("Settle for", rule.fallback),
        ("Leave when", rule.walk_away),
        ("They say", rule.objection),
        ("Wording", rule.wording),
    ):
        yield from _texts(title, texts)
    if rule.parameters:
        yield "## Thresholds"
        yield ""
        for parameter in rule.parameters:
            yield f"- `--set {rule.id}.{parameter.name}={parameter.default}` {parameter.says}".rstrip()
        yield ""
    if rule.measured:
        flagged_right, flagged, clear_right, clear = rule.measured
        yield "## Measured"
        yield ""
        yield f"On labelled contracts: flagged rightly {flagged_right} of {flagged},"
        yield f"clear rightly {clear_right} of {clear}."
        yield ""
    for title, examples in (
        ("Flagged", rule.examples.flags),
        ("Passed", rule.examples.passes),
        ("Cannot tell", rule.examples.cannot_tell),
        ("Known gaps", rule.examples.known_gaps),
    ):
        yield from _examples(title, examples)
    if rule.references:
        yield "## References"
        yield ""
        yield from (f"- {reference}" for reference in rule.references)


def _texts(title: str, texts: Texts) -> Iterator[str]:
    if not (texts.supplier or texts.distributor):
        return
    yield f"## {title}"
    yield ""
    if texts.supplier == texts.distributor:
        yield _flat(texts.supplier)
        yield ""
        return
    for side, text in (("supplier", texts.supplier), ("distributor", texts.distributor)):
        if text:
            yield f"For the {side}: {_flat(text)}"
            yield ""


def _examples(title: str, examples: tuple[Example, ...]) -> Iterator[str]:
    if not examples:
        return
    yield f"## {title}"
    yield ""
    for example in examples:
        yield f"> {_flat(example.text)}"
        yield ""
        if example.because:
            yield f"Because {_flat(example.because)}"
            yield ""


def _flat(text: str) -> str:
    return " ".join(text.split())
