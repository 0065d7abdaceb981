"""The memo and the comparison of the tracked draft, as kept in reports/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clausecheck import api
from clausecheck.engine import compare
from clausecheck.model.report import LockIn, Review
from clausecheck.report import difference_formats, memo_formats
from clausecheck.report.manner import Manner
from clausecheck.report.memo import memo
from clausecheck.version import __version__

CONTRACTS = Path(__file__).parents[2] / "sample_contracts" / "contracts"

Golden = Callable[[str, str], None]
DRAFT = "draft-tracked.docx"


@pytest.mark.parametrize("reader", ["us", "counterparty"])
def test_memo(review: Review, reader: str, golden: Golden) -> None:
    made = memo(review, Manner(reader=reader))  # type: ignore[arg-type]
    name = review.document.path.rpartition("/")[2]
    golden(f"{name}.memo-{reader}.md", memo_formats.markdown(made))


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("review", [DRAFT], indirect=True, scope="session")
def test_comparison(review: Review, form: str, golden: Golden) -> None:
    before = replace(api.read(CONTRACTS / DRAFT, view="original"), path=review.document.path)
    old = replace(
        review,
        document=before,
        # The first finding is new; one that was there is gone.
        results=(*review.results[1:3], replace(review.results[3], rule="term.gone", fingerprint="gone")),
        terms=(replace(review.terms[1], value=24.0), *review.terms[2:]),
        lock_in=LockIn("found", 3.0, 3.0, "exit without cause: month 3"),
    )
    made = difference_formats.FORMATS[form](compare(old, review))
    suffix = {"text": "txt", "markdown": "md", "json": "json"}[form]
    golden(f"{DRAFT}.diff.{suffix}", made.replace(f'"clausecheck": "{__version__}"', '"clausecheck": "0"'))
