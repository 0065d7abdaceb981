"""What a house pack changes in the rules of the pack it extends: one line a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from clausecheck.model.pack import Pack, Rule
from clausecheck.model.report import SEVERITIES, SIDES, Severity, Side
from clausecheck.packs.build import severity
from clausecheck.packs.places import Problem, Source, did_you_mean

LEVELS = (*SEVERITIES, "none")


def apply(pack: Pack, overrides: Mapping[str, Any], head: Source) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack with its overrides carried out. `off` takes a rule out; `severity` as one word changes the sides that
    the rule reports to, as a mapping the sides named, and nothing raises it there any more; every other key sets the
    parameter of that name."""
    if not overrides:
        return pack, ()
    rules = dict(pack.rules)
    problems: list[Problem] = []
    for id, change in overrides.items():
        if id not in rules:
            hint = did_you_mean(id, pack.rules)
            problems.append(head.problem(("overrides", id), f"no rule '{id}' to override", hint, of_key=True))
        elif change == "off":
            del rules[id]
        else:
            rules[id], found = _changed(rules[id], change, head)
            problems += found
    return replace(pack, rules=rules), tuple(problems)


def _set(rule: Rule, side: Side, level: Severity | None) -> Rule:
    """The rule with this severity for the side, come what may: an escalation must not undo the author's word."""
    kept = tuple(step for step in rule.escalations if step.side != side)
    if side == "supplier":
        return replace(rule, supplier=level, escalations=kept)
    return replace(rule, distributor=level, escalations=kept)


def _changed(rule: Rule, change: Mapping[str, Any], head: Source) -> tuple[Rule, list[Problem]]:
    problems: list[Problem] = []
    parameters = {parameter.name: parameter for parameter in rule.parameters}
    for key, value in change.items():
        at = ("overrides", rule.id, key)
        if key == "severity":
            levels = dict.fromkeys(SIDES, value) if isinstance(value, str) else value
            if not isinstance(levels, dict) or not set(levels) <= set(SIDES):
                problems.append(head.problem(at, "severity is a word, or {supplier: …, distributor: …}"))
            elif not set(levels.values()) <= set(LEVELS):
                bad = next(str(level) for level in levels.values() if level not in LEVELS)
                problems.append(head.problem(at, f"no severity '{bad}'", did_you_mean(bad, LEVELS)))
            else:
                for side in SIDES:
                    reported = rule.severity(side) is not None or not isinstance(value, str)
                    if side in levels and reported:
                        rule = _set(rule, side, severity(levels, side))
        elif key in parameters:
            default = tuple(value) if isinstance(value, list) else value
            if not parameters[key].fits(default):
                problems.append(head.problem(at, f"'{key}' takes {parameters[key].takes}"))
            parameters[key] = replace(parameters[key], default=default)
        else:
            hint = did_you_mean(key, {"severity", *parameters})
            problems.append(head.problem(at, f"'{rule.id}' has no parameter '{key}'", hint, of_key=True))
    return replace(rule, parameters=tuple(parameters.values())), problems
