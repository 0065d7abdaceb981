"""The issue list as comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from clausecheck.model.report import Review
from clausecheck.report.inert import unarmed
from clausecheck.report.issues import COLUMNS, rows
from clausecheck.report.manner import Manner


def write(reviews: Sequence[Review], manner: Manner) -> str:
    """A heading row, then a row a finding. Words that a spreadsheet would take for a formula are disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cells in rows(reviews, manner):
        writer.writerow([unarmed(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()
