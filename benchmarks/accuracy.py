"""Accuracy of the term sheet on labelled contracts, and whether the stated confidence means something.

    python benchmarks/accuracy.py ../shared/corpus [--from text] [--write] [--calibrate]

The folder has the layout of the corpus: `pdf/` or `text/`, `termsheets/`, `clauses.jsonl`, and beside it
`tools/score.py`, whose measures are used as they are. Contracts are split in two halves by a hash of their name, so
that what was tuned on one half can be looked at on the other. `--write` puts the tables into docs/accuracy.md.
`--calibrate` writes the confidence that each answer may state into `rules/distribution/confidence.yaml`; the table of
calibration is always cross-validated: what is stated of a contract comes from the others.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import importlib.util
import itertools
import json
import pathlib
import tempfile
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from calibration import brier, confidence_file, cross_validated
from marked import replace_section

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def half(name: str) -> str:
    """A or B, by a hash of the contract's name."""
    return "AB"[hashlib.blake2b(name.encode()).digest()[-1] % 2]


def load_score(corpus: pathlib.Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", corpus.parent / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def review_line(path: str) -> str:
    """One contract reviewed, as a line of JSON."""
    from clausecheck.api import review
    from clausecheck.report.json import line

    return line(review(path))


def reviews_of(paths: list[pathlib.Path], jobs: int) -> list[str]:
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(review_line, map(str, paths), chunksize=4))


def rows(reviews: dict[str, Any], corpus: pathlib.Path, score: Any) -> list[dict[str, Any]]:
    """One row an answer that is scored: contract, question, right, confidence, quoted rightly."""
    found = []
    for key, review in reviews.items():
        gold_file = corpus / "termsheets" / f"{key}.json"
        if not gold_file.exists():
            continue
        text = (corpus / "text" / f"{key}.txt").read_text(encoding="utf-8")
        for question, want in json.loads(gold_file.read_text(encoding="utf-8"))["answers"].items():
            if want["confidence"] == "low":
                continue
            got = review["terms"].get(question) or {}
            right = score.agrees(question, want["answer"], got.get("value"))
            quoted = None
            if right and want["evidence"]:
                spans = [score.squeeze(text[a:b]) for a, b in want["evidence"]]
                quotes = [score.squeeze(e["text"]) for e in got.get("evidence", [])]
                quoted = any(score.overlap(q, s) for q in quotes for s in spans)
            found.append({
                "contract": key, "question": question, "right": right, "quoted": quoted,
                "confidence": got.get("confidence", 0.0), "status": got.get("status", "unknown"),
                "answer": want["answer"], "got": got.get("value"),
            })  # fmt: skip
    return found


def share(values: list[bool]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "–"


def tables(found: list[dict[str, Any]]) -> str:
    """The tables as Markdown."""
    contracts = {r["contract"] for r in found}
    out = [
        f"{len(contracts)} contracts, {len(found)} answers scored.",
        "",
        "| part | accuracy | evidence |",
        "|---|---|---|",
    ]
    for name in ("all", "half A", "half B"):
        part = [r for r in found if name == "all" or half(r["contract"]) == name[-1]]
        quoted = [r["quoted"] for r in part if r["quoted"] is not None]
        out.append(f"| {name} | {share([r['right'] for r in part])} | {share(quoted)} |")
    out += ["", "| question | n | right | evidence right |", "|---|---|---|---|"]
    by_question = collections.defaultdict(list)
    for row in found:
        by_question[row["question"]].append(row)
    for question, part in by_question.items():
        quoted = [r["quoted"] for r in part if r["quoted"] is not None]
        out.append(f"| {question} | {len(part)} | {share([r['right'] for r in part])} | {sum(quoted)}/{len(quoted)} |")
    found = cross_validated(found, computed_questions())
    out += [
        "",
        "Calibration: how often an answer of that confidence is right. The confidence comes from the other contracts"
        f" only (cross-validated by contract). Brier score {brier(found):.4f}.",
        "",
        "| stated | answers | mean stated | right |",
        "|---|---|---|---|",
    ]
    for low, high in itertools.pairwise(BINS):
        part = [r for r in found if low <= r["confidence"] < high]
        if part:
            mean = sum(r["confidence"] for r in part) / len(part)
            out.append(
                f"| {low:.2f}–{min(high, 1):.2f} | {len(part)} | {mean:.3f} | {share([r['right'] for r in part])} |"
            )
    return "\n".join(out) + "\n"


def computed_questions() -> frozenset[str]:
    """The questions that a mechanism answers from several passages."""
    from clausecheck.packs import load_builtin

    return frozenset(id for id, question in load_builtin().questions.items() if question.compute)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--from", dest="source", choices=("pdf", "text"), default="pdf")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reviews", type=pathlib.Path, help="score these reviews instead of making new ones")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    parser.add_argument("--calibrate", action="store_true", help="write rules/distribution/confidence.yaml")
    parser.add_argument(
        "--expected", type=float, default=0.92, help="share of answers right on contracts that nobody has looked at"
    )
    args = parser.parse_args()
    score = load_score(args.corpus)
    if args.reviews:
        lines = args.reviews.read_text(encoding="utf-8").splitlines()
    else:
        names = sorted(p.stem for p in (args.corpus / "termsheets").glob("*.json"))
        suffix = "pdf" if args.source == "pdf" else "txt"
        lines = reviews_of([args.corpus / args.source / f"{name}.{suffix}" for name in names], args.jobs)
    with tempfile.TemporaryDirectory() as folder:
        kept = pathlib.Path(folder) / "reviews.jsonl"
        kept.write_text("\n".join(lines), encoding="utf-8")
        reviews = score.load_reviews(kept)
    scored = rows(reviews, args.corpus, score)
    text = tables(scored)
    print(text)
    if args.calibrate:
        from clausecheck.packs.builtin import builtin_folder, load_builtin

        content = confidence_file(scored, computed_questions(), load_builtin().questions, args.expected)
        (builtin_folder("distribution") / "confidence.yaml").write_text(content, encoding="utf-8")
    if args.write:
        replace_section(pathlib.Path(__file__).parent.parent / "docs" / "accuracy.md", "terms", text)


if __name__ == "__main__":
    main()
