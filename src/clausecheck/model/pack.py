"""A rule pack, loaded: concepts (how lawyers word a thing), questions (the term sheet), rules (what is wrong with
an answer, for one side). The YAML is the source; `packs.load` checks it and builds these."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from clausecheck.model.report import Answer, Severity, Side

Holder = Literal["", "supplier", "distributor", "either"]
Within = Literal["sentence", "clause"]
QuestionKind = Literal["choice", "flag", "duration", "number", "label", "list"]
Operator = Literal[
    "is", "is_not", "any_of", "none_of", "more_than", "at_least", "less_than", "at_most", "includes", "known"
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a pack something was written; line and column count from 1, 0 where unknown."""

    file: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """How lawyers word one thing. `text` are sure phrases, `excepts` drop matches that overlap them, `hints` are
    looser signs that turn "missing" into "cannot tell". `reader` names the clause type that backs it.
    `negated` admits matches that stand under a negation written outside the phrase; `anywhere` admits headings,
    recitals and other text that decides nothing by itself."""

    name: str
    says: str
    within: Within = "sentence"
    text: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    reader: str = ""
    negated: bool = False
    anywhere: bool = False
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Find:
    """True where any of the concepts is found, with `holder` as the one who has the right or the duty. `within`
    narrows the search to the sentence or the clause of the rule's own match (only in `unless`)."""

    concepts: tuple[str, ...]
    holder: Holder = ""
    within: Literal["", "sentence", "clause"] = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """True where none of the concepts is found, unknown where only a hint of one is."""

    concepts: tuple[str, ...]
    holder: Holder = ""


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares the answer to a question (or a fact such as `lock_in_months`, `document.kind`, `jurisdictions`) with
    a value. `value` "<name>" stands for the rule's parameter of that name."""

    term: str
    operator: Operator
    value: Answer


@dataclass(frozen=True, slots=True)
class AllOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition


Condition = Find | Missing | Compare | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Case:
    """One possible answer of a question, and what must hold for it."""

    value: Answer
    when: Condition


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the term sheet. `cases` are tried in order and the first that holds answers it (all that hold,
    for a list). `find` with `unit` reads the value that its phrases capture. `compute` names a mechanism in
    `clausecheck.terms` that works the answer out from the concepts in `inputs` (role → concepts). Passages under a
    heading with one of the words `headings` are tried first."""

    id: str
    ask: str
    kind: QuestionKind
    find: Find | None = None
    unit: Literal["", "months", "days"] = ""
    cases: tuple[Case, ...] = ()
    headings: tuple[str, ...] = ()
    compute: str = ""
    inputs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    otherwise: Answer = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold that users may set (`--set rule.name=value`)."""

    name: str
    default: Answer
    says: str = ""

    @property
    def takes(self) -> str:
        """What kind of value it takes, in words: that of its default."""
        return _kind(self.default)

    def fits(self, value: Answer) -> bool:
        """Whether it can be set to the value."""
        return self.default is None or _kind(value) == self.takes


def _kind(value: Answer) -> str:
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list | tuple) else "a word"


@dataclass(frozen=True, slots=True)
class Texts:
    """Prose for each side; "" where nothing is said to that side."""

    supplier: str = ""
    distributor: str = ""

    def of(self, side: Side) -> str:
        return self.supplier if side == "supplier" else self.distributor


@dataclass(frozen=True, slots=True)
class Escalation:
    """A severity that applies instead of the rule's own when the condition holds."""

    side: Side
    to: Severity
    when: Condition


@dataclass(frozen=True, slots=True)
class Example:
    """A passage and what the rule must say of it. `highlights` must be among the words marked; `parameters` are
    set for this example; `given` are answers taken as read (term → value)."""

    text: str
    because: str = ""
    highlights: str = ""
    parameters: tuple[tuple[str, Answer], ...] = ()
    given: tuple[tuple[str, Answer], ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Examples:
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    cannot_tell: tuple[Example, ...] = ()
    known_gaps: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `verb` says how it was written: find (a passage is bad), missing (a passage is absent), when (answers
    combine badly). `given` must hold for the rule to apply at all. `unless` cancels a finding. `anchor` are concepts
    whose passage a finding of absence points at. `instead_of` are rules that fall silent when this one speaks.
    `objection` is what the other side will say to what a side asks for, and the answer.
    `severity` None for a side means: not reported to it. `measured`, on labelled contracts: flagged rightly, flagged,
    clear rightly, clear; empty where it was not measured."""

    id: str
    title: str
    topic: str
    verb: Literal["find", "missing", "when"]
    condition: Condition
    supplier: Severity | None
    distributor: Severity | None
    message: str
    given: Condition | None = None
    unless: Condition | None = None
    anchor: tuple[str, ...] = ()
    once: bool = False
    escalations: tuple[Escalation, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    why: Texts = Texts()
    position: Texts = Texts()
    fallback: Texts = Texts()
    walk_away: Texts = Texts()
    objection: Texts = Texts()
    wording: Texts = Texts()
    references: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    measured: tuple[int, ...] = ()
    examples: Examples = Examples()
    place: Place = Place()

    def severity(self, side: Side) -> Severity | None:
        return self.supplier if side == "supplier" else self.distributor


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place whose law protects distributors whatever the contract says. `code` as in `clausecheck.terms.places`;
    `effect` completes "in <name>, …"; `severity` is for the supplier; `contract_out` says whether a clause or another
    law can avoid it; `verified` is False for what no source was read for; `as_of` is the month it was written."""

    code: str
    name: str
    law: str
    effect: str
    severity: Severity
    contract_out: str = ""
    verified: bool = False
    as_of: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Confidence:
    """The share (0 to 1) of answers to one question that were right on labelled contracts, by the answer's status."""

    found: float
    not_found: float
    unknown: float


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as loaded, in file order. `objections` are by topic, for rules that have none of their own."""

    name: str
    version: str
    title: str
    summary: str
    language: str
    concepts: dict[str, Concept]
    questions: dict[str, Question]
    rules: dict[str, Rule]
    jurisdictions: dict[str, Jurisdiction] = field(default_factory=dict)
    confidence: dict[str, Confidence] = field(default_factory=dict)
    objections: dict[str, Texts] = field(default_factory=dict)
