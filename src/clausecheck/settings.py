"""What a user may set about a review, and what that does to a pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from clausecheck.errors import UsageError
from clausecheck.model.pack import Pack, Parameter, Rule
from clausecheck.model.report import SEVERITIES, Answer, Result, Severity

Level = Literal["high", "medium", "low", "info", "off"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`select` and `ignore` name rules, or groups of them by how their ids begin ("excl", "excl.*"). `parameters`
    are (rule, parameter, value); `severities` (rule, level), where "off" silences the rule. Results milder than
    `min_severity` are left out. `reader`: whether the learned clause reader gives its second opinion. `jurisdictions`
    are laws to apply besides those that the contract names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = "info"
    parameters: tuple[tuple[str, str, Answer], ...] = ()
    severities: tuple[tuple[str, Level], ...] = ()
    reader: bool = True
    jurisdictions: tuple[str, ...] = ()


def at_least(severity: Severity, threshold: Severity) -> bool:
    """True where the severity is as grave as the threshold, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


def parse_parameter(text: str) -> tuple[str, str, Answer]:
    """("term.initial-length", "months", 24) from "term.initial-length.months=24"."""
    name, equals, value = text.partition("=")
    rule, dot, parameter = name.strip().rpartition(".")
    if not (equals and dot and rule and parameter and value.strip()):
        raise UsageError(f"--set wants rule.parameter=value, for example term.initial-length.months=24; got {text!r}")
    return rule, parameter, parse_answer(value.strip())


def parse_answer(text: str) -> Answer:
    """A number or a flag where the text is one, else the text itself."""
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def check(packs: Iterable[Pack], settings: Settings) -> None:
    """Raises UsageError where a setting names a rule or parameter that none of the packs has."""
    rules = {id: rule for pack in packs for id, rule in pack.rules.items()}
    for pattern in (*settings.select, *settings.ignore):
        if not any(_matches(id, pattern) for id in rules):
            raise UsageError(f"no rule is called {pattern!r}{_suggest(pattern, rules)}")
    for id, _ in settings.severities:
        _find(rules, id)
    for id, name, value in settings.parameters:
        known = {parameter.name: parameter for parameter in _find(rules, id).parameters}
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise UsageError(f"rule {id} has no parameter {name!r}; {has}")
        if not known[name].fits(value):
            raise UsageError(f"parameter {name!r} of rule {id} takes {known[name].takes}, not {value!r}")


def tailor(pack: Pack, settings: Settings) -> Pack:
    """The pack with only the rules that were asked for, and with the user's parameters and severities."""
    kept = {id: _tailor_rule(rule, settings) for id, rule in pack.rules.items() if _wanted(id, settings)}
    return replace(pack, rules=kept)


def keep(results: Iterable[Result], settings: Settings) -> tuple[Result, ...]:
    """The results that are grave enough to be shown."""
    return tuple(result for result in results if at_least(result.severity, settings.min_severity))


def _wanted(id: str, settings: Settings) -> bool:
    if (id, "off") in settings.severities or any(_matches(id, pattern) for pattern in settings.ignore):
        return False
    return not settings.select or any(_matches(id, pattern) for pattern in settings.select)


def _matches(id: str, pattern: str) -> bool:
    stem = pattern.rstrip("*").rstrip(".")
    return id == stem or id.startswith(f"{stem}.") or (pattern.endswith("*") and id.startswith(pattern.rstrip("*")))


def _tailor_rule(rule: Rule, settings: Settings) -> Rule:
    values = {name: value for id, name, value in settings.parameters if id == rule.id}
    levels = [level for id, level in settings.severities if id == rule.id and level != "off"]
    if values:
        rule = replace(rule, parameters=tuple(_with_value(parameter, values) for parameter in rule.parameters))
    for level in levels:
        # A side to which the rule does not speak stays unaddressed, and an escalation must not undo the user's word.
        rule = replace(
            rule,
            supplier=level if rule.supplier else None,
            distributor=level if rule.distributor else None,
            escalations=(),
        )
    return rule


def _with_value(parameter: Parameter, values: dict[str, Answer]) -> Parameter:
    return replace(parameter, default=values.get(parameter.name, parameter.default))


def _find(rules: dict[str, Rule], id: str) -> Rule:
    if id not in rules:
        raise UsageError(f"no rule is called {id!r}{_suggest(id, rules)}")
    return rules[id]


def _suggest(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else " (clausecheck rules list shows them)"
