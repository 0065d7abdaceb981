"""The concepts that the mechanisms themselves look up, so that `rules lint` does not call them unused."""

from __future__ import annotations

import ast
from collections.abc import Collection
from pathlib import Path


def concepts_of_code(names: Collection[str]) -> frozenset[str]:
    """Those of the concept names that stand as a string in the code of this package."""
    constants: set[str] = set()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants |= {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    return frozenset(constants & set(names))
