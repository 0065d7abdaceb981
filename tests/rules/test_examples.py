"""Every example of every built-in pack gets the verdict under which it stands: one test each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clausecheck.engine.examples import KINDS, Kind, run_one
from clausecheck.model.pack import Example, Pack, Rule
from clausecheck.packs import builtin_names, load_builtin

PROVED = tuple(kind for kind in KINDS if kind != "known_gaps")


def _cases() -> Iterator[object]:
    for name in builtin_names():
        pack = load_builtin(name)
        for rule in pack.rules.values():
            for kind in PROVED:
                for number, example in enumerate(getattr(rule.examples, kind), start=1):
                    yield pytest.param(pack, rule, kind, number, example, id=f"{rule.id}-{kind}-{number}")


@pytest.mark.parametrize(("pack", "rule", "kind", "number", "example"), list(_cases()))
def test_example(pack: Pack, rule: Rule, kind: Kind, number: int, example: Example) -> None:
    outcome = run_one(pack, rule, kind, number, example)
    assert not outcome.problem, f"{outcome.problem}\n\n{example.text}\n\n{example.because}"


@pytest.mark.parametrize("name", builtin_names())
def test_every_rule_has_two_examples_that_flag_and_two_that_pass(name: str) -> None:
    thin = [
        rule.id
        for rule in load_builtin(name).rules.values()
        if len(rule.examples.flags) < 2 or len(rule.examples.passes) < 2
    ]
    assert thin == []


@pytest.mark.parametrize("name", builtin_names())
def test_known_gaps_are_few(name: str) -> None:
    rules = load_builtin(name).rules.values()
    gaps = sum(len(rule.examples.known_gaps) for rule in rules)
    proved = sum(len(getattr(rule.examples, kind)) for rule in rules for kind in PROVED)
    assert gaps <= max(1, proved // 10)
