"""The clause reader, cross-validated on labelled contracts; and what it costs.

    OMP_NUM_THREADS=1 python benchmarks/reader.py ../shared/corpus [--write]

Five folds by contract, contracts of one filer in one fold. For each fold a model is trained on the other four, second
pass and thresholds included, so that nothing of a contract has a part in its own reading. The measures are those of
`tools/score.py` beside the corpus, used as they are. Takes about fifteen minutes. `--write` puts the table into
docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import pathlib
import time
from typing import Any

import numpy as np
from pypdfium2 import PdfDocument

import clausecheck
from clausecheck.reader.labels import Labelled, folds, load
from clausecheck.reader.model import load as load_reader
from clausecheck.reader.names import names
from clausecheck.reader.train import Lesson, lesson, train
from marked import replace_section

FOLDS = 5
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


def table(measures: Any, corpus: pathlib.Path, reviews: dict[str, dict[str, Any]]) -> str:
    _, presence, (area, at, top) = measures.score_clauses(reviews, corpus)
    rows, scores = [], []
    for kind, right, wrong, missed in presence:
        f1 = 2 * right / max(1, 2 * right + wrong + missed)
        scores.append(f1)
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        rows.append(f"| {kind} | {right + missed} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    lines = [
        f"Presence, macro F1 over {len(scores)} types: **{sum(scores) / len(scores):.3f}**. "
        f"Spans: AUPR **{area:.3f}**, precision at 80 % recall **{at[0.8]:.3f}**, highest recall {top:.3f}.",
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
    args = parser.parse_args()
    spent = cost(args.corpus)
    print(spent, flush=True)
    contracts = list(load(args.corpus))
    reviews = cross_validated(contracts, [lesson(one) for one in contracts])
    text = f"{table(load_measures(args.corpus), args.corpus, reviews)}\n\n{spent}"
    print(text)
    if args.write:
        replace_section(pathlib.Path(__file__).parents[1] / "docs" / "accuracy.md", "clause-reader-table", text)


if __name__ == "__main__":
    main()
