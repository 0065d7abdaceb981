"""Fills the placeholders of a rule's message with answers and thresholds, in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausecheck.model.document import Document
from clausecheck.model.pack import Compare, Question, Rule
from clausecheck.model.report import Answer
from clausecheck.packs.conditions import leaves
from clausecheck.terms.facts import NEVER
from clausecheck.terms.sheet import Sheet

PLACEHOLDER = re.compile(r"<([^<>\s]+)>")


def render(
    rule: Rule, document: Document, sheet: Sheet, questions: Mapping[str, Question], parameters: Mapping[str, Answer]
) -> str:
    """The message with <term>, <parameter>, <supplier> and <distributor> replaced."""

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in parameters:
            return in_words(parameters[name], _unit_of_parameter(rule, name, questions))
        if name in ("supplier", "distributor"):
            party = document.roles.supplier if name == "supplier" else document.roles.distributor
            return party.label if party else f"the {name}"
        term = sheet[name]
        return "unknown" if term.status == "unknown" else in_words(term.value, unit(name, questions))

    return PLACEHOLDER.sub(fill, rule.message)


def in_words(value: Answer, unit: str = "") -> str:
    """36 → "36 months", True → "yes", None → "none", ("a", "b") → "a and b"."""
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        items = [in_words(item) for item in value]
        return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
    if isinstance(value, int | float):
        if unit == "months" and value >= NEVER:
            return "no end"
        number = f"{value:,.1f}".removesuffix(".0")
        return f"{number} {unit.removesuffix('s') if value == 1 else unit}".strip()
    return value.replace("_", " ")


def unit(term: str, questions: Mapping[str, Question]) -> str:
    """The unit of a term's answer ("months", "days", "")."""
    question = questions.get(term)
    if question is not None and question.unit:
        return question.unit
    return next((name for name in ("months", "days") if term.endswith(f"_{name}")), "")


def _unit_of_parameter(rule: Rule, name: str, questions: Mapping[str, Question]) -> str:
    """The unit of the term that the rule compares the parameter with."""
    conditions = (rule.condition, rule.given, rule.unless, *(step.when for step in rule.escalations))
    for condition in conditions:
        for part in leaves(condition):
            if isinstance(part, Compare) and part.value == f"<{name}>":
                return unit(part.term, questions)
    return ""
