"""Writing a report to a file: beside it first, then renamed, so that nobody ever finds half of one."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clausecheck.errors import UsageError
from clausecheck.report.ownership import about


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file to write; it takes the place of `path` when the block ends, and vanishes where the block fails."""
    with _beside(path) as file, io.TextIOWrapper(file, encoding="utf-8", newline="\n") as text:
        yield text


def write(path: Path, content: str | bytes) -> None:
    """Writes a whole report."""
    with _beside(path) as file:
        file.write(content.encode("utf-8", errors="replace") if isinstance(content, str) else content)


def check(path: Path, contracts: Sequence[Path] = ()) -> None:
    """Raises UsageError where no report on the contracts can be written to the path, so that nobody waits for one in
    vain. A file that is there already is replaced only by a report of the same contract."""
    if path.is_dir():
        raise UsageError(f"{path}: cannot write there (it is a folder)")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: cannot write there (no such folder: {path.parent})")
    if not path.is_file() or not contracts:
        return
    if any(contract.exists() and path.samefile(contract) for contract in contracts):
        raise UsageError(f"{path}: that is the contract itself; give the report another name")
    if not about(path, [contract.name for contract in contracts]):
        of = f" of {contracts[0].name}" if len(contracts) == 1 else " of any of these contracts"
        raise UsageError(
            f"{path}: there is a file of that name already, and it is no report{of}; move it or give another name"
        )


@contextmanager
def _beside(path: Path) -> Iterator[IO[bytes]]:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    except OSError as error:
        raise UsageError(f"{path}: cannot write there ({error.strerror})") from error
    beside = Path(name)
    try:
        with open(handle, "wb") as file:
            yield file
        os.chmod(beside, _mode(path))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot write there ({error.strerror})") from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
