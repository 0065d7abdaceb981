"""Writing a report to a file: beside it first, then renamed, so that nobody ever finds half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clausecheck.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file to write; it takes the place of `path` when the block ends, and vanishes where the block fails."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise UsageError(f"{path}: cannot write there ({error.strerror})") from error
    beside = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        os.chmod(beside, _mode(path))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot write there ({error.strerror})") from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def check(path: Path) -> None:
    """Raises UsageError where no report can be written to the path, so that nobody waits for one in vain."""
    if path.is_dir():
        raise UsageError(f"{path}: cannot write there (it is a folder)")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: cannot write there (no such folder: {path.parent})")


def write(path: Path, text: str) -> None:
    """Writes a whole report."""
    with replacing(path) as file:
        file.write(text)


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
