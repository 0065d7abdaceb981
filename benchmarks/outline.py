"""What the outline makes of a folder of texts: clauses, depth, share of numbered text, sentence lengths, time."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from clausecheck.ingest.outline import outline
from clausecheck.ingest.plain import read_plain
from clausecheck.model.document import Paragraph
from clausecheck.text.sentences import sentences


def plain(raw: str) -> tuple[str, tuple[Paragraph, ...]]:
    """Canonical text and paragraphs of a text file."""
    document = read_plain(raw.encode())
    return document.text, document.paragraphs


def main(folder: str, pattern: str = "*") -> None:
    total = size = 0.0
    for path in sorted(Path(folder).glob(f"{pattern}.txt")):
        text, paragraphs = plain(path.read_text(encoding="utf-8", errors="replace"))
        begin = time.process_time()
        clauses = outline(text, paragraphs)
        middle = time.process_time()
        units = sentences(text, clauses, paragraphs)
        end = time.process_time()
        total += end - begin
        size += len(text)
        numbered = [c for c in clauses if (c.number and c.parent < 0) or c.kind == "schedule"]
        share = sum(len(c.span) for c in numbered if c.parent < 0) / max(1, len(text))
        lengths = [len(s.span) for s in units]
        kinds = "".join(sorted({c.kind[0] for c in clauses}))
        depth = max((c.level for c in clauses), default=0)
        columns = (
            f"{path.name[:44]:44} {len(text):7} clauses {len(clauses):4} depth {depth} share {share:.2f}",
            f"sentences {len(lengths):5} median {median(lengths or [0]):5.0f}",
            f"over1000 {sum(n > 1000 for n in lengths):3} operative {sum(s.operative for s in units):5}",
            f"{1000 * (middle - begin):4.0f}+{1000 * (end - middle):3.0f} ms {kinds}",
        )
        print(*columns)
    print(f"{size / 1e6:.2f} MB in {total:.2f} s: {total * 150e3 / max(1, size) * 1000:.0f} ms for 150 kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
