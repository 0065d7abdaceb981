"""Rules about something missing, on the labelled channel agreements, with the learned reader and without it.

    OMP_NUM_THREADS=1 python benchmarks/absence.py ../shared/corpus [--write]

The reader is trained for this on the contracts without a term sheet, so that it has seen none of those it reads here.
Of each rule that speaks because something was not found, two things count: how many of its findings are right by the
labelled answers, and how many of the true absences are flagged rather than left at *cannot tell*. Takes about eight
minutes. `--write` puts the table into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import pathlib

from clausecheck.model.document import Document
from clausecheck.model.report import FoundClause
from clausecheck.reader.labels import load
from clausecheck.reader.reading import read_clauses
from clausecheck.reader.train import lesson, train
from marked import replace_section
from precision import ClausesOf, judged


def held_out_reader(corpus: pathlib.Path) -> ClausesOf:
    sheets = {path.stem for path in (corpus / "termsheets").glob("*.json")}
    model = train([lesson(contract) for contract in load(corpus) if contract.id not in sheets])

    def clauses_of(document: Document) -> tuple[FoundClause, ...]:
        return read_clauses(document, model)

    return clauses_of


def row(name: str, corpus: pathlib.Path, clauses_of: ClausesOf) -> str:
    rows = [one for one in judged(corpus, clauses_of) if one.of_absence]
    flagged = [one for one in rows if one.verdict == "flagged"]
    absent = [one for one in rows if one.wanted]
    right, told = sum(one.wanted for one in flagged), sum(one.verdict == "flagged" for one in absent)
    return (
        f"| {name} | {right} of {len(flagged)} ({right / len(flagged):.3f}) "
        f"| {told} of {len(absent)} ({told / len(absent):.3f}) |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    args = parser.parse_args()
    lines = [
        "| absence rules | flagged, and right | truly absent, and flagged |",
        "|---|---|---|",
        row("without the reader", args.corpus, lambda document: ()),
        row("with the reader", args.corpus, held_out_reader(args.corpus)),
    ]
    print("\n".join(lines))
    if args.write:
        target = pathlib.Path(__file__).parents[1] / "docs" / "accuracy.md"
        replace_section(target, "absence", "\n".join(lines))


if __name__ == "__main__":
    main()
