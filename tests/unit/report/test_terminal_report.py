"""The report for people: complete, readable at any width and without colour, and deaf to what a contract says to
the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from clausecheck.model.document import Roles
from clausecheck.model.report import LockIn, Review
from clausecheck.report.terminal import render, report


def shown(review: Review, width: int = 80, colour: bool = False, verbose: bool = False) -> str:
    screen = io.StringIO()
    console = Console(
        file=screen, width=width, force_terminal=colour, color_system="truecolor" if colour else None, highlight=False
    )
    console.print(report(review, verbose))
    return screen.getvalue()


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.mark.parametrize("width", [80, 140])
def test_everything_a_reader_needs_is_there(review: Review, width: int) -> None:
    text = flat(shown(review, width))
    for wanted in (
        "acme.pdf", "Northwind", "Kansai", "the supplier's", "Not readable: page 2", "1 tracked change",
        "Exhibit C", "64 MONTHS", "walk-away zone", "month 64", "60 months (5 years)", "HIGH · 1 finding",
        "Exclusive without a minimum", "perf.exclusive-without-minimum", "§3.1, p. 5", "You are bound",
        "A yearly minimum.", "A minimum from the second year.", "They refuse any number.", "page 2 is a scan",
        "2 flagged", "1 cannot tell", "1 clear", "1 not applicable", "1 waived", "not legal advice", "Japan",
    ):  # fmt: skip
        assert wanted in text, wanted


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(review: Review, width: int) -> None:
    assert max(len(line) for line in shown(review, width).splitlines()) <= width


@pytest.mark.parametrize("colour", [False, True])
def test_contract_text_cannot_style_the_terminal(review: Review, colour: bool) -> None:
    text = shown(review, 120, colour=colour, verbose=True)
    assert "[red]words[/red]" in text
    assert "Article [bold]" in text
    assert "␛[31mand␇" in text
    assert "\x07" not in text
    assert "\x1b]0;" not in text
    assert "\x1b[2J" not in text
    if not colour:
        assert "\x1b" not in text


@pytest.mark.parametrize("width", [80, 140])
def test_the_end_tells_what_they_will_say_and_nothing_twice(review: Review, width: int) -> None:
    text = flat(shown(review, width))
    findings, end = text.split("Expect resistance", 1)
    assert "1 Exclusive without a minimum They say “Who can promise sales?” Answer: whoever wants" in end
    assert findings.count("A yearly minimum.") == end.count("A minimum from the second year.") == 2
    assert end.count("They refuse any number.") == 2
    assert "A minimum from the second year." not in findings


def test_a_lesser_finding_keeps_its_own_fallback(review: Review) -> None:
    results = tuple(replace(result, severity="low") for result in review.results)
    text = flat(shown(replace(review, results=results)))
    assert "Expect resistance" not in text
    assert text.count("They refuse any number.") == 2


def test_waived_findings_are_counted_and_not_listed(review: Review) -> None:
    assert "No audit right" not in shown(review)


def test_wording_comes_with_verbose_only(review: Review) -> None:
    assert "Minimum Quantity" not in shown(review)
    assert "Minimum Quantity" in shown(review, verbose=True)


def test_a_lock_in_that_cannot_be_told_is_not_called_good(review: Review) -> None:
    text = shown(replace(review, lock_in=LockIn("unknown", None, None, "the term is blank")))
    assert "CANNOT TELL" in text
    assert "the term is blank" in text
    assert "never" not in text.lower().split("key terms")[0]


def test_a_lock_in_without_end_says_never(review: Review) -> None:
    assert "NEVER" in shown(replace(review, lock_in=LockIn("found", None, None, "no way out")))


def test_roles_that_cannot_be_told_ask_for_help(review: Review) -> None:
    text = flat(shown(replace(review, document=replace(review.document, roles=Roles(reason="two names only")))))
    assert "cannot tell" in text
    assert "--party" in text


def test_no_findings_is_said_and_is_no_comfort(review: Review) -> None:
    assert "None." in shown(replace(review, results=review.results[3:]))


def test_a_long_passage_keeps_its_beginning_and_its_end(review: Review) -> None:
    first = review.results[0]
    long = replace(first.evidence[0], text="Beginning of it. " + "filler words " * 200 + "sting in the tail.")
    text = flat(shown(replace(review, results=(replace(first, evidence=(long,)),)), 80))
    assert "Beginning of it." in text
    assert "sting in the tail.”" in text
    assert "[…]" in text


def test_a_text_file_has_no_escapes_and_no_trailing_blanks(review: Review) -> None:
    text = render(review)
    assert "\x1b" not in text
    assert not any(line.endswith(" ") for line in text.splitlines())
