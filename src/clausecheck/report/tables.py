"""The term sheets of several contracts side by side: a row a contract, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clausecheck.model.report import Review, Term
from clausecheck.report import files
from clausecheck.report.inert import inert, unarmed
from clausecheck.report.record import record

Cell = str | float | int | bool | None


def grid(reviews: Sequence[Review]) -> tuple[tuple[Cell, ...], ...]:
    """The heading row, then a row a contract: path, lock-in, then the answers in the values of the term sheet. An
    answer that cannot be told reads "unknown"; one that is not there is empty."""
    questions = tuple(dict.fromkeys(term.id for review in reviews for term in review.terms))
    head: tuple[Cell, ...] = ("path", "idle_lock_in_months", *questions)
    return (head, *(_row(review, questions) for review in reviews))


def _row(review: Review, questions: tuple[str, ...]) -> tuple[Cell, ...]:
    answers = {term.id: _cell(term) for term in review.terms}
    found = review.lock_in
    lock_in: Cell = "unknown" if found.status != "found" else "never"
    if found.status == "found" and found.free_to_exit_months is not None:
        lock_in = found.free_to_exit_months
    return (inert(review.document.path), lock_in, *(answers.get(id) for id in questions))


def _cell(term: Term) -> Cell:
    if term.status == "unknown":
        return "unknown"
    if isinstance(term.value, tuple):
        return ", ".join(str(item) for item in term.value)
    return inert(term.value) if isinstance(term.value, str) else term.value


def to_csv(reviews: Sequence[Review]) -> str:
    """Comma-separated; words that a spreadsheet would take for a formula get an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for cells in grid(reviews):
        writer.writerow([unarmed(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def to_json(reviews: Sequence[Review]) -> str:
    """A list with path, lock-in and terms of each contract, shaped as in a review."""
    records = [record(review) for review in reviews]
    kept = [{key: whole[key] for key in ("path", "side", "parties", "lock_in", "terms")} for whole in records]
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def to_xlsx(reviews: Sequence[Review], path: Path) -> None:
    """A workbook: one sheet with the answers, one with the passages that carry them."""
    from openpyxl import Workbook

    book: Any = Workbook()
    book.remove(book.active)
    answers = book.create_sheet("Terms")
    for cells in grid(reviews):
        _append(answers, cells)
    sources = book.create_sheet("Evidence")
    _append(sources, ("path", "question", "answer", "clause", "page", "passage"))
    for review in reviews:
        for term in review.terms:
            for passage in term.evidence:
                name = inert(review.document.path)
                _append(sources, (name, term.id, _cell(term), passage.clause, passage.page, inert(passage.text)))
    for sheet in book:
        sheet.freeze_panes = "B2"
        sheet.column_dimensions["A"].width = 40
    content = io.BytesIO()
    book.save(content)
    files.write(path, content.getvalue())


def _append(sheet: Any, cells: tuple[Cell, ...]) -> None:
    """A row whose words stay words, whatever they begin with."""
    sheet.append(cells)
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
