"""Words read from PDF files against the published text of the same contracts.

    python benchmarks/fidelity.py CORPUS [--below 0.95] [--words]

CORPUS holds `pdf/<id>.pdf` and `text/<id>.txt`. Running heads, footers and page numbers that the reader took out are
taken out of what is missing too. Recall: share of the published words that were read; precision: share of the words
read that are published; both count words as a bag. Order: share of neighbouring word pairs that are neighbours still.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median

from clausecheck.errors import UnreadableError
from clausecheck.ingest.pdf import read_pdf
from clausecheck.text.normalise import normalise

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def measure(pdf: Path, published: Path) -> tuple[float, float, float, Counter[str], Counter[str]]:
    """Recall, precision, order, and the words missing and surplus."""
    raw = read_pdf(pdf)
    expected = words(normalise(published.read_text("utf-8")))
    read = words(raw.text)
    aside = Counter(word for item in raw.furniture for word in words(item.text))
    want, have = Counter(expected), Counter(read)
    missing = want - have
    missing -= aside
    surplus = have - want
    pairs, kept = Counter(pairwise(expected)), Counter(pairwise(read))
    common = sum((pairs & kept).values())
    return (
        1 - missing.total() / max(1, want.total()),
        1 - surplus.total() / max(1, have.total()),
        common / max(1, pairs.total()),
        missing,
        surplus,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--below", type=float, default=0.97, help="print each file with a figure below this")
    parser.add_argument("--words", action="store_true", help="print the words missing and surplus in those files")
    args = parser.parse_args()
    figures: list[tuple[float, float, float]] = []
    print(f"{'recall':>7} {'prec.':>7} {'order':>7}  file")
    for pdf in sorted((args.corpus / "pdf").glob("*.pdf")):
        try:
            recall, precision, order, missing, surplus = measure(pdf, args.corpus / "text" / f"{pdf.stem}.txt")
        except UnreadableError as error:
            print(f"{'unreadable':>23}  {pdf.stem[:80]}: {error}")
            continue
        figures.append((recall, precision, order))
        if min(recall, precision) < args.below or order < args.below - 0.05:
            print(f"{recall:7.4f} {precision:7.4f} {order:7.4f}  {pdf.stem[:90]}")
            if args.words:
                print(
                    "        missing:",
                    dict(missing.most_common(12)),
                    "\n        surplus:",
                    dict(surplus.most_common(12)),
                )
    for name, pick in (("median", median), ("worst", min)):
        print(" ".join(f"{pick(column):7.4f}" for column in zip(*figures, strict=True)), f" {name} of {len(figures)}")


if __name__ == "__main__":
    main()
