"""The findings, gravest first, each with its passage and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from clausecheck.model.report import SEVERITIES, Evidence, Result, Review
from clausecheck.report.manner import Manner
from clausecheck.report.resistance import before_the_end
from clausecheck.report.terminal.style import ASK, BOLD, COLOURS, FAINT, Quotation, heading, numbered, rows, words
from clausecheck.report.words import SEVERITY_WORDS, count, excerpt, place

PASSAGE = 360  # characters of a passage that are shown
PASSAGES = 2  # passages of one finding that are quoted
VERBOSE_PASSAGE = 2000
VERBOSE_PASSAGES = 6


def findings(review: Review, verbose: bool) -> Iterator[RenderableType]:
    """One block a severity."""
    standing = review.flagged()
    if not standing:
        unread = bool(review.document.pages) and len(review.document.unreadable_pages) == len(review.document.pages)
        none = "Nothing could be read, so nothing could be found." if unread else "None. That is no comfort before "
        none += "" if unread else "what could not be told has been settled."
        yield heading("Findings")
        yield Padding(Text(none), (0, 0, 0, 2))
    number = 0
    for severity in SEVERITIES:
        group = [result for result in standing if result.severity == severity]
        if group:
            title = f"{SEVERITY_WORDS[severity].upper()} · {count(len(group), 'finding')}"
            yield heading(title, COLOURS[severity])
        for result in group:
            number += 1
            yield _finding(number, result, verbose)


def _finding(number: int, result: Result, verbose: bool) -> RenderableType:
    parts: list[RenderableType] = [words(result.message)] if result.message else []
    parts.extend(passages(result.evidence, verbose))
    table = rows(11, None)
    for name, text in before_the_end(result, Manner(verbose=verbose)):
        table.add_row(Text(name, style=ASK if name == "Ask" else FAINT), words(text))
    if table.row_count:
        parts.append(table)
    title = words(result.title, BOLD).append("  ").append_text(words(result.rule, FAINT))
    return Padding(numbered(f"{number}", COLOURS[result.severity], Group(title, *parts)), (1, 0, 0, 0))


def passages(evidence: tuple[Evidence, ...], verbose: bool) -> Iterator[RenderableType]:
    """The passages as they stand in the contract, and where."""
    limit, size = (VERBOSE_PASSAGES, VERBOSE_PASSAGE) if verbose else (PASSAGES, PASSAGE)
    for passage in evidence[:limit]:
        quote = Text("“", style=FAINT)
        quote.append_text(words(excerpt(passage.text, size)))
        quote.append("”", style=FAINT)
        where = place(passage)
        if where:
            quote.append("  ").append_text(words(where, BOLD))
        yield Quotation(quote)
    rest = [place(passage) for passage in evidence[limit:]]
    if rest:
        places = "; ".join(dict.fromkeys(where for where in rest if where))
        more = f"and {count(len(rest), 'passage')} more"
        yield words(f"{more}: {places}" if places else more, FAINT)
