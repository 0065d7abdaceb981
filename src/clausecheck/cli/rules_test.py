"""Prints how the examples of a pack fared, with the words that matched underlined."""

from __future__ import annotations

from clausecheck.model.pack import Pack


def print_failures(pack: Pack, verbose: bool) -> bool:
    """True where an example failed."""
    raise NotImplementedError
