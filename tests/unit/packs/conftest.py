"""A small sound pack on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = {
    "pack.yaml": """name: house
version: "2"
title: House
summary: Ours.
objections:
  gov: |
    “Trust us.” Answer: in writing.
""",
    "vocabulary/audit.yaml": """concepts:
  audit-right:
    says: The supplier may check the books.
    text:
      - (audit|inspect) ... book~
    except: annual audit
    hints: [audit~]
    reader: audit_rights
    negated: allowed
""",
    "vocabulary/grant.yaml": """concepts:
  exclusive-grant:
    says: Only one may sell.
    within: clause
    text: exclusive distributor
    anywhere: yes
""",
    "terms.yaml": """terms:
  audit_rights:
    ask: May the supplier audit?
    kind: flag
    find: audit-right
    for: supplier
    otherwise: no
  exclusivity:
    ask: Is it exclusive?
    kind: choice
    answers:
      - exclusive: exclusive-grant
      - no: {not: exclusive-grant}
    otherwise: silent
  initial_term_months:
    ask: How long?
    kind: duration
    unit: months
    compute: initial-term
    inputs: {length: [exclusive-grant], end: audit-right}
    otherwise: null
""",
    "gov/no-audit.yaml": """id: gov.no-audit
title: Nobody may look into the books
missing: audit-right
anchor: [exclusive-grant]
severity: {supplier: medium, distributor: none}
message: Nothing lets the supplier check; the limit is <longest>.
parameters: {longest: {default: 36, says: The longest first term.}}
unless: {term: initial_term_months, less_than: <longest>}
raise:
  - {side: supplier, to: high, when: {term: audit_rights, is: no}}
why:
  supplier: |
    A long sentence that
    runs over two lines.

    - first
    - second
position: Ask for it.
objection:
  supplier: |
    “Books are private.” Answer: under secrecy.
references: House rules
examples:
  flags:
    - The Supplier sells.
    - {text: The Distributor sells., because: nothing said, with: {longest: 12}, given: {audit_rights: no}}
  passes:
    - The Supplier may inspect the books.
    - The Supplier may audit all books.
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pack, to be spoilt by the test."""
    root = tmp_path / "house"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
