"""Reviews many contracts at once, each on its own: what one of them does to the program never costs another."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from clausecheck.api import DEFAULT_PACKS, View
from clausecheck.batch.workers import Done, run
from clausecheck.model.pack import Pack
from clausecheck.model.report import SEVERITIES, Review, Severity, Side
from clausecheck.settings import Settings

NO_TEXT = "nothing in it can be read (pictures of pages?); make its text recognisable first"
TIME_LIMIT = 180.0  # seconds for one contract


@dataclass(frozen=True, slots=True)
class Request:
    """How to review a contract: everything but which one."""

    side: Side = "supplier"
    packs: tuple[str, ...] = DEFAULT_PACKS
    settings: Settings = field(default_factory=Settings)
    password: str | None = None
    view: View = "accepted"
    parties: tuple[tuple[str, str], ...] = ()


Task = tuple[Path, Request, Path | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One contract in the summary of a run. `error` says why there is no review, or none worth the name."""

    path: Path
    error: str = ""
    supplier: str = ""
    pages: int | None = None
    lock_in: str = ""
    lock_in_months: float | None = None
    high: int = 0
    medium: int = 0
    low: int = 0
    info: int = 0
    cannot_tell: int = 0
    worst: str = ""

    @property
    def worst_severity(self) -> Severity | None:
        counts: dict[Severity, int] = {"high": self.high, "medium": self.medium, "low": self.low, "info": self.info}
        return next((severity for severity in SEVERITIES if counts[severity]), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One contract, done: its row, and its review as a line of JSON ("" where it could not be read). `exit_code` is
    that of the error."""

    row: Row
    line: str = ""
    exit_code: int = 0


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def review_all(
    paths: Sequence[Path],
    request: Request,
    jobs: int = 0,
    time_limit: float = TIME_LIMIT,
    on_done: Callable[[Outcome], None] = lambda outcome: None,
    pages: Sequence[Path] = (),
) -> Iterator[Outcome]:
    """Yields one outcome a path, in the order of the paths; `on_done` hears of each as soon as it ends. `jobs` are
    processes, 0 for one a core. `pages`, where given, are the files to which the workers write a report of each path
    for people."""
    early: dict[int, Outcome] = {}
    following = 0
    tasks: list[Task] = [(path, request, pages[i] if pages else None) for i, path in enumerate(paths)]
    for done in run(review_line, tasks, jobs=min(jobs or cores(), len(tasks) or 1), time_limit=time_limit):
        outcome = _outcome(paths[done.index], done)
        on_done(outcome)
        early[done.index] = outcome
        while following in early:
            yield early.pop(following)
            following += 1


def review_line(task: Task) -> str:
    """The review of one contract as a line of JSON; this is what a worker does."""
    from clausecheck.report.json import line

    path, request, page = task
    packs = tuple(_loaded(name) for name in request.packs)
    found = review_as(request, path, packs)
    if page is not None:
        from clausecheck.report import files, html
        from clausecheck.report.manner import Manner

        files.write(page, html.render(found, Manner(packs=packs)))
    return line(found)


def review_as(request: Request, source: Path | bytes, packs: tuple[Pack, ...]) -> Review:
    """The review that was asked for; `packs` are those of the request, loaded. Bytes come from standard input."""
    from clausecheck.api import review

    return review(
        source,
        name="-" if isinstance(source, bytes) else "",
        side=request.side,
        packs=packs,
        settings=request.settings,
        password=request.password,
        view=request.view,
        parties=dict(request.parties),
    )


@cache
def _loaded(name: str) -> Pack:
    """A pack, loaded once a worker."""
    from clausecheck.api import load_pack

    return load_pack(name)


def _outcome(path: Path, done: Done[str]) -> Outcome:
    if done.answer is None:
        return Outcome(Row(path, error=done.error.removeprefix(f"{path}: ")), exit_code=done.exit_code)
    found = row(path, json.loads(done.answer))
    return Outcome(found, line=done.answer, exit_code=3 if found.error else 0)


def row(path: Path, record: dict[str, Any]) -> Row:
    """The summary row of a review's JSON record."""
    counts = record["summary"]
    supplier = record["parties"]["supplier"]
    standing = [result for result in record["results"] if result["verdict"] == "flagged" and not result["waived"]]
    lock_in = record["lock_in"]
    return Row(
        path,
        error="" if record["document"]["words"] else NO_TEXT,
        supplier=(supplier["aliases"] or [supplier["name"]])[0] if supplier else "",
        pages=record["document"]["pages"],
        lock_in=lock_in["status"],
        lock_in_months=lock_in["free_to_exit_months"],
        high=counts["high"],
        medium=counts["medium"],
        low=counts["low"],
        info=counts["info"],
        cannot_tell=counts["cannot_tell"],
        worst=standing[0]["title"] if standing else "",
    )
