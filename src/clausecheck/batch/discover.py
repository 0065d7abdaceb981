"""Which files a folder run reviews."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".text", ".md", ".markdown", ".htm", ".html"})


def discover(paths: Iterable[Path], include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Contracts in the order of their paths, each once. Folders are searched to the bottom, without hidden files and
    Word's lock files ("~$draft.docx"); links to folders are not followed. `include` replaces the usual suffixes and
    `exclude` drops files or folders: both are patterns ("*.docx", "drafts", "2024/*") over the name or over the path
    below the folder. A file that is named outright is always taken, and so is one that does not exist: whoever reads
    it will say so."""
    found: dict[Path, None] = {}
    for path in paths:
        members = _walk(path, include, exclude) if path.is_dir() else (path,)
        found.update(dict.fromkeys(members))
    return tuple(sorted(found, key=lambda path: path.as_posix()))


def _walk(folder: Path, include: tuple[str, ...], exclude: tuple[str, ...]) -> Iterable[Path]:
    for parent, folders, files in os.walk(folder):
        below = Path(parent).relative_to(folder)
        folders[:] = [name for name in folders if not _hidden(name) and not _listed(below / name, exclude)]
        for name in files:
            place = below / name
            wanted = _listed(place, include) if include else place.suffix.lower() in SUFFIXES
            if wanted and not _hidden(name) and not _listed(place, exclude):
                yield folder / place


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _listed(place: Path, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(place.name, pattern) or fnmatch(place.as_posix(), pattern.rstrip("/")) for pattern in patterns)
