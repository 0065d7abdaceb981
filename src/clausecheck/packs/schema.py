"""What authors may write, as pydantic models: they check a file and give the JSON Schemas that editors use
(`packs.json_schema`). The models only check; `packs.build` makes the data classes of `clausecheck.model.pack` out of
the same plain data.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

VERBS = ("find", "missing", "when")
CONDITION_KEYS = ("find", "missing", "term", "all", "any", "not")
OPERATORS = ("is", "is_not", "any_of", "none_of", "more_than", "at_least", "less_than", "at_most", "includes", "known")
LANGUAGE = r"^[a-z]{2}$"
SCALAR = {"type": ["string", "number", "boolean", "null"]}


def _words(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _flag(value: Any) -> Any:
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


def _answer(value: Any) -> Any:
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list) for item in items):
        raise PydanticCustomError("answer", "must be a word, a number, yes, no, null or a list of these")
    return value


def _finder(value: Any) -> Any:
    return {"concept": value} if isinstance(value, str | list) else value


def _texts(value: Any) -> Any:
    return {"supplier": value, "distributor": value} if isinstance(value, str) else value


def _severities(value: Any) -> Any:
    return {"supplier": value, "distributor": value} if isinstance(value, str) else value


def _example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _either(*schemas: Any) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": list(schemas)})


STRING: dict[str, Any] = {"type": "string"}
STRINGS: dict[str, Any] = {"type": "array", "items": STRING}
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_.][a-z0-9]+)*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*$")]
Prose = Annotated[str, StringConstraints(min_length=1)]
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}$")]
Words = Annotated[list[str], Field(min_length=1), BeforeValidator(_words), _either(STRING, STRINGS)]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Answer = Annotated[Any, BeforeValidator(_answer), _either(SCALAR, {"type": "array", "items": SCALAR})]
Party = Literal["supplier", "distributor"]
Holder = Literal["supplier", "distributor", "either"]
Within = Literal["sentence", "clause"]
Severity = Literal["high", "medium", "low", "info"]
SeverityOrNone = Literal["high", "medium", "low", "info", "none"]


class Entry(BaseModel):
    """A mapping that knows its keys. Notes them for the error message in the validation context."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def note_keys(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict):
            raise PydanticCustomError("mapping", "must be a mapping (key: value)")
        if isinstance(info.context, dict):
            info.context[id(data)] = tuple(field.alias or name for name, field in cls.model_fields.items())
        return data


class ConceptEntry(Entry):
    """How lawyers word one thing."""

    says: Prose = Field(description="What the wording means, in one sentence.")
    within: Within = Field("sentence", description="How far a phrase may reach.")
    text: Words = Field(default_factory=list, description="Sure phrases.")
    except_: Words = Field(default_factory=list, alias="except", description="Phrases that drop matches they overlap.")
    hints: Words = Field(default_factory=list, description="Looser signs: they turn 'missing' into 'cannot tell'.")
    reader: str = Field("", description="The clause type of the learned reader that backs this concept.")
    negated: Literal["allowed"] | None = Field(None, description="Matches under an outside negation count too.")
    anywhere: Flag = Field(False, description="Headings, recitals and the like count too.")


class VocabularyFile(Entry):
    """Concepts, by name."""

    concepts: dict[Name, ConceptEntry]


class ConceptAndHolder(Entry):
    concept: Words
    for_: Holder | None = Field(None, alias="for", description="Who has the right or the duty.")


Finder = Annotated[ConceptAndHolder, BeforeValidator(_finder)]


class FindCondition(Entry):
    """True where the concept is found."""

    find: Words
    for_: Holder | None = Field(None, alias="for", description="Who has the right or the duty.")
    within: Within | None = Field(None, description="Only in the sentence or clause of the rule's match (in unless).")


class MissingCondition(Entry):
    """True where the concept is not found, nor a hint of it."""

    missing: Words
    for_: Holder | None = Field(None, alias="for")


class TermCondition(Entry):
    """Compares the answer to a question. <name> as value stands for the parameter of that name."""

    term: str
    is_: Answer = Field(None, alias="is")
    is_not: Answer = None
    any_of: Answer = None
    none_of: Answer = None
    more_than: Answer = None
    at_least: Answer = None
    less_than: Answer = None
    at_most: Answer = None
    includes: Answer = None
    known: Flag | None = None

    @model_validator(mode="after")
    def one_comparison(self) -> TermCondition:
        if len(self.model_fields_set - {"term"}) != 1:
            raise PydanticCustomError("one_of", "needs exactly one comparison: " + ", ".join(OPERATORS))
        return self


