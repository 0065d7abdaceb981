"""The packs that come with clausecheck."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from clausecheck.errors import PackError
from clausecheck.model.pack import Pack
from clausecheck.packs.loader import load_pack
from clausecheck.packs.places import did_you_mean

_PACKAGE = Path(__file__).resolve().parent.parent
DEFAULT = "distribution"


def folder() -> Path:
    """Where the built-in packs lie: in the installed package, or in the `rules` folder of a checkout."""
    installed = _PACKAGE / "_packs"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "rules"


def builtin_names() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder().glob("*/pack.yaml")))


def builtin_folder(name: str) -> Path:
    return folder() / name


@cache
def load_builtin(name: str = DEFAULT) -> Pack:
    """A built-in pack. Raises `PackError` where there is none of that name."""
    if name not in builtin_names():
        raise PackError(f"no built-in pack '{name}'\n        {did_you_mean(name, builtin_names())}")
    return _with_figures(load_pack(builtin_folder(name)), builtin_folder(name) / "precision.json")


def _with_figures(pack: Pack, path: Path) -> Pack:
    """The pack with what benchmarks/precision.py measured of its rules."""
    if not path.is_file():
        return pack
    figures = json.loads(path.read_text(encoding="utf-8"))
    rules = {id: replace(rule, measured=tuple(figures.get(id, ()))) for id, rule in pack.rules.items()}
    return replace(pack, rules=rules)


def find_pack(name: str) -> Pack:
    """A built-in pack by name, or a house pack by path."""
    if name in builtin_names():
        return load_builtin(name)
    return _with_figures(load_pack(Path(name)), Path(name) / "precision.json")
