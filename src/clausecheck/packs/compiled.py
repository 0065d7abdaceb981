"""The parsed files of a pack in one JSON file, so that a review need not parse YAML.

`python -m clausecheck.packs compile` writes it for every built-in pack; a test checks that it is fresh. A file whose
hash it does not know is parsed from YAML, so a stale compiled pack costs time and never gives a wrong answer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clausecheck.packs.places import Keys, Mark, Source

NAME = "compiled.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Known:
    """One file as it was when the pack was compiled. `places` are (line, column) of the parts that have a place."""

    sha256: str
    data: Any
    places: dict[str, list[int]]

    def source(self, file: str) -> Source:
        marks = {_keys(path): Mark(line, column, line, column) for path, (line, column) in self.places.items()}
        return Source(file, self.data, (), marks)


def known_files(path: Path) -> dict[str, Known]:
    """The files that a compiled pack holds, by name; none where it is absent, damaged or of another format."""
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT:
            return {}
        return {name: Known(**entry) for name, entry in content["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def compiled_text(folder: Path) -> str:
    """The compiled form of a pack: one line a file, so that version control shows what changed."""
    from clausecheck.packs.loader import load_pack, read_files

    load_pack(folder)
    files, _ = read_files(folder, use_compiled=False)
    rows = [
        f"{json.dumps(file.name)}: "
        + json.dumps(
            {"sha256": file.sha256, "data": file.source.data, "places": _places(file.source)}, ensure_ascii=False
        )
        for file in files
    ]
    return f'{{"format": {FORMAT}, "files": {{\n' + ",\n".join(rows) + "\n}}\n"


def _places(source: Source) -> dict[str, list[int]]:
    places = {}
    for keys in source.marks:
        entry = len(keys) == 2 and keys[0] in ("concepts", "terms", "rules")
        example = len(keys) >= 3 and keys[-3] == "examples"
        if not keys or entry or example:
            place = source.place(keys)
            places["\t".join(map(str, keys))] = [place.line, place.column]
    return places


def _keys(path: str) -> Keys:
    return tuple(int(part) if part.isdigit() else part for part in path.split("\t")) if path else ()


def write(folder: Path) -> Path:
    """Compiles a pack into its folder. Raises `PackError` where the pack is wrong."""
    path = folder / NAME
    path.write_text(compiled_text(folder), encoding="utf-8")
    return path
