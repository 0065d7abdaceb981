"""The index of a folder run and the reports it links to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from clausecheck.batch.run import Outcome
from clausecheck.errors import UsageError
from clausecheck.report import files
from clausecheck.report.html_index import file_names, href, render
from clausecheck.report.index_entries import Entry, from_record


def reports_folder(index: Path) -> Path:
    """Where the reports of an index stand."""
    return index.with_suffix(".reviews")


class Index:
    """Collects what the index says while the run goes on. The reports stand in a folder beside it, "index.reviews"
    for "index.html"; `pages` are their files, one a contract."""

    def __init__(self, path: Path, contracts: Sequence[Path]) -> None:
        self._path = path
        folder = reports_folder(path)
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder}: cannot put the reports there ({error.strerror})") from error
        names = file_names([str(contract) for contract in contracts])
        self.pages = tuple(folder / name for name in names)
        for page, contract in zip(self.pages, contracts, strict=True):
            files.check(page, [contract])
        self._links = {contract: href(folder.name, name) for contract, name in zip(contracts, names, strict=True)}
        self._entries: list[Entry] = []

    def add(self, outcome: Outcome) -> None:
        """One contract, done."""
        path = outcome.row.path
        link = self._links[path] if outcome.line else ""
        if outcome.row.error:
            self._entries.append(Entry(str(path), path.name, error=outcome.row.error, link=link))
        else:
            self._entries.append(from_record(json.loads(outcome.line), link=link))

    def write(self) -> None:
        files.write(self._path, render(self._entries))