class AllCondition(Entry):
    all: list[Condition] = Field(min_length=1)


class AnyCondition(Entry):
    any: list[Condition] = Field(min_length=1)


class NotCondition(Entry):
    not_: Condition = Field(alias="not")


def _condition_tag(value: Any) -> str | None:
    """Which kind of condition it is. In brackets, so that the place of an error never takes it for a key."""
    if isinstance(value, str):
        return "<concept>"
    return next((f"<{key}>" for key in CONDITION_KEYS if isinstance(value, dict) and key in value), None)


Condition = Annotated[
    Annotated[str, Tag("<concept>")]
    | Annotated[FindCondition, Tag("<find>")]
    | Annotated[MissingCondition, Tag("<missing>")]
    | Annotated[TermCondition, Tag("<term>")]
    | Annotated[AllCondition, Tag("<all>")]
    | Annotated[AnyCondition, Tag("<any>")]
    | Annotated[NotCondition, Tag("<not>")],
    Discriminator(
        _condition_tag,
        custom_error_type="condition",
        custom_error_message="is no condition: write a concept, or one of find, missing, term, all, any, not",
    ),
]


class QuestionEntry(Entry):
    """One question of the term sheet."""

    ask: Prose
    kind: Literal["choice", "flag", "duration", "number", "label", "list"]
    unit: Literal["months", "days"] | None = None
    find: Finder | None = Field(None, description="The concept (or concepts) that answers it.")
    for_: Holder | None = Field(None, alias="for", description="Whose right or duty it is.")
    answers: list[Annotated[dict[str, Condition], Field(min_length=1, max_length=1)]] = Field(
        default_factory=list, description="Tried in order: '- answer: condition'."
    )
    headings: Words = Field(default_factory=list, description="Words of headings under which it is looked for first.")
    compute: str = Field("", description="A mechanism that works the answer out.")
    inputs: dict[str, Words] = Field(default_factory=dict, description="What the mechanism reads: role: concepts.")
    otherwise: Answer = Field(None, description="The answer where nothing is found.")

    @model_validator(mode="after")
    def has_a_source(self) -> QuestionEntry:
        if not (self.find or self.answers or self.compute):
            raise PydanticCustomError("one_of", "needs find, answers or compute")
        if self.kind == "duration" and self.unit is None:
            raise PydanticCustomError("one_of", "a duration needs unit: months or days")
        if self.for_ and not (self.find or self.compute):
            raise PydanticCustomError("one_of", "for belongs to find; in answers write {find: concept, for: …}")
        return self


class TermsFile(Entry):
    """Questions, by the id of their answer in the term sheet."""

    terms: dict[Name, QuestionEntry]


class JurisdictionEntry(Entry):
    """A place whose law protects distributors whatever the contract says."""

    name: Prose = Field(description="The place as it is shown.")
    law: Prose = Field(description="The statute or doctrine.")
    effect: Prose = Field(description="What it does to the end of the contract: completes 'In <name>, …'.")
    severity: Severity = Field(description="How grave it is for the supplier; info is not reported.")
    contract_out: Prose | None = Field(None, description="Whether a clause or another law can avoid it.")
    verified: Flag = Field(False, description="Whether a source was read for it.")
    as_of: Month = Field(description="Year and month in which the entry was written.")


class JurisdictionsFile(Entry):
    """Places whose law protects distributors, by code (be, us-wi)."""

    jurisdictions: dict[Name, JurisdictionEntry]


Share = Annotated[float, Field(ge=0, le=1)]


class ConfidenceEntry(Entry):
    """The share of answers to a question that were right, by status."""

    found: Share
    not_found: Share
    unknown: Share


class ConfidenceFile(Entry):
    """How sure answers may be called, by question. Generated by `benchmarks/accuracy.py --calibrate`."""

    confidence: dict[Name, ConfidenceEntry]


class SideTexts(Entry):
    supplier: Prose | None = None
    distributor: Prose | None = None


Texts = Annotated[SideTexts, BeforeValidator(_texts)]


