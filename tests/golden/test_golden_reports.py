"""Every format over the samples, as kept in reports/. Formats that are no text are compared by what a reader sees."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from clausecheck.model.report import Review
from clausecheck.report.formats import FORMATS, render
from clausecheck.report.manner import Manner
from clausecheck.version import __version__

TEXT = {
    "text": "txt", "concise": "concise", "json": "json", "markdown": "md", "sarif": "sarif", "junit": "xml",
    "github": "github.txt", "csv": "csv", "ics": "ics", "jsonl": "jsonl",
}  # fmt: skip

INLINE = ("a", "b", "span", "q", "code", "kbd", "label", "text", "button", "option")


@pytest.mark.parametrize("name", TEXT)
def test_text_formats(name: str, review: Review, manner: Manner, golden: Callable[[str, str], None]) -> None:
    text = render(FORMATS[name], [review], manner)
    assert isinstance(text, str)
    kept = re.sub(rf'"{re.escape(__version__)}"', '"0"', text)
    golden(f"{Path(review.document.path).name}.{TEXT[name]}", kept)


def test_page(review: Review, manner: Manner, golden: Callable[[str, str], None]) -> None:
    page = render(FORMATS["html"], [review], manner)
    assert isinstance(page, str)
    seen = Seen()
    seen.feed(page.replace(f"clausecheck {__version__}", "clausecheck 0"))
    golden(f"{Path(review.document.path).name}.html.txt", seen.text())


class Seen(HTMLParser):
    """What a reader of a page sees, a line a block, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script")
        self._parts.append("" if tag in INLINE else "\n")
        where = dict(attrs)
        self._parts.append(f"[{where['href']}]" if tag == "a" and where.get("href") else "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script")
        self._parts.append("" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        self._parts.append("" if self._hidden else data.replace("\n", " "))

    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._parts).splitlines())
        return "\n".join(line for line in lines if line) + "\n"


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
