"""Checks the parts of a pack against each other: see `packs.check` for one part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from clausecheck.model.pack import Pack, Question, QuestionKind
from clausecheck.packs.build import answer
from clausecheck.packs.check import Names, check_rule, check_term, check_vocabulary
from clausecheck.packs.places import Keys, Problem, Source


class Part(Protocol):
    """One rule, concept or question as data, and where it stands (`packs.loader.Part`)."""

    @property
    def data(self) -> dict[str, Any]: ...
    @property
    def source(self) -> Source: ...
    @property
    def keys(self) -> Keys: ...


def check_parts(
    concepts: Mapping[str, Part],
    questions: Mapping[str, Part],
    rules: Mapping[str, Part],
    base: Pack,
    kinds: Mapping[str, QuestionKind],
    broken: frozenset[str] = frozenset(),
) -> tuple[list[Problem], set[str]]:
    """Everything wrong, and the ids of the rules and questions that cannot be used. `broken` are names whose own
    entries are wrong: using them is no further problem, but nothing that does can be used."""
    names = Names(
        concepts=frozenset(base.concepts) | frozenset(concepts),
        kinds=kinds,
        choices=_choices(base.questions, questions),
        rules=frozenset(base.rules) | frozenset(rules),
    )
    lenient = names.also(broken)
    problems: list[Problem] = []
    wrong: set[str] = set()
    for source, at in _sections(concepts.values()):
        problems += check_vocabulary(source, at)
    for id, part in questions.items():
        problems += check_term(part.source, lenient, part.keys)
        if any(check_term(part.source, names, part.keys)):
            wrong.add(id)
    for id, part in rules.items():
        problems += check_rule(part.source, lenient, part.keys)
        if any(check_rule(part.source, names, part.keys)):
            wrong.add(id)
    return problems, wrong


def _sections(parts: Iterable[Part]) -> list[tuple[Source, Keys]]:
    """Each file's mapping once."""
    return list({(id(part.source), part.keys[:-1]): (part.source, part.keys[:-1]) for part in parts}.values())


def _choices(base: Mapping[str, Question], own: Mapping[str, Part]) -> dict[str, tuple[Any, ...]]:
    """The possible answers of each choice and list whose cases are all written down."""
    choices: dict[str, tuple[Any, ...]] = {}
    for id, question in base.items():
        if question.kind in ("choice", "list") and question.cases and not question.compute:
            choices[id] = (*(case.value for case in question.cases), *_items(question.otherwise))
    for id, part in own.items():
        data = part.data
        if data["kind"] in ("choice", "list") and data.get("answers") and not data.get("compute"):
            values = [answer(value, data["kind"]) for case in data["answers"] for value in case]
            choices[id] = (*values, *_items(answer(data.get("otherwise"), data["kind"])))
    return choices


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
