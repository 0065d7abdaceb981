"""Makes the data classes of a pack out of the plain data of its files, which have been checked before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clausecheck.model.pack import (
    AllOf,
    AnyOf,
    Case,
    Compare,
    Concept,
    Condition,
    Confidence,
    Escalation,
    Example,
    Examples,
    Find,
    Jurisdiction,
    Missing,
    Not,
    Operator,
    Parameter,
    Place,
    Question,
    QuestionKind,
    Rule,
    Texts,
)
from clausecheck.model.report import SEVERITIES, Answer, Severity

PlaceOf = Callable[[tuple[str | int, ...]], Place]
Kinds = Mapping[str, QuestionKind]
OPERATORS: tuple[Operator, ...] = (
    "is", "is_not", "any_of", "none_of", "more_than", "at_least", "less_than", "at_most", "includes", "known",
)  # fmt: skip
LIST_LINE = re.compile(r"\s*([-*•]|\(?[a-z0-9]{1,3}[.)])\s")


def words(value: Any) -> tuple[str, ...]:
    """One word or a list of words, as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def prose(value: str | None) -> str:
    """Text without the line breaks of the source file; empty lines and list items stay apart."""
    rows: list[str] = []
    for line in (value or "").strip().splitlines():
        if rows and rows[-1] and line.strip() and not LIST_LINE.match(line):
            rows[-1] += " " + line.strip()
        else:
            rows.append(line.strip())
    return "\n".join(rows)


def flag(value: Any) -> Any:
    """yes and no as truth values, in all spellings."""
    if isinstance(value, str) and value.lower() in ("yes", "no", "true", "false"):
        return value.lower() in ("yes", "true")
    return value


def answer(value: Any, kind: QuestionKind | None) -> Answer:
    """An answer as written, in the type that the question's kind asks for."""
    if isinstance(value, list):
        return tuple(("yes" if item else "no") if isinstance(item, bool) else str(item) for item in value)
    if kind == "flag":
        return flag(value)  # type: ignore[no-any-return]
    if kind in ("duration", "number", "label") and value == "null":
        return None
    if kind in ("duration", "number") and isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    if kind in ("choice", "list") and isinstance(value, bool):
        return "yes" if value else "no"
    return value  # type: ignore[no-any-return]


def concept(name: str, data: Mapping[str, Any], place: Place) -> Concept:
    return Concept(
        name=name,
        says=prose(data.get("says")),
        within=data.get("within", "sentence"),
        text=words(data.get("text")),
        excepts=words(data.get("except")),
        hints=words(data.get("hints")),
        reader=data.get("reader", ""),
        negated=data.get("negated") == "allowed",
        anywhere=bool(flag(data.get("anywhere", False))),
        place=place,
    )


def jurisdiction(code: str, data: Mapping[str, Any], place: Place) -> Jurisdiction:
    return Jurisdiction(
        code=code,
        name=prose(data["name"]),
        law=prose(data["law"]),
        effect=prose(data["effect"]),
        severity=data["severity"],
        contract_out=prose(data.get("contract_out")),
        verified=bool(flag(data.get("verified", False))),
        as_of=data["as_of"],
        place=place,
    )


def confidence(data: Mapping[str, Any]) -> Confidence:
    return Confidence(float(data["found"]), float(data["not_found"]), float(data["unknown"]))


def condition(data: Any, kinds: Kinds) -> Condition:
    if isinstance(data, str):
        return Find((data,))
    if "find" in data:
        return Find(words(data["find"]), data.get("for") or "", data.get("within") or "")
    if "missing" in data:
        return Missing(words(data["missing"]), data.get("for") or "")
    if "all" in data:
        return AllOf(tuple(condition(item, kinds) for item in data["all"]))
    if "any" in data:
        return AnyOf(tuple(condition(item, kinds) for item in data["any"]))
    if "not" in data:
        return Not(condition(data["not"], kinds))
    operator = next(name for name in OPERATORS if name in data)
    value = data[operator]
    if operator == "known":
        return Compare(data["term"], operator, flag(value))
    kind = kinds.get(data["term"])
    if operator in ("any_of", "none_of"):
        items = value if isinstance(value, list) else [value]
        return Compare(data["term"], operator, tuple(answer(item, kind) for item in items))  # type: ignore[misc]
    return Compare(data["term"], operator, answer(value, kind))


