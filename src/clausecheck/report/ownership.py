"""Whose report a file is: it names its contract somewhere, in plain text or in one of the parts of an Office file."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from clausecheck.report.inert import inert

_ENOUGH = 64_000_000  # bytes of a part that are searched
# An Office file or a PDF that names the contract may be anybody's letter about it; reports have this in them too.
_OURS = "clausecheck"


def mark(name: str) -> str:
    """What a format that keeps no plain text carries instead of the contract's file name."""
    return f"clausecheck:{hashlib.sha256(name.encode('utf-8', errors='replace')).hexdigest()[:20]}"


def about(path: Path, contracts: Sequence[str]) -> bool:
    """Whether the file is empty, or a report on one of the contracts (file names)."""
    data = path.read_bytes()
    if not data.strip():
        return True
    names = {_plain(name.encode("utf-8", errors="replace")) for name in contracts} | {mark(name) for name in contracts}
    parts = [_plain(part) for part in _parts(data)]
    packed = data[:4] in (b"PK\x03\x04", b"%PDF")
    return any(name in part for part in parts for name in names) and (
        not packed or any(_OURS in part for part in parts)
    )


def _parts(data: bytes) -> Iterator[bytes]:
    if not data.startswith(b"PK\x03\x04"):
        yield data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    with archive.open(name) as part:
                        yield part.read(_ENOUGH)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        return  # damaged, so nobody's report


def _plain(data: bytes) -> str:
    """The text without what formats do to a name: folded lines, escapes of Markdown, XML and addresses."""
    text = unescape(data.decode("utf-8", errors="ignore").replace("\r\n ", "").replace("\\", "").replace("\u200b", ""))
    return " ".join(inert(unquote(text)).split())
