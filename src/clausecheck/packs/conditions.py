"""Walks through conditions."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model.pack import AllOf, AnyOf, Condition, Not


def leaves(condition: Condition | None) -> Iterator[Condition]:
    """The conditions that a condition is made of, without `all`, `any` and `not`."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.conditions:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.condition)
    elif condition is not None:
        yield condition
