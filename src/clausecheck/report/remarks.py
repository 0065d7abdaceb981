"""What a reader must know about a review besides its findings: what was not read, and which law it assumes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.report import Review, Side
from clausecheck.report.entries import DISCLAIMER
from clausecheck.report.words import answer, count, place

# What reading notes of single pages; `warnings` names them all in one line.
_PAGE_NOTE = re.compile(r"page \d+ could not be read")
_OTHER: dict[Side, Side] = {"supplier": "distributor", "distributor": "supplier"}


def warnings(review: Review) -> list[str]:
    """What may make the review wrong: unknown roles, unread pages, tracked changes, absent exhibits."""
    document, found = review.document, []
    if document.roles.supplier is None or document.roles.distributor is None:
        why = f" ({document.roles.reason.rstrip('.')})" if document.roles.reason else ""
        found.append(f"Who is who could not be told{why}. Say it with --party {_OTHER[review.side]}=NAME.")
    if document.unreadable_pages:
        found.append(f"Not readable: {ranges(document.unreadable_pages)}. What stands there was not reviewed.")
    notes = [note for note in document.notes if not _PAGE_NOTE.match(note)]
    if document.changes and not any("tracked" in note for note in notes):
        authors = sorted({change.author for change in document.changes if change.author})
        by = f", by {', '.join(authors)}" if authors else ""
        found.append(f"{count(len(document.changes), 'tracked change')}{by}.")
    absent = [exhibit.label for exhibit in document.exhibits if exhibit.span is None]
    if absent:
        found.append(f"Referred to but not in the file: {', '.join(dict.fromkeys(absent))}.")
    return [*found, *notes]


def ranges(pages: Sequence[int]) -> str:
    """ "page 3", "pages 1-6, 9": page numbers in order, runs of them joined."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {said}" if len(pages) == 1 else f"pages {said}"


def caveat(review: Review) -> str:
    """The law that the review assumes, and that this is no legal advice."""
    law = review.term("governing_law")
    if law is not None and law.status == "found" and law.value:
        where = next((place(passage) for passage in law.evidence if place(passage)), "")
        assumed = f"Law assumed: {answer(law)}, as the contract says{f' in {where}' if where else ''}"
    else:
        assumed = "Law assumed: none in particular, since the contract names none that could be read"
    return f"{assumed}; protective law of the distributor's country may overrule it. {DISCLAIMER}"
