"""Start-up time, pages a second and peak memory of reading PDF files, next to its peers, as ratios in one run.

    python benchmarks/speed.py CORPUS/pdf [--files 12] [--rounds 3]

Each reader runs in a process of its own over the same files; rounds are interleaved, CPU time counts, the best round
of each is taken. pdfplumber is slow: it reads the first `--pages` pages of each file, and its figure is per page.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def raw_text(path: str, pages: int) -> int:
    """pypdfium2: the text alone."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    count = min(len(document), pages)
    for index in range(count):
        page = document[index]
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()
    return count


def raw_boxes(path: str, pages: int) -> int:
    """pypdfium2's raw interface: text, and the loose boxes of the first and last character of each word."""
    import ctypes
    import re

    import pypdfium2
    import pypdfium2.raw as pdfium

    word = re.compile(r"\S+")
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    document = pypdfium2.PdfDocument(path)
    count = min(len(document), pages)
    for index in range(count):
        handle = pdfium.FPDF_LoadPage(document.raw, index)
        textpage = pdfium.FPDFText_LoadPage(handle)
        size = pdfium.FPDFText_CountChars(textpage)
        buffer = (ctypes.c_ushort * (size + 1))()
        pdfium.FPDFText_GetText(textpage, 0, size, buffer)
        text = bytes(buffer)[: size * 2].decode("utf-16-le", "replace")
        found = []
        for match in word.finditer(text):
            pdfium.FPDFText_GetLooseCharBox(textpage, match.start(), pointer)
            left, bottom = rect.left, rect.bottom
            pdfium.FPDFText_GetLooseCharBox(textpage, match.end() - 1, pointer)
            found.append((match.group(), left, bottom, rect.right, rect.top))
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(handle)
    document.close()
    return count


def plumber(path: str, pages: int) -> int:
    """pdfplumber's extract_text."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        chosen = document.pages[:pages]
        for page in chosen:
            page.extract_text()
            page.close()
        return len(chosen)


def reading(path: str, pages: int) -> int:
    """clausecheck: words, boxes, order, furniture, tables, paragraphs, the way back."""
    from clausecheck.ingest.pdf import read_pdf

    return len(read_pdf(path).pages)


def review(path: str, pages: int) -> int:
    """clausecheck: a whole review."""
    import clausecheck

    result: Any = clausecheck.review(path)
    return len(result.document.pages)


READERS: dict[str, Callable[[str, int], int]] = {
    "pypdfium2 text": raw_text,
    "pypdfium2 text + boxes": raw_boxes,
    "clausecheck reading": reading,
    "clausecheck review": review,
    "pdfplumber extract_text": plumber,
}


def work(name: str, pages: int, files: list[str]) -> None:
    """Runs one reader in this process and prints what it took as JSON."""
    reader = READERS[name]
    reader(files[0], 1)  # imports are start-up, not reading
    began = time.process_time()
    done = sum(reader(path, pages) for path in files)
    taken = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pages": done, "seconds": taken, "peak": peak}))


def child(arguments: list[str]) -> str | None:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def startup(code: str) -> float:
    """Seconds of CPU that an interpreter takes for the statement, less those of an empty one; best of five."""
    probe = "import time; a=time.process_time(); {}; print(time.process_time()-a)"
    return min(float((child(["-c", probe.format(code)]) or "nan").split()[-1]) for _ in range(5))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=4, help="pages of each file that pdfplumber reads")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, default=10_000, help=argparse.SUPPRESS)
    args = parser.parse_args()
    found = sorted(map(str, args.folder.glob("*.pdf")))
    files = found[:: max(1, len(found) // args.files)][: args.files]
    if args.reader:
        work(args.reader, args.limit, files)
        return

    best: dict[str, dict[str, float]] = {}
    for _ in range(args.rounds):
        for name in READERS:
            limit = args.pages if name.startswith("pdfplumber") else 10_000
            out = child(
                [__file__, str(args.folder), "--files", str(args.files), "--reader", name, "--limit", str(limit)]
            )
            if out is None:
                continue
            taken = json.loads(out.splitlines()[-1])
            taken["page"] = taken["seconds"] / taken["pages"]
            if name not in best or taken["page"] < best[name]["page"]:
                best[name] = taken
    base = best["pypdfium2 text + boxes"]["page"]
    print(f"{'reader':26} {'pages':>6} {'pages/s':>8} {'x boxes':>8} {'peak MB':>8}")
    for name in READERS:
        if name in best:
            b = best[name]
            print(f"{name:26} {b['pages']:6.0f} {1 / b['page']:8.1f} {b['page'] / base:8.2f} {b['peak']:8.0f}")
        else:
            print(f"{name:26} {'not available':>16}")
    for code in ("import clausecheck", "import clausecheck.ingest.pdf", "import pypdfium2", "import pdfplumber"):
        print(f"{code:34} {1000 * startup(code):6.0f} ms")


if __name__ == "__main__":
    main()
