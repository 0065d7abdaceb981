"""Checks one file of a pack against its schema, in words that point at the place."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from clausecheck.packs.places import Keys, Problem, Source, did_you_mean
from clausecheck.packs.schema import FILES, LANGUAGE


def validate(source: Source, kind: str) -> tuple[tuple[Keys, Problem], ...]:
    """Everything in the file that its schema does not allow, each with the keys of the part concerned."""
    if source.data is None:
        return (((), source.problem((), "the file is empty")),)
    known: dict[int, tuple[str, ...]] = {}
    try:
        FILES[kind].model_validate(source.data, context=known)
    except ValidationError as error:
        return tuple(
            (_keys(source.data, item["loc"]), _problem(source, dict(item), known))
            for item in error.errors(include_url=False)
        )
    return ()


def _problem(source: Source, error: dict[str, Any], known: dict[int, tuple[str, ...]]) -> Problem:
    kind, loc, value = error["type"], error["loc"], error["input"]
    context = error.get("ctx") or {}
    keys = _keys(source.data, loc)
    name = f"'{keys[-1]}' " if keys and isinstance(keys[-1], str) else ""
    if kind == "extra_forbidden":
        hint = did_you_mean(str(loc[-1]), known.get(id(_at(source.data, keys[:-1])), ()))
        return source.problem(keys, f"unknown key '{loc[-1]}'", hint, of_key=True)
    if kind == "missing":
        return source.problem(keys, f"{name}needs '{loc[-1]}'", of_key=True)
    if "[key]" in loc:
        message = f"'{value}' cannot be a name here: use small letters, digits and hyphens" + (
            ", as topic.rule-name" if "\\." in str(context.get("pattern", "")) else ""
        )
        return source.problem(keys, message, of_key=True)
    if kind == "literal_error":
        options = str(context.get("expected", "")).replace("'", "")
        hint = did_you_mean(str(value), options.replace(" or ", ", ").split(", "))
        return source.problem(keys, f"{name}must be {options}", hint if hint.startswith("did") else "")
    if kind == "string_type":
        hint = "put it in quotation marks" if isinstance(value, int | float) else ""
        return source.problem(keys, f"{name}must be text", hint)
    if kind == "string_pattern_mismatch":
        return source.problem(keys, f"{name}is not written as it should be", _shape(str(context.get("pattern", ""))))
    if kind in ("string_too_short", "too_short"):
        return source.problem(keys, f"{name}is empty")
    if kind == "too_long":
        return source.problem(keys, f"{name}holds too much: one key here", "each answer is its own list item")
    if kind in ("list_type", "dict_type", "mapping"):
        what = "a list" if kind == "list_type" else "a mapping (key: value)"
        return source.problem(keys, f"{name}must be {what}")
    if kind == "bool_type":
        return source.problem(keys, f"{name}must be yes or no")
    message = str(error["msg"])
    text = name + message if message.startswith(("must", "is ", "needs")) else message
    return source.problem(keys, text, of_key=isinstance(value, dict))


def _shape(pattern: str) -> str:
    if "\\." in pattern:
        return "write topic.rule-name in small letters"
    return "write a code of two letters, such as en or ja" if pattern == LANGUAGE else ""


def _keys(data: Any, loc: tuple[str | int, ...]) -> Keys:
    """The part of an error's location that exists in the data: the rest are names of the schema's own."""
    keys: list[str | int] = []
    for step in loc:
        in_mapping = isinstance(data, dict) and step in data
        if in_mapping or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            keys.append(step)
            data = data[step]
    return tuple(keys)


def _at(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data
