"""The end of the report: what could not be told, what will be fought over, the counts, and what this review is not."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from clausecheck.model.report import Review
from clausecheck.report import resistance as expected
from clausecheck.report.manner import Manner
from clausecheck.report.remarks import caveat
from clausecheck.report.summary import summary
from clausecheck.report.terminal.findings import passages
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, heading, indented, numbered, rows, words
from clausecheck.report.words import count


def doubts(review: Review, verbose: bool) -> Iterator[RenderableType]:
    """The rules that could not decide, with the reason and the passage to read."""
    unsure = [result for result in review.results if result.verdict == "cannot-tell"]
    if not unsure:
        return
    yield heading(f"COULD NOT BE TOLD · {count(len(unsure), 'question')} to settle by reading", COLOURS["medium"])
    for result in unsure:
        parts: list[RenderableType] = [words(result.title, BOLD).append("  ").append_text(words(result.rule, FAINT))]
        parts.extend([words(result.reason)] if result.reason else [])
        parts.extend(passages(result.evidence[: None if verbose else 1], verbose))
        yield numbered("?", COLOURS["medium"], Group(*parts))


def resistance(review: Review) -> Iterator[RenderableType]:
    """For each grave ask what they will say, what to settle for, and when to leave."""
    asks = expected.asks(review, Manner())
    if not asks:
        return
    yield heading(f"{expected.TITLE} · what they will say, what to settle for, when to leave")
    yield indented(words(expected.MEANING, FAINT))
    for ask in asks:
        result = ask.result
        table = rows(11, None)
        for name, text in expected.ladder(result):
            table.add_row(Text(name, style=FAINT), words(text))
        yield numbered(f"{ask.number}", COLOURS[result.severity], Group(words(result.title, BOLD), table))
    if expected.lesser(review):
        yield indented(words(expected.LESSER, FAINT))


def closing(review: Review) -> RenderableType:
    """Counts of all four verdicts, the law assumed, and that this is no legal advice."""
    counts = summary(review.results)
    line = Text(f"{count(len(review.results), 'rule')}: ")
    line.append(f"{counts.flagged} flagged", style=BOLD)
    line.append(f" ({counts.high} high, {counts.medium} medium, {counts.low} low, {counts.info} information), ")
    line.append(f"{counts.cannot_tell} cannot tell, {counts.clear} clear, {counts.not_applicable} not applicable")
    line.append(f", {counts.waived} waived." if counts.waived else ".")
    return Group(heading("Result"), Padding(Group(line, words(caveat(review), FAINT)), (0, 0, 0, 2)))
