"""What a document may cost before it is refused. A hostile or broken file must not take the machine with it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from clausecheck.errors import LimitError


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one document. `bytes_` of the file; `expanded` bytes after decompression (Word files, HTML,
    the text of a PDF); `nesting` of elements; `seconds` of reading. Each check raises `LimitError`."""

    bytes_: int = 100_000_000
    pages: int = 2_000
    expanded: int = 500_000_000
    nesting: int = 200
    seconds: float = 120.0

    def check_bytes(self, size: int) -> None:
        _check("bytes", "the file has", size, self.bytes_)

    def check_pages(self, count: int) -> None:
        _check("pages", "the document has", count, self.pages)

    def check_expanded(self, size: int) -> None:
        _check("expanded bytes", "the content unpacks to", size, self.expanded)

    def check_nesting(self, depth: int) -> None:
        _check("levels of nesting", "the content has", depth, self.nesting)

    def clock(self) -> Clock:
        """Starts the time that reading may take."""
        return Clock(time.monotonic() + self.seconds, self.seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment (of `time.monotonic`) when reading must be over, and the seconds that were allowed."""

    deadline: float
    seconds: float

    def check(self, progress: str = "") -> None:
        """Raises `LimitError` once the time is over; `progress` says how far reading came ("page 7 of 90")."""
        if time.monotonic() > self.deadline:
            where = f" at {progress}" if progress else ""
            raise LimitError(f"reading took longer than {self.seconds:g} seconds and was stopped{where}; "
                             "raise the time limit if the document is to be trusted")  # fmt: skip


def _check(unit: str, has: str, value: int, allowed: int) -> None:
    if value > allowed:
        raise LimitError(f"{has} {value:,} {unit}, more than the {allowed:,} allowed; "
                         "raise the limit if the document is to be trusted")  # fmt: skip
