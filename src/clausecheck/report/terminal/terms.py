"""The key terms of the contract as a table: question, answer, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from clausecheck.model.report import Review, Term
from clausecheck.report.terminal.style import BOLD, COLOURS, FAINT, heading, indented, rows, words
from clausecheck.report.terms import KEY
from clausecheck.report.words import answer, count, label, place


def key_terms(review: Review, verbose: bool) -> RenderableType:
    """The key terms, or all of them, and how many are not shown."""
    answers = {term.id: term for term in review.terms}
    shown = list(review.terms) if verbose else [answers[id] for id in KEY if id in answers]
    if not shown:
        return Group()
    table = _table(shown)
    hidden = len(review.terms) - len(shown)
    note = [Text(f"{count(hidden, 'more answer')} with --verbose.", style=FAINT)] if hidden else []
    return Group(heading("Key terms"), indented(Group(table, *note)))


def sheet(reviews: Sequence[Review]) -> RenderableType:
    """All answers: one contract with the places, several side by side."""
    single = reviews[0] if len(reviews) == 1 else None
    if single is not None:
        return Group(words(single.document.path, BOLD), _table(single.terms))
    table = Table(box=SIMPLE_HEAD, expand=True, show_edge=False)
    table.add_column("")
    for review in reviews:
        table.add_column(words(PurePath(review.document.path).name), ratio=1, overflow="fold")
    for id in dict.fromkeys(term.id for review in reviews for term in review.terms):
        found = [review.term(id) for review in reviews]
        cells = [words(answer(term), _style(term)) if term is not None else Text("") for term in found]
        table.add_row(words(label(id)), *cells)
    return table


def _table(terms: Sequence[Term]) -> Table:
    table = rows(32, None, 20)
    for term in terms:
        where = next((place(passage) for passage in term.evidence if place(passage)), "")
        table.add_row(words(label(term.id)), words(answer(term), _style(term)), words(where, FAINT))
    return table


def _style(term: Term) -> Style:
    if term.status == "unknown":
        return COLOURS["medium"]
    return BOLD if term.status == "found" else FAINT
