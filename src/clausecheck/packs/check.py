"""Checks what no single file can know: that every name used is one that the pack has, and that phrases can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from clausecheck.model.pack import QuestionKind
from clausecheck.packs.build import answer, words
from clausecheck.packs.places import Keys, Problem, Source, did_you_mean
from clausecheck.text.phrase import PhraseError, parse

FACTS: Mapping[str, QuestionKind] = {
    "document.kind": "choice",
    "document.language": "label",
    "jurisdictions": "list",
    "territories": "list",
    "protective_laws": "list",
    "protective_severity": "choice",
    "blanks": "number",
    "lock_in_months": "number",
    "free_to_exit_months": "number",
    "free_to_appoint_months": "number",
    "performance_exit_months": "number",
    "performance_exit_percent": "number",
}
"""What conditions can compare besides the answers to questions, and its kind."""

PLACEHOLDER = re.compile(r"<([^<>\s]+)>")
PARTY_WORDS = ("supplier", "distributor")


@dataclass(frozen=True, slots=True)
class Names:
    """What a pack has to offer: concepts, questions (with their kind and, for a choice whose cases are all written
    down, its answers), and rules."""

    concepts: frozenset[str]
    kinds: Mapping[str, QuestionKind]
    choices: Mapping[str, tuple[Any, ...]]
    rules: frozenset[str]
    broken: frozenset[str] = frozenset()

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(self.kinds) | frozenset(FACTS) | self.broken

    def also(self, broken: frozenset[str]) -> Names:
        """These names and others that may stand for anything."""
        return replace(self, concepts=self.concepts | broken, rules=self.rules | broken, broken=broken)


def check_vocabulary(source: Source, at: Keys = ("concepts",)) -> Iterator[Problem]:
    """Phrases that cannot be read."""
    for name, entry in _mapping(source.data, at).items():
        for key in ("text", "except", "hints"):
            value = entry.get(key)
            for number, phrase in enumerate(words(value)):
                keys = (*at, name, key) if isinstance(value, str) else (*at, name, key, number)
                try:
                    parse(phrase)
                except PhraseError as error:
                    yield source.problem(keys, f"this phrase cannot be read: {error.message}", offset=error.column)


def check_term(source: Source, names: Names, at: Keys) -> Iterator[Problem]:
    """Names in a question that the pack does not have."""
    data = _mapping(source.data, at)
    if data.get("find") is not None:
        yield from _check_finder(source, data["find"], (*at, "find"), names)
    for number, case in enumerate(data.get("answers") or ()):
        for value, when in case.items():
            yield from _check_condition(source, when, (*at, "answers", number, value), names, {})
    for role, used in (data.get("inputs") or {}).items():
        yield from _check_concepts(source, used, (*at, "inputs", role), names)


def check_rule(source: Source, names: Names, at: Keys = ()) -> Iterator[Problem]:
    """Names in a rule that the pack does not have, and parameters that do not exist."""
    data = _mapping(source.data, at)
    parameters = data.get("parameters") or {}
    for key in ("find", "missing"):
        if data.get(key) is not None:
            yield from _check_finder(source, data[key], (*at, key), names)
    for key in ("when", "given", "unless"):
        if data.get(key) is not None:
            yield from _check_condition(source, data[key], (*at, key), names, parameters)
    yield from _check_concepts(source, data.get("anchor"), (*at, "anchor"), names)
    for number, item in enumerate(data.get("raise") or ()):
        yield from _check_condition(source, item["when"], (*at, "raise", number, "when"), names, parameters)
    others = names.rules - {data["id"]}
    yield from _check_names(source, data.get("instead_of"), (*at, "instead_of"), others, "rule")
    for found in PLACEHOLDER.finditer(data["message"]):
        name = found.group(1)
        if name not in parameters and name not in names.terms and name not in PARTY_WORDS:
            hint = did_you_mean(name, {*PARTY_WORDS, *parameters, *names.terms})
            message = f"<{name}> is neither a party, a term nor a parameter of this rule"
            yield source.problem((*at, "message"), message, hint, offset=found.start())
    for kind, items in (data.get("examples") or {}).items():
        for number, item in enumerate(items or ()):
            if isinstance(item, dict):
                keys = (*at, "examples", kind, number)
                yield from _check_keys(source, item.get("with"), (*keys, "with"), frozenset(parameters), "parameter")
                yield from _check_keys(source, item.get("given"), (*keys, "given"), names.terms, "term")


def _mapping(data: Any, at: Keys) -> dict[str, Any]:
    for key in at:
        data = data[key] if isinstance(key, int) else (data or {}).get(key)
    return data or {}


def _check_condition(
    source: Source, data: Any, keys: Keys, names: Names, parameters: Mapping[str, Any]
) -> Iterator[Problem]:
    if isinstance(data, str):
        yield from _check_concepts(source, data, keys, names)
        return
    for key in ("find", "missing"):
        if key in data:
            yield from _check_concepts(source, data[key], (*keys, key), names)
    for key in ("all", "any"):
        for number, item in enumerate(data.get(key) or ()):
            yield from _check_condition(source, item, (*keys, key, number), names, parameters)
    if "not" in data:
        yield from _check_condition(source, data["not"], (*keys, "not"), names, parameters)
    if "term" in data:
        yield from _check_compare(source, data, keys, names, parameters)


def _check_compare(
    source: Source, data: Mapping[str, Any], keys: Keys, names: Names, parameters: Mapping[str, Any]
) -> Iterator[Problem]:
    term = data["term"]
    if term not in names.terms:
        yield source.problem((*keys, "term"), f"no question '{term}'", did_you_mean(term, names.terms))
        return
    kind = names.kinds.get(term) or FACTS.get(term)
    for operator, value in data.items():
        if operator in ("term", "known"):
            continue
        items: tuple[Any, ...] = tuple(value) if isinstance(value, list) else (value,)
        for number, item in enumerate(items):
            at = (*keys, operator, number) if isinstance(value, list) else (*keys, operator)
            name = item[1:-1] if isinstance(item, str) and item.startswith("<") and item.endswith(">") else ""
            if name:
                if name not in parameters:
                    yield source.problem(at, f"this rule has no parameter '{name}'", did_you_mean(name, parameters))
            else:
                yield from _check_answer(source, at, term, operator, item, kind, names)


def _check_answer(
    source: Source, at: Keys, term: str, operator: str, item: Any, kind: QuestionKind | None, names: Names
) -> Iterator[Problem]:
    if operator in ("more_than", "at_least", "less_than", "at_most") and (
        isinstance(item, bool) or not isinstance(item, int | float)
    ):
        yield source.problem(at, f"{operator} needs a number or a <parameter>")
    elif kind == "flag" and not isinstance(answer(item, "flag"), bool | None):
        yield source.problem(at, f"'{term}' is answered by yes or no")
    elif operator in ("is", "is_not", "any_of", "none_of", "includes") and term in names.choices:
        allowed = names.choices[term]
        if answer(item, kind) not in allowed:
            words_allowed = [str(value) for value in allowed]
            yield source.problem(at, f"'{term}' is never answered by '{item}'", did_you_mean(str(item), words_allowed))


def _check_finder(source: Source, data: Any, keys: Keys, names: Names) -> Iterator[Problem]:
    if isinstance(data, dict):
        data, keys = data["concept"], (*keys, "concept")
    yield from _check_concepts(source, data, keys, names)


def _check_concepts(source: Source, used: Any, keys: Keys, names: Names) -> Iterator[Problem]:
    yield from _check_names(source, used, keys, names.concepts, "concept")


def _check_names(source: Source, used: Any, keys: Keys, known: frozenset[str], what: str) -> Iterator[Problem]:
    for number, name in enumerate(words(used)):
        if name not in known:
            at = keys if isinstance(used, str) else (*keys, number)
            yield source.problem(at, f"no {what} '{name}'", did_you_mean(name, known))


def _check_keys(source: Source, data: Any, keys: Keys, known: frozenset[str], what: str) -> Iterator[Problem]:
    for name in data or {}:
        if name not in known:
            yield source.problem((*keys, name), f"no {what} '{name}'", did_you_mean(name, known), of_key=True)
