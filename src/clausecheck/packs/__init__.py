"""Rule packs: what authors may write, checked and loaded. `load` takes a path, `load_builtin` a name, `find` either."""

from __future__ import annotations

from clausecheck.packs.builtin import builtin_names, find_pack, load_builtin
from clausecheck.packs.loader import load_pack, read_pack
from clausecheck.packs.places import Problem

load = load_pack
find = find_pack

__all__ = ["Problem", "builtin_names", "find", "load", "load_builtin", "read_pack"]
