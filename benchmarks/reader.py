"""The clause reader, cross-validated on labelled contracts; and what it costs.

    OMP_NUM_THREADS=1 python benchmarks/reader.py ../shared/corpus [--strict] [--write]

Five folds by contract, contracts of one filer in one fold. For each fold a model is trained on the other four, second
pass and thresholds included, so that nothing of a contract has a part in its own reading. The measures are those of
`tools/score.py` beside the corpus, used as they are. Takes about twenty-five minutes. `--write` puts the table into
docs/accuracy.md.

The cues were written with these contracts in view. With `--strict` a cue counts in a contract only if at least two
contracts of other folds bear it out, so that none helps where it was found.
"""

from __future__ import annotations

import argparse
import importlib.util
import pathlib
import time
from dataclasses import replace
from typing import Any

import numpy as np
from pypdfium2 import PdfDocument

import clausecheck
from clausecheck.reader.cues import COUNTER, CUES
from clausecheck.reader.labels import Labelled, folds, load
from clausecheck.reader.model import load as load_reader
from clausecheck.reader.names import names
from clausecheck.reader.train import Lesson, lesson, train
from clausecheck.reader.types import CLAUSES
from marked import replace_section

FOLDS = 5
SUPPORT = 2
REPORTED_NAME = 0.3
PUBLISHED = (
    ("RoBERTa-base", 0.426, 0.311),
    ("RoBERTa-large", 0.482, 0.381),
    ("DeBERTa-xlarge", 0.478, 0.440),
)


def load_measures(corpus: pathlib.Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", corpus.parent / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cross_validated(contracts: list[Labelled], lessons: list[Lesson]) -> dict[str, dict[str, Any]]:
    """A review with clauses for each contract, read by a model that had not seen it."""
    fold = folds([one.id for one in lessons], FOLDS)
    reviews: dict[str, dict[str, Any]] = {}
    for number in range(FOLDS):
        model = train([one for one, at in zip(lessons, fold, strict=True) if at != number])
        for index in np.flatnonzero(fold == number):
            document = contracts[index].document
            found = []
            for guess in model.guess(lessons[index].seen):
                sentences = document.sentences
                span = sentences[guess.first].span.cover(sentences[guess.last].span)
                found.append((guess.type, guess.confidence, guess.reported, span))
            for named in names(document):
                found.append((named.type, named.confidence, named.confidence >= REPORTED_NAME, named.span))
            reviews[contracts[index].id] = {
                "clauses": [
                    {"type": type_, "confidence": chance, "reported": reported, "text": document.text[s.start : s.end]}
                    for type_, chance, reported, s in found
                ]
            }
        print(f"fold {number + 1} of {FOLDS}", flush=True)
    return reviews


def borne_out(lessons: list[Lesson]) -> list[Lesson]:
    """The lessons without the cues that fewer than `SUPPORT` contracts of other folds bear out: a cue by a sentence
    that lawyers marked so, a counter cue by one that they did not."""
    fold = folds([one.id for one in lessons], FOLDS)
    column = np.array([CLAUSES.index(cue.type) for cue in CUES])
    counter = np.array([cue.grade == COUNTER for cue in CUES])
    support = np.zeros((FOLDS, len(CUES)), dtype=int)
    for one, at in zip(lessons, fold, strict=True):
        given = [np.array(cues, dtype=int) for cues in one.seen.cues]
        truth = one.marked | one.matching
        right = [cues[truth[row, column[cues]] != counter[cues]] for row, cues in enumerate(given)]
        support[at, np.unique(np.concatenate(right))] += 1
    elsewhere = support.sum(axis=0) - support
    return [
        replace(
            one,
            seen=replace(
                one.seen,
                cues=tuple(tuple(i for i in cues if elsewhere[at, i] >= SUPPORT) for cues in one.seen.cues),
            ),
        )
        for one, at in zip(lessons, fold, strict=True)
    ]


def headline(measures: Any, corpus: pathlib.Path, reviews: dict[str, dict[str, Any]]) -> str:
    _, presence, (area, at, top) = measures.score_clauses(reviews, corpus)
    f1 = np.mean([2 * right / max(1, 2 * right + wrong + missed) for _, right, wrong, missed in presence])
    return (
        f"Presence, macro F1 over {len(presence)} types: **{f1:.3f}**. "
        f"Spans: AUPR **{area:.3f}**, precision at 80 % recall **{at[0.8]:.3f}**, highest recall {top:.3f}."
    )


def table(measures: Any, corpus: pathlib.Path, reviews: dict[str, dict[str, Any]]) -> str:
    _, presence, (area, at, _) = measures.score_clauses(reviews, corpus)
    rows = []
    for kind, right, wrong, missed in presence:
        f1 = 2 * right / max(1, 2 * right + wrong + missed)
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        rows.append(f"| {kind} | {right + missed} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    lines = [
        headline(measures, corpus, reviews),
        "",
        "| spans, pooled over types | AUPR | precision at 80 % recall |",
        "|---|---|---|",
        f"| clausecheck, five-fold on 350 contracts | {area:.3f} | {at[0.8]:.3f} |",
        *(f"| {name}, CUAD paper | {aupr:.3f} | {precision:.3f} |" for name, aupr, precision in PUBLISHED),
        "",
        "| clause type | contracts with it | precision | recall | F1 |",
        "|---|---|---|---|---|",
        *rows,
    ]
    return "\n".join(lines)


def cost(corpus: pathlib.Path, count: int = 5) -> str:
    """CPU seconds of a whole review of PDFs of about thirty pages, with the reader and without it, in turns. What is
    loaded once a process (libraries, weights, the pack) is paid by a first review that is not counted."""
    pages = sorted((abs(len(PdfDocument(path)) - 30), path) for path in (corpus / "pdf").glob("*.pdf"))
    files = [path for _, path in pages[:count]]
    begin = time.process_time()
    load_reader()
    loaded = time.process_time() - begin
    seconds = {True: 0.0, False: 0.0}
    clausecheck.review(files[0])
    for path in files:
        for reader in (True, False):
            begin = time.process_time()
            clausecheck.review(path, settings=clausecheck.Settings(reader=reader))
            seconds[reader] += time.process_time() - begin
    ratio = seconds[True] / seconds[False]
    return (
        f"A review of a PDF of about thirty pages (mean of {count}) takes {seconds[True] / count:.2f} s of CPU with "
        f"the reader and {seconds[False] / count:.2f} s without it, {ratio:.2f} times as much; the reader is loaded "
        f"once a process, in {loaded:.2f} s."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    parser.add_argument("--strict", action="store_true", help="with cues that contracts of other folds bear out")
    args = parser.parse_args()
    measures = load_measures(args.corpus)
    contracts = list(load(args.corpus))
    lessons = [lesson(one) for one in contracts]
    if args.strict:
        name = "clause-reader-strict"
        text = headline(measures, args.corpus, cross_validated(contracts, borne_out(lessons)))
    else:
        name = "clause-reader-table"
        spent = cost(args.corpus)
        text = f"{table(measures, args.corpus, cross_validated(contracts, lessons))}\n\n{spent}"
    print(text)
    if args.write:
        replace_section(pathlib.Path(__file__).parents[1] / "docs" / "accuracy.md", name, text)


if __name__ == "__main__":
    main()
