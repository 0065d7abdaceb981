"""Small contracts and packs, written as text, for the tests of the engine."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from clausecheck.engine import judge
from clausecheck.model.document import Clause, Document, Exhibit, Page, Party, Roles, Sentence
from clausecheck.model.location import Span
from clausecheck.model.pack import Pack
from clausecheck.model.report import Result, Side
from clausecheck.packs import load
from clausecheck.terms import Reading, Sheet
from clausecheck.terms.answer import ask

ROLES = Roles(Party("Supplier", ("Supplier",)), Party("Distributor", ("Distributor",)), confidence=0.9)
VOCABULARY = """
concepts:
  exclusive-grant:
    says: Only this distributor may sell.
    text: exclusive distributor
    except: not an exclusive distributor
  minimum:
    says: A minimum per year.
    text: minimum annual purchase
    hints: minimum~
  audit-right:
    says: The supplier may check the books.
    text: <supplier> (may|representatives may) ... audit
    hints: (audit~|inspection~)
  renewal:
    says: The contract renews itself.
    text: automatically renew~
  opt-out:
    says: A party can stop the renewal.
    text: elect not to renew
  term-length:
    says: How long it runs.
    text: term of <duration>
"""
TERMS = """
terms:
  document_kind:
    ask: What kind of paper is it?
    kind: choice
    answers: [{amendment: {find: opt-out, for: distributor}}]
    otherwise: agreement
  exclusivity:
    ask: Is it exclusive?
    kind: choice
    answers: [{exclusive: exclusive-grant}]
    otherwise: silent
  minimum_commitment:
    ask: Is there a minimum?
    kind: flag
    find: minimum
    otherwise: no
  initial_term_months:
    ask: How long?
    kind: duration
    unit: months
    find: term-length
    otherwise: null
"""


def read_contract(
    text: str, *, roles: Roles = ROLES, pages: tuple[Page, ...] = (), exhibits: tuple[Exhibit, ...] = ()
) -> Document:
    """A contract of one sentence a line; a line that begins with "2." or "2.1" opens a clause of that number."""
    text = textwrap.dedent(text).strip() + "\n"
    sentences: list[Sentence] = []
    opened: list[tuple[str, str, int, int, int]] = []
    at = 0
    for line in text.splitlines():
        number = line.split()[0].rstrip(".") if line[:1].isdigit() else ""
        if number:
            parent = max(
                (i for i, o in enumerate(opened) if "." in number and o[0] == number.split(".")[0]), default=-1
            )
            heading = line.split(maxsplit=1)[1] if "." not in number and not line.endswith(".") else ""
            opened.append((number, heading, at, parent, len(sentences)))
        operative = not (number and opened[-1][1])
        sentences.append(Sentence(Span(at, at + len(line)), len(opened) - 1, operative=operative))
        at += len(line) + 1
    clauses = []
    for i, (number, heading, start, parent, _) in enumerate(opened):
        level = 0 if parent < 0 else 1
        later = [o[2] for o in opened[i + 1 :] if (o[3] < 0 if level == 0 else True)]
        span = Span(start, later[0] if later else len(text))
        own = Span(start, opened[i + 1][2] if i + 1 < len(opened) else len(text))
        clauses.append(Clause(number, number, heading, span, own, level, parent))
    return Document(
        "contract.txt", "", "text", text,
        clauses=tuple(clauses), sentences=tuple(sentences), roles=roles, pages=pages, exhibits=exhibits,
    )  # fmt: skip


Judge = Callable[..., tuple[Result, ...]]


@pytest.fixture
def contract() -> Callable[..., Document]:
    """`contract(text, roles=…, pages=…, exhibits=…)`: see `read_contract`."""
    return read_contract


@pytest.fixture
def pack_of(tmp_path: Path) -> Callable[..., Pack]:
    """Loads a pack made of the vocabulary and terms above and the rules given as YAML."""

    def load_rules(*rules: str) -> Pack:
        (tmp_path / "pack.yaml").write_text('name: test\nversion: "1"\ntitle: Test\n')
        (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
        (tmp_path / "terms.yaml").write_text(TERMS)
        for n, rule in enumerate(rules):
            body = textwrap.dedent(rule)
            for key, default in (("title", "A rule"), ("severity", "high"), ("message", "Message.")):
                body += "" if f"\n{key}:" in body else f"{key}: {default}\n"
            (tmp_path / f"rule{n}.yaml").write_text(body)
        return load(tmp_path)

    return load_rules


@pytest.fixture
def judged(pack_of: Callable[..., Pack]) -> Judge:
    """Judges a contract by rules: `judged(text or document, rule, …, side=…)`."""

    def run(document: Document | str, *rules: str, side: Side = "supplier") -> tuple[Result, ...]:
        pack = pack_of(*rules)
        read = read_contract(document) if isinstance(document, str) else document
        reading = Reading(read, pack.concepts)
        sheet = Sheet()
        for question in pack.questions.values():
            sheet = sheet.with_term(ask(question, reading, sheet))
        return judge(reading, sheet, pack, side)

    return run
