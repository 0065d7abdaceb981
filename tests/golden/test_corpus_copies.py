"""Marked copies of contracts that nobody here wrote: each mark on its words. They are no part of the project."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from clausecheck import api
from clausecheck.model.report import Evidence, Result, Review
from clausecheck.report.formats import FORMATS, render
from clausecheck.report.manner import Manner

from .test_marked_copies import pdf_marks, squeezed, word_marks

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PDFS = sorted(path for path in CORPUS.glob("pdf/*.pdf") if re.search("distributor|resell", path.name, re.I))[::5][:3]
DRAFTS = sorted(CORPUS.glob("docx/*agreement*.docx"))
NOT_HERE = "the corpus of real contracts is not beside the project"
# Numbers that Word counts, and the lines between cells, stand in the text as read and not in the file's words.
COUNTED = re.compile(r"(^|\n|\| )\(?[0-9a-z]{1,4}(\.[0-9]+)*[).]? |\|")


def letters(text: str) -> Counter[str]:
    """How often each letter and digit occurs: readers of a PDF do not agree on hyphens at the ends of lines, nor on
    where a number in the margin stands in the order of words."""
    return Counter(re.sub(r"\W", "", squeezed(text)))


def passages(review: Review) -> Iterator[tuple[Result, Evidence]]:
    for result in review.results:
        if result.verdict in ("flagged", "cannot-tell") and result.waived is None:
            yield from ((result, passage) for passage in result.evidence)


@pytest.mark.skipif(not PDFS, reason=NOT_HERE)
@pytest.mark.parametrize("path", PDFS, ids=range(len(PDFS)))
def test_highlights_lie_on_the_words(path: Path) -> None:
    review = api.review(path)
    copy = render(FORMATS["pdf"], [review], Manner())
    assert isinstance(copy, bytes)
    front = len(pypdfium2.PdfDocument(copy)) - len(review.document.pages)
    marks = [(page - front, note, letters(words)) for page, note, words in pdf_marks(copy)]
    found = list(passages(review))
    assert found
    for result, passage in found:
        mine = [(page, words) for page, note, words in marks if result.title in note]
        assert _covered(letters(passage.text), passage.page or 0, mine), (result.rule, passage.clause, passage.page)


@pytest.mark.skipif(not DRAFTS, reason=NOT_HERE)
@pytest.mark.parametrize("path", DRAFTS, ids=range(len(DRAFTS)))
def test_comments_hang_on_the_words(path: Path) -> None:
    review = api.review(path)
    copy = render(FORMATS["word"], [review], Manner())
    assert isinstance(copy, bytes)
    marks = [(note, squeezed(words)) for note, words in word_marks(copy)]
    for result, passage in passages(review):
        if passage is result.evidence[0]:
            wanted = squeezed(COUNTED.sub(r"\1", passage.text))
            mine = [words for note, words in marks if result.rule in note]
            assert any(wanted in COUNTED.sub(r"\1", words) for words in mine), (result.rule, passage.clause)
    again = api.read(copy, name="copy.docx")
    assert again.text == review.document.text
    assert again.changes == review.document.changes


def _covered(wanted: Counter[str], page: int, marks: list[tuple[int, Counter[str]]]) -> bool:
    """Whether a mark holds just the words, or two together where the words run on to the next page."""
    here = [found for number, found in marks if number == page]
    after = [found for number, found in marks if number == page + 1]
    tried = [*here, *(one + other for one in here for other in after)]
    return any(not wanted - found and (found - wanted).total() <= 0.1 * wanted.total() for found in tried)
