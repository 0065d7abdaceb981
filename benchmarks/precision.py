"""How often each rule is right on labelled contracts: flagged where it should, clear where it should.

    python benchmarks/precision.py ../shared/corpus [--write]

A rule has a counterpart where its condition compares answers of the term sheet, or asks for a concept that answers a
yes-or-no question. The same rule is judged once on the labelled answers (what they do not cover stays as read) and
once on the contract itself, and the verdicts are compared. Answers of low confidence count as unknown. `--write` puts
the figures into the pack, where `clausecheck rules explain` and the rule pages show them.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clausecheck.engine import judge
from clausecheck.engine.absence import rests_on_absence
from clausecheck.ingest import read
from clausecheck.model.document import Document
from clausecheck.model.pack import AllOf, AnyOf, Compare, Condition, Find, Missing, Not, Pack, Rule
from clausecheck.model.report import FoundClause, Term
from clausecheck.packs import load_builtin
from clausecheck.reader.types import CUAD
from clausecheck.terms import Sheet, answer, evaluate

_COUNTED = ("flagged_right", "flagged", "clear_right", "clear")
ClausesOf = Callable[[Document], Iterable[FoundClause]]


def flag_questions(pack: Pack) -> dict[str, str]:
    """Concept → the yes-or-no question that it alone answers."""
    return {
        question.find.concepts[0]: question.id
        for question in pack.questions.values()
        if question.kind == "flag" and question.find and len(question.find.concepts) == 1 and not question.cases
    }


def of_answers(condition: Condition, pack: Pack, flags: dict[str, str]) -> tuple[Condition, int]:
    """The condition with concepts turned into answers where they can be, and how many answers it then asks for."""
    if isinstance(condition, Compare):
        return condition, int(condition.term in pack.questions)
    if isinstance(condition, Find | Missing):
        if not all(name in flags for name in condition.concepts):
            return condition, 0
        options = AnyOf(tuple(Compare(flags[name], "is", True) for name in condition.concepts))
        return (options if isinstance(condition, Find) else Not(options)), len(condition.concepts)
    if isinstance(condition, Not):
        inner, asked = of_answers(condition.condition, pack, flags)
        return Not(inner), asked
    parts = [of_answers(part, pack, flags) for part in condition.conditions]
    joined = tuple(part for part, _ in parts)
    return (AllOf(joined) if isinstance(condition, AllOf) else AnyOf(joined)), sum(asked for _, asked in parts)


def condition_of(rule: Rule, pack: Pack, flags: dict[str, str]) -> Condition | None:
    """What must hold for the rule to flag, None where no labelled answer decides any of it."""
    parts = [rule.condition, *([rule.given] if rule.given else []), *([Not(rule.unless)] if rule.unless else [])]
    told = [of_answers(part, pack, flags) for part in parts]
    return AllOf(tuple(part for part, _ in told)) if told[0][1] else None


def gold_sheet(answers: dict[str, Any], sheet: Sheet) -> Sheet:
    """The labelled answers in place of ours; facts beside the term sheet stay ours."""
    terms = []
    for id, row in answers.items():
        value = tuple(row["answer"]) if isinstance(row["answer"], list) else row["answer"]
        terms.append(Term(id, value, "unknown" if row["confidence"] == "low" else "found", 1.0))
    return Sheet(tuple(terms), sheet.facts, sheet.lock_in)


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule on one labelled contract: what it says (flagged before cannot-tell before clear), whether the labelled
    answers call for a finding, and whether it speaks because something was not found."""

    rule: str
    verdict: str
    wanted: bool
    of_absence: bool


def judged(corpus: pathlib.Path, clauses_of: ClausesOf = lambda document: ()) -> Iterator[Judged]:
    """Every rule that labelled answers decide, on every contract with a term sheet, for the supplier. `clauses_of` is
    the learned reader to take part; none does unless told."""
    pack = load_builtin("distribution")
    flags = flag_questions(pack)
    for path in sorted((corpus / "termsheets").glob("*.json")):
        answers = json.loads(path.read_text(encoding="utf-8"))["answers"]
        document = read(corpus / "pdf" / f"{path.stem}.pdf")
        reading, sheet = answer(document, pack, clauses_of(document))
        gold = gold_sheet(answers, sheet)
        verdicts = collections.defaultdict(set)
        for result in judge(reading, sheet, pack, "supplier"):
            verdicts[result.rule].add(result.verdict)
        for id, rule in pack.rules.items():
            condition = condition_of(rule, pack, flags)
            if condition is None:
                continue
            want = evaluate(condition, reading, gold, {p.name: p.default for p in rule.parameters}).state
            told = next((v for v in ("flagged", "cannot-tell", "clear") if v in verdicts[id]), "")
            if want != "unknown" and told:
                yield Judged(id, told, want == "yes", rests_on_absence(rule, sheet))


def measure(corpus: pathlib.Path) -> dict[str, list[int]]:
    """Rule → [flagged rightly, flagged, clear rightly, clear]."""
    found: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for one in judged(corpus):
        if one.verdict == "flagged":
            found[one.rule].update(flagged=1, flagged_right=one.wanted)
        elif one.verdict == "clear":
            found[one.rule].update(clear=1, clear_right=not one.wanted)
    return {id: [counts[key] for key in _COUNTED] for id, counts in sorted(found.items())}


def by_labels(corpus: pathlib.Path) -> dict[str, list[int]]:
    """The same figures for rules that miss one concept which a clause type of CUAD backs, on all labelled contracts of
    whatever kind: a finding is right where lawyers marked no such clause. Nobody tuned the rules on most of these."""
    pack = load_builtin("distribution")
    types = {
        id: CUAD[pack.concepts[rule.condition.concepts[0]].reader]
        for id, rule in pack.rules.items()
        if isinstance(rule.condition, Missing)
        and len(rule.condition.concepts) == 1
        and pack.concepts[rule.condition.concepts[0]].reader
    }
    found: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for line in (corpus / "clauses.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading, sheet = answer(read(corpus / "text" / f"{row['id']}.txt"), pack)
        verdicts = {(result.rule, result.verdict) for result in judge(reading, sheet, pack, "supplier")}
        for id, category in types.items():
            marked = bool(row["labels"].get(category, {}).get("spans"))
            if (id, "flagged") in verdicts:
                found[id].update(flagged=1, flagged_right=not marked)
            elif (id, "clear") in verdicts:
                found[id].update(clear=1, clear_right=marked)
    return {id: [counts[key] for key in _COUNTED] for id, counts in sorted(found.items())}


def show(title: str, figures: dict[str, list[int]]) -> None:
    print(f"{title:44s} {'flagged right':>14s} {'clear right':>14s}")
    for id, (flagged_right, flagged, clear_right, clear) in figures.items():
        print(f"{id:44s} {flagged_right:6d} of {flagged:4d} {clear_right:6d} of {clear:4d}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    figures = measure(args.corpus)
    show("rule, by the term sheets", figures)
    right, all_flagged = (sum(row[i] for row in figures.values()) for i in (0, 1))
    print(f"{len(figures)} rules; flagged right {right} of {all_flagged}")
    show("rule, by the labels of CUAD", by_labels(args.corpus))
    if args.write:
        target = pathlib.Path(__file__).parent.parent / "rules" / "distribution" / "precision.json"
        rows = ",\n".join(f"  {json.dumps(id)}: {json.dumps(row)}" for id, row in figures.items())
        target.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
