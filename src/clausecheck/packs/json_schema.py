"""The JSON Schemas (draft-07) that editors use: `python -m clausecheck.packs schema [FOLDER]` writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clausecheck.packs.schema import FILES, STRING, STRINGS


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft-07) of one kind of file, a key of `FILES`."""
    schema = FILES[kind].model_json_schema()
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/").replace('"$defs":', '"definitions":')
    widened = _widen(json.loads(text))
    return {"$schema": "http://json-schema.org/draft-07/schema#", **widened}


SHORTHANDS: dict[str, Any] = {
    "ConceptAndHolder": [STRING, STRINGS],
    "ExampleEntry": [STRING],
    "SideTexts": [STRING],
    "SideSeverities": [{"enum": ["high", "medium", "low", "info", "none"]}],
}


def _widen(node: Any) -> Any:
    """Allows the shorthands that validators accept, which pydantic cannot see."""
    if isinstance(node, list):
        return [_widen(item) for item in node]
    if not isinstance(node, dict):
        return node
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name in SHORTHANDS:
        rest = {key: value for key, value in node.items() if key != "$ref"}
        return {**rest, "anyOf": [*SHORTHANDS[name], {"$ref": node["$ref"]}]}
    return {key: _widen(value) for key, value in node.items()}


def schema_text(kind: str) -> str:
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write(folder: Path) -> tuple[Path, ...]:
    """Writes one schema a kind of file; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind in FILES:
        path = folder / f"{kind}.schema.json"
        path.write_text(schema_text(kind), encoding="utf-8")
        paths.append(path)
    return tuple(paths)
