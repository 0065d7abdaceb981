"""Makes the sample contracts from the sources in `text/`: `python sample_contracts/make.py [FOLDER]`.

All parties, people, places and products are invented. Running it again gives the same files, byte for byte.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from source import Contract, load
from write_pdf import write_pdf
from write_scan import write_scan
from write_text import write_text
from write_word import write_word

HERE = Path(__file__).parent
Writer = Callable[[Contract, Path], None]
SAMPLES: dict[str, Writer] = {
    "japan-lock-in.pdf": write_pdf,
    "japan-negotiated.pdf": write_pdf,
    "targets-table.pdf": write_pdf,
    "draft-tracked.docx": write_word,
    "two-column.pdf": partial(write_pdf, columns=2),
    "scan.pdf": write_scan,
    "amendment.docx": write_word,
    "software-reseller.txt": write_text,
}


def make(folder: Path) -> tuple[Path, ...]:
    """Write every sample into `folder` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, write in SAMPLES.items():
        path = folder / name
        write(load(path.stem), path)
        made.append(path)
    return tuple(made)


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "contracts"):
        print(f"{path}  {path.stat().st_size // 1024} kB")
