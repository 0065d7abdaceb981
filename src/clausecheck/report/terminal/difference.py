"""Two drafts compared, for people on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from clausecheck.model.comparison import FATES, Comparison, Fate, FindingChange
from clausecheck.report import difference as said
from clausecheck.report.entries import DISCLAIMER, level, says
from clausecheck.report.terminal.style import ASK, BOLD, COLOURS, FAINT, heading, indented, words
from clausecheck.report.words import count, excerpt, label

_STYLES: dict[Fate, Style] = {
    "new": COLOURS["high"],
    "unclear": COLOURS["medium"],
    "left": COLOURS["medium"],
    "fixed": COLOURS["info"],
}
_SIGNS: dict[Fate, str] = {"new": "✗", "unclear": "?", "left": "·", "fixed": "✓"}
_OUT, _IN = Style(color="red", strike=True), Style(color="green", bold=True)
_SAME = 120  # characters of unchanged words that are shown between two changes


def report(found: Comparison, verbose: bool = False) -> RenderableType:
    """The whole comparison; `verbose` shows the words of every clause that changed."""
    old, new = said.names(found)
    before, after = said.lock_ins(found)
    parts: list[RenderableType] = [words(f"{old} → {new}", BOLD)]
    parts.append(words(f"For the {said.side(found)}: {said.counts(found)}."))
    parts.append(words(f"Idle lock-in: {before} → {after}" if before != after else f"Idle lock-in: {after}, unchanged"))
    for fate in FATES:
        changes = found.of(fate)
        if changes:
            parts.append(heading(f"{said.FATE_WORDS[fate]} · {len(changes)}", _STYLES[fate]))
            parts.extend(_finding(change) for change in changes)
    parts.extend(_terms(found, old, new))
    parts.extend(_clauses(found, verbose))
    parts.append(Padding(words(DISCLAIMER, FAINT), (1, 0, 0, 0)))
    return Group(*parts)


def render(found: Comparison) -> str:
    """As plain text of 100 columns; it ends with the names of the files, as every report does."""
    console = Console(width=100, no_color=True, force_terminal=False, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(report(found, verbose=True))
        console.print(words(f"{said.about(found.old)} → {said.about(found.new)}"), soft_wrap=True)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def _finding(change: FindingChange) -> RenderableType:
    result = change.result
    title = Text(f" {_SIGNS[change.fate]} ", style=_STYLES[change.fate])
    title.append(f"{level(result)}: ", style=COLOURS[result.severity])
    title.append_text(words(result.title, BOLD))
    title.append("  ").append_text(words(result.rule, FAINT))
    about = "; ".join(part for part in (said.where(change), said.note(change)) if part)
    if about:
        title.append("  ").append_text(words(about, FAINT))
    parts: list[RenderableType] = []
    if change.fate in ("new", "unclear") and says(result):
        parts.append(words(says(result)))
    if change.fate == "new" and result.position:
        ask = Text("Ask  ", style=ASK)
        parts.append(ask.append_text(words(result.position)))
    return Group(title, Padding(Group(*parts), (0, 0, 0, 5))) if parts else title


def _terms(found: Comparison, old: str, new: str) -> Iterator[RenderableType]:
    changed = [change for change in found.terms if change.changed]
    yield heading(f"Terms · {len(changed)} of {len(found.terms)} changed")
    if not changed:
        return
    table = Table.grid(padding=(0, 2), expand=True)
    for ratio in (2, 3, 3):
        table.add_column(ratio=ratio, overflow="fold")
    table.add_row(Text(""), words(old, FAINT), words(new, FAINT))
    for change in changed:
        one, other = said.answers(change)
        table.add_row(words(label(change.id)), words(one), words(other, BOLD))
    yield indented(table)


def _clauses(found: Comparison, verbose: bool) -> Iterator[RenderableType]:
    more = f", {found.renumbered} renumbered" if found.renumbered else ""
    yield heading(f"Clauses · {count(len(found.clauses), 'change')}{more}")
    for clause in found.clauses:
        line = words(f"{said.title(clause)} {clause.fate}", BOLD)
        if verbose or clause.fate in ("changed", "added", "removed"):
            line.append("  ")
            for kind, text in clause.edits:
                style = _OUT if kind == "out" else _IN if kind == "in" else FAINT
                # Where no colour tells them apart, signs do.
                open_, close = {"out": ("[-", "-]"), "in": ("{+", "+}")}.get(kind, ("", ""))
                line.append_text(words(f"{open_}{text if kind != 'same' else _shorter(text)}{close}", style))
        yield indented(line)


def _shorter(text: str) -> str:
    """Unchanged words, with their ends kept, as they lead to the change."""
    if len(text) <= _SAME:
        return text
    lead, tail = text[:1] if text[:1].isspace() else "", text[-1:] if text[-1:].isspace() else ""
    return f"{lead}{excerpt(text, _SAME)}{tail}"