def finder(data: Any, holder: Any = None) -> Find:
    """`find:` and `missing:` of a rule or a question: a concept, several, or {concept, for}."""
    if isinstance(data, Mapping):
        return Find(words(data["concept"]), data.get("for") or holder or "")
    return Find(words(data), holder or "")


def question(id: str, data: Mapping[str, Any], place: Place, kinds: Kinds) -> Question:
    kind: QuestionKind = data["kind"]
    cases = tuple(
        Case(answer(value, kind), condition(when, kinds))
        for entry in data.get("answers") or ()
        for value, when in entry.items()
    )
    return Question(
        id=id,
        ask=prose(data["ask"]),
        kind=kind,
        find=finder(data["find"], data.get("for")) if data.get("find") is not None else None,
        unit=data.get("unit") or "",
        cases=cases,
        headings=words(data.get("headings") or ()),
        compute=data.get("compute", ""),
        inputs=tuple((role, words(concepts)) for role, concepts in (data.get("inputs") or {}).items()),
        otherwise=answer(data.get("otherwise"), kind),
        place=place,
    )


def texts(data: Any) -> Texts:
    if data is None or isinstance(data, str):
        return Texts(prose(data), prose(data))
    return Texts(prose(data.get("supplier")), prose(data.get("distributor")))


def severity(data: Any, side: str) -> Severity | None:
    value = data if isinstance(data, str) else data[side]
    return next((level for level in SEVERITIES if level == value), None)


def escalations(data: Iterable[Mapping[str, Any]], kinds: Kinds) -> tuple[Escalation, ...]:
    return tuple(
        Escalation(side, item["to"], condition(item["when"], kinds))
        for item in data
        for side in ((item["side"],) if item.get("side") else ("supplier", "distributor"))
    )


def _pairs(data: Mapping[str, Any] | None, kinds: Kinds) -> tuple[tuple[str, Answer], ...]:
    return tuple((name, answer(value, kinds.get(name))) for name, value in (data or {}).items())


def example(data: Any, place: Place, kinds: Kinds) -> Example:
    if isinstance(data, str):
        return Example(data, place=place)
    return Example(
        text=data["text"],
        because=prose(data.get("because")),
        highlights=data.get("highlights") or "",
        parameters=_pairs(data.get("with"), {}),
        given=_pairs(data.get("given"), kinds),
        place=place,
    )


def examples(data: Mapping[str, Any] | None, place_of: PlaceOf, kinds: Kinds) -> Examples:
    def all_of(kind: str) -> tuple[Example, ...]:
        items = (data or {}).get(kind) or ()
        return tuple(example(item, place_of(("examples", kind, n)), kinds) for n, item in enumerate(items))

    return Examples(all_of("flags"), all_of("passes"), all_of("cannot_tell"), all_of("known_gaps"))


def rule(data: Mapping[str, Any], place_of: PlaceOf, kinds: Kinds) -> Rule:
    """A rule file as data. `kinds` are the kinds of the pack's questions, by which answers get their type."""
    when: Condition
    if data.get("find") is not None:
        verb, when = "find", finder(data["find"])
    elif data.get("missing") is not None:
        found = finder(data["missing"])
        verb, when = "missing", Missing(found.concepts, found.holder)
    else:
        verb, when = "when", condition(data["when"], kinds)
    return Rule(
        id=data["id"],
        title=prose(data["title"]),
        topic=data["id"].partition(".")[0],
        verb=verb,  # type: ignore[arg-type]
        condition=when,
        supplier=severity(data["severity"], "supplier"),
        distributor=severity(data["severity"], "distributor"),
        message=prose(data["message"]),
        given=condition(data["given"], kinds) if data.get("given") is not None else None,
        unless=condition(data["unless"], kinds) if data.get("unless") is not None else None,
        anchor=words(data.get("anchor")),
        once=data.get("report") == "once",
        escalations=escalations(data.get("raise") or (), kinds),
        parameters=tuple(
            Parameter(name, answer(entry["default"], None), prose(entry.get("says")))
            for name, entry in (data.get("parameters") or {}).items()
        ),
        why=texts(data.get("why")),
        position=texts(data.get("position")),
        fallback=texts(data.get("fallback")),
        walk_away=texts(data.get("walk_away")),
        objection=texts(data.get("objection")),
        wording=texts(data.get("wording")),
        references=tuple(prose(item) for item in words(data.get("references"))),
        instead_of=words(data.get("instead_of")),
        jurisdiction=words(data.get("jurisdiction")),
        examples=examples(data.get("examples"), place_of, kinds),
        place=place_of(()),
    )