class SideSeverities(Entry):
    supplier: SeverityOrNone
    distributor: SeverityOrNone


class ParameterEntry(Entry):
    default: Answer
    says: Prose


class EscalationEntry(Entry):
    side: Party | None = Field(None, description="Both sides where absent.")
    to: Severity
    when: Condition


class ExampleEntry(Entry):
    text: Prose
    because: Prose | None = None
    highlights: Prose | None = Field(None, description="Words that must be among those marked.")
    with_: dict[str, Answer] = Field(default_factory=dict, alias="with", description="Parameters for this example.")
    given: dict[str, Answer] = Field(default_factory=dict, description="Answers taken as read.")


Example = Annotated[ExampleEntry, BeforeValidator(_example)]


class ExampleLists(Entry):
    flags: list[Example] = Field(default_factory=list)
    passes: list[Example] = Field(default_factory=list)
    cannot_tell: list[Example] = Field(default_factory=list)
    known_gaps: list[Example] = Field(default_factory=list)


class RuleFile(Entry):
    """A rule: what is wrong, for whom, why, and what to ask for instead."""

    id: RuleId
    title: Prose
    find: Finder | None = Field(None, description="A passage that is bad.")
    missing: Finder | None = Field(None, description="A passage that should be there.")
    when: Condition | None = Field(None, description="Answers that combine badly.")
    given: Condition | None = Field(None, description="What must hold for the rule to apply at all.")
    unless: Condition | None = Field(None, description="What cancels a finding.")
    anchor: Words = Field(default_factory=list, description="Concepts whose passage a finding of absence points at.")
    report: Literal["once"] | None = Field(None, description="once: one finding for the whole contract.")
    parameters: dict[Name, ParameterEntry] = Field(default_factory=dict)
    severity: Annotated[SideSeverities, BeforeValidator(_severities)]
    raise_: list[EscalationEntry] = Field(default_factory=list, alias="raise")
    jurisdiction: Words = Field(default_factory=list)
    message: Prose
    why: Texts | None = None
    position: Texts | None = Field(None, description="What to ask for.")
    fallback: Texts | None = Field(None, description="What to settle for.")
    walk_away: Texts | None = Field(None, description="When to leave.")
    objection: Texts | None = Field(None, description="What the other side will say to the ask, and what to answer.")
    wording: Texts | None = Field(None, description="Clause wording to propose.")
    references: Words = Field(default_factory=list)
    instead_of: Words = Field(default_factory=list, description="Rules that fall silent when this one speaks.")
    examples: ExampleLists = Field(default_factory=ExampleLists)

    @model_validator(mode="after")
    def one_verb(self) -> RuleFile:
        used = [verb for verb in VERBS if getattr(self, verb) is not None]
        if len(used) != 1:
            says = f", and this one has {' and '.join(used)}" if used else ", and this one has none"
            raise PydanticCustomError("one_of", f"a rule has exactly one of find, missing, when{says}")
        return self


def _override(value: Any) -> Any:
    if value != "off" and not isinstance(value, dict):
        raise PydanticCustomError("override", "must be off, or {severity: …, parameter: …}")
    return value


Override = Annotated[Any, BeforeValidator(_override), _either({"const": "off"}, {"type": "object"})]


class PackFile(Entry):
    """The head of a pack. A house pack may hold everything in this one file."""

    name: Name
    version: Prose
    title: Prose
    summary: Prose | None = None
    language: Annotated[str, StringConstraints(pattern=LANGUAGE)] = "en"
    sides: list[Party] = Field(default_factory=list)
    extends: str = Field("", description="The pack this one builds on: a name, or a path from this file.")
    overrides: dict[RuleId, Override] = Field(default_factory=dict, description="rule: off, or {severity: …, …}.")
    objections: dict[Name, Texts] = Field(
        default_factory=dict, description="What is said to an ask where its rule has no objection, by topic."
    )
    concepts: dict[Name, ConceptEntry] = Field(default_factory=dict)
    terms: dict[Name, QuestionEntry] = Field(default_factory=dict)
    rules: list[RuleFile] = Field(default_factory=list)


FILES: dict[str, type[Entry]] = {
    "pack": PackFile,
    "vocabulary": VocabularyFile,
    "terms": TermsFile,
    "jurisdictions": JurisdictionsFile,
    "confidence": ConfidenceFile,
    "rule": RuleFile,
}
