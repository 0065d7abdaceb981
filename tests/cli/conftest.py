"""A house pack of two rules and contracts written for these tests, and a way to run the program as users do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from clausecheck.cli.app import app

ROOT = Path(__file__).parents[2]
Result = Any
Run = Callable[..., Result]

PACK = """\
name: house
version: "1.0"
title: House rules
summary: Two rules for the tests of the command line.
language: en
sides: [supplier, distributor]
"""
VOCABULARY = """\
concepts:
  exclusive-grant:
    says: Only this distributor may sell.
    text: exclusive distributor
  audit-right:
    says: The supplier may look into the books.
    text: may (audit|inspect) the books
"""

# The idle lock-in looks these up in every pack.
VOCABULARY += "".join(
    f"  {name}:\n    says: Not in these contracts.\n    text: words of no contract here\n"
    for name in (
        "initial-term-length",
        "launch-by",
        "launch-missed-exit",
        "no-orders-exit",
        "start-hangs-on-event",
        "renewal-only-distributor-stops",
        "renewal-without-end",
        "exit-locked-at-first",
        "appointment-made-non-exclusive",
    )
)
TERMS = """\
terms:
  exclusivity:
    ask: Is the grant exclusive?
    kind: choice
    answers:
      - exclusive: exclusive-grant
    otherwise: silent
"""
EXCLUSIVE = """\
id: excl.exclusive-grant
title: The grant is exclusive
find: exclusive-grant
severity:
  supplier: high
  distributor: info
message: Nobody else may sell in the territory.
why:
  supplier: You cannot turn to anybody else.
position:
  supplier: A non-exclusive grant.
fallback:
  supplier: Exclusivity that ends with a missed minimum.
walk_away:
  supplier: They want it without a minimum.
objection:
  supplier: |
    “We must earn back what we invest.” Answer: with sales.
examples:
  flags:
    - Supplier appoints Distributor as its exclusive distributor of the Products.
    - Distributor shall be the exclusive distributor in Japan.
  passes:
    - Supplier appoints Distributor as a distributor of the Products.
    - Distributor shall be one of several distributors in Japan.
"""
AUDIT = """\
id: gov.no-audit-right
title: No right to audit
missing: audit-right
severity:
  supplier: low
  distributor: info
message: Nobody may look into the distributor's books.
why:
  supplier: You have to believe what you are told.
position:
  supplier: A yearly audit.
examples:
  flags:
    - Distributor shall pay all invoices within thirty days.
    - The Products are sold as they are.
  passes:
    - Supplier may audit the books of Distributor.
    - Supplier may inspect the books of Distributor once a year.
"""
CONTRACT = """\
DISTRIBUTION AGREEMENT

This Distribution Agreement is made between Northwind Optics, Inc. ("Supplier") and Kansai Trading K.K.
("Distributor").

1. Appointment

1.1 Supplier hereby appoints Distributor as its exclusive distributor of the Products [red]in Japan[/red].

2. Term

2.1 This Agreement shall continue for a term of five (5) years from the Effective Date.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with the house pack, a contract with a grave finding, one without, and a broken file."""
    house = tmp_path / "house"
    (house / "rules").mkdir(parents=True)
    for name, text in (
        ("pack.yaml", PACK),
        ("vocabulary.yaml", VOCABULARY),
        ("terms.yaml", TERMS),
        ("rules/exclusive-grant.yaml", EXCLUSIVE),
        ("rules/no-audit-right.yaml", AUDIT),
    ):
        (house / name).write_text(text, encoding="utf-8")
    contracts = tmp_path / "contracts"
    contracts.mkdir()
    (contracts / "grave.txt").write_text(CONTRACT, encoding="utf-8")
    (contracts / "mild.txt").write_text(CONTRACT.replace("its exclusive", "a"), encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of use")
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `clausecheck …` in the working folder, with what it is given as environment and standard input."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("COLUMNS", raising=False)
    # Worker processes are new, and find the package where this one did.
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    for name in [name for name in os.environ if name.startswith("CLAUSECHECK_")]:
        monkeypatch.delenv(name)

    def clausecheck(*arguments: str, input: str = "", **variables: str) -> Result:
        return CliRunner().invoke(app, arguments, input=input, env=variables, prog_name="clausecheck")

    return clausecheck
