"""The contract's own file, read again by the formats that mark up a copy of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from clausecheck.errors import UnreadableError
from clausecheck.model.report import Review
from clausecheck.report.manner import Manner


def original(review: Review, manner: Manner) -> bytes:
    """The bytes that were reviewed. Raises UnreadableError where they are gone or are others by now."""
    document = review.document
    data = manner.original
    if data is None or hashlib.sha256(data).hexdigest() != document.sha256:
        try:
            data = Path(document.path).read_bytes()
        except OSError as error:
            raise UnreadableError(f"{document.path}: cannot be read again to mark it up ({error.strerror})") from error
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise UnreadableError(f"{document.path}: changed while it was reviewed; review it again")
    return data
