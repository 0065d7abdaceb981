"""The JSON Schemas for editors: fresh, valid, and of the same mind as the loader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clausecheck.packs import builtin_names
from clausecheck.packs.builtin import builtin_folder
from clausecheck.packs.json_schema import json_schema, schema_text
from clausecheck.packs.loader import read_files
from clausecheck.packs.schema import FILES

SCHEMAS = Path(__file__).parents[3] / "schemas"


@pytest.mark.parametrize("kind", FILES)
def test_schema_is_fresh(kind: str) -> None:
    written = (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(kind), "run: python -m clausecheck.packs schema"


@pytest.mark.parametrize("kind", FILES)
def test_schema_is_draft_07(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert "$defs" not in json.dumps(schema)


def _problems(folder: Path) -> list[str]:
    files, _ = read_files(folder)
    validators = {kind: jsonschema.Draft7Validator(json_schema(kind)) for kind in FILES}
    return [
        f"{file.name}: {error.json_path}: {error.message[:200]}"
        for file in files
        for error in validators[file.kind].iter_errors(file.source.data)
    ]


def test_schema_accepts_what_the_loader_accepts(folder: Path) -> None:
    assert _problems(folder) == []


@pytest.mark.parametrize("name", builtin_names())
def test_schema_accepts_the_builtin_packs(name: str) -> None:
    assert _problems(builtin_folder(name)) == []


@pytest.mark.parametrize(
    "change", [{"mesage": "x"}, {"severity": "hihg"}, {"when": {"term": "x", "isnt": 3}}, {"examples": {"flag": []}}]
)
def test_schema_refuses_what_the_loader_refuses(change: dict[str, Any]) -> None:
    rule = {"id": "x.y", "title": "T", "find": "c", "severity": "high", "message": "M."} | change
    assert list(jsonschema.Draft7Validator(json_schema("rule")).iter_errors(rule))
