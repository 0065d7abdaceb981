"""Every format over the samples, as kept in reports/. Formats that are no text are compared by what a reader sees."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from clausecheck.model.report import Review
from clausecheck.report.formats import FORMATS, render
from clausecheck.report.manner import Manner
from clausecheck.version import __version__

TEXT = {
    "text": "txt", "concise": "concise", "json": "json", "markdown": "md", "sarif": "sarif", "junit": "xml",
    "github": "github.txt", "csv": "csv", "ics": "ics",
}  # fmt: skip


@pytest.mark.parametrize("name", TEXT)
def test_text_formats(name: str, review: Review, manner: Manner, golden: Callable[[str, str], None]) -> None:
    text = render(FORMATS[name], [review], manner)
    assert isinstance(text, str)
    kept = re.sub(rf'"{re.escape(__version__)}"', '"0"', text)
    golden(f"{Path(review.document.path).name}.{TEXT[name]}", kept)


def test_workbook(review: Review, manner: Manner, golden: Callable[[str, str], None]) -> None:
    content = render(FORMATS["xlsx"], [review], manner)
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    lines = []
    for sheet in book:
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            lines.append(" | ".join("" if cell.value is None else str(cell.value) for cell in row))
    golden(f"{Path(review.document.path).name}.xlsx.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("xlsx", "word", "pdf")])
def test_the_same_review_gives_the_same_file(name: str, review: Review, manner: Manner) -> None:
    assert render(FORMATS[name], [review], manner) == render(FORMATS[name], [review], manner)
