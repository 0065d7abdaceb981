"""Runs the examples of rules: each is read as a contract of its own and must get the verdict under which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from clausecheck.engine.judge import judge
from clausecheck.model.document import Document
from clausecheck.model.pack import Example, Pack, Rule
from clausecheck.model.report import Result, Side, Term
from clausecheck.terms import Sheet, answer

Kind = Literal["flags", "passes", "cannot_tell", "known_gaps"]
KINDS: tuple[Kind, ...] = ("flags", "passes", "cannot_tell", "known_gaps")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example. `problem` says in a sentence what is wrong, "" where it is as it should be; known
    gaps are never wrong."""

    rule: str
    kind: Kind
    number: int
    example: Example
    results: tuple[Result, ...]
    problem: str = ""


def run(pack: Pack, rule: Rule) -> Iterator[Outcome]:
    """Every example of a rule, in order."""
    for kind in KINDS:
        for number, example in enumerate(getattr(rule.examples, kind), start=1):
            yield run_one(pack, rule, kind, number, example)


def run_one(pack: Pack, rule: Rule, kind: Kind, number: int, example: Example) -> Outcome:
    """One example, judged by its rule alone, for the first side that the rule reports to."""
    given = dict(example.parameters)
    parameters = tuple(replace(p, default=given.get(p.name, p.default)) for p in rule.parameters)
    alone = replace(pack, rules={rule.id: replace(rule, parameters=parameters)})
    reading, sheet = answer(_document(example.text), pack)
    results = judge(reading, _with_answers(sheet, example), alone, _side(rule))
    return Outcome(rule.id, kind, number, example, results, _problem(kind, example, results))


def documents(pack: Pack) -> Iterator[Document]:
    """Every example of a pack, read as a contract; each text once."""
    texts = {example.text for rule in pack.rules.values() for kind in KINDS for example in getattr(rule.examples, kind)}
    return map(_document, sorted(texts))


def _side(rule: Rule) -> Side:
    heard = [step.side for step in rule.escalations]
    return "supplier" if rule.supplier is not None or "supplier" in heard else "distributor"


@lru_cache(maxsize=64)
def _document(text: str) -> Document:
    from clausecheck import ingest

    return ingest.read(text.encode(), name="example.txt")


def _with_answers(sheet: Sheet, example: Example) -> Sheet:
    """The sheet with the answers that the example takes as read."""
    given = dict(example.given)

    def settled(terms: tuple[Term, ...]) -> tuple[Term, ...]:
        return tuple(
            Term(term.id, given[term.id], "found", 1.0, reason="taken as read") if term.id in given else term
            for term in terms
        )

    known = {term.id for term in (*sheet.terms, *sheet.facts)}
    more = tuple(
        Term(id, value, "found", 1.0, reason="taken as read") for id, value in given.items() if id not in known
    )
    return Sheet(settled(sheet.terms), (*settled(sheet.facts), *more), sheet.lock_in)


def _problem(kind: Kind, example: Example, results: tuple[Result, ...]) -> str:
    verdicts = {result.verdict for result in results}
    got = ", ".join(sorted(verdicts))
    reason = "; ".join(sorted({result.reason for result in results if result.reason}))
    because = f" ({reason})" if reason else ""
    if kind == "flags" and "flagged" not in verdicts:
        return f"should be flagged, is {got}{because}"
    if kind == "passes" and verdicts & {"flagged", "cannot-tell"}:
        return f"should pass, is {got}{because}"
    if kind == "cannot_tell" and verdicts != {"cannot-tell"}:
        return f"should be cannot-tell, is {got}{because}"
    if example.highlights and kind in ("flags", "cannot_tell"):
        wanted = " ".join(example.highlights.split())
        marked = [" ".join(passage.text.split()) for result in results for passage in result.evidence]
        if not any(wanted in text for text in marked):
            return f"should mark '{wanted}', marks {marked or 'nothing'}"
    return ""
