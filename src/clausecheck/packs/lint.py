"""What is allowed and yet not good in a pack: names that nothing uses, thin examples, advice that is lacking.

These are remarks for authors (`clausecheck rules lint`), not errors: a pack with them loads.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from clausecheck.model.pack import Compare, Concept, Condition, Find, Missing, Pack, Place, Rule
from clausecheck.model.report import SIDES
from clausecheck.packs.conditions import leaves
from clausecheck.packs.places import did_you_mean
from clausecheck.text.phrase import Phrase, Word, parse

FEWEST_EXAMPLES = 2
PLACEHOLDER = re.compile(r"<([^<>\s]+)>")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing an author should look at; `about` is the id of the rule, question or concept."""

    about: str
    place: Place
    message: str

    def __str__(self) -> str:
        where = f"{self.place.file}:{self.place.line}" if self.place.line else self.place.file
        return f"{where}: {self.about}: {self.message}"


def lint(
    pack: Pack, used_by_code: Collection[str] = (), mechanisms: Collection[str] | None = None
) -> tuple[Remark, ...]:
    """Every remark on a pack, concepts first. `used_by_code` are concepts that the program itself looks up,
    `mechanisms` the names that a question may compute by (None: not checked)."""
    return (*_concepts(pack, used_by_code), *_questions(pack, mechanisms), *_rules(pack))


def _questions(pack: Pack, mechanisms: Collection[str] | None) -> Iterator[Remark]:
    for question in pack.questions.values():
        if mechanisms is not None and question.compute and question.compute not in mechanisms:
            hint = did_you_mean(question.compute, mechanisms)
            yield Remark(question.id, question.place, f"nothing computes '{question.compute}'; {hint}")


def _concepts(pack: Pack, used_by_code: Collection[str]) -> Iterator[Remark]:
    used = used_concepts(pack)
    for name, concept in pack.concepts.items():
        if name not in used and name not in used_by_code:
            yield Remark(name, concept.place, "no rule or question uses this concept")
        if not concept.text and not concept.hints:
            yield Remark(name, concept.place, "has no phrases")
        yield from _phrases(concept)


def _phrases(concept: Concept) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for key, phrases in (("text", concept.text), ("except", concept.excepts), ("hints", concept.hints)):
        for phrase in phrases:
            parsed = parse(phrase)
            normal = str(parsed.body)
            if normal in seen:
                yield Remark(concept.name, concept.place, f"'{phrase}' stands in {seen[normal]} and again in {key}")
            seen.setdefault(normal, key)
            if key != "hints" and _is_one_loose_word(parsed):
                yield Remark(
                    concept.name, concept.place, f"'{phrase}' is one word with any ending: too loose for {key}"
                )


def _is_one_loose_word(phrase: Phrase) -> bool:
    needed = [item.part for item in phrase.body.items if not item.optional]
    return len(needed) == 1 and isinstance(needed[0], Word) and needed[0].prefix and len(needed[0].text) < 5


def _rules(pack: Pack) -> Iterator[Remark]:
    for rule in pack.rules.values():
        for message in _about_rule(rule):
            yield Remark(rule.id, rule.place, message)


def _about_rule(rule: Rule) -> Iterator[str]:
    if len(rule.examples.flags) < FEWEST_EXAMPLES:
        yield f"has {len(rule.examples.flags)} examples that flag; give at least {FEWEST_EXAMPLES}"
    if len(rule.examples.passes) < FEWEST_EXAMPLES:
        yield f"has {len(rule.examples.passes)} examples that pass; give at least {FEWEST_EXAMPLES}"
    used = set(PLACEHOLDER.findall(rule.message)) | {
        str(part.value)[1:-1]
        for condition in _conditions(rule)
        for part in leaves(condition)
        if isinstance(part, Compare)
    }
    for parameter in rule.parameters:
        if parameter.name not in used:
            yield f"nothing uses its parameter '{parameter.name}'"
    reported = [side for side in SIDES if rule.severity(side) is not None]
    for side in reported:
        for name in ("why", "position", "fallback", "walk_away"):
            grave = rule.severity(side) in ("high", "medium")
            if grave and not getattr(getattr(rule, name), side):
                yield f"says nothing under {name} to the {side}"
    if not reported and not rule.escalations:
        yield "is reported to nobody"


def used_concepts(pack: Pack) -> frozenset[str]:
    """Concepts that some rule or question names."""
    used: set[str] = set()
    for rule in pack.rules.values():
        used |= {name for condition in _conditions(rule) for name in _named(condition)} | set(rule.anchor)
    for question in pack.questions.values():
        used |= set(question.find.concepts) if question.find else set()
        used |= {name for case in question.cases for name in _named(case.when)}
        used |= {name for _, names in question.inputs for name in names}
    return frozenset(used)


def _conditions(rule: Rule) -> Iterator[Condition]:
    for condition in (rule.condition, rule.given, rule.unless, *(step.when for step in rule.escalations)):
        if condition is not None:
            yield condition


def _named(condition: Condition) -> Iterator[str]:
    for part in leaves(condition):
        if isinstance(part, Find | Missing):
            yield from part.concepts
