"""Is evidence where the review says? Reads each quoted passage back from its page, box by box.

    python benchmarks/evidence.py ../shared/corpus reviews.jsonl

For every flagged finding of a channel contract, the text inside the stated boxes is read with pdfium and compared with
the quotation, letters and digits only. Prints how many passages read the same, and those that do not.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
from typing import Any

import pypdfium2


def letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def read_back(pages: dict[int, Any], boxes: list[list[float]]) -> str:
    """What stands inside the boxes, in their order."""
    parts = []
    for page, x0, y0, x1, y1 in boxes:
        # Half a point off the edges, so that letters of the neighbouring line stay out.
        parts.append(pages[int(page)].get_text_bounded(x0 - 0.5, y0 + 0.5, x1 + 0.5, y1 - 0.5))
    return "".join(parts)


def share_found(quote: str, back: str) -> float:
    """Share of the quotation's words whose letters stand in what was read back."""
    words = collections.Counter(w for w in map(letters, quote.split()) if w)
    text = letters(back)
    if letters(quote) in text:
        return 1.0
    found = sum(n for word, n in words.items() if word in text)
    return found / max(1, sum(words.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("reviews", type=pathlib.Path)
    args = parser.parse_args()
    gold = {path.stem for path in (args.corpus / "termsheets").glob("*.json")}
    passages = same = on_page = 0
    for line in args.reviews.read_text(encoding="utf-8").splitlines():
        review = json.loads(line)
        name = pathlib.PurePath(review["path"]).stem
        if name not in gold:
            continue
        document = pypdfium2.PdfDocument(args.corpus / "pdf" / f"{name}.pdf")
        pages = {n + 1: page.get_textpage() for n, page in enumerate(document)}
        for result in review["results"]:
            if result["verdict"] != "flagged":
                continue
            for evidence in result["evidence"]:
                passages += 1
                boxes = evidence.get("boxes") or []
                on_page += bool(boxes) and int(boxes[0][0]) == evidence["page"]
                share = share_found(evidence["text"], read_back(pages, boxes))
                if share >= 0.98:
                    same += 1
                else:
                    print(f"{share:.2f} {name[:40]} p. {evidence['page']} {result['rule']}: {evidence['text'][:80]!r}")
    print(f"{passages} passages; first box on the stated page {on_page}; read back from their boxes {same}")


if __name__ == "__main__":
    main()
