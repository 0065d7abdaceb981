"""Markdown as a reader sees it."""

from __future__ import annotations

from clausecheck.ingest.markdown import read_markdown

SOURCE = b"""---
title: draft
---
# Distribution **Agreement**

1. **Term.** The initial term is
   *sixty (60)* months from [the date](https://example.com).
2. Price is __fixed__, quantity is "[***]" or ____ units.
   - the ~~old~~ new minimum; and

Year | Units
--- | ---:
2024 | 500

> quoted _text_
> goes on

The total is 3 * 4 * 5 & more &amp; ends.
"""


def test_marks_go_and_text_stays() -> None:
    raw = read_markdown(SOURCE)
    assert raw.text.splitlines() == [
        "Distribution Agreement",
        "1. Term. The initial term is sixty (60) months from the date.",
        '2. Price is fixed, quantity is "[***]" or ____ units.',
        "the new minimum; and",
        "Year | Units",
        "2024 | 500",
        "quoted text goes on",
        "The total is 3 * 4 * 5 & more & ends.",
    ]
    assert raw.paragraphs[0].level == 1
    assert raw.paragraphs[1].label == "1."
    assert raw.tables[0].rows == (("Year", "Units"), ("2024", "500"))


def test_a_number_that_wraps_starts_no_item() -> None:
    assert read_markdown(b"It ends on\n30. June of each\nyear.\n").text == "It ends on 30. June of each year.\n"
